"""PracticeFooter: back, stop here, skip, next; on the closing read it back and rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.actions import tip
from ui.widgets.button import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

HEIGHT, LOW_HEIGHT = 72, 56
# Effective widths: below the first the pause icon goes, below the second the stop is shorter.
ICON_FROM, WORDS_FROM = 720, 560


class PracticeFooter(QWidget):
    """The ways on; stopping is always one of them."""

    back_asked = Signal()
    stop_asked = Signal()
    skip_asked = Signal()
    next_asked = Signal()
    read_asked = Signal()
    rest_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_low = False
        self._stop_words = ""
        self._build()
        self._connect()
        self.restyle()

    def show_step(self, *, can_go_back: bool, is_last: bool) -> None:
        """Offer what a question offers."""
        self._show(closing=False)
        self.back.setText(_("Back"))
        self.back.setToolTip(tip("previous"))
        self.back.setEnabled(can_go_back)
        self.next.setText(_("Finish") if is_last else _("Next"))
        self.next.set_icon_after(None if is_last else "right")
        self._fit()

    def name_stop(self, words: str) -> None:
        """Call stopping something else, whatever room there is."""
        self._stop_words = words
        self.stop.setAccessibleName(words)
        self.stop.setToolTip("")
        self._fit()

    def show_ways_only(self) -> None:
        """Offer only to go back: the ways on stand on the page."""
        for button in (self.stop, self.skip, self.next):
            button.hide()

    def show_closing(self, *, can_read: bool, can_go_back: bool) -> None:
        """Offer what the closing offers."""
        self._show(closing=True)
        self.back.setText(_("Back to the last question"))
        self.back.setToolTip(tip("previous"))
        self.back.setEnabled(can_go_back)
        self.read.setVisible(can_read)

    def set_low(self, *, on: bool) -> None:
        """Be lower where the window is low."""
        self._is_low = on
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self.setFixedHeight(px(LOW_HEIGHT if self._is_low else HEIGHT))
        self._row.setContentsMargins(px(24), 0, px(24), 0)
        self._right_row.setSpacing(px(8))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten words where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """It fits into any window."""
        return QSize(0, self.height())

    def _build(self) -> None:
        theme = self.theme
        self.back = Button(theme, _("Back"), "quiet", icon="left")
        self.stop = Button(theme, _("Stop here, keep what I have"), "quiet", icon="pause")
        self.stop.setToolTip(tip("stop"))
        self.stop.setAccessibleName(_("Stop here, keep what I have"))
        self.skip = Button(theme, _("Skip"), "quiet")
        self.skip.setToolTip(tip("skip"))
        self.next = _NextButton(theme, _("Next"), "primary", icon_after="right")
        self.next.setToolTip(tip("next"))
        self.read = Button(theme, _("Read it back"), "quiet")
        self.rest = Button(theme, _("Rest for now"), "primary")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self._left(), 1)
        self._row.addWidget(self.stop)
        self._row.addWidget(self._right(), 1)

    def _left(self) -> QWidget:
        side = QWidget()
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        return side

    def _right(self) -> QWidget:
        side = QWidget()
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._right_row = QHBoxLayout(side)
        self._right_row.setContentsMargins(0, 0, 0, 0)
        self._right_row.addStretch(1)
        for button in (self.skip, self.next, self.read, self.rest):
            self._right_row.addWidget(button)
        return side

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.skip.clicked.connect(self.skip_asked)
        self.next.clicked.connect(self.next_asked)
        self.read.clicked.connect(self.read_asked)
        self.rest.clicked.connect(self.rest_asked)
        self.theme.changed.connect(self.restyle)

    def _show(self, *, closing: bool) -> None:
        for button in (self.stop, self.skip, self.next):
            button.setVisible(not closing)
        self.rest.setVisible(closing)
        self.read.setVisible(closing)

    def _fit(self) -> None:
        wide = self.theme.effective(self.width())
        self.stop.set_icon("pause" if wide >= ICON_FROM else None)
        words = _("Stop here, keep what I have") if wide >= WORDS_FROM else _("Stop here")
        self.stop.setText(self._stop_words or words)


class _NextButton(Button):
    """The primary button, whose arrow goes at the last question."""

    def set_icon_after(self, name: str | None) -> None:
        """Put this icon after the text, or none."""
        self._icon_after = name
        self.restyle()
