"""An evening: Today, a hard talk and a mistake typed whole, the week, and things left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui import places
from ui.demo.hand import CTRL
from ui.demo.pictures import CONTRAST, DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.demo.content import ByHand
    from ui.demo.stage import Stage

# Steps of the practices that are typed by hand, and the names of their pictures.
_DEBRIEF = {
    "gate.level": "03c-practice-scale",
    "facts": "03-practice",
    "who": "03e-practice-people",
    "feel": "03b-practice-feelings",
    "fits": "03f-practice-parts",
}
_MISTAKE = {"repair": "03g-mistake-repair", "plan": "03h-mistake-plan", "due": "03i-mistake-due"}


def look_at_today(stage: Stage) -> None:
    """Today in every look, and all practices."""
    hand, album = stage.hand, stage.album
    album.take("02-today", (LIGHT, DARK, CONTRAST))
    album.take_small("02-today")
    album.take_large("02-today")
    hand.press(Qt.Key.Key_1, CTRL)
    hand.press(Qt.Key.Key_Tab)
    album.take("02c-today-by-keyboard", (LIGHT,), by_mouse=False)
    hand.visit(places.PracticesPlace())
    album.take("18-practices")


def debrief(stage: Stage) -> None:
    """A hard talk, from the row on Today to the closing."""
    stage.hand.press(Qt.Key.Key_1, CTRL)
    stage.hand.click_row("A talk was hard")
    _walk(stage, stage.content.by_hand[0], _DEBRIEF)
    stage.album.take("03d-practice-end")


def mistake(stage: Stage) -> None:
    """Straight from the closing of the talk, by the step that it offers."""
    stage.hand.click_row("Own it and mend it")
    _walk(stage, stage.content.by_hand[1], _MISTAKE)
    stage.album.take("03j-mistake-end")


def _walk(stage: Stage, by_hand: ByHand, pictures: Mapping[str, str]) -> None:
    hand, album = stage.hand, stage.album
    for step in hand.walk(by_hand.answers):
        if step in pictures:
            album.take(pictures[step])
        if pictures.get(step) == "03-practice":
            album.take("03-practice", (CONTRAST,))
            album.take_small("03-practice")
            album.take_large("03-practice")
    name = hand.page().findChild(QLineEdit)
    if isinstance(name, QLineEdit):
        hand.type(by_hand.title, name)
        hand.press(Qt.Key.Key_Return)


def look_back_on_the_week(stage: Stage) -> None:
    """The week with its promises; nothing is answered."""
    hand, album = stage.hand, stage.album
    hand.visit(places.PracticePlace("weekly"))
    album.take("19-weekly")
    hand.press(Qt.Key.Key_Return, CTRL)
    hand.press(Qt.Key.Key_Return, CTRL)
    album.take("19b-weekly-promises")


def leave_something_open(stage: Stage) -> None:
    """A walk that is left at its second question waits on Today."""
    hand, album = stage.hand, stage.album
    hand.visit(places.PracticePlace("bias_check"))
    hand.answer("Late again, so not keen.")
    hand.press(Qt.Key.Key_Return, CTRL)
    hand.visit(places.TodayPlace())
    album.take("02b-today-something-waits")


def slow_down(stage: Stage) -> None:
    """A feeling that is very strong: the ways on come before any question."""
    hand, album = stage.hand, stage.album
    hand.visit(places.PracticePlace("needed_ally"))
    for answer in (9, "no"):
        hand.answer(answer)
        hand.press(Qt.Key.Key_Return, CTRL)
    album.take("03k-practice-slow-down")
    hand.visit(places.TodayPlace())
