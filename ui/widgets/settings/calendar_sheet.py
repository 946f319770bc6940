"""CalendarSheet: what the person's own calendar is to show, then where its file may go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.reminder_words import quiet_moment
from ally_journal.language import _
from ui.messages import words_for
from ui.widgets.form_sheet import FormSheet
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.reminder import DayTime
    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk

LONGEST = 60


class CalendarSheet(FormSheet):
    """The title is asked each time and kept nowhere."""

    def __init__(self, desk: Desk, host: QWidget, times: Sequence[DayTime]) -> None:
        super().__init__(
            desk.theme,
            host,
            _("Save a calendar file?"),
            _(
                "Open the file with your calendar. From then on the calendar reminds you, and it "
                "may show this title to others, such as colleagues who see your calendar."
            ),
            act=_("Choose a place…"),
        )
        self._desk, self._times = desk, tuple(times)
        self.words = LineField(desk.theme, _("Title in the calendar"))
        self.words.edit.setMaxLength(LONGEST)
        self.words.setText(quiet_moment())
        self.content.addWidget(self.words)
        self.begin_with(self.words)
        self.words.returned.connect(self.submitted)
        self.submitted.connect(self._ask_target)

    def _ask_target(self) -> None:
        from ui.choosing import Chooser  # noqa: PLC0415 the file dialog is asked for rarely

        chooser = Chooser(self.window(), _("Where is the calendar file to go?"), self.save_to)
        chooser.ask_target(quiet_moment() + ".ics", "ics")

    def save_to(self, target: Path) -> None:
        """Write it there; the chooser has asked about a file of that name."""
        title = self.words.text()
        self._desk.write(
            partial(_saved, target, self._times, title), self._done, owner=self, failed=self._failed
        )

    def _done(self, _nothing: object) -> None:
        self.close_sheet()
        self._desk.messages.say(_("Saved. Open the file with your calendar."))

    def _failed(self, error: JournalError) -> None:
        self.say_wrong(words_for(error))


def _saved(target: Path, times: Sequence[DayTime], title: str, journal: Journal) -> Change:
    journal.reminders.save_calendar(target, times, title)
    return Change()
