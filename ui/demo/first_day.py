"""The first day: a journal is made; half a year goes by; it is opened again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ally_journal.clock import FixedClock
from ui.demo.content import live_through, moment
from ui.demo.hand import CTRL
from ui.locked_places import CodePlace

if TYPE_CHECKING:
    from ui.demo.stage import Stage

PASSPHRASE = "marigold under the stairs"  # noqa: S105 of a made-up journal, said aloud
WRONG = "marigold on the stairs"


def create(stage: Stage) -> None:
    """A passphrase, the code typed back, a name, and Today while it is empty."""
    hand, album = stage.hand, stage.album
    album.take("01b-create")
    hand.type(PASSPHRASE)
    hand.press(Qt.Key.Key_Return)
    hand.type(PASSPHRASE)
    hand.until(hand.desk.visit, partial(hand.press, Qt.Key.Key_Return))
    code = hand.window.pages.place
    groups = code.code.split("-") if isinstance(code, CodePlace) else []
    album.take("24-recovery")
    for field in hand.page().findChildren(QLineEdit):
        number = int(field.accessibleName().split()[-1])
        hand.type(groups[number - 1].lower(), field)
    hand.settle()
    album.take("24b-recovery-typed")
    hand.until(hand.desk.unlocked, partial(hand.press, Qt.Key.Key_Return))
    album.take("10-first-run")
    hand.type(stage.content.called)
    hand.until(hand.desk.visit, partial(hand.press, Qt.Key.Key_Return))
    album.take("10b-today-empty")
    album.take_small("10b-today-empty")


def live_half_a_year(stage: Stage) -> None:
    """The journal is locked; what half a year brings is put in through its own door."""
    hand, content = stage.hand, stage.content
    hand.press(Qt.Key.Key_L, CTRL)
    own = FixedClock(hand.desk.clock.now(), hand.desk.clock.zone())

    def live() -> None:
        from ally_journal.journal import Journal  # noqa: PLC0415 in the lane, as the window does

        journal = Journal.open(hand.desk.folder, PASSPHRASE, own)
        try:
            live_through(content, journal, own)
        finally:
            journal.close()

    hand.in_lane(live)
    if isinstance(hand.desk.clock, FixedClock):
        hand.desk.clock.instant = moment(0)


def unlock(stage: Stage) -> None:
    """A wrong passphrase first, then the right one."""
    hand, album = stage.hand, stage.album
    album.take("01-unlock")
    hand.type(WRONG)
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    album.take("01c-unlock-wrong")
    hand.type(PASSPHRASE)
    hand.until(hand.desk.unlocked, partial(hand.press, Qt.Key.Key_Return))
