"""EntryActs: what can be done with a kept entry, from the Journal and from its own page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ally_journal.domain.entry import Entry, Sensitivity
from ally_journal.language import _
from ui.models.entry_levels import SIGNS, level_words, not_copied
from ui.places import SharePlace
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.menu import Menu
from ui.widgets.sharing_home.take_away import take_away

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
        """Add star, day, how far it may go, sharing, printing and trash to a menu."""
        is_never = entry.sensitivity is Sensitivity.NEVER
        menu.item(
            _("Star this entry"), "mark", then=partial(self.star, entry), on=entry.star or None
        )
        menu.item(_("Change the day…"), "calendar", then=partial(self.ask_day, entry))
        menu.add_menu(self._levels(menu, entry), _("How far it may go"), "lock")
        menu.line()
        menu.item(_("Share…"), "share", then=partial(self.share, entry.id), enabled=not is_never)
        if not is_never:
            menu.item(_("Print…"), "file", then=partial(self.ask_printer, entry.id))
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

    def set_level(self, entry_id: str, level: Sensitivity) -> None:
        """Say how far it may go."""
        self._desk.write(
            lambda journal: journal.writing.set_sensitivity(entry_id, level), owner=self
        )

    def share(self, entry_id: str) -> None:
        """Go where it can be shared, with this one ticked."""
        self._desk.visit.emit(SharePlace((entry_id,)))

    def take_comment_away(self, comment: str) -> None:
        """Remove what a coach wrote, with a way back."""
        take_away(self._desk, comment, self)

    def refuse_copy(self) -> None:
        """Say why nothing of an entry that never leaves is copied."""
        self._desk.messages.say(not_copied())

    def _levels(self, menu: Menu, entry: Entry) -> Menu:
        made = Menu(self._desk.theme, menu)
        for level in Sensitivity:
            is_on = level is entry.sensitivity
            made.item(
                level_words(level),
                SIGNS.get(level, "lock"),
                then=partial(self.set_level, entry.id, level),
                on=is_on or None,
            )
        return made

    def ask_printer(self, entry_id: str) -> None:
        """Print it; the journal says no to one that was told in confidence."""
        self._desk.ask(lambda journal: journal.carrying.to_print(entry_id), self._print, owner=self)

    def _print(self, html: str) -> None:
        from ui.printing import print_html  # noqa: PLC0415 the printer is asked for hardly ever

        print_html(self._host.window(), html, _("Journal"))

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
