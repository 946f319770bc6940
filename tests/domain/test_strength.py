import pytest

from ally_journal.domain.schedule import parse_schedule
from ally_journal.domain.strength import multiplier, strength_curve
from tests.domain.habit_rows import stand


def curve(row, schedule):
    def has(sign):
        return lambda at: row[at] == sign

    return strength_curve(
        0, len(row) - 1, [(0, parse_schedule(schedule))], has("x"), lambda at: row[at] in "rp"
    )


@pytest.mark.parametrize(
    ("frequency", "expected"), [((1, 1), 0.948078), ((3, 7), 0.965697), ((1, 7), 0.980049)]
)
def test_multipliers_are_those_of_the_source(frequency, expected):
    assert multiplier(frequency) == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, 0.051922), (2, 0.101149), (3, 0.147820), (7, 0.311495), (13, 0.5), (20, 0.655747)],
)
def test_golden_values_of_daily_marks(days, expected):
    assert curve("x" * 20, "daily")[days - 1] == pytest.approx(expected, abs=1e-6)


def test_one_miss_after_sixty_days_hardly_moves_it():
    values = curve("x" * 60 + ".", "daily")
    assert [f"{value:.4f}" for value in values[-2:]] == ["0.9592", "0.9094"]


@pytest.mark.parametrize(
    ("row", "schedule"), [("x" * 90, "daily"), ("x......" * 39, "1/week"), ("x" * 540, "1/month")]
)
def test_regular_practice_comes_close_to_full(row, schedule):
    assert curve(row, schedule)[-1] > 0.99


@pytest.mark.parametrize(("row", "expected"), [("xx....." * 60, 2 / 3), ("x......" * 60, 1 / 3)])
def test_part_of_what_a_week_asks_tends_to_that_part(row, expected):
    assert curve(row, "3/week")[-1] == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize("sign", "rp")
def test_rest_and_pause_change_nothing(sign):
    values = curve("xxx" + sign * 9, "daily")
    assert set(values[2:]) == {values[2]}


@pytest.mark.parametrize("schedule", ["daily", "3/week", "mon,wed", "every-14-days", "2/month"])
def test_after_a_pause_it_goes_on_as_if_the_pause_had_not_been(schedule):
    assert curve("x.xx.x" + "p" * 40 + "x.x", schedule)[-1] == pytest.approx(
        curve("x.xx.xx.x", schedule)[-1]
    )


def test_passes_do_not_touch_it():
    assert stand("xxx.xxx", "daily").strength < stand("xxxrxxx", "daily").strength


def test_more_than_asked_is_full_and_no_more():
    assert all(0 <= value <= 1 for value in curve("x" * 100, "1/week"))


def test_it_starts_with_the_first_mark():
    assert stand("...x", "daily").curve[0][1] == pytest.approx(0.051922, abs=5e-7)
    assert len(stand("...x", "daily").curve) == 1


def test_without_a_day_there_is_no_curve():
    assert strength_curve(5, 4, [(0, parse_schedule("daily"))], bool, bool) == []
