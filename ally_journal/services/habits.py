"""Habits: made, changed, marked, paused; where each stands is computed anew from its marks."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.goal import Measure, checked, checked_amount, counted
from ally_journal.domain.habit import Habit, HabitView, Marks, Pause, ScheduleChange
from ally_journal.domain.schedule import parse_schedule, refuse_targets
from ally_journal.domain.streak import standing
from ally_journal.domain.text import kept_text
from ally_journal.errors import (
    AmountMissing,
    BadName,
    BadRange,
    HabitExists,
    MarkInFuture,
    NotMeasured,
    NotToBeScheduled,
    UnknownHabit,
)
from ally_journal.ids import new_id
from ally_journal.language import _
from ally_journal.services.rhythm import journal_rhythm
from ally_journal.storage import habits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ally_journal.domain.rhythm import Rhythm
    from ally_journal.services.context import Context
    from ally_journal.storage.reader import Reader

LONGEST_NAME, LONGEST_QUESTION = 80, 200


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
            own = counted(habit, marks.get(habit.id, everywhere))
            views.append(HabitView(habit, own, standing(habit, own, day, start)))
        return tuple(views)

    def has_archived(self) -> bool:
        """Whether a habit waits in the archive."""
        return any(one.archived for one in habits.everything(self._context.vault, archived=True))

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
        self,
        name: str,
        schedule: str,
        practices: tuple[str, ...] = (),
        since: date | None = None,
        *,
        measure: Measure | None = None,
        question: str = "",
    ) -> tuple[Habit, Change]:
        """Make a habit.

        Args:
            name: short; no other habit has it.
            schedule: text form, such as "3/week".
            practices: ids of the practices whose entries mark it; none for marks by hand.
            since: its first day; today unless given.
            measure: what a day is measured by; done or not unless given.
            question: what it is, or what it asks of a day, in the person's words.

        Raises:
            BadName, BadSchedule, HabitExists, UnknownPractice, NotToBeScheduled, BadTarget.
        """
        stamp = self._context.stamp()
        first = ScheduleChange(since or stamp.day, parse_schedule(schedule).text)
        habit = Habit(new_id(stamp.now), _name(name), (first,), practices)
        habit = replace(
            habit, question=_question(question), **asdict(checked(measure or Measure()))
        )
        self._check_practices(practices)
        with self._context.vault.atomic() as tx:
            _check_free(tx, habit.name)
            habits.add(tx, habit, stamp)
        return habit, Change(habits=True)

    def mark(self, habit_id: str, *days: date) -> Change:
        """Mark days as done: all of them or none.

        Raises:
            MarkInFuture: one of the days has not come.
            AmountMissing: the habit is marked with an amount.
            UnknownHabit: there is none with this id.
        """
        self._refuse_future(days)
        if self._found(habit_id).is_measured:
            raise AmountMissing
        return self._put(habit_id, dict.fromkeys(days), "done")

    def measure(self, habit_id: str, amounts: Mapping[date, float]) -> Change:
        """Mark days of a measurable habit with an amount each: all of them or none.

        Raises:
            MarkInFuture, BadAmount, UnknownHabit.
            NotMeasured: the habit is only done or not.
        """
        self._refuse_future(amounts)
        if not self._found(habit_id).is_measured:
            raise NotMeasured
        wanted = {day: checked_amount(amount) for day, amount in amounts.items()}
        return self._put(habit_id, wanted, "done")

    def rest(self, habit_id: str, *days: date) -> Change:
        """Ask for rest on days, also on those to come.

        Raises:
            UnknownHabit: there is none with this id.
        """
        return self._put(habit_id, dict.fromkeys(days), "rest")

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
            raise BadRange(first.isoformat(), last.isoformat())
        pause = Pause(first, last, kept_text(reason))
        with self._context.vault.atomic() as tx:
            if habit_id is not None:
                habits.check_known(tx, habit_id)
            habits.add_pause(tx, habit_id, pause, self._context.stamp())
        return Change(habits=True)

    def pauses(self, habit_id: str | None = None) -> tuple[Pause, ...]:
        """The pauses of a habit and those of all, by their first day; with None those of all."""
        found = habits.pauses(self._context.vault)
        return tuple(one for one in found if one.habit in {None, habit_id})

    def end_pause(self, habit_id: str | None, pause_id: str | None = None) -> Change:
        """End pauses as of today; days that passed stay paused.

        All that a habit lies in, its own and those of all, or the one with this id.
        """
        today, stamp = self._context.today(), self._context.stamp()
        with self._context.vault.atomic() as tx:
            if pause_id is None:
                habits.end_pauses(tx, habit_id, today, stamp)
            elif one := habits.pause_of(tx, pause_id):
                habits.end_pause(tx, one, today, stamp)
        return Change(habits=True)

    def remove_pause(self, pause_id: str) -> Change:
        """Take a pause away, as if it had not been: its days ask again, those that passed too."""
        with self._context.vault.atomic() as tx:
            habits.remove_pause(tx, pause_id, self._context.stamp())
        return Change(habits=True)

    def reschedule(self, habit_id: str, schedule: str) -> Change:
        """Give a habit another schedule from today on; a new chapter begins, the old ones stay.

        Raises:
            BadSchedule: not a schedule.
            UnknownHabit: there is none with this id.
        """
        return self.change(habit_id, schedule=schedule)

    def rename(self, habit_id: str, name: str) -> Change:
        """Give a habit another name.

        Raises:
            BadName, HabitExists, UnknownHabit.
        """
        return self.change(habit_id, name=name)

    def change(
        self,
        habit_id: str,
        *,
        name: str | None = None,
        question: str | None = None,
        schedule: str | None = None,
        practices: tuple[str, ...] | None = None,
        measure: Measure | None = None,
    ) -> Change:
        """Change what is given, all or nothing.

        Marks that are there stay. Another schedule holds from today on, and so do other practices;
        with another target all days are read anew.

        Raises:
            BadName, BadSchedule, HabitExists, UnknownHabit, UnknownPractice, NotToBeScheduled,
                BadTarget.
        """
        columns: dict[str, str | float | None] = {}
        canonical = parse_schedule(schedule).text if schedule is not None else ""
        if name is not None:
            columns["name"] = _name(name)
        if question is not None:
            columns["question"] = _question(question)
        if practices is not None:
            self._check_practices(practices)
            columns["practices"] = json.dumps(practices)
        if measure is not None:
            found = checked(measure)
            columns |= {"goal": str(found.goal), "target": found.target, "unit": found.unit}
        with self._context.vault.atomic() as tx:
            if name is not None:
                _check_free(tx, str(columns["name"]), but=habit_id)
            habits.change(tx, habit_id, self._context.stamp(), **columns)
            if canonical:
                since = ScheduleChange(self._context.today(), canonical)
                habits.put_schedule(tx, habit_id, since)
        return Change(habits=True)

    def move(self, habit_id: str, steps: int) -> Change:
        """Move a habit down in the list by so many places, or up by a negative number.

        Raises:
            UnknownHabit: no habit with this id is in the list.
        """
        with self._context.vault.atomic() as tx:
            order = [one.id for one in habits.everything(tx, archived=False)]
            if habit_id not in order:
                raise UnknownHabit
            at = max(0, min(len(order) - 1, order.index(habit_id) + steps))
            order.remove(habit_id)
            order.insert(at, habit_id)
            habits.arrange(tx, order, self._context.stamp())
        return Change(habits=True)

    def archive(self, habit_id: str, *, on: bool = True) -> Change:
        """Put a habit away as of today, or bring it back; its chapters stay.

        The days that it was away become a pause of it, so that they cost nothing.

        Raises:
            UnknownHabit: there is none with this id.
        """
        today, stamp = self._context.today(), self._context.stamp()
        away_from = self._found(habit_id).archived
        with self._context.vault.atomic() as tx:
            habits.change(tx, habit_id, stamp, archived=today.isoformat() if on else None)
            if not on and away_from is not None and today - away_from > _A_DAY:
                away = Pause(away_from + _A_DAY, today - _A_DAY, _("in the archive"))
                habits.add_pause(tx, habit_id, away, stamp)
        return Change(habits=True)

    def rhythm(self, today: date | None = None) -> Rhythm:
        """The rhythm of the whole journal, in weeks."""
        return journal_rhythm(self._context, today or self._context.today())

    def _put(self, habit_id: str, days: Mapping[date, float | None], kind: str) -> Change:
        with self._context.vault.atomic() as tx:
            habits.check_known(tx, habit_id)
            for day, amount in days.items():
                stamp = self._context.stamp()
                habits.put_mark(tx, habit_id, day, kind, stamp, amount=amount)
        return Change(habits=True)

    def _found(self, habit_id: str) -> Habit:
        for one in habits.everything(self._context.vault, archived=True):
            if one.id == habit_id:
                return one
        raise UnknownHabit

    def _refuse_future(self, days: Iterable[date]) -> None:
        today = self._context.today()
        ahead = sorted(day for day in days if day > today)
        if ahead:
            raise MarkInFuture(ahead[0].isoformat())

    def _check_practices(self, practices: tuple[str, ...]) -> None:
        refuse_targets(practices)
        for practice in practices:
            if not self._context.library.get(practice).schedulable:
                raise NotToBeScheduled(practice)


def _check_free(reader: Reader, name: str, but: str = "") -> None:
    """Refuse a name that another habit has, archived or not, in any spelling of its letters."""
    for one in habits.everything(reader, archived=True):
        if one.name.casefold() == name.casefold() and one.id != but:
            raise HabitExists


def _name(text: str) -> str:
    name = " ".join(kept_text(text).split())
    if not name or len(name) > LONGEST_NAME:
        raise BadName
    return name


def _question(text: str) -> str:
    return " ".join(kept_text(text).split())[:LONGEST_QUESTION]


_A_DAY = timedelta(days=1)
