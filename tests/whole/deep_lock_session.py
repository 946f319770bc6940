"""A child: the real window. Its first life opens a journal, writes, reads, and locks; the deep lock
executes it anew, and its second life is what is looked at.

python -m tests.whole.deep_lock_session FOLDER. What is typed comes over standard input, so that the
second life has never seen it: a line of JSON, then a line for each next thing to do. It tells how
far it is on standard output.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSocketNotifier, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

import ui.application
from ally_journal.system_clock import SystemClock
from ui.deep_lock import AFTER_LOCK
from ui.main_window import MainWindow
from ui.places import InsightsPlace, JournalPlace, PracticePlace, TodayPlace
from ui.widgets.sheet import Sheet

PATIENCE_S = 30
GET_DUMPABLE, SET_DUMPABLE = 3, 4
# The program takes its own variable out.
FOUND = frozenset(os.environ)


class DrivenWindow(MainWindow):
    """With somebody in front of it, who does one thing before the lock and another after it."""

    life = None

    def show(self):
        super().show()
        if self.life is None:
            self.life = second_life if AFTER_LOCK in FOUND else first_life
            QTimer.singleShot(0, partial(self.life, self))


def main(folder: Path) -> None:
    ui.application.MainWindow = DrivenWindow
    sys.exit(ui.application.open_window(folder, SystemClock()))


def first_life(window: DrivenWindow) -> None:
    words = json.loads(heard())
    pass_by(0.3)  # the process is closed to others by now
    make_readable()
    unlock(window, words)
    write(window, words["draft"])
    if words["hurries"]:
        ask(window)
    else:
        pass_by(1.2)  # a draft is saved at most a second behind
        read(window, words["searched"])
    window.desk.clipboard.copy(words["copied"])
    if words["hides"]:
        window.hide_now()
    then(window, window.lock)
    tell("open", os.getpid(), window.width(), window.height())


def second_life(window: DrivenWindow) -> None:
    libc = ctypes.CDLL(None)
    dumpable = libc.prctl(GET_DUMPABLE, 0, 0, 0, 0)
    make_readable()
    pass_by(0.3)  # the passphrase page warms up
    kind = type(window.pages.page()).__name__
    then(window, window.close)
    tell("anew", os.getpid(), dumpable, kind, window.width(), window.height(), window.is_hidden)


def ask(window) -> None:
    """A question that no lock waits for."""
    Sheet(window.theme, window, "Really?", safe="Stay", other="Go").open()
    dialog = QDialog(window)
    dialog.open()


def then(window, act) -> None:
    """Do it when the next line comes; until then the window goes on."""
    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, window)
    notifier.activated.connect(lambda: (notifier.setEnabled(False), heard(), act()))


def unlock(window, words) -> None:
    page = window.pages.page()
    QTest.keyClicks(page.passphrase.edit, words["passphrase"])
    page.unlock()
    until(lambda: isinstance(window.pages.place, TodayPlace) and window.pages.page().found)


def write(window, text) -> None:
    window.desk.visit.emit(PracticePlace("catch"))
    until(lambda: getattr(window.pages.page(), "view", None) is not None)
    pass_by(0.2)
    QTest.keyClicks(QApplication.focusWidget(), text)


def read(window, searched) -> None:
    for place in (JournalPlace(query=searched), JournalPlace(), InsightsPlace(), TodayPlace()):
        window.desk.visit.emit(place)
        pass_by(0.4)


def make_readable() -> None:
    """For the test alone: our parent may look into our memory."""
    ctypes.CDLL(None).prctl(SET_DUMPABLE, 1, 0, 0, 0)


def tell(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def heard() -> str:
    """The next line; no more of it is taken than the line."""
    line = bytearray()
    while not line.endswith(b"\n"):
        line += os.read(0, 1)
    return line.decode().rstrip("\n")


def pass_by(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def until(holds) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            sys.exit("waited in vain")
        pass_by(0.02)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
