"""BackupsPanel: the state, a note on copies elsewhere, and the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.models.backups import BackupsFound, read_backups
from ui.widgets.backups.backup_acts import BackupActs
from ui.widgets.backups.backup_line import BackupLine
from ui.widgets.backups.backup_list import BackupList
from ui.widgets.backups.state_card import StateCard
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from ui.desk import Desk


class BackupsPanel(QWidget):
    """Stands in the settings with the newest few, and on a page of its own with all."""

    all_asked = Signal()

    def __init__(self, desk: Desk, *, most: int = 0, parent: QWidget | None = None) -> None:
        """At most so many backups in the list; 0 for all."""
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.acts = BackupActs(desk, self)
        self.state = StateCard(self.theme)
        self.elsewhere = Banner(self.theme, "note", "info", "", _("Copy to a folder…"))
        self.list = BackupList(self.theme, most=most)
        self.copy = Button(self.theme, _("Copy to a folder…"), "secondary", "sm")
        self._aside = Card(self.theme, margins=(0, 0, 0, 0))
        self._aside.body.addWidget(
            SettingRow(
                self.theme,
                _("A copy off this computer"),
                _("Encrypted like the journal. On a stick or another disk, it outlives this one."),
                self.copy,
                last=True,
            )
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.state, self.elsewhere, self.list, self._aside):
            self._column.addWidget(part)
        self.elsewhere.hide()
        self.list.hide()
        self._connect()
        self.restyle()

    def show_now(self) -> None:
        """Read the list again."""
        self.desk.ask(partial(read_backups, self.desk.clock), self._show, owner=self)

    def forget(self) -> None:
        """Let go of what was read."""
        self.list.show_backups(())

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._column.setSpacing(self.theme.px(12))

    def _show(self, found: BackupsFound) -> None:
        is_whole = bool(found.rows) and bool(found.rows[0].checked)
        self.state.show_state(found.state, found.line, is_whole=is_whole)
        self.elsewhere.set_sentence(found.elsewhere, _("Copy to a folder…"))
        self.elsewhere.setVisible(bool(found.elsewhere))
        self._aside.setVisible(bool(found.rows) and not found.elsewhere)
        self.list.show_backups(found.rows)
        self.list.setVisible(bool(found.rows))

    def _make(self) -> None:
        self.state.set_waiting(_("Making one…"))
        self.acts.make()

    def _test(self, line: object) -> None:
        if isinstance(line, BackupLine):
            self.acts.test(line)

    def _restore(self, line: object) -> None:
        if isinstance(line, BackupLine):
            self.acts.ask_to_restore(line)

    def _done(self) -> None:
        self.state.set_waiting("")
        self.show_now()

    def _connect(self) -> None:
        self.state.asked.connect(self._make)
        self.elsewhere.acted.connect(self.acts.copy_elsewhere)
        self.copy.clicked.connect(self.acts.copy_elsewhere)
        self.list.test_asked.connect(self._test)
        self.list.restore_asked.connect(self._restore)
        self.list.all_asked.connect(self.all_asked)
        self.acts.done.connect(self._done)
        self.theme.changed.connect(self.restyle)
