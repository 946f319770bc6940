"""The field under a promise: another day, a smaller step, or letting go."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.widgets.promise_change import PromiseChange

TODAY = date(2026, 3, 12)


@pytest.fixture
def made(qtbot, theme):
    """`made("move")`; `heard` is what it told."""

    def make(kind):
        change = PromiseChange(theme, kind, "ask Wren", TODAY)
        change.heard = []
        for name in ("moved", "shrunk", "let_go"):
            signal = getattr(change, name)
            signal.connect(lambda value, name=name: change.heard.append((name, value)))
        change.closed.connect(lambda: change.heard.append("closed"))
        qtbot.addWidget(change)
        change.show()
        change.activateWindow()
        return change

    return make


def test_it_is_moved_to_a_day_once_there_is_one(made):
    change = made("move")
    assert not change.act.isEnabled()
    change.day._chips.chip("7").click()
    change.act.click()
    assert change.heard == [("moved", date(2026, 3, 19))]


def test_a_smaller_step_begins_with_the_words_of_now(qtbot, made):
    change = made("smaller")
    assert change.line.edit.selectedText() == "ask Wren"
    qtbot.keyClicks(change.line.edit, " greet  Wren ")
    qtbot.keyClick(change.line.edit, Qt.Key.Key_Return)
    assert change.heard == [("shrunk", "greet Wren")]


def test_an_empty_step_is_not_one(qtbot, made):
    change = made("smaller")
    qtbot.keyClick(change.line.edit, Qt.Key.Key_Backspace)
    qtbot.keyClick(change.line.edit, Qt.Key.Key_Return)
    assert not change.act.isEnabled()
    assert change.heard == []


@pytest.mark.parametrize("why", ["", "another way"])
def test_letting_go_needs_no_reason(qtbot, made, why):
    change = made("let_go")
    qtbot.keyClicks(change.line.edit, why)
    change.act.click()
    assert change.heard == [("let_go", why)]


@pytest.mark.parametrize("kind", ["move", "smaller", "let_go"])
def test_escape_leaves_it_as_it_is(qtbot, made, kind):
    change = made(kind)
    qtbot.keyClick(change, Qt.Key.Key_Escape)
    assert change.heard == ["closed"]


@pytest.mark.parametrize("kind", ["move", "smaller", "let_go"])
def test_one_begins_in_its_field(qtbot, made, kind):
    change = made(kind)
    field = change.day if kind == "move" else change.line
    change.focus_first()
    qtbot.waitUntil(lambda: field.isAncestorOf(QApplication.focusWidget() or change), timeout=5_000)


def test_what_was_moved_twice_asks_first_whether_a_smaller_one_would_do(qtbot, theme):
    change = PromiseChange(theme, "move", "ask Wren", TODAY, moved=2)
    qtbot.addWidget(change)
    change.show()
    change.activateWindow()
    change.focus_first()
    assert "moved twice" in change._asks.text()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is change.smaller, timeout=5_000)
    with qtbot.waitSignal(change.smaller_asked, timeout=5_000):
        change.smaller.click()


def test_it_can_be_moved_once_more_all_the_same(qtbot, theme):
    change = PromiseChange(theme, "move", "ask Wren", TODAY, moved=4)
    qtbot.addWidget(change)
    change.show()
    assert "moved 4 times" in change._asks.text()
    change.day._chips.chip("7").click()
    with qtbot.waitSignal(change.moved, timeout=5_000):
        change.act.click()


def test_what_was_not_moved_is_not_asked_about(made):
    assert made("move").smaller.isHidden()
    assert made("smaller").smaller.isHidden()
