"""While an entry that never leaves is edited, its words move inside it alone."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ally_journal.domain.entry import Sensitivity
from ui.models.entry_levels import copied_inside
from ui.widgets.answer import Answer
from ui.widgets.practice.inner_clipboard import InnerClipboard

CONTROL = Qt.KeyboardModifier.ControlModifier


def walk_of(page):
    return SimpleNamespace(entry=SimpleNamespace(sensitivity=page.level))


@pytest.fixture
def page(qtbot, locked_desk, theme):
    """Two fields of a page that edits an entry; `level` is how far that may go."""
    made = QWidget()
    qtbot.addWidget(made)
    made.level = Sensitivity.NEVER
    made.answer, made.line = Answer(theme, "What happened?"), QLineEdit()
    column = QVBoxLayout(made)
    column.addWidget(made.answer)
    column.addWidget(made.line)
    made.inner = InnerClipboard(locked_desk, made, lambda: walk_of(made))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=5_000)
    QGuiApplication.clipboard().setText("before")
    return made


def test_copied_words_do_not_reach_the_clipboard_and_can_be_pasted_here(page, qtbot, told):
    page.answer.set_text("Fern told\nme.")
    page.answer.setFocus()
    page.answer.selectAll()
    qtbot.keyClick(page.answer, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "before"
    page.line.setFocus()
    qtbot.keyClick(page.line, Qt.Key.Key_V, CONTROL)
    assert page.line.text() == "Fern told me."
    assert told == [copied_inside()]


def test_what_is_cut_is_not_lost(page, qtbot):
    page.line.setText("Fern")
    page.line.setFocus()
    page.line.selectAll()
    qtbot.keyClick(page.line, Qt.Key.Key_X, CONTROL)
    assert page.line.text() == ""
    assert QGuiApplication.clipboard().text() == "before"
    page.answer.setFocus()
    qtbot.keyClick(page.answer, Qt.Key.Key_V, CONTROL)
    assert page.answer.text() == "Fern"


def test_the_menu_says_so_and_a_drag_has_nothing_to_carry(page, told):
    page.answer.set_text("Fern told me.")
    page.answer.setFocus()
    page.answer.selectAll()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(page.answer.viewport(), event)
    assert told == [copied_inside()]
    assert page.answer.createMimeDataFromSelection().formats() == []


def test_what_was_copied_elsewhere_is_pasted_as_ever(page, qtbot):
    page.answer.setFocus()
    qtbot.keyClick(page.answer, Qt.Key.Key_V, CONTROL)
    assert page.answer.text() == "before"


def test_other_entries_are_copied_as_ever(page, qtbot):
    page.level = Sensitivity.PRIVATE
    page.line.setFocus()
    page.answer.set_text("Moss.")
    page.answer.setFocus()
    page.answer.selectAll()
    qtbot.keyClick(page.answer, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Moss."


def test_a_lock_forgets_it(page, qtbot, locked_desk):
    page.line.setText("Fern")
    page.line.setFocus()
    page.line.selectAll()
    qtbot.keyClick(page.line, Qt.Key.Key_C, CONTROL)
    locked_desk.closed.emit(True)
    assert page.inner._text == ""
