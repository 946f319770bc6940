import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.line_field import LineField


@pytest.fixture
def window(qtbot, theme):
    made = QMainWindow()
    page = QWidget()
    column = QVBoxLayout(page)
    made.buttons = [Button(theme, "One"), Button(theme, "Two")]
    made.field = LineField(theme, "Name")
    for widget in (*made.buttons, made.field):
        column.addWidget(widget)
    made.setCentralWidget(page)
    made.ring = FocusRing(made, theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.buttons[0].setFocus()
    return made


def test_tab_shows_the_ring_around_what_has_the_focus(qtbot, window):
    qtbot.keyClick(window.buttons[0], Qt.Key.Key_Tab)
    qtbot.waitUntil(window.ring.isVisible)
    button = window.buttons[1]
    middle = button.mapTo(window, button.rect().center())
    assert window.ring.geometry().contains(middle)


def test_a_click_shows_no_ring(qtbot, window):
    qtbot.mouseClick(window.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.wait(10)
    assert not window.ring.isVisible()


def test_a_click_takes_the_ring_away(qtbot, window):
    qtbot.keyClick(window.buttons[0], Qt.Key.Key_Tab)
    qtbot.waitUntil(window.ring.isVisible)
    qtbot.mouseClick(window.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.ring.isVisible())


def test_a_text_field_has_its_border_and_no_ring(qtbot, window):
    window.buttons[1].setFocus()
    qtbot.keyClick(window.buttons[1], Qt.Key.Key_Tab)
    qtbot.wait(10)
    assert window.field.edit.hasFocus()
    assert not window.ring.isVisible()
