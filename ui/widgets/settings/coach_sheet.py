"""CoachSheet: the public key of a coach, with the fingerprint to compare by word of mouth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ally_journal.language import _
from ally_journal.packet_errors import BadCoachKey
from ally_journal.sentences import sentence
from ui.widgets.fingerprint import Fingerprint, fingerprint_of
from ui.widgets.form_sheet import FormSheet
from ui.widgets.line_field import LineField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.preview import CoachRow
    from ally_journal.errors import JournalError
    from ui.desk import Desk


class CoachSheet(QObject):
    """The name is the person's own; nobody else sees it."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        theme = desk.theme
        self.label = LineField(
            theme, _("Whose key"), help=_("What you call them. It stays in this journal.")
        )
        self.key = LineField(theme, _("Their public key"), placeholder="age1…")
        self.fingerprint = Fingerprint(theme)
        self._compare = Text(
            theme,
            _("The fingerprint: compare it with what your coach reads to you."),
            "small",
            "ink3",
        )
        self.sheet = FormSheet(
            theme, host, _("Add the key of a coach"), act=_("Keep the key"), leave=_("Not now")
        )
        for part in (self.label, self.key, self._compare, self.fingerprint):
            self.sheet.content.addWidget(part)
        self.sheet.begin_with(self.label)
        self.key.changed.connect(self._show_fingerprint)
        self.sheet.submitted.connect(self._keep)
        self._show_fingerprint("")
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _show_fingerprint(self, _text: str) -> None:
        digits = fingerprint_of(self.key.text())
        self.fingerprint.show_digits(digits)
        for part in (self._compare, self.fingerprint):
            part.setVisible(bool(digits))
        self.sheet.place()

    def _keep(self) -> None:
        label, key = self.label.text().strip(), self.key.text().strip()
        if not label:
            self.label.set_error(_("Say whose key it is, such as my coach."))
            self.label.setFocus()
            return
        self._desk.write(
            lambda journal: journal.sharing.add_coach(label, key),
            self._kept,
            owner=self,
            failed=self._failed,
        )

    def _kept(self, _row: CoachRow) -> None:
        self.sheet.close_sheet()

    def _failed(self, error: JournalError) -> None:
        field = self.key if isinstance(error, BadCoachKey) else self.label
        field.set_error(sentence(error))
        field.setFocus()
