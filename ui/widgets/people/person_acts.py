"""PersonActs: adding, naming, merging and removing people, with a way back where one goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from ally_journal.language import _
from ui.models.people import put_back, removed
from ui.widgets.menu import Menu
from ui.widgets.people.person_sheets import MergeSheet, NameSheet, OtherNamesSheet, TidySheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.person import Person, PersonBefore
    from ui.desk import Desk


class PersonActs(QObject):
    """`merged_into` tells the id of whom somebody was merged into, `journal_asked` a name."""

    merged_into = Signal(str)
    added = Signal(str)
    journal_asked = Signal(str)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._host = desk, host

    def add(self) -> None:
        """Ask for a made-up name and a role."""
        sheet = NameSheet(self._desk, self._host.window(), None)
        sheet.named.connect(self.added)
        sheet.open()

    def rename(self, person: Person) -> None:
        """Ask for another made-up name or role."""
        NameSheet(self._desk, self._host.window(), person).open()

    def tidy(self, people: Sequence[Person]) -> None:
        """Name those who were in no entry for a year."""
        sheet = TidySheet(self._desk, self._host.window(), people)
        sheet.chosen.connect(self._tidied)
        sheet.open()

    def menu(self, person: Person, everybody: Sequence[Person]) -> Menu:
        """What can be done with somebody."""
        menu = Menu(self._desk.theme, self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.head(person.name)
        menu.item(_("Rename…"), "pencil", then=partial(self.rename, person))
        menu.item(_("Other names…"), "people", then=partial(self._ask_names, person))
        menu.item(
            _("Merge into…"),
            "loop",
            then=partial(self._ask_merge, person, everybody),
            enabled=len(everybody) > 1,
        )
        show = partial(self.journal_asked.emit, person.name)
        menu.item(_("Show in the Journal"), "journal", then=show, enabled=bool(person.entries))
        menu.line()
        menu.item(
            _("Remove from your people"), "trash", _("Del"), then=partial(self.remove, person.id)
        )
        return menu

    def show_menu(self, person: Person, everybody: Sequence[Person], place: QPoint) -> None:
        """Open the menu at a place on the screen."""
        self.menu(person, everybody).popup(place)

    def remove(self, person: str) -> None:
        """Take somebody off the list, with a way back."""
        self._remove((person,))

    def _remove(self, ids: Sequence[str]) -> None:
        self._desk.write(partial(removed, ids), self._removed, owner=self)

    def _removed(self, gone: tuple[PersonBefore, ...]) -> None:
        words = _("Removed from your people. What you wrote stays as you wrote it.")
        self._desk.messages.say(words, _("Undo"), partial(_undo, self._desk, gone))

    def _tidied(self, ids: Sequence[str]) -> None:
        self._desk.change_settings(people_tidied=self._desk.today().isoformat())
        if ids:
            self._remove(ids)

    def _ask_names(self, person: Person) -> None:
        OtherNamesSheet(self._desk, self._host.window(), person).open()

    def _ask_merge(self, person: Person, everybody: Sequence[Person]) -> None:
        others = [one for one in everybody if one.id != person.id]
        sheet = MergeSheet(self._desk, self._host.window(), person, others)
        sheet.merged.connect(self._merged)
        sheet.open()

    def _merged(self, into: str, before: PersonBefore) -> None:
        self.merged_into.emit(into)
        words = _("They are one person now.")
        self._desk.messages.say(words, _("Undo"), partial(_undo, self._desk, (before,)))


def _undo(desk: Desk, gone: tuple[PersonBefore, ...]) -> None:
    desk.write(partial(put_back, gone))
