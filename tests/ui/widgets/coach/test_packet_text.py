"""A paragraph of a packet: read, selected, copied as words, commented on, never edited."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ui.widgets.coach.packet_text import LONGEST, PacketText

TEXT = "Person A was at the █████ review 🌿 with Person B."


@pytest.fixture
def text(theme, qtbot):
    made = PacketText(theme, TEXT, ("Person A", "Person B"), "What happened")
    qtbot.addWidget(made)
    made.resize(500, 80)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def test_it_cannot_be_edited(text, qtbot):
    qtbot.keyClicks(text, "more")
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert text.isReadOnly()
    assert "more" not in text.toPlainText()
    assert text.accessibleName() == "What happened"


def test_enter_asks_for_a_comment(text, qtbot):
    with qtbot.waitSignal(text.comment_asked):
        qtbot.keyClick(text, Qt.Key.Key_Return)


def test_only_words_leave_it(text):
    text.selectAll()
    data = text.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text() == TEXT


def test_what_is_too_long_to_be_written_by_anybody_is_cut(theme, qtbot):
    begun = time.monotonic()
    made = PacketText(theme, "█████ " * 100_000, (), "Long")
    qtbot.addWidget(made)
    made.show()
    assert made.is_cut
    assert len(made.toPlainText()) == LONGEST
    assert time.monotonic() - begun < 3


def test_a_bar_and_a_pill_are_painted(text, theme, qtbot):
    picture = text.viewport().grab().toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    assert QColor(theme.hex("edge")).name() in seen
    assert QColor(theme.hex("soft")).name() in seen


def test_the_ring_shows_only_where_the_keyboard_led(text):
    text.clearFocus()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    assert text.is_by_key
    text.clearFocus()
    text.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not text.is_by_key
