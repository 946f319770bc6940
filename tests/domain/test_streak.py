from dataclasses import astuple
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ally_journal.domain.habit import Chapter, Marks, Pause
from ally_journal.domain.streak import standing
from tests.domain.habit_rows import MONDAY, day, habit, lengths, marks_of, signs, stand
from tests.domain.histories import SCHEDULES, histories
from tests.domain.streak_oracle import days_from, reckon
from tests.pace import paced

EXAMPLES = [
    ("xxxxxxxxxx", "daily", "●●●●●●●●●●", 10, 10, [10], "0.4133"),
    ("xxxxxxxxx.", "daily", "●●●●●●●●●·", 9, 9, [9], "0.3613"),
    ("xxxx.xxxxx", "daily", "●●●●–●●●●●", 9, 9, [9], "0.3735"),
    ("xxx..xxxxx", "daily", "●●●––●●●●●", 8, 8, [8], "0.3358"),
    ("xxx...xxxx", "daily", "●●●––○●●●●", 7, 7, [7], "0.2938"),
    ("xxx....xxx", "daily", "●●●––○○●●●", 3, 3, [3, 3], "0.2496"),
    ("xxxxx.....", "daily", "●●●●●––○○·", 0, 5, [5], "0.1793"),
    ("xxxrxxx.xx.xx.xx", "daily", "●●●–●●●–●●–●●○●●", 12, 12, [12], "0.4302"),
    ("xxxppppppppxxx", "daily", "●●●‖‖‖‖‖‖‖‖●●●", 6, 6, [6], "0.2738"),
    ("x.x.x..x.x.x..x.x.x..", "mon,wed,fri", "●●●●●●●●●", 9, 9, [9], "0.4126"),
    (
        "x.x.x..x.....................x.x.x..",
        "mon,wed,fri",
        "●●●●––○○○○○○○○○·",
        0,
        4,
        [4],
        "0.2139",
    ),
    ("xxx....x.x.x...x.x...xxx....", "3/week", "●●–●", 3, 3, [3], "0.4937"),
    ("xxx....xxx..................xxx....xxx", "3/week", "●●–○●●", 4, 4, [4], "0.3654"),
    ("xxx....xx..pppxxx....", "3/week", "●●●", 3, 3, [3], "0.3508"),
    ("x...x.x......x", "every-3-days", "●●●–●", 4, 4, [4], "0.2349"),
]


@pytest.mark.parametrize(
    ("row", "schedule", "units", "streak", "longest", "chapters", "strength"), EXAMPLES
)
def test_worked_examples(row, schedule, units, streak, longest, chapters, strength):
    found = stand(row, schedule)
    assert signs(found) == units
    assert (found.streak, found.longest, lengths(found)) == (streak, longest, chapters)
    assert f"{found.strength:.4f}" == strength


def test_worked_example_once_a_month_january_to_june_none_in_march():
    marked = [(1, 7), (2, 10), (4, 22), (5, 22)]
    marks = Marks(frozenset(date(2026, *one) for one in marked))
    found = standing(habit("1/month", since=date(2026, 1, 1)), marks, date(2026, 6, 5))
    assert signs(found) == "●●–●●·"
    assert (found.streak, found.longest, lengths(found)) == (4, 4, [4])
    assert f"{found.strength:.4f}" == "0.4656"


YEAR = [
    "x..x..xx.xxx....xxxx..xxx.x.....x..x..x..xxxxxxxxx.",
    ".xx.xx.xx.xx....xx.........x.....xx..x....xx.x..x..",
    "x.xx..xxxxx.....x..x..xx.xx.....x.xx.xx..xx.xx..xxx",
    "xx.xxxxx.xxx....xxx....xx.xx....xx.x..x..xxxxxxxxx.",
    ".xxxx.x.xx........xx..x.x..x.....xxx.xx..x..x..x...",
]
YEAR_UNITS = "●●●●●–●●●●●●–○○○●●●●‖‖●●●–●●○○–○●●●●–●●‖‖●●●●●–●●●·"


def test_a_year_of_check_ins_stands_as_it_is_drawn_in_the_design():
    first, week = date(2025, 3, 24), timedelta(days=7)

    def whole(number, length=1):
        return Pause(first + number * week, first + (number + length) * week - timedelta(days=1))

    done = {
        first + at * week + timedelta(days=weekday)
        for weekday, row in enumerate(YEAR)
        for at, sign in enumerate(row)
        if sign == "x"
    }
    rests = frozenset(days_from(whole(36).first, whole(36).last))
    marks = Marks(frozenset(done), rests, (whole(20, 2), whole(39, 2)))
    found = standing(habit("3/week", since=first), marks, date(2026, 3, 12))
    assert (len(done), signs(found)) == (121, YEAR_UNITS)
    assert (found.streak, lengths(found)) == (14, [11, 9, 14])
    assert found.chapters[-1].first == date(2025, 11, 3)
    assert (f"{found.strength:.2f}", f"{dict(found.curve)[date(2025, 11, 2)]:.2f}") == (
        "0.93",
        "0.40",
    )


def agrees_with_the_oracle(history):
    schedule, made, today, marked, rests, pauses, week_start = history
    paused = {one for pause in pauses for one in days_from(pause.first, pause.last)}
    marks = Marks(frozenset(marked), frozenset(rests), tuple(pauses))
    found = standing(habit(schedule, since=made), marks, today, week_start)
    units, streak, longest, chapters, strength = reckon(
        schedule, made, today, marked, rests, paused, week_start
    )
    assert [(unit.first, unit.last, str(unit.state)) for unit in found.units] == units
    assert (found.streak, found.longest) == (streak, longest)
    assert [astuple(chapter) for chapter in found.chapters] == chapters
    assert found.strength == pytest.approx(strength, abs=1e-12)


@settings(max_examples=150, deadline=None)
@given(histories())
def test_the_fast_reckoning_agrees_with_the_plain_one(history):
    agrees_with_the_oracle(history)


@settings(max_examples=8, deadline=None)
@given(histories(most=3653))
def test_the_fast_reckoning_agrees_with_the_plain_one_over_ten_years(history):
    agrees_with_the_oracle(history)


@settings(max_examples=80, deadline=None)
@given(histories(), st.integers(0, 400))
def test_a_late_mark_never_costs_strength(history, back):
    schedule, made, today, marked, rests, pauses, week_start = history
    marks = Marks(frozenset(marked | {today}), frozenset(rests), tuple(pauses))
    late = max(made, today - timedelta(days=back))
    more = Marks(marks.done | {late}, marks.rests, marks.pauses)
    kept = habit(schedule, since=made)
    before = standing(kept, marks, today, week_start)
    after = standing(kept, more, today, week_start)
    if late >= min(marks.done):
        assert after.strength >= before.strength - 1e-12


@pytest.mark.parametrize("schedule", ["daily", "mon,wed,fri", "3/week", "2/month", "every-3-days"])
def test_ten_years_of_daily_marks_take_a_moment(schedule):
    first = date(2016, 1, 1)
    days = [first + timedelta(days=at) for at in range(3653)]
    marks = Marks(frozenset(days), frozenset(days[::50]), (Pause(days[300], days[340]),))
    taken = []
    for _run in range(5):
        with paced() as once:
            standing(habit(schedule, since=first), marks, days[-1])
        taken.append(once.seconds)
    assert min(taken) < 0.05


def test_a_pass_comes_back_when_it_lies_more_than_28_days_behind():
    row = "x" * 7 + "." + "x" * 6 + "." + "x" * 20
    assert signs(stand(row + ".x", "daily")).endswith("●○●")
    assert signs(stand(row + "x.x", "daily")).endswith("●●–●")


def test_a_weekly_pass_is_not_back_after_exactly_four_weeks():
    kept, missed = "xxx....", "......."
    assert signs(stand(missed + kept * 3 + missed + kept, "3/week")) == "–●●●○●"
    assert signs(stand(missed + kept * 4 + missed + kept, "3/week")) == "–●●●●–●"


def test_rest_and_pause_do_not_part_two_open_units():
    assert lengths(stand("xxx...rp.x", "daily")) == [3, 1]


def test_a_rest_day_that_is_marked_counts_as_kept():
    marks = Marks(frozenset({MONDAY}), frozenset({MONDAY}))
    assert signs(standing(habit("daily"), marks, MONDAY)) == "●"


def test_a_mark_in_a_pause_counts_unless_the_whole_unit_is_paused():
    pause = Pause(day(0), day(5))
    marks = Marks(frozenset({day(0)}), frozenset(), (pause,))
    assert signs(standing(habit("3/week"), marks, day(6))) == "●"
    assert signs(standing(habit("daily"), marks, day(0))) == "‖"


def test_rest_asked_for_later_this_week_rests_the_week():
    marks = Marks(frozenset(), frozenset({day(6)}))
    assert signs(standing(habit("3/week"), marks, day(1))) == "–"


def test_marks_after_today_do_not_count_yet():
    found = standing(habit("daily"), marks_of("xxxxx"), day(1))
    assert (found.streak, len(found.units), len(found.curve)) == (2, 2, 2)


def test_before_its_first_day_a_habit_has_no_units():
    found = standing(habit("3/week"), Marks(), MONDAY - timedelta(days=1))
    assert (found.units, found.chapters, found.strength) == ((), (), 0.0)
    assert (found.streak, found.longest, found.unit) == (0, 0, "week")


def test_the_first_unit_holds_the_earliest_mark():
    early = MONDAY - timedelta(days=4)
    found = standing(habit("daily"), Marks(frozenset({early})), MONDAY)
    assert (found.units[0].first, signs(found)) == (early, "●––○·")


def test_spans_are_counted_from_the_earliest_mark():
    early = MONDAY - timedelta(days=1)
    found = standing(habit("every-3-days"), Marks(frozenset({early})), MONDAY)
    assert found.units[0].first == early


def test_a_late_mark_joins_what_was_two_chapters():
    assert lengths(stand("xxx....xxx", "daily")) == [3, 3]
    assert lengths(stand("xxx...xxxx", "daily")) == [7]


def test_an_archived_habit_stands_as_on_its_last_day():
    found = stand("xxxxx.........", "daily", archived=day(5))
    assert (signs(found), found.streak) == ("●●●●●·", 5)
    assert found.curve[-1][0] == day(5)


def test_archived_in_time_to_come_changes_nothing_yet():
    assert signs(stand("xxx", "daily", archived=day(30))) == "●●●"


@pytest.mark.parametrize(
    "clock_change", [date(2026, 3, 29), date(2026, 10, 25), date(2024, 2, 29), date(2023, 12, 31)]
)
def test_clock_changes_leap_days_and_years_cost_no_day(clock_change):
    days = [clock_change + timedelta(days=at) for at in range(-3, 4)]
    found = standing(habit("daily", since=days[0]), Marks(frozenset(days)), days[-1])
    assert found.streak == 7


def test_february_of_a_leap_year_prorates_by_29_days():
    pause = Pause(date(2024, 2, 1), date(2024, 2, 14))
    marks = Marks(frozenset(date(2024, 2, at) for at in (15, 16)), frozenset(), (pause,))
    found = standing(habit("3/month", since=date(2024, 2, 1)), marks, date(2024, 2, 29))
    assert signs(found) == "●"


def test_another_schedule_starts_a_new_chapter_and_leaves_the_old_ones():
    row = "xxxxxxx" + "xxx...."
    found = stand(row, "daily", later=[(day(7), "3/week")])
    assert (signs(found), found.streak, found.longest) == ("●●●●●●●●", 1, 7)
    assert found.chapters == (Chapter(day(0), day(6), 7), Chapter(day(7), day(13), 1))
    assert found.unit == "week"


def test_a_unit_cut_by_another_schedule_asks_nothing_more():
    found = stand("xxx....x.....x", "3/week", later=[(day(9), "daily")])
    assert signs(found) == "●––○○●"
    assert found.units[1].first == day(9)
    assert found.streak == 1


def test_a_kept_unit_ends_where_the_next_schedule_begins():
    found = stand("xxxx.xx", "3/week", later=[(day(4), "2/week")])
    assert [(unit.first, unit.last) for unit in found.units] == [
        (day(0), day(3)),
        (day(4), day(6)),
    ]
    assert lengths(found) == [1, 1]


def test_marks_before_the_change_do_not_count_for_the_next_schedule():
    assert signs(stand("xx.x...", "3/week", later=[(day(3), "2/week")])) == "·"


def test_a_change_to_come_changes_nothing_but_the_name_of_the_unit():
    found = stand("xxx", "daily", later=[(day(10), "3/week")])
    assert (signs(found), found.streak) == ("●●●", 3)


def test_of_two_schedules_given_on_a_day_the_later_one_holds():
    found = stand("xxx....", "daily", later=[(day(0), "3/week")])
    assert signs(found) == "●"


def test_chapters_before_a_change_stay_as_they_were():
    row = "xxxx....xx"
    before = stand(row, "daily")
    after = stand(row + "xxx", "daily", later=[(day(10), "mon")])
    assert after.chapters[: len(before.chapters)] == before.chapters
    assert after.streak == 0


def test_strength_goes_on_over_a_change_of_schedule():
    found = stand("xxxxxxxxxx", "daily", later=[(day(7), "3/week")])
    values = [value for _day, value in found.curve]
    assert values == sorted(values)
    assert len(values) == 10


@settings(max_examples=80, deadline=None)
@given(histories(), SCHEDULES, st.integers(1, 300))
def test_any_change_keeps_the_chapters_before_it_and_starts_a_new_one(history, schedule, back):
    old, made, today, marked, rests, pauses, week_start = history
    since = today - timedelta(days=min(back, (today - made).days))
    marks = Marks(frozenset(marked), frozenset(rests), tuple(pauses))
    before = standing(habit(old, since=made), marks, since - timedelta(days=1), week_start)
    changed = habit(old, since=made, later=[(since, schedule)])
    after = standing(changed, marks, today, week_start)
    if since == made:
        return
    kept, new = lengths(before), after.chapters[len(before.chapters) :]
    assert lengths(after)[: len(kept)] == kept
    assert all(chapter.first >= since for chapter in new)
    assert after.streak in {0, *(chapter.length for chapter in new[-1:])}
    firsts = [unit.first for unit in after.units]
    assert firsts == sorted(set(firsts))
