"""BreathLine: one slow line that grows for four seconds and draws in for six."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.shapes import painter_on, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

IN_MS, OUT_MS, ROUNDS = 4_000, 6_000, 6
FRAME_MS, CALM_FRAME_MS = 33, 500
WIDTH, THICKNESS, SHORTEST = 522, 6, 0.14


class BreathLine(QWidget):
    """Started by the person, ends after a minute; with less motion only the word changes."""

    said = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._part = SHORTEST
        self._is_in = True
        self._passed = QElapsedTimer()
        self._frames = QTimer(self)
        self._frames.timeout.connect(self._go_on)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("A slow line: in for four counts, out for six"))
        theme.changed.connect(self.restyle)

    def start(self) -> None:
        """Begin with a breath in."""
        self._passed.start()
        self._is_in = False
        self._frames.start(CALM_FRAME_MS if self.theme.less_motion else FRAME_MS)
        self._go_on()

    def stop(self) -> None:
        """Stand still."""
        self._frames.stop()
        self._part = SHORTEST
        self.update()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as the line at its longest, with room above and below."""
        return QSize(self.theme.px(WIDTH), self.theme.px(88))

    @override
    def minimumSizeHint(self) -> QSize:
        """It fits into any window."""
        return QSize(0, self.theme.px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The thin line of the longest breath, and the breath on it."""
        px, color = self.theme.px, self.theme.color
        painter = painter_on(self)
        whole = min(self.width(), px(WIDTH))
        left, middle = (self.width() - whole) / 2, self.height() / 2
        thin = max(1, px(2))
        rounded(painter, QRectF(left, middle - thin / 2, whole, thin), thin / 2, color("s2"))
        if not self.theme.less_motion:
            length, thick = whole * self._part, px(THICKNESS)
            breath = QRectF((self.width() - length) / 2, middle - thick / 2, length, thick)
            rounded(painter, breath, thick / 2, color("accent"))
        painter.end()

    def _go_on(self) -> None:
        passed = self._passed.elapsed()
        if passed >= ROUNDS * (IN_MS + OUT_MS):
            self.stop()
            self.said.emit(_("That was a minute"))
            return
        at = passed % (IN_MS + OUT_MS)
        is_in = at < IN_MS
        grown = at / IN_MS if is_in else 1 - (at - IN_MS) / OUT_MS
        self._part = SHORTEST + (1 - SHORTEST) * grown * grown * (3 - 2 * grown)
        if is_in != self._is_in:
            self._is_in = is_in
            self.said.emit(_("in") if is_in else _("out"))
        self.update()
