"""The page for a forgotten passphrase: the recovery code opens, and a new passphrase is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ally_journal.errors import MalformedRecoveryCode, NoRecoveryCode, WrongRecoveryCode
from ally_journal.language import _
from ui.locked_places import RecoverPlace, UnlockPlace
from ui.messages import words_for
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.line_field import LineField
from ui.widgets.locked.locked_page import LockedPage
from ui.widgets.locked.new_passphrase import NewPassphrase
from ui.widgets.locked.rows import row_of
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ui.desk import Desk

_OF_THE_CODE = (MalformedRecoveryCode, WrongRecoveryCode, NoRecoveryCode)


class RecoverPage(LockedPage):
    """Nine groups of four, then a new passphrase twice."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Everything you wrote stays as it is."), parent=parent)
        self.desk = desk
        self._build()
        self._connect()

    def arrive(self, _place: RecoverPlace) -> None:
        """Begin with the code."""
        self.leave()
        self._rest()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget what was typed."""
        self.code.edit.clear()
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
        passphrase = self.fields.chosen()
        if passphrase:
            self.button.setEnabled(False)
            self.button.setText(_("Opening…"))
            self.fields.set_waiting(on=True)
            self.desk.recover(self.code.text(), passphrase, self._failed)

    def _build(self) -> None:
        theme = self.theme
        self.code = LineField(
            theme,
            _("Recovery code"),
            placeholder="XXXX-XXXX-XXXX-…",
            help=_("Nine groups of four. Small letters and blanks are fine."),
        )
        self.fields = NewPassphrase(self.desk, _("A new passphrase"))
        self.button = Button(theme, _("Open the journal"), "primary", "lg")
        self.back = Button(theme, _("Back"), "quiet", "lg")
        words = _("Your recovery code opens the journal. Then it gets a new passphrase.")
        note = _("Without the passphrase and without the code nobody can open it.")
        self.column.addWidget(Text(theme, _("Open it with the code"), "display"))
        self.gap(4)
        self.column.addWidget(Text(theme, words, "body", "ink2"))
        self.gap(20)
        self.column.addWidget(self.code)
        self.gap(14)
        self.column.addWidget(self.fields)
        self.gap(18)
        self.column.addWidget(Banner(theme, "note", "info", note, small=True))
        self.gap(18)
        self.column.addLayout(row_of(self.button, self.back, 1, gap=12))

    def _connect(self) -> None:
        self.code.returned.connect(self.fields.setFocus)
        self.fields.returned.connect(self.recover)
        self.button.clicked.connect(self.recover)
        self.back.clicked.connect(self._go_back)

    def _failed(self, error: JournalError) -> None:
        self._rest()
        field = self.code if isinstance(error, _OF_THE_CODE) else self.fields.first
        field.set_error(words_for(error))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self) -> None:
        self.button.setEnabled(True)
        self.button.setText(_("Open the journal"))
        self.fields.set_waiting(on=False)

    def _go_back(self) -> None:
        self.desk.visit.emit(UnlockPlace())
