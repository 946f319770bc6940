"""KeyLook: a key file that is there already, opened to see its public half again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.errors import EmptyPassphrase
from ally_journal.language import _
from ally_journal.packet_errors import WrongPacketPassphrase
from ally_journal.services import coaching
from ui.choosing import Chooser
from ui.messages import words_for
from ui.widgets.button import Button
from ui.widgets.coach.file_row import FileRow
from ui.widgets.locked.passphrase_field import PassphraseField
from ui.widgets.locked.rows import row_of

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.errors import JournalError
    from ui.desk import Desk


class KeyLook(QWidget):
    """`opened` carries the key and the name of its file."""

    opened = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.path: Path | None = None
        self.file = FileRow(self.theme, _("Your key"), _("Choose your key file…"))
        self.secret = PassphraseField(self.theme, _("Passphrase of your key"))
        self.button = Button(self.theme, _("Show its public half"), "primary", "lg")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.file)
        self._column.addWidget(self.secret)
        self._column.addLayout(row_of(self.button, 1))
        self.file.button.clicked.connect(self._ask_file)
        self.secret.returned.connect(self.look)
        self.button.clicked.connect(self.look)
        self.theme.changed.connect(self.restyle)
        self.restyle()

    def take_file(self, path: Path) -> None:
        """Look into this file."""
        self.path = path
        self.file.show_file(path)
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Open the key in the background; what opens packets is let go of at once."""
        if self.path is None:
            self.file.set_error(_("Choose the file of your key first."))
        elif self.button.isEnabled():
            self.button.setEnabled(False)
            call = partial(coaching.public_half, self.path, self.secret.text())
            then = partial(self._told, self.path.name)
            self.desk.background.run(call, then, self._failed, self)

    def forget(self) -> None:
        """Forget what was typed and chosen."""
        self.path = None
        self.file.show_file(None)
        self.secret.wipe()
        self.button.setEnabled(True)

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        self._column.setSpacing(self.theme.px(14))

    def _told(self, name: str, key: object) -> None:
        self.forget()
        self.opened.emit(key, name)

    def _failed(self, error: JournalError) -> None:
        self.button.setEnabled(True)
        if isinstance(error, EmptyPassphrase):
            self.secret.set_error(_("Type the passphrase of your key first."))
        elif isinstance(error, WrongPacketPassphrase):
            self.secret.set_error(words_for(error))
        else:
            self.file.set_error(words_for(error))

    def _ask_file(self) -> None:
        Chooser(self, _("Choose the file of your key"), self.take_file).ask_file("age *")
