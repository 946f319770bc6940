"""What the closing offers out of care: less of the journal, or another way than one more page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.domain.care import Rating, Wish, wish_of
from ally_journal.domain.promise import Promise
from ally_journal.domain.unfolding import AFTER, BEFORE
from ally_journal.language import _
from ui.places import PracticePlace, SupportPlace
from ui.widgets.practice.closing_view import NextStep

if TYPE_CHECKING:
    from ally_journal.domain.entry import Entry
    from ally_journal.domain.walk import Walk
    from ally_journal.journal import Journal

LESS, WAYS, SUPPORT_STEP = "less:", "way:", "support"
DISTANCE, ACT, PERSON = "distance", "act", "person"


@dataclass(frozen=True, slots=True)
class ClosingFound:
    """What the journal knows once an entry is kept."""

    promises: tuple[Promise, ...]
    is_circling: bool


def closing_found(entry: Entry, walk: Walk, journal: Journal) -> ClosingFound:
    """Read what the closing goes by, in the lane of the journal."""
    of_it = tuple(one for one in journal.promises.all() if one.entry == entry.id)
    return ClosingFound(of_it, walk.practice.gate and journal.care.is_circling(entry.id))


def rating_of(walk: Walk) -> Rating:
    """The numbers that were chosen before and after."""
    said = {step.key: value for step, value in walk.kept_answers}
    before, after = said.get(BEFORE), said.get(AFTER)
    return Rating(
        before if isinstance(before, int) else None, after if isinstance(after, int) else None
    )


def less_steps(walk: Walk) -> list[NextStep]:
    """Easing off or pausing, where it was chosen; nothing happens before it is pressed."""
    wish = wish_of(walk.practice.id, {step.key: value for step, value in walk.kept_answers})
    if wish is Wish.EASE:
        line = _("Only the first three days of each week ask. It ends by itself.")
        return [NextStep(f"{LESS}{wish}", "leaf", _("Ease off for four weeks"), line)]
    if wish is Wish.PAUSE:
        line = _("Habits and rhythm ask nothing, and nothing is lost.")
        return [NextStep(f"{LESS}{wish}", "pause", _("Pause for two weeks"), line)]
    return []


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


def place_of_way(way: str, entry: Entry | None) -> PracticePlace | SupportPlace:
    """Where a way of `circling_steps` leads."""
    event = None if entry is None else entry.event
    if way == DISTANCE:
        return PracticePlace("free", carry={"title": _("As a friend would tell it")}, event=event)
    return PracticePlace("plan", event=event) if way == ACT else SupportPlace()
