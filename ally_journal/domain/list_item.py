"""The person's own lists: values, norms, powers, who has their back, and what reminds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ally_journal.domain.text import kept_text
from ally_journal.errors import BadItem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

POWER, NORMS, VALUES, UNWRITTEN = "power", "norms", "values", "unwritten"
FOR_OTHERS, REMINDERS = "for_others", "reminders"
HAS_MY_BACK, HAVE_THEIR_BACK = "has_my_back", "have_their_back"
LISTS = (
    VALUES,
    REMINDERS,
    POWER,
    NORMS,
    UNWRITTEN,
    FOR_OTHERS,
    HAS_MY_BACK,
    HAVE_THEIR_BACK,
)
"""The lists of the page, in its order; answers of a practice may go into these."""

REMINDING = (VALUES, REMINDERS)
"""The lists of which one thing a day may stand on Today."""

MOST_CHARACTERS = 500
ENTRY, STEP = "entry", "step"


@dataclass(frozen=True, slots=True)
class ListItem:
    """One thing on a list.

    `detail` holds what a list knows beside the words; for what came out of an answer, the id of its
    `entry` and the name of its `step`, until the person words it anew.
    """

    id: str
    list: str
    text: str
    position: int
    created: datetime
    detail: Mapping[str, Any] = field(default_factory=dict)

    @property
    def entry(self) -> str | None:
        """The entry it came out of; None for what was written by hand."""
        found = self.detail.get(ENTRY)
        return found if isinstance(found, str) else None

    @property
    def step(self) -> str | None:
        """The step of that entry."""
        found = self.detail.get(STEP)
        return found if isinstance(found, str) else None


def item_text(text: str) -> str:
    """The words of an item as they are kept: one line.

    Raises:
        BadItem: nothing, or more than 500 characters.
        BadText: what cannot be kept.
    """
    line = " ".join(kept_text(text).split())
    if not line or len(line) > MOST_CHARACTERS:
        raise BadItem
    return line


def shortened(text: str) -> str:
    """An answer as an item: one line, cut at a word where it is too long; empty for none."""
    line = " ".join(text.split())
    if len(line) <= MOST_CHARACTERS:
        return line
    cut = line[: MOST_CHARACTERS - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,.;:") + "…"


def is_same(one: str, other: str) -> bool:
    """Whether two texts say the same, capitals aside."""
    return one.casefold() == other.casefold()


def reminder_for(items: Sequence[ListItem], day: date) -> ListItem | None:
    """The one that stands on Today: each has its day in turn; None without any."""
    return items[day.toordinal() % len(items)] if items else None
