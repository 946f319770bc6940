"""The unlock page: a passphrase, and every way on for someone who has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from ally_journal.language import _
from ui.locked_places import CoachOpenPlace, CreatePlace, RecoverPlace, UnlockPlace
from ui.messages import words_for
from ui.opening import stands_at
from ui.widgets.button import Button
from ui.widgets.link import Link
from ui.widgets.locked.locked_page import LockedPage
from ui.widgets.locked.passphrase_field import PassphraseField
from ui.widgets.locked.rows import hairline, row_of
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ui.desk import Desk


# Tooltips come after the first paint.
TIP_AFTER_MS = 200


class UnlockPage(LockedPage):
    """In front of a locked journal."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        foot = _("No account, no network, nobody watching this journal.")
        super().__init__(desk.theme, foot, parent=parent)
        self.desk = desk
        self._note: QWidget | None = None
        self._damage: JournalError | None = None
        self._build()
        self._connect()

    def arrive(self, place: UnlockPlace) -> None:
        """Wait for the passphrase."""
        self._name.setText(_locked_words(self.desk.folder))
        self._rest()
        self.passphrase.wipe()
        if place.problem:
            self.passphrase.set_error(place.problem)
        self._damage = place.damage
        self._show_note(_damage_words() if place.damage is not None else place.note)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget what was typed."""
        self.passphrase.wipe()

    def forget(self) -> None:
        """Forget what was typed."""
        self.leave()

    def unlock(self) -> None:
        """Open the journal with what was typed; the key is made in the background."""
        if not self.button.isEnabled():
            return
        if not self.passphrase.text():
            self.passphrase.set_error(_("Type your passphrase first."))
            return
        if self._damage is not None:
            self._failed(self._damage)
            return
        self.button.setEnabled(False)
        self.button.setText(_("Unlocking…"))
        self.passphrase.edit.setReadOnly(True)
        self.desk.unlock(self.passphrase.text(), self._failed)

    def _build(self) -> None:
        theme = self.theme
        self._name = Text(theme, "", "body", "ink2")
        self.passphrase = PassphraseField(theme, _("Passphrase"))
        self.button = Button(theme, _("Unlock"), "primary", "lg")
        self.other = Button(theme, _("Use another journal…"), "quiet", "lg")
        self.forgotten = Link(theme, _("Forgotten your passphrase?"))
        self.support = Link(theme, _("Support page"), icon="care")
        self.packet = Link(theme, _("Read a packet (for coaches)"))
        self.column.addWidget(Text(theme, _("Welcome back"), "display"))
        self.gap(4)
        self.column.addWidget(self._name)
        self.gap(28)
        self.column.addWidget(self.passphrase)
        self.gap(18)
        self.column.addLayout(row_of(self.button, self.other, 1, gap=12))
        self.gap(30)
        self.column.addWidget(hairline())
        self.gap(18)
        self.column.addLayout(row_of(self.forgotten, 1, self.support))
        self.gap(6)
        self.column.addLayout(row_of(self.packet, 1))

    def _connect(self) -> None:
        self.passphrase.returned.connect(self.unlock)
        self.button.clicked.connect(self.unlock)
        self.other.clicked.connect(self._choose_other)
        self.forgotten.clicked.connect(self._recover)
        self.support.clicked.connect(self._show_support)
        self.packet.clicked.connect(self._read_packet)
        QTimer.singleShot(TIP_AFTER_MS, self, self._name_keys)

    def _show_note(self, words: str) -> None:
        """Say what was done to the journal, above the passphrase; most times there is nothing."""
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
            self._note = None
        if words:
            from ui.widgets.locked.note import Note  # noqa: PLC0415 not part of the start

            self._note = Note(self.theme, words, is_grave=self._damage is not None)
            self.column.insertWidget(self.column.indexOf(self.passphrase), self._note)

    def _failed(self, error: JournalError) -> None:
        self._rest()
        if _is_damage(error):
            from ui.places import DamagedPlace  # noqa: PLC0415 not part of the start

            self.desk.visit.emit(DamagedPlace(error, self.passphrase.take()))
            return
        self.passphrase.set_error(words_for(error))
        self.passphrase.edit.selectAll()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self) -> None:
        self.button.setEnabled(True)
        self.button.setText(_("Unlock"))
        self.passphrase.edit.setReadOnly(False)

    def _name_keys(self) -> None:
        from ui.actions import tip  # noqa: PLC0415 not part of the start

        self.support.setToolTip(tip("support"))

    def _choose_other(self) -> None:
        from ui.choosing import Chooser  # noqa: PLC0415 the file dialog is not part of the start

        Chooser(self, _("Where is the journal?"), self._use).ask_folder()

    def _use(self, folder: Path) -> None:
        from ally_journal.errors import NotAVault  # noqa: PLC0415 not part of the start

        is_free = not folder.exists() or not any(folder.iterdir())
        if stands_at(folder):
            self.desk.folder = folder
            self.desk.visit.emit(UnlockPlace())
        elif is_free:
            self.desk.folder = folder
            self.desk.visit.emit(CreatePlace())
        else:
            self.passphrase.set_error(words_for(NotAVault()))

    def _recover(self) -> None:
        self.desk.visit.emit(RecoverPlace())

    def _read_packet(self) -> None:
        self.desk.visit.emit(CoachOpenPlace())

    def _show_support(self) -> None:
        from ui.places import SupportPlace  # noqa: PLC0415 not part of the start

        self.desk.visit.emit(SupportPlace())


def _damage_words() -> str:
    return _("A part of this journal cannot be read. Type your passphrase to see what helps.")


def _is_damage(error: JournalError) -> bool:
    """Whether there are better ways on than another passphrase."""
    from ally_journal.errors import (  # noqa: PLC0415 not part of the start
        DamagedFile,
        DamagedHeader,
        EmptyFile,
    )

    return isinstance(error, DamagedFile | DamagedHeader | EmptyFile)


def _locked_words(folder: Path) -> str:
    name = folder.stem
    if name == "Journal":
        return _("Your journal is locked. Only you hold the key.")
    return _("“{name}” is locked. Only you hold the key.").format(name=name)
