"""What the closing offers out of care: less of the journal, or another way than one more page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.domain.care import Rating, Wish, wants_other_days, wish_of
from ally_journal.domain.habit import HabitView
from ally_journal.domain.habit_words import schedule_words
from ally_journal.domain.promise import Promise
from ally_journal.domain.unfolding import AFTER, BEFORE
from ally_journal.language import _
from ui.places import PracticePlace, SupportPlace
from ui.widgets.practice.closing_view import NextStep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.entry import AnswerValue, Entry
    from ally_journal.domain.walk import Walk
    from ally_journal.journal import Journal

LESS, WAYS, SUPPORT_STEP, DAYS = "less:", "way:", "support", "days"
DISTANCE, ACT, PERSON = "distance", "act", "person"


@dataclass(frozen=True, slots=True)
class ClosingFound:
    """What the journal knows once an entry is kept."""

    promises: tuple[Promise, ...]
    is_circling: bool
    habits: tuple[HabitView, ...] = ()


def closing_found(entry: Entry, walk: Walk, journal: Journal) -> ClosingFound:
    """Read what the closing goes by, in the lane of the journal."""
    of_it = tuple(one for one in journal.promises.all() if one.entry == entry.id)
    is_circling = walk.practice.gate and journal.care.is_circling(entry.id)
    habits = journal.habits.views() if _wants_other_days(walk) else ()
    return ClosingFound(of_it, is_circling, habits)


def rating_of(walk: Walk) -> Rating:
    """The numbers that were chosen before and after."""
    said = _said(walk)
    before, after = said.get(BEFORE), said.get(AFTER)
    return Rating(
        before if isinstance(before, int) else None, after if isinstance(after, int) else None
    )


def less_steps(walk: Walk) -> list[NextStep]:
    """Easing off or pausing, where it was chosen; nothing happens before it is pressed."""
    wish = wish_of(walk.practice.id, _said(walk))
    if wish is Wish.EASE:
        line = _("Only the first three days of each week ask. It ends by itself.")
        return [NextStep(f"{LESS}{wish}", "leaf", _("Ease off for four weeks"), line)]
    if wish is Wish.PAUSE:
        line = _("Habits and rhythm ask nothing, and nothing is lost.")
        return [NextStep(f"{LESS}{wish}", "pause", _("Pause for two weeks"), line)]
    return []


def days_steps(walk: Walk, habits: Sequence[HabitView]) -> list[NextStep]:
    """The way to other days for one's habits, where that was chosen; it is changed right here."""
    if not _wants_other_days(walk):
        return []
    return [NextStep(DAYS, "calendar", _("Change the days"), days_line(habits))]


def days_line(habits: Sequence[HabitView]) -> str:
    """Each habit with its days as they are now."""
    said = [f"{one.habit.name}: {schedule_words(one.habit.schedule)}" for one in habits]
    return "; ".join(said) or _("There are no habits yet. They stand in Insights.")


def circling_steps() -> list[NextStep]:
    """Distance, one act, one person; a rest is the button below."""
    return [
        NextStep(
            f"{WAYS}{DISTANCE}",
            "eye",
            _("Look from further away"),
            _("Tell it as a friend would, with your name in it"),
        ),
        NextStep(f"{WAYS}{ACT}", "act", _("One small act"), _("Something another could see")),
        NextStep(
            f"{WAYS}{PERSON}",
            "people",
            _("One person to talk to"),
            _("People you trust, and lines that listen"),
        ),
    ]


def support_step() -> NextStep:
    """Support as a row, where the banner stood before."""
    return NextStep(SUPPORT_STEP, "care", _("Support"), _("People you trust, lines that listen"))


def _wants_other_days(walk: Walk) -> bool:
    return wants_other_days(walk.practice.id, _said(walk))


def _said(walk: Walk) -> dict[str, AnswerValue]:
    return {step.key: value for step, value in walk.kept_answers}


def place_of_way(way: str, entry: Entry | None) -> PracticePlace | SupportPlace:
    """Where a way of `circling_steps` leads."""
    event = None if entry is None else entry.event
    if way == DISTANCE:
        return PracticePlace("free", carry={"title": _("As a friend would tell it")}, event=event)
    return PracticePlace("plan", event=event) if way == ACT else SupportPlace()
