"""What was written, and what comes next."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ally_journal.domain.preview import SentRow
from ui.models.share_saving import Saved, SealOrder
from ui.widgets.sharing.done_card import DoneCard
from ui.widgets.sharing.six_words import SixWords


@pytest.fixture
def card(desk, shown):
    return shown(DoneCard(desk, SixWords(desk)), width=680, height=600)


def saved(order, missing=()):
    made = datetime(2026, 3, 12, tzinfo=UTC)
    row = SentRow("s", made, order.form, "", (), (), 0, missing=missing)
    return Saved(row, Path("/home/me/packet.age"), order)


def steps(card):
    return " ".join(line.text() for line in card._lines)


def test_the_words_stand_there_once_more(card):
    card.show_saved(saved(SealOrder("packet", passphrase="teal reef")))
    assert card._words.isVisible()
    assert card._words.other.isHidden()
    assert "six words another way" in steps(card)


def test_a_key_needs_no_words(card):
    card.show_saved(saved(SealOrder("packet", recipient="age1x")))
    assert not card._words.isVisible()
    assert "Only the coach with that key" in steps(card)


def test_what_is_open_is_said_to_be(card):
    card.show_saved(saved(SealOrder("pdf")))
    assert "can read it" in steps(card)


def test_forgotten_it_holds_nothing(card):
    card.show_saved(saved(SealOrder("pdf")))
    card.forget()
    assert steps(card) == ""


def test_characters_that_no_font_has_are_named(card):
    card.show_saved(saved(SealOrder("pdf"), ("\U000f0000",)))
    assert "U+F0000" in steps(card)
