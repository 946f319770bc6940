"""SizeSlider: the text size from 100 to 200 per cent, between a small and a large A."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.theme import LARGEST, SMALLEST
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from ui.theme import Theme

STEP, WIDTH, WAIT_MS = 10, 180, 120


class _Slider(QSlider):
    """Goes in steps, and leaves the wheel to the page."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()


class SizeSlider(QWidget):
    """`chosen` tells the size once the hand rests: every change lays out the whole window."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(SMALLEST // STEP, LARGEST // STEP)
        self.slider.setPageStep(2)
        self.slider.setAccessibleName(name)
        self._number = Text(theme, "", "label", "ink")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        small, large = Text(theme, "A", "small", "ink2"), Text(theme, "A", "title", "ink2")
        for part in (small, self.slider, large, self._number):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self._tell)
        self.slider.valueChanged.connect(self._moved)
        self.setFocusProxy(self.slider)
        self.restyle()
        theme.changed.connect(self.restyle)

    def set_percent(self, percent: int) -> None:
        """Show this size without a signal."""
        blocked = self.slider.blockSignals(True)  # noqa: FBT003 Qt has no keyword for it
        self.slider.setValue(round(percent / STEP))
        self.slider.blockSignals(blocked)
        self._number.setText(_("{percent} %").format(percent=self.slider.value() * STEP))

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self.slider.setFixedSize(QSize(px(WIDTH), px(32)))
        self._number.setFixedWidth(px(48))
        self._row.setSpacing(px(10))

    def _moved(self, value: int) -> None:
        self._number.setText(_("{percent} %").format(percent=value * STEP))
        self._wait.start()

    def _tell(self) -> None:
        if not self.slider.isSliderDown():
            self.chosen.emit(self.slider.value() * STEP)
        else:
            self._wait.start()
