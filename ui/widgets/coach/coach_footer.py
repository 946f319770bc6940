"""CoachFooter: that nothing is sent, the reply as a whole, and saving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui import icons
from ui.widgets.button import Button
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

HEIGHT = 72


class CoachFooter(QWidget):
    """`read_asked` and `save_asked`; both sleep while there is nothing to save."""

    read_asked = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lock = QLabel(self)
        self.words = Text(theme, "", "small", "ink2", lines=3, parent=self)
        self.read = Button(theme, _("Read it back"), "quiet", parent=self)
        self.save = Button(theme, _("Save reply…"), "primary", icon="lock", parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._lock)
        self._row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.read)
        self._row.addWidget(self.save)
        self.read.clicked.connect(self.read_asked)
        self.save.clicked.connect(self.save_asked)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_state(self, words: str, *, can_save: bool) -> None:
        """Say what is so, and whether there is a reply."""
        self.words.setText(words)
        self.read.setEnabled(can_save)
        self.save.setEnabled(can_save)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(24), 0, px(24), 0)
        self._row.setSpacing(px(8))
        ratio = self.devicePixelRatioF()
        self._lock.setPixmap(icons.pixmap(self.theme, "lock", "ink3", 18, ratio))

    @override
    def minimumSizeHint(self) -> QSize:
        """It fits into any window."""
        return QSize(0, self.height())
