from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.day_set import DaySet, days_within, paused_days
from ally_journal.domain.habit import Pause


@given(st.lists(st.integers(1, 60)), st.integers(0, 60), st.integers(0, 60))
def test_it_counts_the_days_of_a_range(days, first, last):
    assert DaySet(days).count(first, max(first, last)) == sum(
        first <= day <= max(first, last) for day in set(days)
    )


def test_it_knows_its_earliest_day_and_what_it_holds():
    assert DaySet([9, 4, 9]).first == 4
    assert DaySet([]).first is None
    assert 9 in DaySet([9])
    assert 8 not in DaySet([9])


def test_days_outside_are_left_out():
    days = [date(2026, 3, at) for at in (1, 2, 9)]
    known = days_within(days, days[1].toordinal(), days[1].toordinal())
    assert [day in known for day in (one.toordinal() for one in days)] == [False, True, False]


def test_pauses_may_overlap_and_reach_beyond():
    pauses = [Pause(date.min, date(2026, 3, 3)), Pause(date(2026, 3, 2), date(2026, 3, 4))]
    first, last = date(2026, 3, 1).toordinal(), date(2026, 3, 9).toordinal()
    assert paused_days(pauses, first, last).count(first, last) == 4
