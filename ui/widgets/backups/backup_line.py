"""BackupLine: one backup: day, why, size, when it was last found whole, Test and Restore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.overriding import override
from ui.widgets.button import Button
from ui.widgets.sign import Sign
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.models.backups import BackupTold
    from ui.theme import Theme

COLUMNS_FROM, STACK_BELOW = 640, 440
SIZE, CHECKED = 84, 176


class BackupLine(QWidget):
    """Size and check stand in columns where there is room, else under the day."""

    test_asked = Signal(object)
    restore_asked = Signal(object)

    def __init__(self, theme: Theme, told: BackupTold, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.told = theme, told
        self.test = Button(theme, _("Test"), "quiet", "sm")
        self.restore = Button(theme, _("Restore…"), "secondary", "sm")
        self.test.setAccessibleName(_("Test the backup of {day}").format(day=told.day))
        self.restore.setAccessibleName(_("Restore the backup of {day}").format(day=told.day))
        self._day = Text(theme, told.day, "bodym", "ink")
        self._why = Text(theme, told.why, "small", "ink3")
        self._size = Text(theme, told.size, "small", "ink2", lines=1)
        self._checked = Checked(theme, told.checked)
        self._build()
        self.test.clicked.connect(self._ask_test)
        self.restore.clicked.connect(self._ask_restore)
        self.restyle()
        theme.changed.connect(self.restyle)

    def set_waiting(self, *, on: bool) -> None:
        """It is being read."""
        self.test.setText(_("Reading…") if on else _("Test"))
        self.test.setEnabled(not on)
        self.restore.setEnabled(not on)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self._row.setContentsMargins(px(20), px(10), px(14), px(10))
        self._row.setSpacing(px(8))
        self._words.setSpacing(px(1))
        self._acts.setSpacing(px(10))
        self._size.setFixedWidth(px(SIZE))
        self._checked.setFixedWidth(px(CHECKED))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline to what comes next."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("line"))
        painter.end()

    def _arrange(self) -> None:
        room = self.theme.effective(self.width())
        has_columns = room >= COLUMNS_FROM
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if 0 < room < STACK_BELOW else right)
        self._size.setVisible(has_columns)
        self._checked.setVisible(has_columns)
        told = self.told
        parts = [told.why] if has_columns else [told.why, told.size, told.checked]
        self._why.setText(" · ".join(filter(None, parts)))

    def _build(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._words = QVBoxLayout()
        self._words.addStretch(1)
        self._words.addWidget(self._day)
        self._words.addWidget(self._why)
        self._words.addStretch(1)
        self._acts = QHBoxLayout()
        self._acts.addStretch(1)
        self._acts.addWidget(self.test)
        self._acts.addWidget(self.restore)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._size, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._checked, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._acts)

    def _ask_test(self) -> None:
        self.test_asked.emit(self)

    def _ask_restore(self) -> None:
        self.restore_asked.emit(self)


class Checked(QWidget):
    """A tick and the day on which it was found whole, or that it was not read back yet."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        sign = Sign(theme, "check", "accent", 16, self)
        sign.setVisible(bool(words))
        row.addWidget(sign)
        role = "ink2" if words else "ink3"
        row.addWidget(Text(theme, words or _("not tested yet"), "small", role, lines=1), 1)
