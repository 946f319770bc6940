"""While a backup takes the place of the journal: what happens, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from ally_journal.clock import Clock
from ally_journal.errors import VaultError
from ally_journal.language import _, ngettext
from ui.locked_places import UnlockPlace
from ui.messages import words_for
from ui.widgets.button import Button
from ui.widgets.locked.locked_page import LockedPage
from ui.widgets.locked.rows import row_of
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ui.desk import Desk
    from ui.places import RestoringPlace


LONG_MS = 20_000


@dataclass(frozen=True, slots=True)
class Task:
    """What is restored, and where; `bring`: newer entries come along."""

    folder: Path
    backup: Path
    passphrase: str
    clock: Clock
    bring: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it.

    Attributes:
        brought: newer entries that came along.
        edited: entries that are as the backup has them, and were edited after it.
        has_all: False if the newer ones could not be brought.
    """

    brought: int = 0
    edited: int = 0
    has_all: bool = True


class RestoringPage(LockedPage):
    """The journal is locked meanwhile, and nothing of it is on the screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        foot = _("The journal of now is put aside whole, not erased.")
        super().__init__(desk.theme, foot, parent=parent)
        self.desk = desk
        self._words, self.is_over = "", False
        self.head = Text(self.theme, _("Restoring a backup"), "display")
        self.line = Text(self.theme, "", "body", "ink2")
        self.button = Button(self.theme, _("Back to the passphrase"), "primary", "lg")
        self.column.addWidget(self.head)
        self.gap(8)
        self.column.addWidget(self.line)
        self.gap(24)
        self.column.addLayout(row_of(self.button, 1))
        self.button.clicked.connect(self._back)

    def arrive(self, place: RestoringPlace) -> None:
        """Begin at once."""
        self._words, self.is_over = place.words, False
        self.head.setText(_("Restoring a backup"))
        self.line.setText(
            _(
                "The backup of {day} is opened and every page of it is read. This takes a moment."
            ).format(day=place.words)
        )
        self.button.hide()
        # Nobody is ever held here; what has begun goes on to its end all the same.
        QTimer.singleShot(LONG_MS, self, self.button.show)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        desk = self.desk
        task = Task(desk.folder, place.backup, place.take(), desk.clock, place.bring)
        desk.background.run(partial(restore, task), self._done, self._failed, self, lasting=True)

    def leave(self) -> None:
        """What has begun goes on to its end."""

    def forget(self) -> None:
        """Nothing of the journal stands here."""

    def _done(self, restored: Restored) -> None:
        self.is_over = True
        self.desk.visit.emit(UnlockPlace(note=restored_words(self._words, restored)))

    def _failed(self, error: JournalError) -> None:
        self.is_over = True
        self.head.setText(_("Nothing was changed"))
        self.line.setText(words_for(error))
        self.button.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self.desk.visit.emit(UnlockPlace())


def restored_words(day: str, restored: Restored) -> str:
    """What came of it, in sentences."""
    words = [
        _("The backup of {day} is the journal now. The one before is put aside.").format(day=day)
    ]
    if restored.brought:
        along = ngettext(
            "{n} newer entry came along.", "{n} newer entries came along.", restored.brought
        )
        words.append(along.format(n=restored.brought))
    if restored.edited:
        edited = ngettext(
            "{n} entry that was edited since is as it was then.",
            "{n} entries that were edited since are as they were then.",
            restored.edited,
        )
        words.append(edited.format(n=restored.edited))
    if not restored.has_all:
        words.append(_("The newer entries could not be brought along; they are in what is aside."))
    return " ".join(words)


def restore(task: Task) -> Restored:
    """Put the backup in the place of the closed journal, and bring newer entries along.

    Raises:
        DamagedBackup, DamagedFile, OtherJournal, WrongPassphrase, AlreadyOpen, DiskFull,
        DiskTrouble, NoPermission: nothing was changed.
    """
    from ally_journal.journal import Journal  # noqa: PLC0415 not for the unlock page

    aside = Journal.put_back(task.folder, task.backup, task.passphrase)
    if not task.bring or aside is None:
        return Restored()
    try:
        journal = Journal.open(task.folder, task.passphrase, task.clock)
    except VaultError:
        return Restored(has_all=False)
    try:
        brought, _change = journal.bring_along(aside)
    except VaultError:
        return Restored(has_all=False)
    finally:
        journal.close()
    return Restored(brought.entries, brought.edited)
