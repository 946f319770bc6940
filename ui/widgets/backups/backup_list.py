"""BackupList: the newest backups, what is kept, and the way to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.backups.backup_line import BackupLine
from ui.widgets.card import Card
from ui.widgets.link import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ui.models.backups import BackupTold
    from ui.theme import Theme


class BackupList(QWidget):
    """`test_asked` and `restore_asked` hand over the line itself."""

    test_asked = Signal(object)
    restore_asked = Signal(object)
    all_asked = Signal()

    def __init__(self, theme: Theme, *, most: int = 0, parent: QWidget | None = None) -> None:
        """At most so many lines; 0 for all."""
        super().__init__(parent)
        self.theme, self._most = theme, most
        self.lines: list[BackupLine] = []
        self.all = Link(theme, "", icon_after="right")
        self.all.clicked.connect(self.all_asked)
        self._card = Card(theme, margins=(0, 0, 0, 0), parent=self)
        self._rows = QVBoxLayout()
        self._foot = QHBoxLayout()
        kept = _("Kept: 5 sessions, 7 days, 4 weeks, 12 months.")
        passphrase = _("A backup opens with the passphrase of its day.")
        self._foot.addWidget(Text(theme, f"{kept} {passphrase}", "small", "ink3"), 1)
        self._foot.addWidget(self.all)
        self._card.body.addLayout(self._rows)
        self._card.body.addLayout(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_backups(self, rows: Sequence[BackupTold]) -> None:
        """Show the newest of these; a line that had the focus has it again."""
        held = self._held()
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [BackupLine(self.theme, one) for one in rows[: self._most or None]]
        for line in self.lines:
            line.test_asked.connect(self.test_asked)
            line.restore_asked.connect(self.restore_asked)
            self._rows.addWidget(line)
            if held is not None and held[0] == line.told.path:
                act = line.restore if held[1] else line.test
                act.setFocus(Qt.FocusReason.OtherFocusReason)
        self.all.setText(_("All {n}").format(n=len(rows)))
        self.all.setVisible(bool(self._most) and len(rows) > self._most)

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        px = self.theme.px
        self._rows.setSpacing(0)
        self._foot.setContentsMargins(px(20), px(12), px(14), px(12))
        self._foot.setSpacing(px(12))

    def _held(self) -> tuple[Path, bool] | None:
        for line in self.lines:
            focus = line.window().focusWidget()
            if focus in {line.test, line.restore}:
                return line.told.path, focus is line.restore
        return None
