"""The monthly and weekly reviews say what was done, then what is still undone."""

import pytest

from ally_journal.domain.promise import PromiseState
from ui.pages.practice import PracticePage
from ui.places import PracticePlace
from ui.widgets.practice.below_note import BelowNote
from ui.widgets.practice.month_note import MonthNote


@pytest.fixture
def at(desk, shown, settle):
    """A journal with two promises and five catches, at a step: `at("monthly", "sum")`."""

    def fill(journal):
        for act in ("ask Wren", "thank Fern"):
            answers = {"wish": act, "ifthen": {"if": "we meet", "then": act}, "due": "2026-03-13"}
            journal.writing.write("plan", answers)
        first = journal.promises.all()[0]
        for _time in range(5):
            _entry, change = journal.writing.write(
                "catch", {"what": "x", "when_noticed": "same day", "set_off": ["rush"]}
            )
        journal.writing.write("action", {"did": "x", "timing": "planned", "level": "group"})
        return change | journal.promises.settle(first.id, PromiseState.DONE)

    def begin(practice, step, *, empty=False):
        if not empty:
            desk.write(fill)
        page = shown(PracticePage(desk), PracticePlace(practice), 1000, 700)
        settle(desk)
        while page.session.walk.current.key != step:
            page.session.skip()
            settle(desk)
        settle(desk)
        return page

    return begin


def test_the_month_stands_there_at_a_glance(at):
    note = at("monthly", "sum").view.editor
    assert isinstance(note, MonthNote)
    assert note.value() is None
    assert list(note.parts) == [
        "What was done", "Still undone", "What you noticed", "What set it off",
    ]  # fmt: skip
    assert "then I will" in note.parts["What was done"]
    assert note.parts["What set it off"] == "Rush five times."


def test_an_empty_month_is_fine(at):
    note = at("monthly", "sum", empty=True).view.editor
    assert note.parts["Still undone"] == "Nothing is open on your list."
    assert "What you noticed" not in note.parts


@pytest.mark.parametrize(
    ("practice", "step", "words"),
    [
        ("monthly", "cue", "Rush five times."),
        ("monthly", "grid", "Noted in March: planned, for a group."),
        ("weekly", "sooner", "You caught five things: five the same day."),
    ],
)
def test_a_question_has_what_is_known_below_it(at, practice, step, words):
    note = at(practice, step).view.findChild(BelowNote)
    assert note.sentences == (words,)
    assert note.isVisible()


@pytest.mark.parametrize(("practice", "step"), [("weekly", "undone"), ("monthly", "visible")])
def test_what_is_undone_stands_after_what_was_done(at, practice, step):
    done, undone = at(practice, step).view.findChild(BelowNote).sentences
    assert {"ask Wren" in done, "ask Wren" in undone} == {True, False}


def test_where_nothing_is_known_nothing_stands_there(at):
    assert not at("weekly", "sooner", empty=True).view.findChild(BelowNote).isVisible()
