"""What goes to a coach: all that was ticked, and nothing else."""

import time
from datetime import UTC, date, datetime
from random import Random

import pytest

from ally_journal.domain.entry import Answer, Entry, LaterNote, Revision
from ally_journal.domain.outgoing import outgoing
from ally_journal.domain.practice_files import load_built_in, read_practice
from ally_journal.domain.share_fields import DEFAULT_FIELDS, Field
from tests.domain.marked_sharing import marked, shown

SHORT = 150
LIBRARY = load_built_in()
NOW = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
ALL = frozenset(Field)


def entry_of(practice_id, answers, title="The delay call", **more):
    practice = LIBRARY.find(practice_id)
    steps = {key: practice.step(key) for key in answers}
    given = tuple(
        Answer(key, step.question, step.kind.value, answers[key]) for key, step in steps.items()
    )
    day = date(2026, 3, 12)
    return Entry("e1", practice_id, 1, title, day, NOW, NOW, "UTC", given, **more)


def going(entry, fields=DEFAULT_FIELDS, promises=(), **more):
    return outgoing(entry, LIBRARY.find(entry.practice), fields, promises, **more)


@pytest.mark.parametrize("seed", range(SHORT))
def test_what_is_not_ticked_stays_and_what_is_ticked_goes_whole(seed):
    case = marked(Random(seed))  # noqa: S311 the same cases each time
    told = outgoing(case.entry, case.practice, case.fields, case.promises, revisions=case.revisions)
    text = shown(told).casefold()
    assert [one for one in case.stays if one.casefold() in text] == []
    assert [one for one in case.goes | case.names if one.casefold() not in text] == []


def test_the_random_cases_hold_much_of_both():
    cases = [marked(Random(seed)) for seed in range(SHORT)]  # noqa: S311 the same cases each time
    assert sum(len(case.stays) for case in cases) > 40 * SHORT
    assert sum(len(case.goes) for case in cases) > 10 * SHORT
    assert {case.practice.id for case in cases if case.practice} >= {"mistake", "my_page"}


TALK = {
    "gate.level": 6,
    "facts": "Wren began to explain the delay.",
    "who": ["Wren", "Juniper"],
    "setting": "meeting",
    "setup": ["rush", "other: the room was too small"],
    "now": "rest",
}


def test_by_default_a_hard_talk_is_its_set_up():
    told = going(entry_of("debrief", TALK))
    (part,) = told.parts
    assert (part.field, part.label) == (
        Field.SETUP,
        "What in the set-up made this more likely?",
    )
    assert part.paragraphs == ("• rush\n• the room was too small",)
    assert (told.practice, told.kind) == ("debrief", "Look back on a hard talk")


def test_a_week_is_told_and_a_day_only_where_days_are_ticked():
    entry = entry_of("debrief", TALK)
    assert going(entry).when == "Week of 9 March 2026"
    assert going(entry, week_starts=6).when == "Week of 8 March 2026"
    assert going(entry, {Field.DATES}).when == "12 March 2026"


def test_names_and_levels_go_with_their_fields_and_in_words():
    text = shown(going(entry_of("debrief", TALK), {Field.STORY, Field.FEELINGS}))
    assert "Wren, Juniper" in text
    assert "6 of 10" in text
    assert "meeting" not in text


def test_a_title_of_its_own_goes():
    assert going(entry_of("debrief", TALK)).title == "The delay call"


def test_a_title_made_of_what_stays_behind_stays():
    entry = entry_of("debrief", TALK, title="Wren began to explain the delay")
    assert going(entry).title == "Look back on a hard talk"
    assert going(entry, {Field.STORY}).title == entry.title


def test_a_title_that_an_edit_took_the_words_from_stays():
    entry = entry_of("debrief", TALK, title="The secret plan")
    was = Revision("r", NOW, "", (Answer("facts", "What happened?", "long", "The secret plan"),))
    assert going(entry).title == entry.title
    assert going(entry, revisions=[was]).title == "Look back on a hard talk"


def test_a_title_with_an_exact_day_goes_only_with_days():
    entry = entry_of("debrief", TALK, title="The call on 3 March")
    assert going(entry).title == "Look back on a hard talk"
    assert going(entry, {Field.DATES}).title == entry.title


def test_that_an_ally_was_needed_is_not_told_unless_ticked():
    entry = entry_of("needed_ally", {"facts": "A joke", "level_after": 7}, tags=("hurt",))
    told = going(entry, ALL - {Field.NEEDED})
    assert (told.title, told.kind, told.practice) == ("An entry", "An entry", "")
    assert (told.parts, told.tags) == ((), ())
    assert going(entry, {Field.NEEDED}).parts[0].paragraphs == ("A joke",)
    assert len(going(entry, {Field.NEEDED}).parts) == 1


def test_steps_that_stay_never_go():
    entry = entry_of("belonging", {"hide": 4, "belong": 2})
    assert [part.paragraphs for part in going(entry, ALL).parts] == [("a little",)]


def test_a_page_of_an_older_practice_goes_with_the_story_alone():
    answers = (Answer("gone", "An old question?", "long", "Some **words**"),)
    entry = Entry("e1", "my_old", 1, "", date(2026, 3, 12), NOW, NOW, "UTC", answers)
    assert outgoing(entry, None, DEFAULT_FIELDS, ()).parts == ()
    (part,) = outgoing(entry, None, {Field.STORY}, ()).parts
    assert part.paragraphs == ("Some words",)


def test_a_practice_of_ones_own_goes_by_its_title():
    own = read_practice(
        'id = "my_tea"\ntitle = "Tea with Fern on 3 May"\nclosing = "Kept."\n[[steps]]\n'
        'key = "q"\nquestion = "How was it on 2026-05-03?"\nkind = "text"\n',
        "tea.toml",
    )
    answers = (Answer("q", own.steps[0].question, "text", "Warm"),)
    entry = Entry("e1", "my_tea", 1, "", date(2026, 5, 3), NOW, NOW, "UTC", answers)
    told = outgoing(entry, own, {Field.STORY}, ())
    assert (told.title, told.kind, told.practice) == ("Tea with Fern on …",) * 2 + ("",)
    assert told.parts[0].label == "How was it on …?"
    assert outgoing(entry, own, ALL, ()).kind == own.title


def test_tags_and_later_notes_go_where_they_are_ticked():
    notes = (LaterNote("n1", NOW, "It is *lighter* now"),)
    entry = entry_of("free", {"page": "A page"}, tags=("voice",), notes=notes)
    assert (going(entry).tags, going(entry).parts) == ((), ())
    told = going(entry, {Field.WORDS, Field.NOTES})
    assert [(part.label, part.paragraphs) for part in told.parts] == [
        ("Later note", ("It is lighter now",)),
        ("Tags", ("voice",)),
    ]
    assert told.tags == ("voice",)


def test_long_texts_take_no_time():
    long = "a *long* page " * 60_000
    entry = entry_of("free", {"page": long, "title": "Autumn"}, title="Autumn leaves")
    begun = time.perf_counter()
    going(entry)
    assert all(len(one) <= 20_000 for one in going(entry, ALL).parts[1].paragraphs)
    assert time.perf_counter() - begun < 10
