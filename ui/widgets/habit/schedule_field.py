"""ScheduleField: how often a habit wants to come round, chosen in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.domain.day_words import weekday_name
from ally_journal.domain.habit_words import schedule_words
from ally_journal.domain.schedule import DAY_NAMES, Cut, parse_schedule
from ally_journal.domain.schedule_words import schedule_sentence
from ally_journal.language import _
from ui.widgets.chip_group import ChipGroup
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

_WEEK, _MONTH, _SPANS = range(1, 8), range(1, 29), range(2, 91)


class ScheduleField(QWidget):
    """A kind, then its days or its number, and what that asks in a sentence.

    `text()` is the schedule as the journal reads it.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.kind = ChoiceBox(
            theme,
            [
                (Cut.DAY, _("Every day")),
                (Cut.WEEKDAYS, _("Chosen weekdays")),
                (Cut.WEEK, _("Some days a week")),
                (Cut.MONTH, _("Some days a month")),
                (Cut.SPAN, _("Every so many days")),
            ],
            _("Schedule"),
            self,
        )
        days = [(key, weekday_name(at)[:2]) for at, key in enumerate(DAY_NAMES)]
        self.days = ChipGroup(theme, days, small=True, name=_("Weekdays"), parent=self)
        for at, key in enumerate(DAY_NAMES):
            self.days.chip(key).setAccessibleName(weekday_name(at))
        self.number = ChoiceBox(theme, [], _("How often"), self)
        self.sentence = Text(theme, "", "small", "ink2", parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.kind, self.days, self.number, self.sentence):
            self._column.addWidget(widget)
        self._connect()
        self.set_text("3/week")
        self.restyle()

    def text(self) -> str:
        """The schedule, "" while no weekday is chosen."""
        kind, number = self.kind.value(), self.number.value()
        if kind == Cut.DAY:
            return "daily"
        if kind == Cut.WEEKDAYS:
            return ",".join(self.days.chosen())
        return f"every-{number}-days" if kind == Cut.SPAN else f"{number}/{kind}"

    def set_text(self, text: str) -> None:
        """Show this schedule, without a signal."""
        schedule = parse_schedule(text)
        self.kind.set_value(schedule.cut)
        self._show_kind(schedule.cut)
        self.days.set_chosen(DAY_NAMES[at] for at in schedule.weekdays)
        if schedule.cut in {Cut.WEEK, Cut.MONTH, Cut.SPAN}:
            self.number.set_value(str(schedule.number))
        self._say()

    def restyle(self) -> None:
        """Take a new gap after a change of theme."""
        self._column.setSpacing(self.theme.px(10))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the kind."""
        self.kind.setFocus(reason)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._take_kind)
        self.number.chosen.connect(self._told)
        self.days.changed.connect(self._told)
        self.theme.changed.connect(self.restyle)

    def _take_kind(self, kind: str) -> None:
        self._show_kind(kind)
        if kind == Cut.WEEKDAYS and not self.days.chosen():
            self.days.set_chosen(("mon", "wed", "fri"))
        self._told()

    def _told(self, _value: str = "") -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        text = self.text()
        words = schedule_sentence(text) if text else _("Choose at least one weekday.")
        self.sentence.setText(words)

    def _show_kind(self, kind: str) -> None:
        self.days.setVisible(kind == Cut.WEEKDAYS)
        self.number.setVisible(kind in {Cut.WEEK, Cut.MONTH, Cut.SPAN})
        if kind == Cut.SPAN:
            options = [(str(n), schedule_words(f"every-{n}-days")) for n in _SPANS]
        elif kind == Cut.MONTH:
            options = [(str(n), schedule_words(f"{n}/month")) for n in _MONTH]
        else:
            options = [(str(n), schedule_words(f"{n}/week")) for n in _WEEK]
        self.number.set_options(options)
