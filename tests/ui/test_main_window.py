"""The window as a whole: unlocking, locking, hiding, going about."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from shiboken6 import Shiboken

from ui.locked_places import UnlockPlace
from ui.places import (
    HelpPlace,
    JournalPlace,
    MinutePlace,
    PracticePlace,
    SettingsPlace,
    SupportPlace,
    TodayPlace,
    WelcomePlace,
)
from ui.widgets.sheet import Sheet

CONTROL = Qt.KeyboardModifier.ControlModifier
SECRET = "marzipan"


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def texts(window):
    """Everything that can be read in the window."""
    found = [one.windowTitle() for one in QApplication.topLevelWidgets()]
    for one in window.findChildren(QWidget):
        found += [one.accessibleName(), one.toolTip()]
        text = getattr(one, "text", None)
        found.append(text() if callable(text) else "")
        if isinstance(one, QTextEdit):
            found.append(one.toPlainText())
    return " ".join(found)


def test_the_right_passphrase_leads_to_the_first_page_and_then_to_today(unlock):
    assert isinstance(unlock(welcomed=False).pages.place, WelcomePlace)


def test_a_welcomed_person_stands_before_today(unlock):
    window = unlock()
    assert isinstance(window.pages.place, TodayPlace)
    assert window.sidebar.isVisible()
    assert window.sidebar.item("today").isChecked()


def test_ctrl_l_locks_and_leaves_no_page_behind(qtbot, unlock):
    window = unlock()
    page = window.pages.page()
    window.desk.visit.emit(SettingsPlace())
    press(qtbot, window, Qt.Key.Key_L, CONTROL)
    assert isinstance(window.pages.place, UnlockPlace)
    assert not window.desk.is_open
    assert not window.sidebar.isVisible()
    qtbot.waitUntil(lambda: not Shiboken.isValid(page), timeout=5_000)


def test_a_lock_leaves_nothing_to_read(qtbot, unlock, settle):
    window = unlock()
    window.desk.write(lambda journal: journal.settings.change(called=SECRET))
    settle(window.desk)
    window.desk.visit.emit(SettingsPlace("day"))
    window.desk.messages.say(f"about {SECRET}")
    assert SECRET in texts(window)
    window.lock()
    qtbot.wait(50)
    assert SECRET not in texts(window)
    assert window.windowTitle() == "Journal"


def test_what_was_being_written_is_there_after_the_lock(qtbot, unlock, settle):
    window = unlock()
    window.desk.visit.emit(PracticePlace("action"))
    settle(window.desk)
    qtbot.waitUntil(lambda: window.pages.page().view is not None, timeout=5_000)
    view = window.pages.page().view
    editors = [*view.findChildren(QTextEdit), *view.findChildren(QLineEdit)]
    qtbot.keyClicks(next(one for one in editors if one.isVisible()), SECRET)
    window.lock()
    unlock()
    drafts = []
    window.desk.ask(lambda journal: journal.reading.drafts(), drafts.extend)
    settle(window.desk)
    assert len(drafts) == 1


def test_a_question_does_not_stop_the_lock(qtbot, unlock):
    window = unlock()
    sheet = Sheet(window.theme, window, "Really?", safe="Stay", other="Go")
    sheet.open()
    press(qtbot, window, Qt.Key.Key_L, CONTROL)
    assert not window.desk.is_open
    assert not sheet.isVisible()
    qtbot.waitUntil(lambda: not Shiboken.isValid(sheet), timeout=5_000)


def test_a_page_that_fails_does_not_stop_the_lock(qtbot, unlock, monkeypatch, capfd):
    window = unlock()
    broken = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_rest: broken.append(kind))
    monkeypatch.setattr(window.pages.page(), "forget", lambda: 1 / 0)
    window.lock()
    assert broken == [ZeroDivisionError]
    assert not window.desk.is_open


def test_another_window_of_ours_is_closed_by_the_lock(qtbot, unlock):
    window = unlock()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    window.lock()
    assert not other.isVisible()


def test_our_clipboard_is_emptied_by_the_lock_and_another_s_is_not(qtbot, unlock):
    window = unlock()
    window.desk.clipboard.copy(SECRET)
    window.lock()
    assert QGuiApplication.clipboard().text() == ""
    QGuiApplication.clipboard().setText("of another program")
    window.lock()
    assert QGuiApplication.clipboard().text() == "of another program"


def test_locking_twice_and_while_opening_is_safe(qtbot, window):
    page = window.pages.page()
    qtbot.keyClicks(page.passphrase.edit, "marigold under the stairs")
    qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    window.lock()
    window.lock()
    qtbot.wait(50)
    assert not window.desk.is_open
    assert window.pages.page().passphrase.text() == ""


def test_idle_minutes_lock(unlock, clock):
    window = unlock()
    window.locking.auto_lock.due.emit()
    assert not window.desk.is_open


def test_closing_locks_first_and_remembers_the_size(qtbot, unlock, tmp_path):
    window = unlock()
    window.resize(1100, 700)
    window.close()
    assert not window.desk.is_open
    file = tmp_path / "look" / "window.toml"
    qtbot.waitUntil(file.exists, timeout=5_000)
    assert "width = 1100" in file.read_text()


def test_hide_shows_nothing_and_the_same_key_brings_it_back(qtbot, unlock):
    window = unlock()
    window.desk.visit.emit(SettingsPlace("day"))
    field = window.pages.page().day.called.edit
    field.setFocus()
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    assert window.is_hidden
    assert not field.isVisible()
    assert not window.sidebar.isVisible()
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    assert field.isVisible()
    assert window.sidebar.isVisible()
    assert QApplication.focusWidget() is field


def test_hide_hides_a_question_too(qtbot, unlock):
    window = unlock()
    sheet = Sheet(window.theme, window, "Really?", safe="Stay", other="Go")
    sheet.open()
    window.hide_now()
    assert not sheet.isVisible()
    window.hide_now()
    assert sheet.isVisible()


def test_a_lock_while_hidden_shows_nothing_until_asked(unlock):
    window = unlock()
    window.hide_now()
    window.lock()
    assert window.is_hidden
    assert not window.pages.isVisible()
    window.hide_now()
    assert window.pages.page().passphrase.isVisible()


def test_ctrl_f_goes_to_the_search(qtbot, unlock, settle):
    window = unlock()
    window.desk.write(lambda journal: journal.writing.write("free", {"text": SECRET}))
    settle(window.desk)
    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    assert isinstance(window.pages.place, JournalPlace)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_while_hidden_no_key_shows_a_page(qtbot, unlock):
    window = unlock()
    window.hide_now()
    press(qtbot, window, Qt.Key.Key_2, CONTROL)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.is_hidden
    assert isinstance(window.pages.place, TodayPlace)


def test_hide_that_asks_locks_and_comes_back_to_the_place(qtbot, unlock, settle):
    window = unlock()
    window.desk.change_settings(hide_asks=True)
    settle(window.desk)
    window.desk.visit.emit(SettingsPlace())
    window.hide_now()
    assert window.is_hidden
    assert not window.desk.is_open
    assert not window.pages.isVisible()
    window.hide_now()
    assert isinstance(window.pages.place, UnlockPlace)
    assert window.pages.page().passphrase.isVisible()
    assert not window.sidebar.isVisible()
    unlock()
    assert isinstance(window.pages.place, SettingsPlace)


def test_support_is_there_before_unlocking_and_leads_back(qtbot, window):
    qtbot.keyClicks(window.pages.page().passphrase.edit, "x")
    press(qtbot, window, Qt.Key.Key_F4)
    assert isinstance(window.pages.place, SupportPlace)
    assert QApplication.focusWidget() is window.pages.page().ways["stop"]
    press(qtbot, window, Qt.Key.Key_Escape)
    assert isinstance(window.pages.place, UnlockPlace)


def test_support_leads_back_to_the_same_caret(qtbot, unlock):
    window = unlock()
    window.desk.visit.emit(SettingsPlace("day"))
    field = window.pages.page().day.called.edit
    field.setText("Juniper")
    field.setFocus()
    field.setCursorPosition(3)
    press(qtbot, window, Qt.Key.Key_F4)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field
    assert field.cursorPosition() == 3


def test_a_minute_taken_from_support_leads_back_through_it(unlock):
    window = unlock()
    for place in (SupportPlace(), MinutePlace()):
        window.desk.visit.emit(place)
    window.desk.back_requested.emit()
    assert isinstance(window.pages.place, SupportPlace)
    window.desk.back_requested.emit()
    assert isinstance(window.pages.place, TodayPlace)


def test_no_place_of_the_journal_is_shown_while_it_is_locked(qtbot, window):
    press(qtbot, window, Qt.Key.Key_2, CONTROL)
    window.desk.visit.emit(JournalPlace())
    assert isinstance(window.pages.place, UnlockPlace)


def test_help_is_there_before_unlocking(qtbot, window):
    press(qtbot, window, Qt.Key.Key_F1)
    assert isinstance(window.pages.place, HelpPlace)


def test_keys_make_the_text_larger_and_smaller_within_bounds(qtbot, window):
    window.acts.action("larger").trigger()
    assert window.theme.percent == 110
    window.acts.action("plain_size").trigger()
    window.acts.action("smaller").trigger()
    assert window.theme.percent == 100
    assert window.desk.window_settings.text_size == 100


def test_f6_goes_from_the_sidebar_to_the_page_and_round(qtbot, unlock):
    window = unlock()
    window.desk.visit.emit(SettingsPlace())
    seen = []
    for _turn in range(3):
        press(qtbot, window, Qt.Key.Key_F6)
        seen.append(window.sidebar.isAncestorOf(QApplication.focusWidget()))
    assert seen in ([True, False, True], [False, True, False])


def test_the_sidebar_is_a_rail_where_the_window_is_narrow(unlock):
    window = unlock()
    window.resize(1000, 700)
    assert window.sidebar.width() == 64
    window.resize(1200, 700)
    assert window.sidebar.width() == 216


def test_the_window_is_never_smaller_than_900_by_600(window):
    assert (window.minimumWidth(), window.minimumHeight()) == (900, 600)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_page_asks_for_more_width_than_there_is(unlock, percent):
    window = unlock()
    window.resize(900, 600)
    window.theme.choose(percent=percent)
    for place in (SettingsPlace(), SupportPlace(), MinutePlace(), HelpPlace(), WelcomePlace()):
        window.desk.visit.emit(place)
        assert window.width() == 900


def test_a_jump_of_the_clock_locks(unlock, clock):
    window = unlock()
    clock.move(timedelta(minutes=3))
    window.locking.auto_lock.tick()
    assert not window.desk.is_open


def test_every_shortcut_of_the_window_is_free_of_others(window):
    keys = [keys.toString() for act in window.acts.all() for keys in act.shortcuts()]
    assert len(keys) == len(set(keys))
    assert QKeySequence("Ctrl+L").toString() in keys


def test_what_is_said_stays_above_the_ways_on_of_a_practice(unlock, settle):
    window = unlock()
    window.desk.messages.say("Moved to the trash.", "Undo", lambda: None)
    low = window._toast.geometry().bottom()
    window.desk.visit.emit(PracticePlace("free"))
    settle(window.desk)
    footer = window.pages.page().footer
    top = footer.mapTo(window, QPoint(0, 0)).y()
    assert window._toast.geometry().bottom() < top <= low
    window.desk.visit.emit(TodayPlace())
    assert window._toast.geometry().bottom() == low


def test_keys_put_the_focus_from_the_sidebar_into_the_page(qtbot, unlock, settle):
    window = unlock()
    settle(window.desk)
    window.sidebar.item("settings").setFocus()
    press(qtbot, window, Qt.Key.Key_1, CONTROL)
    assert window.pages.isAncestorOf(QApplication.focusWidget())
