"""HabitForm: what a habit is: name, question, schedule, what a day asks for, what marks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.habit.measure_field import MeasureField
from ui.widgets.habit.practices_field import PracticesField
from ui.widgets.habit.schedule_field import ScheduleField
from ui.widgets.line_field import LineField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.default_habits import DefaultHabit
    from ally_journal.domain.goal import Measure
    from ally_journal.domain.habit import Habit
    from ally_journal.domain.practice_files import PracticeLibrary
    from ui.theme import Theme


class HabitWanted(NamedTuple):
    """What was filled in; the schedule is "" while no weekday is chosen."""

    name: str
    question: str
    schedule: str
    practices: tuple[str, ...]
    measure: Measure


class HabitForm(QWidget):
    """The fields one under the other; without `schedule` that one is left out."""

    returned = Signal()

    def __init__(
        self,
        theme: Theme,
        library: PracticeLibrary,
        *,
        schedule: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.name = LineField(theme, _("Name"), placeholder=_("Such as “Speak up”"))
        self.question = LineField(
            theme,
            _("What it is, or the moment it belongs to"),
            placeholder=_("Such as “when I shut my laptop”"),
        )
        self.schedule = ScheduleField(theme, self)
        self.measure = MeasureField(theme, self)
        self.practices = PracticesField(theme, library, self)
        self._has_schedule = schedule
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        self._connect()
        self.restyle()

    def value(self) -> HabitWanted:
        """What was filled in.

        Raises:
            BadTarget: the target cannot be.
        """
        return HabitWanted(
            self.name.text(),
            self.question.text(),
            self.schedule.text(),
            self.practices.practices(),
            self.measure.measure(),
        )

    def show_habit(self, habit: Habit, measure: Measure) -> None:
        """Show a habit as it is."""
        self.name.setText(habit.name)
        self.question.setText(habit.question)
        self.schedule.set_text(habit.schedule)
        self.measure.set_measure(measure)
        self.practices.set_practices(habit.practices)

    def take(self, offer: DefaultHabit) -> None:
        """Fill in a habit that is offered."""
        self.name.setText(offer.name)
        self.question.setText(offer.cue)
        self.schedule.set_text(offer.schedule)
        self.practices.set_practices((offer.practice,))

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._column.setSpacing(self.theme.px(10))

    def _build(self) -> None:
        add, theme = self._column.addWidget, self.theme
        add(self.name)
        add(self.question)
        if self._has_schedule:
            add(Text(theme, _("Schedule"), "label", "ink"))
            add(self.schedule)
        else:
            self.schedule.hide()
        add(Text(theme, _("What a day asks for"), "label", "ink"))
        add(self.measure)
        add(Text(theme, _("What marks it"), "label", "ink"))
        add(self.practices)

    def _connect(self) -> None:
        self.name.returned.connect(self.returned)
        self.question.returned.connect(self.returned)
        self.measure.returned.connect(self.returned)
        self.theme.changed.connect(self.restyle)
