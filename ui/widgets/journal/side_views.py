"""SideViews: the calendar of the Journal, made when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.places import JournalPlace
from ui.widgets.journal.calendar_view import CalendarView

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QStackedLayout

    from ui.desk import Desk


class SideViews(QObject):
    """Puts it into the stack of the page that it was handed."""

    def __init__(
        self,
        desk: Desk,
        stack: QStackedLayout,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._stack = desk, stack
        self.calendar: CalendarView | None = None

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
