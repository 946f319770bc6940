"""Step 1."""

import pytest

from ally_journal.domain.share_fields import DEFAULT_FIELDS, Field
from ui.widgets.sharing.choose_card import ChooseCard


@pytest.fixture
def card(desk, sharing, shown):
    return shown(ChooseCard(desk, sharing), width=318, height=800)


def test_the_defaults_are_ticked_and_nothing_else(card):
    assert {field for field, check in card.fields.items() if check.isChecked()} == DEFAULT_FIELDS


def test_a_tick_lets_a_field_go_along(card, sharing):
    card.fields[Field.STORY].click()
    card.fields[Field.PLANS].click()
    assert sharing.fields == (DEFAULT_FIELDS | {Field.STORY}) - {Field.PLANS}


def test_the_question_and_the_name_are_taken(card, sharing, qtbot):
    qtbot.keyClicks(card.question, "What now?")
    qtbot.keyClicks(card.called.edit, "Marigold")
    assert sharing.choice.question == "What now?"
    assert sharing.choice.sender == "Marigold"


def test_what_was_chosen_is_shown_again(card, sharing):
    sharing.ask_for("What now?")
    sharing.set_field(Field.NOTES, on=True)
    card.follow()
    assert card.question.text() == "What now?"
    assert card.fields[Field.NOTES].isChecked()


def test_forgotten_it_holds_nothing(card, qtbot):
    qtbot.keyClicks(card.question, "What now?")
    card.forget()
    assert card.question.text() == ""
    assert not card.question.document().isUndoAvailable()
