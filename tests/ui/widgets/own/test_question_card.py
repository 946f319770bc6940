"""One question of the form: what its kind needs, and what it says is missing."""

import pytest
from PySide6.QtTest import QSignalSpy

from ally_journal.domain.practice import Kind
from ally_journal.domain.practice_form import KINDS, FormStep
from ui.widgets.own.question_card import QuestionCard, kind_words

STEP = FormStep("How?", Kind.CHOICE, "Short.", ("in person", "other"), optional=True, key="q2")


@pytest.fixture
def card(qtbot, theme):
    card = QuestionCard(theme, STEP)
    qtbot.addWidget(card)
    card.show()
    return card


def test_it_gives_back_what_it_was_given(card):
    assert card.step() == STEP


def test_every_kind_has_its_words():
    assert [key for key, _words in kind_words()] == [kind.value for kind in KINDS]


@pytest.mark.parametrize(
    ("kind", "choices", "ends"), [("choice", True, False), ("scale", False, True)]
)
def test_it_shows_what_its_kind_needs(card, kind, choices, ends):
    card.kind.set_value(kind)
    card.kind.chosen.emit(kind)
    assert (card.options.isVisible(), card.low.isVisible()) == (choices, ends)


def test_the_first_cannot_go_up_nor_the_only_one_away(card):
    card.show_place(1, 1)
    assert not any(one.isEnabled() for one in (card.up, card.down, card.remove))
    card.show_place(2, 3)
    assert all(one.isEnabled() for one in (card.up, card.down, card.remove))
    assert card.up.accessibleName() == "Up: Question 2"


def test_what_is_missing_is_said_until_it_is_written(card):
    assert not card.missing()
    card.options.set_lines([])
    assert card.missing()
    card.question.setText("")
    assert card.missing()
    assert card.question.edit.property("wrong")
    card.question.setText("Which?")
    assert not card.question.edit.property("wrong")


def test_every_change_is_told(card):
    spy = QSignalSpy(card.changed)
    card.question.setText("Which?")
    card.optional.click()
    card.low.setText("none")
    assert spy.count() == 3
