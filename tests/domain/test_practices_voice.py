"""How the practices and the help pages speak, and what every practice has."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from ally_journal.domain.help_pages import load_help
from ally_journal.domain.list_item import LISTS
from ally_journal.domain.practice_checks import GROUPS
from ally_journal.domain.support_page import load_support
from tests.domain.practice_walks import LIBRARY
from tests.domain.reading_grade import grade, sentences_in, syllables, words_in

PRACTICES = LIBRARY.all()
MOST_GRADE = 8
LONGEST = 28
"""Words in one sentence of a practice."""

UNWANTED = re.compile(
    r"!|\b(?:should|shouldn[’']t|must|ought to have|you are (?:a|an|so|too)|good (?:ally|person)"
    r"|well done|great|awesome|amazing|excellent|perfect|proud of you|congrat\w*|bravo|kudos"
    r"|fail(?:ed|ure|s)?|forgiv\w+|guilty of|shame on|blame yourself|your fault|bad person|racist"
    r"|sexist|bigot\w*|toxic|woke|victim\w*|unbiased|proven|reduces? bias|score[ds]?|streak lost"
    r"|simply|obviously|just (?:do|try|be))\b",
    re.IGNORECASE,
)
ALLOWED = {
    "Leave out asking to be forgiven.",
    "Made from your entries. Nothing is scored; a quiet week is fine.",
    "That is not a fault of yours.",
}
"""Lines that say the opposite of an unwanted word."""


def prose_of(practice):
    """The sentences of a practice: all but the labels of its options and its title."""
    yield from (practice.closing, practice.situation, practice.opening)
    for step in practice.steps:
        yield from (step.question, step.help)
        yield from (hint.text for hint in step.hints)
        yield from (part.label for part in step.parts)
    yield from (one.label for one in practice.offers)
    yield from (one.label for one in practice.follow_ups)
    yield from (one.line for one in practice.support)
    yield from (one.text for one in practice.closings)


def labels_of(practice):
    """All else that a person may read of a practice."""
    yield from (practice.title, practice.tagline, practice.line)
    for step in practice.steps:
        for asked in (step, *step.parts):
            yield from (asked.low, asked.high, *asked.points)
            yield from (option.label for option in asked.options)


PROSE = {one.id: [text for text in prose_of(one) if text] for one in PRACTICES}
LABELS = {one.id: [text for text in labels_of(one) if text] for one in PRACTICES}
SOURCE = re.compile(r"\*[^*]+\*")
"""A paragraph of a help page that only names works."""

HELP = {
    page.key: [one for one in (page.title, *page.text.split("\n\n")) if not SOURCE.fullmatch(one)]
    for page in load_help()
}


@pytest.mark.parametrize("practice", PROSE)
def test_the_voice_is_kept(practice):
    said = [*PROSE[practice], *LABELS[practice]]
    assert [text for text in said if UNWANTED.search(text) and text not in ALLOWED] == []


@pytest.mark.parametrize("name", HELP)
def test_the_voice_of_the_help_is_kept(name):
    unwanted = re.compile(r"!|\b(?:should|good ally|well done|fail(?:ed|ure)?)\b", re.IGNORECASE)
    assert [text for text in HELP[name] if unwanted.search(text)] == []


@pytest.mark.parametrize("practice", PROSE)
def test_a_practice_reads_at_grade_eight_at_most(practice):
    assert grade(PROSE[practice]) <= MOST_GRADE


@pytest.mark.parametrize("practice", PROSE)
def test_no_single_text_of_a_practice_is_hard(practice):
    longer = [text for text in PROSE[practice] if len(words_in(text)) >= 8]
    assert [text for text in longer if grade([text]) > MOST_GRADE] == []
    sentences = [one for text in PROSE[practice] for one in sentences_in(text)]
    assert max(len(words_in(one)) for one in sentences) <= LONGEST


@pytest.mark.parametrize("name", HELP)
def test_a_help_page_reads_at_grade_eight_at_most(name):
    assert grade(HELP[name]) <= MOST_GRADE


@pytest.mark.parametrize(
    ("word", "number"),
    [("judgement", 3), ("asked", 1), ("wanted", 2), ("name", 1), ("little", 2), ("someone", 2),
     ("the", 1), ("idea", 2), ("makes", 1), ("wishes", 2), ("curious", 2), ("quiet", 2)],
)  # fmt: skip
def test_syllables_are_counted_about_right(word, number):
    assert abs(syllables(word) - number) <= (word in {"idea", "curious", "wishes"})


def test_the_grade_tells_plain_from_hard():
    assert grade(["The cat sat on the mat."]) < 2
    hard = "Institutional accountability necessitates continuous interdisciplinary deliberation."
    assert grade([hard]) > 20


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda one: one.id)
def test_every_practice_has_its_words_and_its_place(practice):
    assert practice.closing.endswith(".")
    assert practice.group in GROUPS
    assert practice.source == "built in"
    assert practice.situation
    assert not practice.listed or practice.opening


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda one: one.id)
def test_every_question_and_help_is_a_sentence(practice):
    for step in practice.steps:
        assert step.kind == "note" or step.question[-1] in "?.…”"
        assert not step.help or step.help[-1] in ".?…”"


def test_each_file_is_named_for_its_practice():
    assert [one.id for one in PRACTICES] == sorted(one.id for one in PRACTICES)
    wanted = {
        "gate", "checkin", "catch", "debrief", "bias_check", "mistake", "mistake_followup",
        "action", "seek_prep", "seek_debrief", "reaction", "label_lens", "culture", "belonging",
        "scan", "feedback", "needed_ally", "plan", "weekly", "monthly", "facts", "free",
    }  # fmt: skip
    assert wanted <= {one.id for one in PRACTICES}


def test_today_has_its_eight_rows():
    assert [one.opening for one in LIBRARY.today()] == [
        "A talk was hard", "I slipped up", "I caught a snap judgement",
        "I did something for someone", "Someone stood by me", "Something felt off",
        "Someone told me a hard thing", "I needed an ally",
    ]  # fmt: skip


def test_each_group_is_listed_in_its_order():
    listed = {group: [one.id for one in LIBRARY.listed() if one.group == group] for group in GROUPS}
    assert listed == {
        "happened": ["debrief", "mistake", "feedback", "reaction", "action", "belonging",
                     "needed_ally", "catch"],
        "closer": ["bias_check", "label_lens", "scan", "culture", "seek_prep", "seek_debrief"],
        "going": ["checkin", "plan", "weekly", "monthly"],
        "free": ["free", "facts"],
    }  # fmt: skip


def test_what_hurt_is_never_a_target():
    events = {
        "debrief", "mistake", "reaction", "feedback", "catch", "needed_ally", "facts", "gate",
    }  # fmt: skip
    by_themselves = {one.id for one in PRACTICES if not one.listed}
    assert not any(LIBRARY.get(one).schedulable for one in events | by_themselves)
    habits = {"checkin", "weekly", "monthly", "belonging", "scan", "label_lens", "culture", "plan",
              "seek_prep"}  # fmt: skip
    assert all(LIBRARY.get(one).schedulable for one in habits)


def test_what_comes_by_itself_is_not_listed():
    hidden = {one.id for one in PRACTICES if not one.listed}
    assert hidden >= {
        "gate", "how_now", "mistake_followup", "action_followup", "feedback_followup",
        "label_followup", "seek_followup", "journal_fit",
    }  # fmt: skip


def test_the_support_page_begins_with_danger_and_has_four_ways():
    page = load_support()
    assert page.danger == "If you may be in danger, call your local emergency number now."
    assert [way.id for way in page.ways] == ["stop", "minute", "facts", "short"]
    assert [line.number for line in page.lines] == ["112", "988", "116 123"]


def test_the_help_pages_have_titles_and_words():
    pages = load_help()
    assert len({page.key for page in pages}) == len(pages) >= 7
    assert all(page.title and len(page.text) > 200 for page in pages)
    assert all(one.key != two.key for one, two in pairwise(pages))


def test_where_it_comes_from_names_works_and_claims_little():
    page = next(one for one in load_help() if one.key == "where")
    paragraphs = page.text.split("\n\n")
    sources = [one for one in paragraphs if SOURCE.fullmatch(one)]
    assert len(sources) >= 35
    assert all(re.search(r"(?:19|20)\d\d|AFS|Beck|alex|Ethics", one) for one in sources)
    said = " ".join(one for one in paragraphs if one not in sources)
    assert not re.search(r"\b(?:proven|proves|reduces? bias|scientifically|guarantee)", said)
    assert "No study has tested a journal like this as a whole" in said


def test_the_documentation_has_every_idea_and_names_steps_that_are_there():
    text = (Path(__file__).parents[2] / "docs" / "practices.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| [AB] L", text, re.MULTILINE)
    assert rows == [str(number) for number in range(1, 93)]
    named = re.findall(r"`([a-z_]+)\.([a-z_0-9]+)`", text)
    missing = [f"{one}.{key}" for one, key in named if LIBRARY.get(one).step(key) is None]
    assert missing == []
    lists = set(re.findall(r"list: ([a-z_]+)", text))
    assert lists <= set(LISTS)
    assert all(f"`{one.id}`" in text for one in PRACTICES if one.listed)
