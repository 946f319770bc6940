"""The page with its key, and what is done on it."""

import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.share_fields import Field
from ui.widgets.button import Button
from ui.widgets.sharing.read_card import ReadCard


@pytest.fixture
def card(theme, shown, chosen):
    card = shown(ReadCard(theme, chosen), width=640, height=700)
    chosen.previewed.connect(card.follow)
    return card


def put_caret(card, words):
    cursor = card.paper.textCursor()
    cursor.setPosition(card.paper.toPlainText().index(words) + 1)
    card.paper.setTextCursor(cursor)


def test_b_blanks_control_z_brings_back_and_control_shift_z_blanks_again(card, previewed, qtbot):
    put_caret(card, "twice")
    control = Qt.KeyboardModifier.ControlModifier
    previewed(lambda: qtbot.keyClick(card.paper, Qt.Key.Key_B))
    assert "twice" not in card.paper.toPlainText()
    previewed(lambda: qtbot.keyClick(card.paper, Qt.Key.Key_Z, control))
    assert "twice" in card.paper.toPlainText()
    both = control | Qt.KeyboardModifier.ShiftModifier
    previewed(lambda: qtbot.keyClick(card.paper, Qt.Key.Key_Z, both))
    assert "twice" not in card.paper.toPlainText()


def test_the_key_says_who_was_who(card):
    assert any(words.endswith("was Wren") for words in card.key.words)


def test_a_leak_is_blanked_by_its_button(card, desk, chosen, previewed):
    previewed(lambda: chosen.ask_for("What about Junipr?"))
    blank = next(b for b in card.leaks.rows[0].findChildren(Button) if b.text() == "Blank it")
    previewed(blank.click)
    assert "Junipr" not in card.paper.toPlainText()
    assert card.leaks.isHidden()


def test_looking_at_a_leak_selects_it(card, chosen, previewed):
    previewed(lambda: chosen.ask_for("What about Junipr?"))
    card.leaks.look_asked.emit(chosen.preview.leaks[0])
    assert card.paper.textCursor().selectedText() == "Junipr"


def test_nothing_is_blanked_while_the_page_is_made_anew(card, chosen):
    put_caret(card, "twice")
    chosen.ask_for("Something else?")
    card.blank_picked()
    assert not chosen.can_undo


def test_it_says_what_redaction_cannot_do(card):
    assert "no anonymity" in card._guess.text()
    assert "Not a work record" in card._foot.text()


def test_forgotten_it_holds_nothing(card):
    card.forget()
    assert card.paper.toPlainText() == ""
    assert card.key.words == ()


def test_an_entry_with_nothing_but_its_title_is_told(card, chosen, previewed):
    assert card.stays.isHidden()
    previewed(lambda: chosen.set_field(Field.STORY, on=False))
    assert card.stays.text().startswith("One entry has only its title")


def test_when_the_last_leak_is_answered_the_keyboard_goes_on_to_the_page(card, chosen, previewed):
    previewed(lambda: chosen.ask_for("What about Junipr?"))
    blank = next(b for b in card.leaks.rows[0].findChildren(Button) if b.text() == "Blank it")
    blank.setFocus()
    previewed(blank.click)
    assert card.paper.hasFocus()


def test_when_a_leak_is_answered_the_keyboard_goes_on_to_the_next(card, chosen, previewed):
    previewed(lambda: chosen.ask_for("What about Junipr, and about Juniprs?"))
    assert len(card.leaks.rows) > 1
    card.leaks.rows[0].findChildren(Button)[0].setFocus()
    previewed(card.leaks.rows[0].findChildren(Button)[0].click)
    assert card.leaks.is_held


def test_blanking_a_word_leaves_the_page_where_it_is(card, previewed, qtbot):
    put_caret(card, "twice")
    card.paper.setFocus()
    places = []
    before = card.paper.cursorRect().top()
    card.caret_moved.connect(lambda rect: places.append(rect.top()))
    previewed(lambda: qtbot.keyClick(card.paper, Qt.Key.Key_B))
    at = card.paper.mapTo(card, card.paper.cursorRect().topLeft()).y()
    assert before == card.paper.cursorRect().top()
    assert set(places) <= {at}
