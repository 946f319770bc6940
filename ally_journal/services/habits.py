"""Habits: made, marked, rested, paused; where each stands is computed anew from its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.habit import Habit, HabitView, Marks, Pause, ScheduleChange
from ally_journal.domain.schedule import parse_schedule, refuse_targets
from ally_journal.domain.streak import standing
from ally_journal.domain.text import kept_text
from ally_journal.errors import BadName, BadRange, HabitExists, MarkInFuture, UnknownHabit
from ally_journal.ids import new_id
from ally_journal.services.rhythm import journal_rhythm
from ally_journal.storage import habits

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.rhythm import Rhythm
    from ally_journal.services.context import Context

LONGEST_NAME = 80


class HabitService:
    """Everything about habits and the rhythm of the journal."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def views(self, today: date | None = None, *, archived: bool = False) -> tuple[HabitView, ...]:
        """Each habit with its marks and where it stands on a day (by default today)."""
        vault = self._context.vault
        day = today or self._context.today()
        marks = habits.marks(vault)
        everywhere = marks.get("", Marks())
        start = self._context.settings.week_starts
        views = []
        for habit in habits.everything(vault, archived=archived):
            own = marks.get(habit.id, everywhere)
            views.append(HabitView(habit, own, standing(habit, own, day, start)))
        return tuple(views)

    def view(self, habit_id: str, today: date | None = None) -> HabitView:
        """One habit.

        Raises:
            UnknownHabit: there is none with this id.
        """
        for one in self.views(today, archived=True):
            if one.habit.id == habit_id:
                return one
        raise UnknownHabit

    def by_name(self, name: str) -> Habit:
        """The habit with this name, in any spelling of its letters.

        Raises:
            UnknownHabit: there is none.
        """
        wanted = _name(name).casefold()
        for habit in habits.everything(self._context.vault, archived=True):
            if habit.name.casefold() == wanted:
                return habit
        raise UnknownHabit

    def add(
        self, name: str, schedule: str, practices: tuple[str, ...] = (), since: date | None = None
    ) -> tuple[Habit, Change]:
        """Make a habit.

        Args:
            name: short; no other habit has it.
            schedule: text form, such as "3/week".
            practices: ids of the practices whose entries mark it; none for marks by hand.
            since: its first day; today unless given.

        Raises:
            BadName, BadSchedule, HabitExists, UnknownPractice, NotToBeScheduled.
        """
        name = _name(name)
        canonical = parse_schedule(schedule).text
        for practice in practices:
            self._context.library.get(practice)
        refuse_targets(practices)
        stamp = self._context.stamp()
        first = ScheduleChange(since or stamp.day, canonical)
        habit = Habit(new_id(stamp.now), name, (first,), practices)
        with self._context.vault.atomic() as tx:
            if any(
                one.name.casefold() == name.casefold()
                for one in habits.everything(tx, archived=True)
            ):
                raise HabitExists
            habits.add(tx, habit, stamp)
        return habit, Change(habits=True)

    def mark(self, habit_id: str, *days: date) -> Change:
        """Mark days as done: all of them or none.

        Raises:
            MarkInFuture: one of the days has not come.
            UnknownHabit: there is none with this id.
        """
        if any(day > self._context.today() for day in days):
            raise MarkInFuture
        return self._put(habit_id, days, "done")

    def rest(self, habit_id: str, *days: date) -> Change:
        """Ask for rest on days, also on those to come.

        Raises:
            UnknownHabit: there is none with this id.
        """
        return self._put(habit_id, days, "rest")

    def clear(self, habit_id: str, *days: date) -> Change:
        """Take the mark or the rest of days away."""
        with self._context.vault.atomic() as tx:
            for day in days:
                habits.clear_mark(tx, habit_id, day)
        return Change(habits=True)

    def pause(self, habit_id: str | None, first: date, last: date, reason: str = "") -> Change:
        """Pause one habit, or with None all habits and the rhythm, for a range of days.

        Raises:
            BadRange: the last day comes before the first.
            UnknownHabit: there is none with this id.
        """
        if last < first:
            raise BadRange
        pause = Pause(first, last, kept_text(reason))
        with self._context.vault.atomic() as tx:
            if habit_id is not None:
                habits.check_known(tx, habit_id)
            habits.add_pause(tx, habit_id, pause, self._context.stamp())
        return Change(habits=True)

    def end_pause(self, habit_id: str | None) -> Change:
        """End the pause of a habit, and one of all habits, as of today; days that passed stay."""
        today = self._context.today()
        with self._context.vault.atomic() as tx:
            habits.end_pauses(tx, habit_id, today, self._context.stamp())
        return Change(habits=True)

    def reschedule(self, habit_id: str, schedule: str) -> Change:
        """Give a habit another schedule from today on; a new chapter begins, the old ones stay.

        Raises:
            BadSchedule: not a schedule.
            UnknownHabit: there is none with this id.
        """
        change = ScheduleChange(self._context.today(), parse_schedule(schedule).text)
        with self._context.vault.atomic() as tx:
            habits.check_known(tx, habit_id)
            habits.put_schedule(tx, habit_id, change)
        return Change(habits=True)

    def rename(self, habit_id: str, name: str) -> Change:
        """Give a habit another name.

        Raises:
            BadName, HabitExists, UnknownHabit.
        """
        name = _name(name)
        with self._context.vault.atomic() as tx:
            for one in habits.everything(tx, archived=True):
                if one.name.casefold() == name.casefold() and one.id != habit_id:
                    raise HabitExists
            habits.change(tx, habit_id, self._context.stamp(), name=name)
        return Change(habits=True)

    def archive(self, habit_id: str, *, on: bool = True) -> Change:
        """Put a habit away as of today, or bring it back; its chapters stay.

        Raises:
            UnknownHabit: there is none with this id.
        """
        day = self._context.today().isoformat() if on else None
        with self._context.vault.atomic() as tx:
            habits.change(tx, habit_id, self._context.stamp(), archived=day)
        return Change(habits=True)

    def rhythm(self, today: date | None = None) -> Rhythm:
        """The rhythm of the whole journal, in weeks."""
        return journal_rhythm(self._context, today or self._context.today())

    def _put(self, habit_id: str, days: tuple[date, ...], kind: str) -> Change:
        with self._context.vault.atomic() as tx:
            habits.check_known(tx, habit_id)
            for day in days:
                habits.put_mark(tx, habit_id, day, kind, self._context.stamp())
        return Change(habits=True)


def _name(text: str) -> str:
    name = " ".join(kept_text(text).split())
    if not name or len(name) > LONGEST_NAME:
        raise BadName
    return name
