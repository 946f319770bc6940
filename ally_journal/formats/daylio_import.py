"""What Daylio's export becomes here: an activity is a habit with its marks, a note a free page.

A mood stands below the note it was written with; of an entry without a note nothing is left to be
kept but its activities.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ally_journal.domain.habit import Marks
from ally_journal.domain.habit_import import (
    MOST_HABITS,
    Incoming,
    IncomingHabit,
    IncomingPage,
    Left,
    left_out,
)
from ally_journal.domain.nearest_schedule import as_marked
from ally_journal.errors import SourceTooLarge
from ally_journal.formats.daylio_csv import DaylioEntry, read_daylio
from ally_journal.formats.incoming_names import Names
from ally_journal.language import _
from ally_journal.table_errors import TableMalformed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

PROGRAM = "Daylio"
_MOST_PAGES = 50_000


def daylio_incoming(path: Path, today: date) -> Incoming:
    """Read an export; entries of days after today are left out.

    Raises:
        SourceUnreadable, SourceTooLarge.
        TableMalformed: where it cannot be read, and why.
    """
    entries = read_daylio(path)
    if sum(map(_is_page, entries)) > _MOST_PAGES:
        raise SourceTooLarge
    here = [one for one in entries if one.day <= today]
    names = Names("daylio")
    habits = _habits(here, names, path.name)
    left = {
        Left.FUTURE: len(entries) - len(here),
        Left.MOODS: sum(bool(one.mood) and not _is_page(one) for one in here),
        Left.NAMES: names.cut,
        Left.SCALES: sum(one.has_scales for one in here),
        Left.TIMES: sum(bool(one.clock) and one.at is None and _is_page(one) for one in here),
    }
    return Incoming(PROGRAM, habits, _pages(here), left_out(left))


def _is_page(entry: DaylioEntry) -> bool:
    return bool(entry.title or entry.note)


def _habits(entries: Sequence[DaylioEntry], names: Names, file: str) -> tuple[IncomingHabit, ...]:
    """Activities in the order of the alphabet; the newest spelling of a name is taken."""
    days: dict[str, set[date]] = {}
    spelled: dict[str, str] = {}
    for entry in entries:
        for activity in entry.activities:
            known = activity.casefold()
            spelled.setdefault(known, activity)
            days.setdefault(known, set()).add(entry.day)
        if len(days) > MOST_HABITS:
            raise TableMalformed(file, 0, "activities", "too-many-habits")
    last = max((one.day for one in entries), default=None)
    if last is None:
        return ()
    found = []
    for known in sorted(days):
        key, name = names.name(spelled[known])
        schedule = as_marked(days[known], last)
        found.append(IncomingHabit(key, name, schedule, Marks(frozenset(days[known]))))
    return tuple(found)


def _pages(entries: Sequence[DaylioEntry]) -> tuple[IncomingPage, ...]:
    seen: Counter[str] = Counter()
    found = []
    for entry in entries:
        if not _is_page(entry):
            continue
        told = (entry.day.isoformat(), entry.clock, entry.title, entry.note)
        key = "\0".join(("daylio", *told))
        seen[key] += 1
        again = f"{key}\0{seen[key]}"
        found.append(IncomingPage(again, entry.day, _text(entry), entry.title, entry.at))
    return tuple(found)


def _text(entry: DaylioEntry) -> str:
    mood = _("Mood: {mood}").format(mood=entry.mood) if entry.mood else ""
    return "\n\n".join(filter(None, (entry.note, mood)))
