"""What the page of a habit shows, asked in the journal's lane."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.amounts import goal_words
from ally_journal.domain.day_words import listed, sentence_case
from ally_journal.domain.goal import measure_of
from ally_journal.domain.habit import HabitView
from ally_journal.domain.habit_words import schedule_words
from ally_journal.domain.passes import passes_left
from ally_journal.language import _

if TYPE_CHECKING:
    from ally_journal.journal import Journal


@dataclass(frozen=True, slots=True)
class HabitReading:
    """A habit, what marks it, and how many rest passes are left of how many."""

    view: HabitView
    marked_by: str
    passes: tuple[int, int]
    today: date


def read_habit(habit_id: str, journal: Journal) -> HabitReading:
    """Ask for one habit.

    Raises:
        UnknownHabit: there is none with this id.
    """
    today = journal.today()
    view = journal.habits.view(habit_id, today)
    titles = [_title(journal, practice) for practice in view.habit.practices]
    if titles:
        said = listed([f"“{title}”" for title in titles])
        marked_by = _("Marked by each {practices} you keep, and by hand.").format(practices=said)
    else:
        marked_by = _("Marked by hand.")
    left = passes_left(view.habit, view.marks, view.standing, today)
    return HabitReading(view, marked_by, left, today)


def what_it_is(reading: HabitReading) -> str:
    """What the habit is: the person's own words, schedule, goal, and what marks it."""
    habit = reading.view.habit
    parts = [schedule_words(habit.schedule), goal_words(measure_of(habit))]
    said = sentence_case(", ".join(part for part in parts if part))
    own = habit.question.strip()
    if own and own[-1] not in ".?!…":
        own += "."
    return " ".join(part for part in (sentence_case(own), f"{said}.", reading.marked_by) if part)


def _title(journal: Journal, practice: str) -> str:
    known = journal.library.find(practice)
    return known.title if known else practice
