"""PublicKey: the half of a coach's key that clients get, with its fingerprint to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.fingerprint import Fingerprint
from ui.widgets.locked.rows import row_of
from ui.widgets.passage import Passage
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.services.coaching import CoachKey
    from ui.desk import Desk


class PublicKey(QWidget):
    """The public key can be copied: it opens nothing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        theme = desk.theme
        self.where = Banner(theme, "calm", "check", "", small=True)
        self.key = Passage(theme, "", "body")
        self.key.setAccessibleName(_("Your public key"))
        self.fingerprint = Fingerprint(theme)
        self.copy = Button(theme, _("Copy the public key"), "secondary")
        self.copy.clicked.connect(self._copy)
        card = Card(theme, gap=6)
        for label, part in (
            (_("Public key, to hand on"), self.key),
            (_("Fingerprint, to compare by word of mouth"), self.fingerprint),
        ):
            card.body.addWidget(Text(theme, label, "small", "ink3"))
            card.body.addWidget(part)
        card.body.addLayout(row_of(self.copy, 1))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.where)
        self._column.addWidget(card)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_key(self, key: CoachKey, file: str) -> None:
        """Show it; `file` is where its other half stands."""
        self.where.set_sentence(
            _("Your key stands in {file}. Without it and its passphrase nobody opens what is "
              "sealed for you, so keep a copy of it.").format(file=file)
        )  # fmt: skip
        self.key.setPlainText(key.public)
        self.fingerprint.show_digits(key.fingerprint)
        self.show()
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let go of it."""
        self.where.set_sentence("")
        self.key.setPlainText("")
        self.fingerprint.show_digits("")

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        self._column.setSpacing(self.theme.px(14))

    def _copy(self) -> None:
        self.desk.clipboard.copy(self.key.toPlainText())
        self.desk.messages.say(_("Copied. It stays on the clipboard for half a minute."))
