from datetime import UTC, datetime, timedelta
from pathlib import Path

from ally_journal.storage.backups import Backup
from ally_journal.storage.thinning import to_keep

NEWEST = datetime(2025, 3, 31, 20, tzinfo=UTC)


def backup(made):
    return Backup(Path(f"{made:%Y%m%dT%H%M%SZ}-asked"), made, "asked", 1)


def test_five_sessions_seven_days_four_weeks_and_twelve_months_are_kept():
    every = [backup(NEWEST - timedelta(hours=6 * step)) for step in range(4 * 500)]
    days = [kept.made for kept in to_keep(every, NEWEST)]
    assert days[:5] == [NEWEST - timedelta(hours=6 * step) for step in range(5)]
    assert len({made.date() for made in days[:12]}) >= 7
    assert len({(made.year, made.month) for made in days}) == 12
    assert len(days) <= 5 + 7 + 4 + 12


def test_what_claims_to_come_later_stays_and_takes_no_place():
    known = [backup(NEWEST - timedelta(days=step)) for step in range(10)]
    later = [backup(NEWEST + timedelta(days=365 * 50 + step)) for step in reversed(range(10))]
    kept = to_keep([*later, *known], NEWEST)
    assert kept == (*later, *to_keep(known, NEWEST))


def test_nothing_goes_when_the_clock_is_set_back_before_all_of_them():
    every = [backup(NEWEST - timedelta(hours=step)) for step in range(100)]
    assert to_keep(every, datetime(1970, 1, 2, tzinfo=UTC)) == tuple(every)


def test_a_clock_that_jumps_ahead_makes_none_too_old():
    every = [backup(NEWEST - timedelta(days=step)) for step in range(30)]
    assert to_keep(every, NEWEST + timedelta(days=365 * 50)) == to_keep(every, NEWEST)


def test_a_small_difference_of_clocks_does_not_count():
    every = [backup(NEWEST + timedelta(seconds=step)) for step in reversed(range(60))]
    assert len(to_keep(every, NEWEST)) == 5
