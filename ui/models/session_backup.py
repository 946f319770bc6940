"""SessionBackup: a backup soon after a journal was opened, if the last one does not hold all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ally_journal.language import _
from ally_journal.services.notices import Notice, NoticeKind
from ui.models.lane_task import LaneTask
from ui.places import BackupsPlace

if TYPE_CHECKING:
    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk

AFTER_MS = 5_000
REASON = "session"


class SessionBackup(QObject):
    """Made beside whatever the person does; only what goes wrong is told."""

    def __init__(self, desk: Desk, after_ms: int = AFTER_MS) -> None:
        super().__init__(desk)
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self.make)

    def start(self) -> None:
        """The journal was just opened."""
        self._timer.start()

    def make(self) -> None:
        """Make one, if one is due."""
        if self._desk.is_open:
            LaneTask(self._desk, _begun, self._done, self._failed, self)

    def _done(self, _row: object) -> None:
        """Nothing is said: that is how it is meant to be."""

    def _failed(self, error: JournalError) -> None:
        from ally_journal.errors import (  # noqa: PLC0415 it hardly ever fails
            DamagedFile,
            Stopped,
            VaultClosed,
        )
        from ally_journal.sentences import notice_sentence  # noqa: PLC0415 the same

        if isinstance(error, DamagedFile):
            self._desk.messages.fail(error)
        elif self._desk.is_open and not isinstance(error, Stopped | VaultClosed):
            words = notice_sentence(Notice(NoticeKind.BACKUP_FAILED))
            self._desk.messages.say(words, _("To the backups"), self._show_backups)

    def _show_backups(self) -> None:
        self._desk.visit.emit(BackupsPlace())


def _begun(journal: Journal) -> object:
    if journal.read_only or not journal.copies.due():
        return None
    return journal.copies.begin(REASON)
