from datetime import date, timedelta

from ally_journal.domain.habit import Habit, HabitView, Marks, Pause, ScheduleChange
from ally_journal.domain.streak import standing
from ui.charts.chart_values import chapters_chart, month_starts, strength_chart

TODAY = date(2026, 3, 12)


def view_of(days, pauses=()):
    first = min(days)
    habit = Habit("h", "Check-in", (ScheduleChange(first, "daily"),))
    marks = Marks(done=frozenset(days), pauses=tuple(pauses))
    return HabitView(habit, marks, standing(habit, marks, TODAY))


def days_back(first, last):
    return {TODAY - timedelta(days=ago) for ago in range(last, first + 1)}


def test_each_chapter_has_a_bar_and_the_last_one_says_so_far():
    view = view_of(days_back(40, 30) | days_back(9, 0))
    chart = chapters_chart(view, date.min, TODAY)
    assert [bar.words for bar in chart.bars] == ["11 days", "10 days so far"]
    assert [bar.is_open for bar in chart.bars] == [False, True]
    assert chart.last == TODAY.toordinal()


def test_chapters_before_the_range_are_left_out():
    view = view_of(days_back(40, 30) | days_back(9, 0))
    chart = chapters_chart(view, TODAY - timedelta(days=20), TODAY)
    assert [bar.words for bar in chart.bars] == ["10 days so far"]


def test_a_pause_stands_inside_its_chapter():
    pause = Pause(TODAY - timedelta(days=12), TODAY - timedelta(days=8))
    view = view_of(days_back(20, 13) | days_back(7, 0), [pause])
    chart = chapters_chart(view, date.min, TODAY)
    assert chart.bars[0].pauses == ((pause.first.toordinal(), pause.last.toordinal()),)


def test_the_strength_ends_with_today():
    chart = strength_chart(view_of(days_back(9, 0)), date.min)
    assert len(chart.values) == 10
    assert chart.first + 9 == TODAY.toordinal()


def test_months_are_named_and_thinned_out():
    first, last = date(2025, 3, 1).toordinal(), TODAY.toordinal()
    names = [name for _day, name in month_starts(first, last, 7)]
    assert names == ["Mar", "May", "Jul", "Sep", "Nov", "Jan", "Mar"]
