"""Switch: on or off, in shape, in colour and in a word."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QPropertyAnimation, QRect, QRectF, QSize
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.pressable import Pressable
from ui.widgets.shapes import RIGHT, advance, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

HEIGHT, WIDTH, GAP = 32, 42, 8
TRACK, KNOB = 24, 16


class Switch(Pressable):
    """The word stands before the switch, so that colour is never alone."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._place = 0.0
        self._motion = QPropertyAnimation(self, b"place", self)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.toggled.connect(self._glide)

    @override
    def sizeHint(self) -> QSize:
        """Word and track."""
        font = self.theme.font("small")
        words = max(advance(font, _("On")), advance(font, _("Off")))
        return QSize(ceil(words) + 1 + self.theme.px(GAP + WIDTH), self.theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    @override
    def focus_shape(self) -> tuple[QRect, int]:
        """The track."""
        return self._track().toRect(), self.theme.px(TRACK) // 2

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Word, track, knob."""
        color, track, k = self.theme.color, self._track(), self.theme.k
        is_on, radius = self.isChecked(), track.height() / 2
        painter = painter_on(self)
        words = QRectF(0, 0, track.left() - self.theme.px(GAP), self.height())
        word, font = _("On") if is_on else _("Off"), self.theme.font("small")
        line_of_text(
            painter, words, word, font, color("ink2" if self.isEnabled() else "ink3"), RIGHT
        )
        if is_on:
            strong = {"hover": "accentH", "pressed": "accentP", "disabled": "line"}
            rounded(painter, track, radius, color(strong.get(self.look, "accent")))
        else:
            ground = {"hover": "soft", "pressed": "press"}.get(self.look, "surface")
            line = color("edge" if self.isEnabled() else "line")
            rounded(painter, track, radius, color(ground), line, 1.5 * k)
        knob = color("onAccent" if is_on and self.isEnabled() else "edge")
        rounded(painter, self._knob(track), KNOB * k / 2, knob)
        painter.end()

    def _track(self) -> QRectF:
        px = self.theme.px
        top = (self.height() - px(TRACK)) / 2
        return QRectF(self.width() - px(WIDTH), top, px(WIDTH), px(TRACK))

    def _knob(self, track: QRectF) -> QRectF:
        side, edge = KNOB * self.theme.k, (track.height() - KNOB * self.theme.k) / 2
        far = track.width() - side - 2 * edge
        return QRectF(track.left() + edge + far * self._place, track.top() + edge, side, side)

    def _glide(self, on: bool) -> None:  # noqa: FBT001 Qt's signal
        self._motion.stop()
        if self.theme.quick == 0 or not self.isVisible():
            self._set_place(float(on))
            return
        self._motion.setDuration(self.theme.quick)
        self._motion.setEndValue(float(on))
        self._motion.start()

    def _get_place(self) -> float:
        return self._place

    def _set_place(self, place: float) -> None:
        self._place = place
        self.update()

    place = Property(float, _get_place, _set_place, doc="Where the knob is, 0 at off, 1 at on.")
