"""EntryActs: what can be done with a kept entry, from the Journal and from its own page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ally_journal.domain.entry import Entry, Sensitivity
from ally_journal.language import _
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.entry import EntrySummary
    from ui.desk import Desk


class EntryActs(QObject):
    """Writes at once and offers a way back where something goes away."""

    moved_away = Signal(str)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._host = desk, host

    def add_to(self, menu: Menu, entry: Entry) -> None:
        """Add star, day, confidence and trash to a menu."""
        is_never = entry.sensitivity is Sensitivity.NEVER
        menu.item(
            _("Star this entry"), "mark", then=partial(self.star, entry), on=entry.star or None
        )
        menu.item(_("Change the day…"), "calendar", then=partial(self.ask_day, entry))
        menu.item(
            _("Told in confidence, never export"),
            "lock",
            then=partial(self.set_confidence, entry, on=not is_never),
            on=is_never or None,
        )
        menu.line()
        menu.item(
            _("Move to the trash"), "trash", _("Del"), then=partial(self.throw_away, entry.id)
        )

    def new_menu(self) -> Menu:
        """An empty menu that goes away by itself."""
        menu = Menu(self._desk.theme, self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def row_menu(
        self, summary: EntrySummary, entry: Entry | None, then: Callable[[], object]
    ) -> Menu:
        """The menu of a row; `entry` if it is the one that is read, `then` opens it."""
        menu = self.new_menu()
        menu.head(f"“{summary.title}”")
        menu.item(_("Open"), "journal", _("Enter"), then=then)
        menu.line()
        if entry is not None:
            self.add_to(menu, entry)
        else:
            throw = partial(self.throw_away, summary.id)
            menu.item(_("Move to the trash"), "trash", _("Del"), then=throw)
        return menu

    def star(self, entry: Entry) -> None:
        """Star it, or take the star off."""
        on = not entry.star
        self._desk.write(lambda journal: journal.writing.star(entry.id, on=on), owner=self)

    def set_confidence(self, entry: Entry, *, on: bool) -> None:
        """Say that it may never go out, or that it is private like the others."""
        level = Sensitivity.NEVER if on else Sensitivity.PRIVATE
        self._desk.write(
            lambda journal: journal.writing.set_sensitivity(entry.id, level), owner=self
        )

    def throw_away(self, entry_id: str) -> None:
        """Move it to the trash, with a way back."""
        self._desk.write(
            lambda journal: journal.bin.move(entry_id),
            lambda _none: self._thrown(entry_id),
            owner=self,
        )

    def ask_day(self, entry: Entry) -> None:
        """Ask for which day it counts."""
        sheet = FormSheet(
            self._desk.theme,
            self._host.window(),
            _("For which day does it count?"),
            _("The calendar and your habits follow. Its place in the journal stays."),
            act=_("Change the day"),
        )
        field = DateField(self._desk.theme, self._desk.today(), quick=False, name=_("Day"))
        field.set_value(entry.day)
        sheet.content.addWidget(field)
        sheet.begin_with(field)
        sheet.submitted.connect(partial(self._take_day, sheet, field, entry.id))
        sheet.open()

    def _take_day(self, sheet: FormSheet, field: DateField, entry_id: str) -> None:
        day = field.value()
        if day is None:
            sheet.say_wrong(_("This is not a day. Such as 2026-03-26."))
        elif day > self._desk.today():
            sheet.say_wrong(_("That day is still to come. An entry counts for a day that was."))
        else:
            sheet.close_sheet()
            self._desk.write(lambda journal: journal.writing.set_day(entry_id, day), owner=self)

    def _thrown(self, entry_id: str) -> None:
        self.moved_away.emit(entry_id)
        self._desk.messages.say(
            _("Moved to the trash."), _("Undo"), partial(put_back, self._desk, entry_id)
        )


def put_back(desk: Desk, entry_id: str) -> None:
    """Bring an entry back from the trash."""
    desk.write(lambda journal: journal.bin.put_back(entry_id))
