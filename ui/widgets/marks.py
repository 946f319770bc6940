"""Marks of rhythm and habits: the same shapes for days, weeks and the units of a habit."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.shapes import painter_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

MARK, STEP = 14, 20


class MarkState(StrEnum):
    """What a mark tells; the values are those of the states of a habit's unit."""

    KEPT = "kept"
    TOUCHED = "touched"
    REST = "rest"
    PAUSED = "paused"
    OPEN = "open"
    RUNNING = "running"
    TO_COME = "to_come"


def mark_word(state: MarkState) -> str:
    """The word of a mark, as in a legend."""
    return {
        MarkState.KEPT: _("kept"),
        MarkState.TOUCHED: _("touched"),
        MarkState.REST: _("rest"),
        MarkState.PAUSED: _("paused"),
        MarkState.OPEN: _("open"),
        MarkState.RUNNING: _("running"),
        MarkState.TO_COME: _("to come"),
    }[state]


def paint_mark(painter: QPainter, rect: QRectF, state: MarkState, theme: Theme) -> None:
    """Draw a mark in the middle of `rect`, as large as its shorter side."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _PAINTERS[state](painter, square, theme)
    painter.restore()


def _kept(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    _disc(painter, rect.center(), rect.width() / 2, theme, "accent")


def _touched(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    width = max(1.5 * theme.k, rect.width() * 0.1)
    _ring(painter, rect, width, theme, "accent")
    _disc(painter, rect.center(), rect.width() * 0.23, theme, "accent")


def _rest(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    half = rect.width() * 0.34
    _bar(painter, rect.center() - QPointF(half, 0), rect.center() + QPointF(half, 0), theme)


def _paused(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    apart, half = rect.width() * 0.2, rect.width() * 0.3
    for side in (-apart, apart):
        top = rect.center() + QPointF(side, -half)
        _bar(painter, top, top + QPointF(0, 2 * half), theme, "ink3", 1.5)


def _open(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    _ring(painter, rect, theme.k, theme, "edge")


def _running(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    _disc(painter, rect.center(), max(2.2 * theme.k, rect.width() * 0.16), theme, "accent")


def _to_come(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    _disc(painter, rect.center(), max(1.5 * theme.k, rect.width() * 0.1), theme, "ink3")


def _disc(painter: QPainter, centre: QPointF, radius: float, theme: Theme, role: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(role))
    painter.drawEllipse(centre, radius, radius)


def _ring(painter: QPainter, rect: QRectF, width: float, theme: Theme, role: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(role), width))
    inset = width / 2
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))


def _bar(  # noqa: PLR0917 a line from here to there in this colour
    painter: QPainter,
    start: QPointF,
    end: QPointF,
    theme: Theme,
    role: str = "accent",
    width: float = 2.0,
) -> None:
    pen = QPen(theme.color(role), width * theme.k)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(start, end)


_PAINTERS: dict[MarkState, Callable[[QPainter, QRectF, Theme], None]] = {
    MarkState.KEPT: _kept,
    MarkState.TOUCHED: _touched,
    MarkState.REST: _rest,
    MarkState.PAUSED: _paused,
    MarkState.OPEN: _open,
    MarkState.RUNNING: _running,
    MarkState.TO_COME: _to_come,
}


class MarkLine(QWidget):
    """Marks in a row, the newest at the right; read out as one sentence."""

    def __init__(
        self,
        theme: Theme,
        states: Sequence[MarkState] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._states = tuple(states)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def show_marks(self, states: Sequence[MarkState], name: str) -> None:
        """Show these, said by `name`."""
        self._states = tuple(states)
        self.setAccessibleName(name)
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """One step a mark."""
        px = self.theme.px
        return QSize(px(STEP) * len(self._states), px(STEP))

    @override
    def minimumSizeHint(self) -> QSize:
        """The newest are shown where room is short."""
        return QSize(self.theme.px(STEP), self.theme.px(STEP))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The newest marks that fit."""
        painter = painter_on(self)
        paint_marks(painter, QRectF(self.rect()), self._states, self.theme)
        painter.end()


def paint_marks(painter: QPainter, rect: QRectF, states: Sequence[MarkState], theme: Theme) -> None:
    """Draw marks side by side from the left of `rect`, the newest ones if not all fit."""
    step, mark = theme.px(STEP), theme.px(MARK)
    shown = states[-max(1, int(rect.width() // step)) :]
    for number, state in enumerate(shown):
        place = QRectF(rect.left() + number * step, rect.center().y() - mark / 2, mark, mark)
        paint_mark(painter, place, state, theme)
