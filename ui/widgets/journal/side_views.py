"""SideViews: the trash and the calendar of the Journal, made when they are first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ally_journal.language import _
from ui.places import EntryPlace, JournalPlace
from ui.widgets.journal.calendar_view import CalendarView
from ui.widgets.journal.entry_acts import put_back
from ui.widgets.journal.trash_view import TrashView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QStackedLayout

    from ally_journal.domain.entry import EntrySummary
    from ui.desk import Desk


class SideViews(QObject):
    """Puts them into the stack of the page that it was handed."""

    def __init__(
        self,
        desk: Desk,
        stack: QStackedLayout,
        practice: Callable[[str], tuple[str, str]],
        parent: QObject,
    ) -> None:
        """`practice` gives title and icon of a practice by its id."""
        super().__init__(parent)
        self._desk, self._stack, self._practice = desk, stack, practice
        self.trash: TrashView | None = None
        self.calendar: CalendarView | None = None

    @property
    def is_trash_shown(self) -> bool:
        """Whether the trash stands on the page now."""
        return self.trash is not None and self._stack.currentWidget() is self.trash

    def show_trash(self) -> None:
        """Show what was thrown away."""
        if self.trash is None:
            self.trash = TrashView(self._desk.theme, self._practice)
            self.trash.back_asked.connect(self._back)
            self.trash.look_asked.connect(self._look)
            self.trash.put_back_asked.connect(self._put_back)
            self._stack.addWidget(self.trash)
        self._stack.setCurrentWidget(self.trash)
        self.ask_trash()
        self.trash.bar.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_trash(self) -> None:
        """Ask again what is there."""
        self._desk.ask(lambda journal: journal.reading.trash(), self._take_trash, owner=self)

    def show_calendar(self) -> None:
        """Show the days with an entry."""
        if self.calendar is None:
            self.calendar = CalendarView(self._desk.theme)
            self.calendar.back_asked.connect(self._back)
            self.calendar.range_asked.connect(self._ask_counts)
            self.calendar.day_asked.connect(self._open_day)
            self._stack.addWidget(self.calendar)
        self._stack.setCurrentWidget(self.calendar)
        self.calendar.begin(self._desk.today())
        self.calendar.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let go of all text."""
        if self.trash is not None:
            self.trash.show_rows((), self._desk.today())

    def _take_trash(self, rows: tuple[EntrySummary, ...]) -> None:
        if self.trash is not None:
            self.trash.show_rows(rows, self._desk.today())

    def _look(self, entry_id: str) -> None:
        self._desk.visit.emit(EntryPlace(entry_id))

    def _put_back(self, entry_id: str) -> None:
        put_back(self._desk, entry_id)
        self._desk.messages.say(_("Put back where it was."))

    def _ask_counts(self, first: date, last: date) -> None:
        if self.calendar is not None:
            self._desk.ask(
                lambda journal: journal.reading.day_counts(first, last),
                self.calendar.show_counts,
                owner=self.calendar,
            )

    def _open_day(self, day: date) -> None:
        self._desk.visit.emit(JournalPlace(query=f"on:{day.isoformat()}"))

    def _back(self) -> None:
        self._desk.visit.emit(JournalPlace())
