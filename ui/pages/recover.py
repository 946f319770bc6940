"""The page for a forgotten passphrase: the recovery code opens, and a new passphrase is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ally_journal.errors import (
    DamagedFile,
    EmptyFile,
    MalformedRecoveryCode,
    NoRecoveryCode,
    WrongRecoveryCode,
)
from ally_journal.language import _
from ui.locked_places import RecoverPlace, UnlockPlace
from ui.messages import words_for
from ui.places import DamagedPlace
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.keys.code_field import CodeField
from ui.widgets.locked.locked_page import LockedPage
from ui.widgets.locked.new_passphrase import NewPassphrase
from ui.widgets.locked.rows import row_of
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ui.desk import Desk


def _for_reading() -> str:
    return _(
        "Nothing can be written in this journal's folder. Your recovery code opens it for reading; "
        "it gets no new passphrase here. For one, copy the folder to a place where you may write."
    )


WIDEST = 480
_OF_THE_CODE = (MalformedRecoveryCode, WrongRecoveryCode, NoRecoveryCode)


class RecoverPage(LockedPage):
    """Nine groups of four, then a new passphrase twice."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        foot = _("Everything you wrote stays as it is.")
        super().__init__(desk.theme, foot, widest=WIDEST, parent=parent)
        self.desk = desk
        self._build()
        self._connect()

    def arrive(self, _place: RecoverPlace) -> None:
        """Begin with the code."""
        from ally_journal.journal import Journal  # noqa: PLC0415 not for the unlock page

        self.leave()
        self._rest()
        self._allow(is_writable=Journal.is_writable(self.desk.folder))
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget what was typed."""
        self.code.setText("")
        self.code.clear_error()
        self.fields.wipe()

    def forget(self) -> None:
        """Forget what was typed."""
        self.leave()

    def recover(self) -> None:
        """Open with the code; the key is made in the background."""
        if not self.button.isEnabled():
            return
        if not self.code.text().strip():
            self.code.set_error(_("Type the code from your copy first."))
            self.code.setFocus()
            return
        for_reading = self.fields.isHidden()
        passphrase = "" if for_reading else self.fields.chosen()
        if passphrase or for_reading:
            self.button.setEnabled(False)
            self.button.setText(_("Opening…"))
            self.fields.set_waiting(on=True)
            self.desk.recover(self.code.text(), passphrase, self._failed)

    def _build(self) -> None:
        theme = self.theme
        self.code = CodeField(theme)
        self.fields = NewPassphrase(self.desk, _("A new passphrase"))
        self.button = Button(theme, _("Open the journal"), "primary", "lg")
        self.back = Button(theme, _("Back"), "quiet", "lg")
        words = _("Your recovery code opens the journal. Then it gets a new passphrase.")
        self.for_reading = Banner(theme, "note", "info", _for_reading(), small=True)
        note = _("Without the passphrase and without the code nobody can open it.")
        self.column.addWidget(Text(theme, _("Open it with the code"), "display"))
        self.gap(4)
        self.words = Text(theme, words, "body", "ink2")
        self.column.addWidget(self.words)
        self.gap(20)
        self.column.addWidget(self.code)
        self.gap(14)
        self.column.addWidget(self.fields)
        self.column.addWidget(self.for_reading)
        self.gap(18)
        self.column.addWidget(Banner(theme, "note", "info", note, small=True))
        self.gap(18)
        self.column.addLayout(row_of(self.button, self.back, 1, gap=12))

    def _allow(self, *, is_writable: bool) -> None:
        """Ask for a new passphrase where it can be kept; elsewhere say that it cannot."""
        self.words.setVisible(is_writable)
        self.fields.setVisible(is_writable)
        self.for_reading.setVisible(not is_writable)

    def _connect(self) -> None:
        self.code.returned.connect(self._after_code)
        self.fields.returned.connect(self.recover)
        self.button.clicked.connect(self.recover)
        self.back.clicked.connect(self._go_back)

    def _after_code(self) -> None:
        """Go on to the passphrase; where none is chosen, open."""
        if self.fields.isHidden():
            self.recover()
        else:
            self.fields.setFocus()

    def _failed(self, error: JournalError) -> None:
        self._rest()
        if isinstance(error, DamagedFile | EmptyFile) and not self.fields.isHidden():
            # The code was right, and the new passphrase holds.
            self.desk.visit.emit(DamagedPlace(error, self.fields.first.text()))
            return
        is_of_code = isinstance(error, _OF_THE_CODE) or self.fields.isHidden()
        field = self.code if is_of_code else self.fields.first
        field.set_error(words_for(error))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self) -> None:
        self.button.setEnabled(True)
        self.button.setText(_("Open the journal"))
        self.fields.set_waiting(on=False)

    def _go_back(self) -> None:
        self.desk.visit.emit(UnlockPlace())
