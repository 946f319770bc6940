from dataclasses import replace
from datetime import date, timedelta

from ally_journal.domain import habit_charts as charts
from ally_journal.domain.habit import Goal
from tests.domain.habit_rows import day, view

KEPT, MISSED = "xxx....", "......."


def test_the_year_tells_a_total_that_only_grows():
    shown = view("xx.x", "daily", day(365 + 40), practices=("checkin",))
    insight = charts.year_insight(shown, day(365 + 40))
    assert insight.sentence == "3 check-ins since 2 March last year. All of them stay."
    assert insight.table.rows == (("March 2026", "3", "2, 3, 5"),)
    assert insight.count == 3


def test_a_personal_act_is_told_in_days():
    shown = view("x", "daily")
    assert charts.year_insight(shown, day(0)).sentence == "Marked on 1 day since 2 March. It stays."


def test_a_year_without_marks_says_so_kindly():
    shown = view(".", "daily")
    assert charts.year_insight(shown, day(0)).sentence == (
        "Nothing is marked yet. The first mark will stay."
    )


def test_amounts_that_reach_nothing_yet_are_told_and_stay():
    plain = view(".", "daily")
    measured = replace(plain.habit, goal=Goal.AT_LEAST, target=20.0, unit="minutes")
    shown = replace(plain, habit=measured, marks=replace(plain.marks, amounts={day(0): 12.5}))
    sentence = charts.year_insight(shown, day(0)).sentence
    assert sentence == "No day counts yet. The amounts that are there stay."
    first = charts.chapters_insight(shown, day(0)).sentence
    assert first == "The first chapter starts with the first day that counts."


def test_the_months_of_a_year_stand_newest_first():
    shown = view("x" + "." * 30 + "x", "daily")
    rows = charts.year_insight(shown, day(31)).table.rows
    assert rows == (("April 2026", "1", "2"), ("March 2026", "1", "2"))


def test_chapters_are_told_and_tabled_newest_first():
    shown = view(KEPT + MISSED * 3 + KEPT + "r......" + KEPT, "3/week")
    insight = charts.chapters_insight(shown, day(48))
    assert insight.sentence == (
        "Two chapters so far: 1 and 2 weeks. The one you are in is still open."
    )
    assert insight.table.rows == (
        ("30 March 2026", "still open", "2 weeks", "1", "0"),
        ("2 March 2026", "8 March 2026", "1 week", "0", "0"),
    )
    assert insight.series[0].values == (1.0, 2.0)


def test_a_pause_is_explained_only_where_one_is_drawn():
    marks = "xxpppxx" + "." * 20 + "xxx"
    shown = view(marks, "daily")
    assert charts.chapters_insight(shown, day(29)).caution == "Hatched: a pause, carried along."
    later = charts.chapters_insight(shown, day(29), day(20))
    assert later.caution == "Every chapter stays."
    plain = charts.chapters_insight(view("xxx", "daily"), day(2))
    assert plain.caution == "Every chapter stays."


def test_a_chapter_that_has_ended_leaves_room_for_the_next():
    shown = view("xxxxx.....", "daily")
    insight = charts.chapters_insight(shown, day(9))
    assert insight.sentence == "One chapter so far: 5 days. A new one starts with the next mark."


def test_no_chapter_yet():
    shown = view(".", "daily")
    assert charts.chapters_insight(shown, day(0)).sentence == (
        "The first chapter starts with the first day that is marked."
    )


def test_chapters_of_different_units_name_their_units():
    shown = view("xxxxxxx" + KEPT, "daily", later=[(day(7), "3/week")])
    assert "7 days and 1 week" in charts.chapters_insight(shown, day(13)).sentence


def test_before_two_weeks_the_strength_has_words_only():
    young = charts.strength_insight(view("x" * 13, "daily"), day(12))
    assert young.sentence == "Too early to draw. Come back in a few weeks."
    assert (young.drawable, young.table.rows, young.points) == (False, (), ())


def test_strength_is_compared_with_that_before_the_chapter():
    longer = charts.strength_insight(view("x" * 14, "daily"), day(13))
    assert longer.sentence == "It fades slowly and comes back. It is 0.53 now."
    back = charts.strength_insight(view("xxxxxxxx....xx", "daily"), day(13))
    assert back.sentence == "It fades slowly and comes back: 0.28 before 14 March, 0.35 now."


def test_the_strength_of_each_month_is_that_of_its_last_day():
    insight = charts.strength_insight(view("x" * 31, "daily"), day(30))
    assert [row[0] for row in insight.table.rows] == ["1 April 2026", "31 March 2026"]
    assert len(insight.series[0].values) == len(insight.points) == 31


def test_a_habit_without_marks_has_no_curve():
    assert charts.strength_insight(view("..", "daily"), day(1)).count == 0


def test_all_habits_as_a_table():
    table = charts.habits_table([view("xx", "daily")], day(1))
    assert table.rows == (
        ("Fern", "every day", "2 days", "since 2 March", "the first chapter", "kept, kept"),
    )
    assert len(table.head) == len(table.rows[0])


def test_marks_to_come_are_not_told_of():
    shown = view("xxx", "daily", day(0))
    assert charts.year_insight(shown, date(2026, 3, 2)).count == 1
    assert shown.standing.curve[-1][0] == day(1) - timedelta(days=1)
