"""When the journal is to be locked."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog

from ui.auto_lock import TICK_MS, AutoLock


class Steady:
    """Seconds that only grow."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def watch(qtbot, clock):
    steady = Steady()
    lock = AutoLock(clock, steady)
    heard = []
    lock.due.connect(lambda: heard.append(True))

    def pass_by(seconds, asleep=0.0):
        steady.now += seconds
        clock.move(timedelta(seconds=seconds + asleep))
        lock.tick()

    yield lock, pass_by, heard
    lock.stop()


def test_it_is_due_after_the_idle_minutes(watch):
    lock, pass_by, heard = watch
    lock.start(5)
    pass_by(299)
    assert not heard
    pass_by(1)
    assert heard


def test_nought_minutes_means_never(watch):
    lock, pass_by, heard = watch
    lock.start(0)
    pass_by(50_000)
    assert not heard


@pytest.mark.parametrize(("asleep", "is_due"), [(61, True), (59, False), (-61, True)])
def test_a_jump_of_the_wall_clock_is_a_shut_lid(watch, asleep, is_due):
    lock, pass_by, heard = watch
    lock.start(0)
    pass_by(5, asleep)
    assert bool(heard) is is_due


def test_a_key_begins_the_minutes_anew(qtbot, watch, window):
    lock, pass_by, heard = watch
    lock.watch(window.windowHandle())
    lock.start(5)
    pass_by(299)
    qtbot.keyClick(window.windowHandle(), "a")
    pass_by(200)
    assert not heard


def test_a_key_in_a_dialog_begins_the_minutes_anew_too(qtbot, watch, window):
    lock, pass_by, heard = watch
    lock.watch_focus()
    lock.start(5)
    dialog = QDialog(window)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5_000)
    pass_by(299)
    qtbot.keyClick(dialog.windowHandle(), "a")
    pass_by(200)
    assert not heard


def test_the_clocks_are_compared_often_enough_for_a_lock_within_a_second():
    assert TICK_MS <= 500
