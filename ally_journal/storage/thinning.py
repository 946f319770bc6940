"""Which backups stay when there are many, whatever the clock says."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from ally_journal.storage.backups import Backup

_NEWEST, _DAYS, _WEEKS, _MONTHS = 5, 7, 4, 12
_AHEAD = timedelta(minutes=5)


def to_keep(every: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """The 5 newest, and the newest of each of the last 7 days, 4 weeks and 12 months that have one.

    What claims to have been made in time to come was made under another clock. Nobody can say how
    old it is: it stays, and it takes the place of none of the others.

    Args:
        every: newest first.
        now: by the clock of today.
    """
    later = {backup for backup in every if backup.made > now + _AHEAD}
    known = [backup for backup in every if backup not in later]
    kept = later | set(known[:_NEWEST])
    kept |= _newest_of(known, lambda made: made.date(), _DAYS)
    kept |= _newest_of(known, lambda made: made.isocalendar()[:2], _WEEKS)
    kept |= _newest_of(known, lambda made: (made.year, made.month), _MONTHS)
    return tuple(backup for backup in every if backup in kept)


def _newest_of(
    every: Sequence[Backup], span: Callable[[datetime], object], most: int
) -> set[Backup]:
    first: dict[object, Backup] = {}
    for backup in every:
        first.setdefault(span(backup.made), backup)
    return set(list(first.values())[:most])
