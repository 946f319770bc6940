from datetime import UTC, date, datetime

import pytest

from ally_journal.domain.entry import Answer, Draft, Entry
from ally_journal.domain.practice import Kind, Option, Part, Practice, Step
from ally_journal.domain.practice_files import PracticeLibrary, load_built_in
from ally_journal.domain.walk import Walk
from ally_journal.services import composing
from ally_journal.storage.stamps import Stamp

NOW = datetime(2026, 3, 12, 18, 42, tzinfo=UTC)
TODAY = date(2026, 3, 12)
STAMP = Stamp(NOW, "UTC", TODAY)
MOOD = (Option("calm", "calm"), Option("low", "a bit low"))
PRACTICE = Practice(
    id="moss",
    version=3,
    title="Moss",
    minutes="2",
    closing="Done.",
    steps=(
        Step("mood", "How?", Kind.CHOICES, options=MOOD),
        Step("level", "How much?", Kind.SCALE),
        Step("what", "What?", Kind.LONG),
        Step("who", "Who?", Kind.PEOPLE),
        Step(
            "both",
            "Both?",
            Kind.LONG,
            parts=(Part("text", Kind.LONG), Part("with", Kind.PEOPLE)),
        ),
    ),
)
ANSWERS = {
    "mood": ["low"],
    "level": 7,
    "what": "\n A stone\nunder water",
    "who": ["Wren", "Fern"],
    "both": {"text": "Ivy", "with": ["Wren", "Slate"]},
}


def walk(**answers):
    return Walk.start(PRACTICE, answers=answers or ANSWERS)


def draft(**more):
    return Draft("id", "moss", 3, NOW, "UTC", TODAY, **more)


def test_an_entry_holds_the_answers_with_the_wording_of_the_day():
    made = composing.entry(draft(), walk(), STAMP)
    assert made.answers[1] == Answer("level", "How much?", "scale", 7)
    assert (made.title, made.event, made.practice_version) == ("A stone", "id", 3)


def test_everybody_named_in_any_step_is_in_the_entry_once():
    assert composing.entry(draft(), walk(), STAMP).people == ("Wren", "Fern", "Slate")


def test_a_title_that_was_given_wins_and_its_blanks_are_folded():
    assert composing.title(PRACTICE, (), "  The \n call ") == "The call"


def test_without_written_words_the_practice_gives_its_name():
    answers = (Answer("mood", "How?", "choices", ["low"]),)
    assert composing.title(PRACTICE, answers) == "Moss"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("word " * 11 + "overlong", ("word " * 11).strip() + "…"),
    ],
)
def test_a_long_line_is_cut_between_words(text, title):
    assert composing.title(PRACTICE, (Answer("what", "?", "long", text),)) == title


def test_words_have_an_excerpt_of_what_was_written_and_all_text_to_search():
    words = composing.words(PRACTICE, ANSWERS)
    assert words.excerpt == "A stone under water Ivy"
    assert "a bit low" in words.body
    assert "7" in words.body.splitlines()


def test_without_written_words_the_excerpt_says_what_was_chosen():
    assert composing.words(PRACTICE, {"mood": ["low"], "level": 7}).excerpt == "a bit low"


def test_an_edit_keeps_answers_to_steps_that_are_gone():
    gone = Answer("old", "An old question?", "text", "still here")
    before = Entry(
        "id", "moss", 2, "Old", TODAY, NOW, NOW, "UTC", (gone,), people=("Wren",), star=True
    )
    after = composing.revised(before, draft(), walk(what="New"), STAMP)
    assert after.answers == (Answer("what", "What?", "long", "New"), gone)
    assert (after.star, after.people, after.title) == (True, ("Wren",), "New")


def test_answers_of_a_practice_that_is_not_here_can_be_searched_as_they_stand():
    answers = (
        Answer("a", "?", "parts", {"in": ["moss", "ivy"], "of": 3}),
        Answer("b", "?", "text", "fern"),
    )
    found = composing.searchable(load_built_in(), "not here", answers, ["a later note"])
    assert found == "moss\nivy\n3\nfern\na later note"


def test_what_is_told_of_an_answer_holds_no_id():
    library = PracticeLibrary.of([PRACTICE])
    assert composing.told(library, "moss", "mood", ["low", "not-there-now"]) == "a bit low"
    assert composing.told(library, "moss", "mood", ["not-there-now"]) == ""
    assert composing.told(library, "moss", "gone", ["low"]) == ""
    assert composing.told(library, "not-here", "mood", ["low"]) == ""


def test_a_figure_alone_tells_nothing_in_a_row():
    assert composing.told(PracticeLibrary.of([PRACTICE]), "moss", "level", 7) == ""


@pytest.mark.parametrize(
    ("text", "title"), [("---\n## The *months*", "The months"), ("---", "Moss"), ("#", "#")]
)
def test_a_title_out_of_a_page_is_its_first_plain_words(text, title):
    assert composing.title(PRACTICE, (Answer("what", "?", "long", text),)) == title
