from datetime import timedelta

import pytest

from ally_journal.domain import habit_words as words
from ally_journal.domain.habit import UnitState
from tests.domain.habit_rows import day, view

KEPT, MISSED = "xxx....", "......."


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("daily", "every day"),
        ("mon,tue,wed,thu,fri,sat,sun", "every day"),
        ("mon,tue,wed,thu,fri", "Mondays to Fridays"),
        ("mon,wed,fri", "Mondays, Wednesdays, Fridays"),
        ("1/week", "once a week"),
        ("3/week", "on 3 days a week"),
        ("1/month", "once a month"),
        ("2/month", "on 2 days a month"),
        ("every-3-days", "every 3 days"),
    ],
)
def test_schedules_in_words(schedule, expected):
    assert words.schedule_words(schedule) == expected


@pytest.mark.parametrize(
    ("length", "unit", "expected"),
    [
        (1, "day", "1 day"),
        (13, "day", "13 days"),
        (14, "week", "14 weeks"),
        (1, "month", "1 month"),
        (4, "3 days", "4 times"),
    ],
)
def test_lengths_in_words(length, unit, expected):
    assert words.length_words(length, unit) == expected


def test_a_streak_in_its_longest_chapter():
    shown = view(KEPT + MISSED * 3 + KEPT * 2, "3/week")
    assert words.streak_words(shown) == "2 weeks"
    assert words.since_words(shown, day(41)) == "since 30 March"
    assert words.chapters_words(shown) == "the longest so far · earlier 1"
    assert words.page_words(shown, day(41)) == "since 30 March, the longest chapter so far"
    assert words.summary_sentence(shown) == "Fern is in its longest chapter so far, 2 weeks."


def test_a_streak_behind_a_longer_chapter():
    shown = view(KEPT * 3 + MISSED * 3 + KEPT, "3/week")
    assert words.chapters_words(shown) == "longest 3 weeks · earlier 3"
    assert words.page_words(shown, day(48)) == "since 13 April, longest 3 weeks"
    assert words.summary_sentence(shown) == "Fern is in a chapter of 1 week so far."


def test_as_long_as_the_longest_is_not_called_the_longest():
    shown = view(KEPT + MISSED * 3 + KEPT, "3/week")
    assert words.longest_words(shown) == "longest 1 week"


def test_the_first_chapter_is_called_so():
    shown = view("xxx", "daily")
    assert words.chapters_words(shown) == "the first chapter"
    assert words.page_words(shown, day(2)) == "since 2 March, the first chapter"
    assert words.summary_sentence(shown) == "Fern is in its first chapter, 3 days so far."


def test_no_streak_is_a_new_chapter_to_start_and_never_a_nought():
    shown = view("xxxxx.....", "daily")
    assert words.streak_words(shown) == "A new chapter starts with the next one"
    assert words.since_words(shown, day(9)) == ""
    assert words.chapters_words(shown) == "longest 5 days · earlier 5"
    assert words.page_words(shown, day(9)) == "longest 5 days"
    assert words.summary_sentence(shown) == (
        "Fern: a new chapter starts with the next one, and all before it stay."
    )


def test_a_habit_without_marks_has_no_chapters_to_tell_of():
    shown = view("...", "daily")
    assert words.chapters_words(shown) == ""
    assert words.past_words(shown, day(2)) == ""
    assert words.streak_words(shown) == "The first chapter is still ahead"
    assert words.summary_sentence(shown) == (
        "Fern: nothing is marked yet. The first mark will stay."
    )


@pytest.mark.parametrize(("schedule", "unit"), [("3/week", "week"), ("2/month", "month")])
def test_the_first_mark_of_all_is_a_beginning(schedule, unit):
    shown = view("x", schedule)
    assert words.streak_words(shown) == "Just begun"
    assert words.summary_sentence(shown) == (f"Fern has just begun. The first {unit} is under way.")


def test_marks_without_a_kept_week_wait_for_the_first_one():
    shown = view("x" + "." * 8, "3/week")
    assert words.summary_sentence(shown) == (
        "Fern is still at its beginning. The first chapter starts with the first week that is "
        "kept. What is marked stays."
    )


def test_earlier_chapters_stand_newest_first():
    shown = view("xx" + "." * 4 + "xxx" + "." * 4 + "x", "daily")
    assert words.earlier_words(shown) == "earlier 3, 2"
    assert words.past_words(shown, day(14)) == "Earlier: 3 days in March. Strength 0.22."


def test_chapters_of_another_unit_say_their_unit_and_are_not_compared():
    shown = view("xxxxxxx" + KEPT, "daily", later=[(day(7), "3/week")])
    assert words.chapters_words(shown) == "the longest so far · earlier 7 days"
    fresh = view("xxxxxxx...", "daily", later=[(day(7), "3/week")])
    assert words.longest_words(fresh) == ""


def test_the_summary_tells_of_pauses_and_rests_that_were_carried():
    shown = view(KEPT + "p" * 7 + KEPT + "p" * 14 + MISSED + KEPT + "r......" + KEPT, "3/week")
    assert words.summary_sentence(shown) == (
        "Fern is in its first chapter, 4 weeks so far, with two pauses and two rest weeks in it."
    )


@pytest.mark.parametrize(
    ("row", "schedule", "rest"),
    [
        ("x.x", "daily", "a rest day"),
        (KEPT + MISSED + KEPT, "3/week", "a rest week"),
        ("x" + "." * 40 + "." * 20 + "x", "1/month", "a rest month"),
        ("x.....x", "every-3-days", "a round of rest"),
    ],
)
def test_rests_are_named_after_their_unit(row, schedule, rest):
    assert f", with {rest} in it." in words.summary_sentence(view(row, schedule))


def test_the_schedule_of_a_day_is_that_of_its_time():
    kept = view("xx", "daily", later=[(day(7), "3/week")]).habit
    assert words.unit_on(kept, day(0) - timedelta(days=3)) == "day"
    assert [words.unit_on(kept, day(at)) for at in (6, 7)] == ["day", "week"]


def test_the_latest_units_are_read_out():
    assert words.latest_words(view("xxr.p...", "daily"), 7) == (
        "kept, rest, rest, paused, rest, open, running"
    )
    assert all(words.unit_state_words(state) for state in UnitState)
