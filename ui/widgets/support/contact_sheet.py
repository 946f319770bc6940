"""ContactSheet: somebody one trusts, in a name, a few words, and a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ally_journal.domain.contact import CONTACTS, LONGEST, Contact, detail_of
from ally_journal.errors import BadItem
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.widgets.form_sheet import FormSheet
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ui.desk import Desk


class ContactSheet(QObject):
    """Adds one, or changes the one that is given."""

    def __init__(self, desk: Desk, host: QWidget, contact: Contact | None = None) -> None:
        super().__init__(host)
        self._desk, self._contact = desk, contact
        theme = desk.theme
        self.sheet = FormSheet(
            theme,
            host,
            _("Someone you trust") if contact is None else _("Change this"),
            _("It stands on Support, in your journal alone. Before you unlock, it is not there."),
            act=_("Keep it"),
        )
        self.name = LineField(theme, _("Name"), placeholder=_("A name or a role"))
        self.line = LineField(
            theme, _("A few words, if you like"), placeholder=_("Friend, evenings are fine")
        )
        self.number = LineField(theme, _("A number, if you like"))
        for field in (self.name, self.line, self.number):
            field.edit.setMaxLength(LONGEST)
            field.returned.connect(self._keep)
            self.sheet.content.addWidget(field)
        if contact is not None:
            self.name.setText(contact.name)
            self.line.setText(contact.line)
            self.number.setText(contact.number)
        self.sheet.begin_with(self.name)
        self.sheet.submitted.connect(self._keep)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _keep(self) -> None:
        name, known = self.name.text(), self._contact
        detail = detail_of(self.line.text(), self.number.text())
        if known is None:
            self._desk.write(
                lambda journal: journal.lists.add(CONTACTS, name, detail),
                self._kept,
                owner=self,
                failed=self._failed,
            )
        else:
            self._desk.write(
                lambda journal: journal.lists.change(known.id, name, detail),
                self._kept,
                owner=self,
                failed=self._failed,
            )

    def _kept(self, _item: object) -> None:
        self.sheet.close_sheet()

    def _failed(self, error: JournalError) -> None:
        is_name = isinstance(error, BadItem)
        self.sheet.say_wrong(_("Give it a name.") if is_name else sentence(error))
