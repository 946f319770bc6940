"""ContactsCard: people one trusts, kept in the journal; there only while it is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.changes import Change
from ally_journal.domain.contact import CONTACTS, Contact, contact_of
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.icon_button import IconButton
from ui.widgets.link import Link
from ui.widgets.locked.rows import hairline
from ui.widgets.menu import Menu
from ui.widgets.sign import Sign
from ui.widgets.support.contact_sheet import ContactSheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.list_item import ListItem
    from ally_journal.journal import Journal
    from ui.desk import Desk

UP, DOWN = -1, 1


class ContactsCard(QWidget):
    """Each with a way to copy its number, never one that dials."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.theme = desk, desk.theme
        self.contacts: tuple[Contact, ...] = ()
        self.copies: dict[str, Button] = {}
        self.mores: dict[str, IconButton] = {}
        self._rows: list[QWidget] = []
        px = self.theme.px
        card = Card(self.theme, margins=(0, 0, 0, 0))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        card.body.addLayout(self._list)
        self._none = Text(
            self.theme, _("A friend, a colleague, a staff support line: your choice."), "small",
            "ink3",
        )  # fmt: skip
        self.add = Link(self.theme, _("Add someone you trust"), icon="plus")
        foot = QVBoxLayout()
        foot.setContentsMargins(px(18), px(10), px(18), px(8))
        foot.setSpacing(px(4))
        foot.addWidget(self._none)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        foot.addLayout(line)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.add.clicked.connect(self._add)
        desk.changed.connect(self._follow)
        self.theme.changed.connect(self._show_anew)

    def read(self) -> None:
        """Ask the journal for them."""
        self._desk.ask(_contacts, self.show_contacts, owner=self)

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show these; the focus stays with the one that has it."""
        held = self._held()
        self.forget()
        self.contacts = contacts
        for contact in contacts:
            self._put(self._row(contact))
            self._put(hairline())
        self._none.setVisible(not contacts)
        if held in self.mores:
            self.mores[held].show()
            self.mores[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let go of every name and number."""
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.contacts = [], ()
        self.copies, self.mores = {}, {}

    def _show_anew(self) -> None:
        """Gaps are those of the size they were made at."""
        self.show_contacts(self.contacts)

    def _put(self, row: QWidget) -> None:
        self._list.addWidget(row)
        self._rows.append(row)

    def _row(self, contact: Contact) -> QWidget:
        theme, px = self.theme, self.theme.px
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(px(18), px(8), px(10), px(8))
        row.setSpacing(px(12))
        row.addWidget(Sign(theme, "phone" if contact.number else "people", "accent", 20))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Text(theme, contact.name, "bodym"))
        for words in filter(None, (contact.line, contact.number)):
            names.addWidget(Text(theme, words, "small", "ink3"))
        row.addLayout(names, 1)
        if contact.number:
            copy = Button(theme, _("Copy"), "quiet", "sm")
            copy.setAccessibleName(_("Copy the number of {name}").format(name=contact.name))
            copy.clicked.connect(partial(self._copy, contact.number))
            row.addWidget(copy)
            self.copies[contact.id] = copy
        more = IconButton(theme, "more", _("More about {name}").format(name=contact.name))
        more.clicked.connect(partial(self._open_menu, contact))
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.mores[contact.id] = more
        self._listen(part, contact)
        return part

    def _listen(self, part: QWidget, contact: Contact) -> None:
        for keys, by in (("Alt+Up", UP), ("Alt+Down", DOWN)):
            shortcut = QShortcut(QKeySequence(keys), part)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.shift, contact, by))

    def _held(self) -> str:
        """Whose row has the focus; empty for none."""
        focus = QApplication.focusWidget()
        rows = {contact.id: self.mores[contact.id].parentWidget() for contact in self.contacts}
        held = (key for key, row in rows.items() if row is not None and focus is not None
                and row.isAncestorOf(focus))  # fmt: skip
        return next(held, "")

    def _add(self) -> None:
        ContactSheet(self._desk, self.window()).open()

    def _change(self, contact: Contact) -> None:
        ContactSheet(self._desk, self.window(), contact).open()

    def _copy(self, number: str) -> None:
        self._desk.clipboard.copy(number)
        self._desk.messages.say(_("Copied."))

    def _open_menu(self, contact: Contact) -> None:
        menu = Menu(self.theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.item(_("Change…"), "pencil", then=partial(self._change, contact))
        if len(self.contacts) > 1:
            up, down = partial(self.shift, contact, UP), partial(self.shift, contact, DOWN)
            is_first, is_last = contact == self.contacts[0], contact == self.contacts[-1]
            menu.line()
            menu.item(_("Move up"), keys=_("Alt Up"), then=up, enabled=not is_first)
            menu.item(_("Move down"), keys=_("Alt Down"), then=down, enabled=not is_last)
        menu.line()
        menu.item(_("Take off this page"), "close", then=partial(self.remove, contact))
        menu.popup_at(self.mores[contact.id])

    def shift(self, contact: Contact, by: int) -> None:
        """Give one another place; at either end nothing happens."""
        place = next((n for n, one in enumerate(self.contacts) if one.id == contact.id), 0) + by
        if 0 <= place < len(self.contacts):
            self._desk.write(lambda journal: journal.lists.move(contact.id, place))

    def remove(self, contact: Contact) -> None:
        """Take one off; it can be brought back for some seconds."""
        desk = self._desk

        def say(item: ListItem) -> None:
            undo = partial(desk.write, lambda journal: journal.lists.put_back(item))
            desk.messages.say(_("Taken off Support."), _("Undo"), undo)
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

        desk.write(lambda journal: journal.lists.remove(contact.id), say, owner=self)

    def _follow(self, change: object) -> None:
        if isinstance(change, Change) and (change.lists or change.everything):
            self.read()


def _contacts(journal: Journal) -> tuple[Contact, ...]:
    return tuple(map(contact_of, journal.lists.all(CONTACTS)))
