"""Caring: what the window does about `ally_journal.domain.care`, beside the page that asks for it.

What cannot be written (a journal that is only read) is let go without a word: it is no loss.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ally_journal.clock import zone_of
from ally_journal.domain import care

if TYPE_CHECKING:
    from datetime import date, datetime

    from ally_journal.changes import Change
    from ally_journal.domain.care import Offer
    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk


def local_time(desk: Desk) -> datetime:
    """The time as the clock on the wall shows it."""
    return desk.clock.now().astimezone(zone_of(desk.clock.zone()))


def is_late(desk: Desk) -> bool:
    """Whether something hard may wait for tomorrow."""
    return care.is_late(local_time(desk), desk.settings.day_ends)


def may_offer(desk: Desk, offer: Offer) -> bool:
    """Whether this was not offered today yet; if so, it counts as offered from now on."""
    day = _waking_day(desk)
    if care.was_offered(desk.settings.offered, day, offer):
        return False
    desk.write(partial(_note, offer, day), failed=_let_go)
    return True


def quiet_the_week(desk: Desk) -> None:
    """After Support was opened: the rhythm stays away for seven days."""
    _set(desk, care.quiet_week(desk.today()))


def quiet_the_day(desk: Desk) -> None:
    """After enough was asked: nothing else asks today, and the rhythm stays away too."""
    _set(desk, care.quiet_day(desk.today()))


def is_unasked(desk: Desk, day: date) -> bool:
    """Whether nothing else asks on a day."""
    return care.is_unasked(desk.settings.unasked_on, day)


def quiet_until(desk: Desk, day: date) -> date | None:
    """The last day on which weeks and rhythm stay away; None where they do not."""
    chosen = desk.settings.quiet_until
    return care.day_in(chosen) if care.is_rhythm_quiet(chosen, day) else None


def _waking_day(desk: Desk) -> date:
    return care.waking_day(local_time(desk), desk.settings.day_ends)


def _set(desk: Desk, wanted: dict[str, str]) -> None:
    if desk.is_open and any(getattr(desk.settings, name) != day for name, day in wanted.items()):
        desk.write(partial(_change, wanted), failed=_let_go)


def _change(wanted: dict[str, str], journal: Journal) -> Change:
    return journal.settings.change(**wanted)


def _note(offer: Offer, day: date, journal: Journal) -> Change:
    return journal.care.note_offered(offer, day)


def _let_go(_error: JournalError) -> None:
    """It is written next time."""
