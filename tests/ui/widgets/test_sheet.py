import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.line_field import LineField
from ui.widgets.menu import Menu
from ui.widgets.sheet import Sheet
from ui.widgets.toast import Toast


@pytest.fixture
def window(qtbot, theme):
    made = QMainWindow()
    page = QWidget()
    made.behind = Button(theme, "Behind")
    QVBoxLayout(page).addWidget(made.behind)
    made.setCentralWidget(page)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    made.behind.setFocus()
    return made


@pytest.fixture
def sheet(window, theme):
    made = Sheet(theme, window, "Move it?", "It waits there.", safe="Keep it", other="Move")
    made.content.addWidget(Check(theme, "The promise too"))
    made.open()
    return made


def test_the_safe_choice_has_the_focus(sheet):
    assert sheet.safe_button.hasFocus()


def test_tab_goes_round_inside_the_sheet(qtbot, window, sheet):
    seen = set()
    for _ in range(6):
        now = QApplication.focusWidget()
        seen.add(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert window.behind not in seen
    assert len(seen) == 3


def test_escape_is_the_safe_choice_and_gives_the_focus_back(qtbot, window, sheet):
    with qtbot.waitSignals([sheet.safe_taken, sheet.closed]):
        qtbot.keyClick(sheet.safe_button, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.behind


def test_where_what_had_the_focus_is_gone_what_stands_nearest_gets_it(qtbot, window, sheet, theme):
    after = Button(theme, "In its place")
    window.centralWidget().layout().addWidget(after)
    window.behind.deleteLater()
    qtbot.waitUntil(lambda: not isValid(window.behind))
    sheet.close_sheet()
    assert window.focusWidget() is after


def test_a_focus_that_the_page_moved_meanwhile_stays(qtbot, window, sheet, theme):
    first, moved = Button(theme, "First"), Button(theme, "Moved to")
    for one in (first, moved):
        window.centralWidget().layout().addWidget(one)
        one.show()
    window.behind.hide()
    moved.setFocus()
    sheet.close_sheet()
    assert window.focusWidget() is moved


def test_a_sheet_in_the_place_of_another_has_the_focus_and_gives_it_back(window, sheet, theme):
    second = Sheet(theme, window, "When?", safe="Not now")
    sheet.other_taken.connect(second.open)
    sheet.other_button.click()
    assert second.safe_button.hasFocus()
    second.close_sheet()
    assert window.focusWidget() is window.behind


def test_the_other_choice_is_told(qtbot, sheet):
    with qtbot.waitSignal(sheet.other_taken):
        sheet.other_button.click()


@pytest.mark.parametrize(("keys", "works"), [("Ctrl+N", False), ("Ctrl+H", True)])
def test_only_hide_lock_and_support_work_over_a_sheet(qtbot, window, sheet, keys, works):
    shortcut = QShortcut(QKeySequence(keys), window)
    heard = []
    shortcut.activated.connect(lambda: heard.append(keys))
    key = QKeySequence(keys)[0].key()
    qtbot.keyClick(sheet.safe_button, key, Qt.KeyboardModifier.ControlModifier)
    assert bool(heard) == works


def test_the_sheet_stays_in_a_small_window(qtbot, window, sheet):
    window.resize(400, 300)
    assert sheet.rect().contains(sheet.paper.geometry())


def test_a_toast_has_a_way_back(qtbot, window, theme):
    toast = Toast(window, theme)
    undone = []
    toast.say("Moved to the trash.", "Undo", lambda: undone.append(True))
    toast._link.click()
    assert undone == [True]
    assert not toast.isVisible()


def test_a_toast_shows_its_whole_sentence(qtbot, window, theme):
    theme.choose(percent=150)
    toast = Toast(window, theme)
    toast.say("Moved to the trash.", "Undo")
    assert toast._text.width() >= toast._text.sizeHint().width()


def test_a_menu_item_does_its_act(qtbot, window, theme):
    menu = Menu(theme, window)
    done = []
    action = menu.item("Copy & keep", "file", "Ctrl C", then=lambda: done.append(True))
    action.trigger()
    assert done == [True]


def test_a_menu_is_wide_enough_for_words_and_keys(qtbot, window, theme):
    menu = Menu(theme, window)
    menu.item("Move to the trash…", "trash", "Del")
    assert menu.sizeHint().width() >= 272


@pytest.mark.parametrize("words", ["Short.", "Many words in a row. " * 20])
def test_with_room_nothing_scrolls(qtbot, theme, words):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    sheet = Sheet(theme, host, "A question?", words, safe="Keep it", other="Go on")
    sheet.content.addWidget(LineField(theme, "A field"))
    sheet.open()
    qtbot.waitUntil(lambda: sheet._scroll.verticalScrollBar().maximum() == 0)


def test_without_room_the_words_scroll_and_the_buttons_stay(qtbot, theme):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 300)
    host.show()
    sheet = Sheet(theme, host, "A question?", "Many words. " * 60, safe="Keep it", other="Go on")
    sheet.open()
    qtbot.waitUntil(lambda: sheet._scroll.verticalScrollBar().maximum() > 0)
    assert sheet.paper.geometry().bottom() < host.height()
    assert sheet.safe_button.height() == sheet.safe_button.sizeHint().height()


@pytest.mark.parametrize(("height", "is_cut"), [(300, True), (700, False)])
def test_a_line_above_the_buttons_tells_that_there_is_more(qtbot, theme, height, is_cut):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, height)
    host.show()
    sheet = Sheet(theme, host, "A question?", "Many words. " * 20, safe="Keep it", other="Go on")
    sheet.open()
    qtbot.waitUntil(lambda: sheet._cuts.below.isVisible() == is_cut)
    assert not sheet._cuts.above.isVisible()
