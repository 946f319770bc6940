"""The icon beside the clock: the program goes on there, and shows nothing of a journal."""

import os

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from ui.locked_places import OUT_OF_SIGHT
from ui.reminder_notes import choose
from ui.tray import Tray


class Closing(QCloseEvent):
    """As the window's own cross sends it, or as the program does."""

    def __init__(self, by_person):
        super().__init__()
        self.by_person = by_person

    def spontaneous(self):
        return self.by_person


@pytest.fixture(autouse=True)
def surroundings(monkeypatch, qapp):
    """A desktop with a tray, and the rest as it was afterwards."""
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: True))
    monkeypatch.delenv(OUT_OF_SIGHT, raising=False)
    yield
    os.environ.pop(OUT_OF_SIGHT, None)
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def tray(window):
    """Beside a window, wanted."""
    choose(window.desk, tray=True)
    made = Tray(window.desk, window)
    made.follow()
    return made


def close(tray, window, *, by_person=True):
    """Whether the closing was taken."""
    return tray.eventFilter(window, Closing(by_person))


def test_the_icon_says_no_more_than_the_window(tray):
    assert tray._icon.isVisible()
    assert tray._icon.toolTip() == "Journal"
    assert not tray._icon.icon().isNull()
    words = [one.text() for one in tray._icon.contextMenu().actions() if one.text()]
    assert words == ["Open", "Lock", "Quit"]


def test_closing_the_window_locks_and_goes_on(tray, unlock, window, qtbot):
    unlock()
    assert close(tray, window)
    assert not window.isVisible()
    assert not window.desk.is_open
    assert not QApplication.quitOnLastWindowClosed()
    assert os.environ[OUT_OF_SIGHT] == "1"


def test_it_stays_open_if_that_was_chosen(tray, unlock, window):
    unlock()
    choose(window.desk, tray_locks=False)
    assert close(tray, window)
    assert window.desk.is_open


def test_the_end_of_the_program_is_no_closing_of_the_window(tray, window):
    assert not close(tray, window, by_person=False)
    assert window.isVisible()


def test_without_the_icon_closing_is_as_ever(tray, window):
    choose(window.desk, tray=False)
    tray.follow()
    assert tray._icon is None
    assert QApplication.quitOnLastWindowClosed()
    assert not close(tray, window)


@pytest.mark.parametrize("reason", ["Trigger", "MiddleClick"])
def test_a_click_brings_the_window_back(tray, window, qtbot, reason):
    close(tray, window)
    with qtbot.waitSignal(tray.opened):
        tray._icon.activated.emit(QSystemTrayIcon.ActivationReason[reason])
    assert window.isVisible()
    assert OUT_OF_SIGHT not in os.environ


def test_its_menu_brings_nothing_back_by_itself(tray, window):
    close(tray, window)
    tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert not window.isVisible()


def test_quit_in_the_menu_asks_for_the_end(tray, qtbot):
    with qtbot.waitSignal(tray.quit_asked):
        tray._icon.contextMenu().actions()[-1].trigger()


def test_lock_in_the_menu_needs_an_open_journal(tray, unlock, window):
    lock = tray._icon.contextMenu().actions()[1]
    tray._icon.contextMenu().aboutToShow.emit()
    assert not lock.isEnabled()
    unlock()
    tray._icon.contextMenu().aboutToShow.emit()
    lock.trigger()
    assert not window.desk.is_open


def test_what_is_said_without_the_icon_brings_one_for_that_long(window):
    tray = Tray(window.desk, window)
    tray.follow()
    assert tray._icon is None
    assert tray.tell("A quiet moment", "If you like.")
    assert tray._icon.isVisible()
    tray._away.timeout.emit()
    assert tray._icon is None


def test_where_there_is_no_tray_nothing_is_said(window, monkeypatch):
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: False))
    tray = Tray(window.desk, window)
    assert not tray.tell("A quiet moment", "If you like.")
    choose(window.desk, tray=True)
    tray.follow()
    assert not close(tray, window)


def test_a_start_out_of_sight_without_a_tray_ends_in_a_small_window(window, monkeypatch, qtbot):
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: False))
    monkeypatch.setattr("ui.tray.TRIES", 1)
    monkeypatch.setattr("ui.tray.TRY_MS", 1)
    window.hide()
    choose(window.desk, tray=True)
    monkeypatch.setenv(OUT_OF_SIGHT, "1")
    Tray(window.desk, window).follow()
    assert not window.isVisible()
    qtbot.waitUntil(window.isMinimized)


def test_a_start_out_of_sight_stays_there(window, monkeypatch):
    window.hide()
    choose(window.desk, tray=True)
    monkeypatch.setenv(OUT_OF_SIGHT, "1")
    tray = Tray(window.desk, window)
    tray.follow()
    assert not window.isVisible()
    assert tray._icon.isVisible()
