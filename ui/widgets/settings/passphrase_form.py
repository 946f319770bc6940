"""PassphraseForm: the passphrase of now, and another one twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.locked.new_passphrase import NewPassphrase
from ui.widgets.locked.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from ui.desk import Desk

WIDEST = 440


class PassphraseForm(QWidget):
    """`ready` hands over the old one and the new one."""

    ready = Signal(str, str)
    given_up = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = desk.theme
        self.old = PassphraseField(self.theme, _("Passphrase of now"))
        self.fields = NewPassphrase(desk, _("New passphrase"))
        self.button = Button(self.theme, _("Change the passphrase"), "primary", "sm")
        self.stop = Button(self.theme, _("Leave it as it is"), "quiet", "sm")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.button)
        self._foot.addWidget(self.stop)
        self._foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.old)
        self._column.addWidget(self.fields)
        self._column.addLayout(self._foot)
        self.setFocusProxy(self.old)
        self.button.clicked.connect(self._hand_over)
        self.fields.returned.connect(self._hand_over)
        self.stop.clicked.connect(self.given_up)
        self.restyle()
        self.theme.changed.connect(self.restyle)

    def set_waiting(self, *, on: bool) -> None:
        """The keys are being made."""
        self.button.setEnabled(not on)
        self.button.setText(_("Changing…") if on else _("Change the passphrase"))
        self.old.edit.setReadOnly(on)
        self.fields.set_waiting(on=on)

    def wipe(self) -> None:
        """Empty all fields."""
        self.old.wipe()
        self.fields.wipe()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self._column.setContentsMargins(px(20), px(4), px(20), px(18))
        self._column.setSpacing(px(14))
        self.setMaximumWidth(px(WIDEST))

    def _hand_over(self) -> None:
        if not self.old.text():
            self.old.set_error(_("Type the passphrase of now first."))
            self.old.setFocus()
            return
        new = self.fields.chosen()
        if new and self.button.isEnabled():
            self.ready.emit(self.old.text(), new)
