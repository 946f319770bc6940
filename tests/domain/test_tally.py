from ally_journal.domain.tally import Tally
from tests.domain.chart_samples import ticked

OLD, NEW = ticked("catch", 3), ticked("catch", 1)


def test_squares_know_how_many_and_which_newest_first():
    tally = Tally()
    for one in (NEW, OLD):
        tally.put(1, 0, one)
    assert tally.row(1, 2) == (2, 0)
    assert tally.entries == {(1, 0): (NEW.entry, OLD.entry)}


def test_of_two_on_a_day_the_later_one_comes_first():
    tally, same = Tally(), [ticked("catch", 1), ticked("catch", 1)]
    for one in same:
        tally.put(0, 0, one)
    assert tally.entries[0, 0] == (same[1].entry, same[0].entry)


def test_a_point_is_held_by_any_series():
    tally = Tally()
    assert (tally.total, tally.holds(2)) == (0, False)
    tally.put(3, 2, OLD)
    assert (tally.total, tally.holds(2), tally.holds(3)) == (1, True, False)
