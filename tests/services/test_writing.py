from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ally_journal.domain.entry import Sensitivity
from ally_journal.errors import (
    BadAnswers,
    BadText,
    BadTime,
    UnknownEntry,
    UnknownPractice,
    UnknownStep,
    WrongAnswer,
)


def catch(journal, what="A quick judgement about the harbour", **more):
    return journal.writing.write("catch", {"what": what, **more})[0]


def test_what_is_kept_is_read_back_with_the_wording_of_the_day(journal):
    entry = catch(journal, when_noticed="same day")
    read = journal.reading.entry(entry.id)
    assert read == entry
    step = journal.library.get("catch").step("what")
    assert read.answers[0].question == step.question


def test_a_new_draft_is_stored_only_when_saved(journal):
    draft = journal.writing.begin("catch")
    assert journal.reading.drafts() == ()
    journal.writing.save_draft(draft)
    assert [one.id for one in journal.reading.drafts()] == [draft.id]


def test_a_draft_comes_back_as_it_was_left(journal):
    draft = replace(
        journal.writing.begin("debrief"),
        answers={"facts": "Wren was cut off"},
        at="feel",
        skipped=frozenset({"who"}),
        short=True,
        title="The call",
    )
    journal.writing.save_draft(draft)
    assert journal.writing.resume(draft.id) == draft


def test_a_kept_draft_is_no_draft_any_more(journal):
    draft = replace(journal.writing.begin("catch"), answers={"what": "Too quick"})
    journal.writing.save_draft(draft)
    entry, change = journal.writing.keep(draft)
    assert entry.id == draft.id
    assert change.entries == {draft.id}
    assert journal.reading.drafts() == ()
    assert journal.reading.count() == 1


def test_the_title_is_the_first_words_unless_one_is_given(journal):
    long = "A first line that goes on for longer than any title would ever want to be, really"
    assert catch(journal, long).title.endswith("…")
    assert catch(journal, title="The corridor").title == "The corridor"
    assert journal.writing.write("checkin", {"feel": ["calm"]})[0].title == "60-second check-in"


def test_the_excerpt_of_a_page_begins_after_its_name(journal):
    journal.writing.write("free", {"title": "The quay", "page": "A slow walk"})
    (row,) = journal.reading.find()
    assert (row.title, row.excerpt) == ("The quay", "A slow walk")


def test_an_edit_keeps_what_was_there_as_a_revision(journal):
    entry = catch(journal, "First words")
    draft = journal.writing.edit(entry.id)
    changed, _ = journal.writing.keep(replace(draft, answers={"what": "Second words"}))
    assert changed.id == entry.id
    assert changed.answers[0].value == "Second words"
    assert [one.answers[0].value for one in journal.reading.revisions(entry.id)] == ["First words"]
    assert journal.reading.find("first") == ()
    assert len(journal.reading.find("second")) == 1
    assert journal.reading.drafts() == ()


def test_two_edits_make_two_revisions_the_latest_first(journal):
    entry = catch(journal, "one")
    for words in ("two", "three"):
        draft = replace(journal.writing.edit(entry.id), answers={"what": words})
        journal.writing.keep(draft)
    found = [one.answers[0].value for one in journal.reading.revisions(entry.id)]
    assert found == ["two", "one"]


def test_a_discarded_draft_can_be_brought_back(journal):
    draft = replace(journal.writing.begin("catch"), answers={"what": "Half a thought"})
    journal.writing.save_draft(draft)
    journal.writing.discard(draft.id)
    assert journal.reading.drafts() == ()
    assert [one.id for one in journal.reading.trash()] == [draft.id]
    journal.bin.put_back(draft.id)
    assert journal.writing.resume(draft.id) == draft


def test_a_later_note_is_added_and_found(journal):
    entry = catch(journal)
    journal.writing.add_note(entry.id, "Marigold said it was fine")
    assert [one.text for one in journal.reading.entry(entry.id).notes] == [
        "Marigold said it was fine"
    ]
    assert [one.id for one in journal.reading.find("marigold")] == [entry.id]


def test_an_entry_can_be_named_tagged_starred_and_held_back(journal):
    entry = catch(journal)
    journal.writing.rename(entry.id, "  The   quay ")
    journal.writing.set_tags(entry.id, ("work", " work ", "", "quay walk"))
    journal.writing.star(entry.id, on=True)
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    journal.writing.set_day(entry.id, date(2026, 3, 1))
    read = journal.reading.entry(entry.id)
    assert (read.title, read.tags, read.star) == ("The quay", ("quay walk", "work"), True)
    assert (read.sensitivity, read.day) == (Sensitivity.NEVER, date(2026, 3, 1))
    assert journal.reading.find("tag:work is:star quay")[0].id == entry.id


def test_people_are_made_once_and_found_by_name(journal):
    answers = {"role": "I saw it", "facts": "A call", "who": ["Wren", "Fern", "Wren"]}
    entry, change = journal.writing.write("debrief", answers)
    assert entry.people == ("Fern", "Wren")
    assert change.people
    journal.writing.write("debrief", {**answers, "who": ["wren"]})
    assert [(one.name, one.entries) for one in journal.people.all()] == [("Fern", 1), ("Wren", 2)]
    assert [one.pseudonym for one in journal.people.all()] == [2, 1]


def test_an_entry_counts_for_the_day_that_has_not_ended_yet(journal, clock):
    journal.settings.change(day_ends=180)
    clock.instant = datetime(2026, 3, 13, 1, 30, tzinfo=UTC)
    assert catch(journal).day == date(2026, 3, 12)


def test_an_entry_can_tell_of_an_earlier_moment(journal):
    at = datetime(2025, 12, 24, 23, 30, tzinfo=UTC)
    entry, _ = journal.writing.write("catch", {"what": "Then"}, at=at)
    assert (entry.created, entry.day) == (at, date(2025, 12, 24))


def test_a_moment_with_an_offset_of_its_own_counts_for_the_day_it_had_there(journal):
    for at, day in (
        ("2026-03-02T01:30+09:00", date(2026, 3, 2)),
        ("2026-03-02T23:30-08:00", date(2026, 3, 2)),
        ("2026-07-01T23:30+00:00", date(2026, 7, 2)),
    ):
        moment = datetime.fromisoformat(at).replace(year=2025)
        entry, _ = journal.writing.write("catch", {"what": "Then"}, at=moment)
        assert (entry.created, entry.day) == (moment, day.replace(year=2025))


def test_later_today_will_do_and_tomorrow_will_not(journal, clock):
    at = clock.now() + timedelta(hours=5)
    assert journal.writing.write("catch", {"what": "x"}, at=at)[0].day == date(2026, 3, 12)
    with pytest.raises(BadTime):
        journal.writing.write("catch", {"what": "x"}, at=at + timedelta(hours=1))


def test_answers_given_at_once_are_all_kept_in_the_order_of_the_steps(journal):
    given = {"role": "it happened to me", "story": "A story", "facts": "A call"}
    entry, _ = journal.writing.write("debrief", given)
    assert [one.key for one in entry.answers] == ["role", "facts", "story"]


def test_an_answer_that_stopped_applying_stays_out_of_a_kept_draft(journal):
    answers = {"role": "happened", "story": "A story", "facts": "A call"}
    entry, _ = journal.writing.keep(replace(journal.writing.begin("debrief"), answers=answers))
    assert [one.key for one in entry.answers] == ["role", "facts"]


@pytest.mark.parametrize(
    ("practice", "answers", "error"),
    [
        ("nowhere", {}, UnknownPractice),
        ("catch", {"nope": "x"}, UnknownStep),
        ("catch", {"what": 7}, WrongAnswer),
        ("catch", {"title": 7}, WrongAnswer),
        ("catch", {"when_noticed": "yesterday-ish"}, WrongAnswer),
        ("catch", ["what"], BadAnswers),
        ("catch", {"what": "a\0b"}, BadText),
        ("catch", {"what": "\ud800"}, BadText),
        ("catch", {"what": "x" * 1_000_001}, BadText),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(journal, practice, answers, error):
    with pytest.raises(error):
        journal.writing.write(practice, answers)
    assert journal.reading.count() == 0


def test_a_moment_that_cannot_be_is_refused(journal, clock):
    for at in (datetime(1850, 1, 1, tzinfo=UTC), clock.now() + timedelta(days=2)):
        with pytest.raises(BadTime):
            journal.writing.write("catch", {"what": "x"}, at=at)


def test_an_unknown_entry_is_named(journal):
    for call in (journal.reading.entry, journal.writing.edit, journal.writing.resume):
        with pytest.raises(UnknownEntry):
            call("0197-nothing")
    with pytest.raises(UnknownEntry):
        journal.bin.move("0197-nothing")


def test_keeping_an_entry_marks_the_habit_it_counts_for(journal):
    journal.habits.add("Check-in", "3/week", ("checkin",))
    _, change = journal.writing.write("checkin", {"feel": ["calm"]})
    assert change.habits
    (view,) = journal.habits.views()
    assert view.marks.done == {date(2026, 3, 12)}


def test_an_edit_marks_no_habit_again(journal, clock):
    journal.habits.add("Catch it", "daily")
    entry = catch(journal)
    clock.move(timedelta(days=1))
    draft = replace(journal.writing.edit(entry.id), answers={"what": "again"})
    assert not journal.writing.keep(draft)[1].habits


def test_somebody_taken_out_of_the_answers_is_not_in_the_entry_any_more(journal):
    entry, _ = journal.writing.write("debrief", {"facts": "A call", "who": ["Fern", "wren"]})
    draft = journal.writing.edit(entry.id)
    kept, _ = journal.writing.keep(replace(draft, answers=draft.answers | {"who": ["Fern"]}))
    assert kept.people == ("Fern",)
    draft = replace(draft, answers={"facts": "A call"})
    assert journal.writing.keep(draft)[0].people == ()


def test_a_late_save_leaves_an_entry_that_was_kept_meanwhile(journal):
    draft = journal.writing.begin("free", carry={"page": "moss"})
    journal.writing.save_draft(draft)
    entry, _ = journal.writing.keep(draft)
    with pytest.raises(UnknownEntry):
        journal.writing.save_draft(draft)
    assert journal.reading.entry(entry.id) == entry


@pytest.mark.parametrize("level", [Sensitivity.COACH, Sensitivity.NEVER, Sensitivity.PRIVATE])
def test_how_far_an_entry_may_go_can_be_said_and_taken_back(journal, level):
    entry = catch(journal)
    journal.writing.set_sensitivity(entry.id, level)
    assert journal.reading.entry(entry.id).sensitivity is level
