"""The card of the lens: one word, one question, ways on of the same weight."""

import pytest
from PySide6.QtTest import QSignalSpy

from ally_journal.domain.lens import Hit
from ui.widgets.practice.lens_card import LensCard

PLAIN = Hit(0, 14, "clearly\nwanted", "M2", "What would a camera have seen?", "Guessing a mind")
HEAVY = Hit(0, 13, "I hate myself", "X4", "Do you want to pause?", "Hard on yourself", support=True)


@pytest.fixture
def card(qtbot, theme):
    card = LensCard(theme)
    qtbot.addWidget(card)
    card.resize(680, 130)
    card.show()
    qtbot.waitExposed(card)
    card.show_hit(PLAIN)
    return card


def shown(card):
    return [
        one.text() for one in (card.support, card.change, card.keep, card.mute) if one.isVisible()
    ]


def test_it_shows_the_words_in_one_line_and_the_question(card):
    assert card.words.text() == "“clearly wanted”  What would a camera have seen?"
    assert card.accessibleName().startswith("A word to look at again. “clearly wanted”")


def test_changing_keeping_and_not_being_asked_again_stand_side_by_side(card):
    assert shown(card) == ["Change it", "Keep it", "Do not ask about this again"]
    assert card.change.height() == card.keep.height() == card.mute.height()


def test_where_it_is_heavy_support_stands_first_and_no_words_are_mended(card):
    card.show_hit(HEAVY)
    assert shown(card) == ["Open Support", "Keep it", "Do not ask about this again"]


@pytest.mark.parametrize("name", ["change", "keep", "mute", "support"])
def test_each_button_says_what_was_chosen(card, name):
    spy = QSignalSpy(getattr(card, f"{name}_asked"))
    getattr(card, name).click()
    assert spy.count() == 1


def test_a_narrow_card_has_no_note_and_keeps_its_buttons_whole(card):
    notes = [card._note.isVisible()]  # what only the eye sees
    card.resize(360, 200)
    notes.append(card._note.isVisible())
    assert notes == [True, False]
    assert all(one.geometry().right() <= card.width() for one in (card.change, card.mute))


def test_it_follows_the_text_size(card, theme):
    before = card.sizeHint().height()
    theme.choose(percent=150)
    assert card.sizeHint().height() > before
    theme.choose(percent=100)
