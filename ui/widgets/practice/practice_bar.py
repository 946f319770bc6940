"""PracticeBar: the name of the practice, how far along, what is saved, Support and Hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui import icons
from ui.actions import tip
from ui.widgets.button import Button
from ui.widgets.icon_button import IconButton
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

HEIGHT, LOW_HEIGHT = 60, 52
# Effective widths: below the first the words go, below the second the time of saving too.
WORDS_FROM, TIME_FROM = 820, 660


class PracticeBar(QWidget):
    """The top of a practice; it looks the same at every step."""

    close_asked = Signal()
    support_asked = Signal()
    hide_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_low = False
        self._time = ""
        self._build()
        self._connect()
        self.restyle()

    def show_name(self, name: str) -> None:
        """Say which practice this is."""
        self._name.setText(name)

    def show_progress(self, done: float, words: str) -> None:
        """Say how far along: `done` from 0 to 1."""
        self.progress.show_progress(done, words)

    def show_saved(self, time: str) -> None:
        """Say when the last commit came back, as "14:02"; empty for not yet."""
        self._time = time
        self._fit()

    def set_low(self, *, on: bool) -> None:
        """Be lower where the window is low."""
        self._is_low = on
        self.restyle()

    @property
    def saved_words(self) -> str:
        """What is said about saving now; empty when nothing is."""
        return self.saved.text() if self._time else ""

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self.setFixedHeight(px(LOW_HEIGHT if self._is_low else HEIGHT))
        self._row.setContentsMargins(px(14), 0, px(14), 0)
        for row, gap in ((self._left_row, 6), (self._right_row, 10), (self._saved_row, 6)):
            row.setSpacing(px(gap))
        ratio = self.devicePixelRatioF()
        self._tick.setPixmap(icons.pixmap(self.theme, "check", "ink3", 16, ratio))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """It fits into any window."""
        return QSize(0, self.height())

    def _build(self) -> None:
        theme = self.theme
        self.close_button = IconButton(theme, "close", _("Close. A draft stays on Today."))
        self._name = Text(theme, "", "label", "ink2", lines=1)
        self.progress = ProgressLine(theme)
        self._tick = QLabel()
        self.saved = Text(theme, "", "small", "ink3", lines=1)
        self.support_button = Button(theme, _("Support"), "quiet", "sm", icon="care")
        self.support_button.setToolTip(tip("support"))
        self.support_icon = IconButton(theme, "care", tip("support"))
        self.hide_button = IconButton(theme, "hide", tip("hide"))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self._left(), 1)
        self._row.addWidget(self.progress)
        self._row.addWidget(self._right(), 1)

    def _left(self) -> QWidget:
        side = _side()
        self._left_row = QHBoxLayout(side)
        self._left_row.setContentsMargins(0, 0, 0, 0)
        self._left_row.addWidget(self.close_button)
        self._left_row.addWidget(self._name, 1000, Qt.AlignmentFlag.AlignVCenter)
        self._left_row.addStretch(1)
        return side

    def _right(self) -> QWidget:
        side = _side()
        self._right_row = QHBoxLayout(side)
        self._right_row.setContentsMargins(0, 0, 0, 0)
        self._saved_row = QHBoxLayout()
        self._saved_row.addWidget(self._tick)
        self._saved_row.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignVCenter)
        self._right_row.addStretch(1)
        self._right_row.addLayout(self._saved_row)
        for button in (self.support_button, self.support_icon, self.hide_button):
            self._right_row.addWidget(button)
        return side

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_asked)
        self.support_button.clicked.connect(self.support_asked)
        self.support_icon.clicked.connect(self.support_asked)
        self.hide_button.clicked.connect(self.hide_asked)
        self.theme.changed.connect(self.restyle)

    def _fit(self) -> None:
        wide = self.theme.effective(self.width())
        has_words = wide >= WORDS_FROM
        self._name.setVisible(has_words)
        self.support_button.setVisible(has_words)
        self.support_icon.setVisible(not has_words)
        is_saved = bool(self._time)
        words = _("Saved {time}").format(time=self._time) if wide >= TIME_FROM else _("Saved")
        self.saved.setText(words if is_saved else "")
        self.saved.setVisible(is_saved)
        self._tick.setVisible(is_saved)


def _side() -> QWidget:
    side = QWidget()
    side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return side
