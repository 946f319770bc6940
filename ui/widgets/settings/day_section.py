"""When a day ends and a week begins, and how the journal greets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ally_journal.language import _
from ally_journal.settings import LATEST_DAY_END, LONGEST_NAME
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.line_field import LineField
from ui.widgets.settings.section import SettingsSection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk

HALF_HOUR, NAME_WIDTH = 30, 200


class DaySection(SettingsSection):
    """The journal day, the week, a name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Day and week"), parent)
        theme = self.theme
        ends = [
            (str(minutes), f"{minutes // 60:02}:{minutes % 60:02}")
            for minutes in range(0, LATEST_DAY_END + 1, HALF_HOUR)
        ]
        self.day_ends = ChoiceBox(theme, ends, _("The day ends at"))
        days = [("0", _("Monday")), ("5", _("Saturday")), ("6", _("Sunday"))]
        self.week_starts = ChoiceBox(theme, days, _("The week starts on"))
        self.called = LineField(theme, placeholder=_("A name, or nothing"))
        self.called.edit.setMaxLength(LONGEST_NAME)
        self.called.edit.setAccessibleName(_("What the journal calls you"))
        self.called.setFixedWidth(theme.px(NAME_WIDTH))
        self.add_row(
            _("The day ends at"),
            _("What you write after midnight counts for the day before until then."),
            self.day_ends,
        )
        self.add_row(
            _("The week starts on"), _("For weeks, habits and the calendar."), self.week_starts
        )
        self.add_row(
            _("What the journal calls you"), _("Only on Today, and only here."), self.called
        )
        self.end_rows()
        self.show_now()
        self.day_ends.chosen.connect(self._choose_day_end)
        self.week_starts.chosen.connect(self._choose_week_start)
        self.called.edit.editingFinished.connect(self.keep_name)

    def show_now(self) -> None:
        """Show what is chosen."""
        chosen = self.desk.settings
        self.day_ends.set_value(str(chosen.day_ends))
        self.week_starts.set_value(str(chosen.week_starts))
        if not self.called.edit.hasFocus():
            self.called.setText(chosen.called)

    def forget(self) -> None:
        """Empty the field."""
        self.called.setText("")

    @override
    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        super().restyle()
        if hasattr(self, "called"):
            self.called.setFixedWidth(self.theme.px(NAME_WIDTH))

    def _choose_day_end(self, minutes: str) -> None:
        self.desk.change_settings(day_ends=int(minutes))

    def _choose_week_start(self, day: str) -> None:
        self.desk.change_settings(week_starts=int(day))

    def keep_name(self) -> None:
        """Keep the name that was typed."""
        called = " ".join(self.called.text().split())
        if called != self.desk.settings.called:
            self.desk.change_settings(called=called)
