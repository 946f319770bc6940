"""What reminders need of a journal: dates without reasons, and a calendar file."""

import stat
from datetime import date, time, timedelta

import pytest

from ally_journal.domain.reminder import DayTime
from ally_journal.errors import TargetExists

TODAY = date(2026, 3, 12)
TIMES = (DayTime(time(17, 30), frozenset(range(5))), DayTime(time(10), frozenset({5})))


def in_days(number):
    return TODAY + timedelta(days=number)


def test_days_in_a_pause_of_everything_are_off(journal):
    assert journal.reminders.days_off(TODAY) == ()
    journal.habits.pause(None, in_days(-3), in_days(2))
    journal.habits.pause(None, in_days(9), in_days(11))
    expected = ((TODAY, in_days(2)), (in_days(9), in_days(11)))
    assert journal.reminders.days_off(TODAY) == expected


def test_where_one_habit_goes_on_reminders_do(journal):
    water, _ = journal.habits.add("Water", "daily")
    walk, _ = journal.habits.add("Walk", "daily")
    journal.habits.pause(water.id, TODAY, in_days(5))
    assert journal.reminders.days_off(TODAY) == ()
    journal.habits.pause(walk.id, in_days(2), in_days(9))
    assert journal.reminders.days_off(TODAY) == ((in_days(2), in_days(5)),)


def test_an_archived_habit_is_not_asked(journal):
    water, _ = journal.habits.add("Water", "daily")
    walk, _ = journal.habits.add("Walk", "daily")
    journal.habits.pause(water.id, TODAY, TODAY)
    journal.habits.archive(walk.id)
    assert journal.reminders.days_off(TODAY) == ((TODAY, TODAY),)


def test_the_quiet_after_support_is_a_rest_without_a_day(journal):
    assert not journal.reminders.rests(TODAY)
    journal.settings.change(quiet_until=in_days(6).isoformat())
    assert journal.reminders.rests(TODAY)
    assert journal.reminders.rests(in_days(6))
    assert not journal.reminders.rests(in_days(7))
    assert journal.reminders.days_off(TODAY) == ()


def test_the_day_on_which_nothing_else_asks_is_a_rest(journal):
    journal.settings.change(unasked_on=TODAY.isoformat())
    assert journal.reminders.rests(TODAY)
    assert not journal.reminders.rests(in_days(1))


def test_a_calendar_file_is_its_owners_and_says_nothing(journal, tmp_path):
    target = tmp_path / "quiet.ics"
    journal.reminders.save_calendar(target, TIMES)
    text = target.read_text()
    assert text.count("SUMMARY:A quiet moment") == 2
    assert "ournal" not in text
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_left_alone(journal, tmp_path):
    target = tmp_path / "quiet.ics"
    target.write_text("mine")
    with pytest.raises(TargetExists):
        journal.reminders.save_calendar(target, TIMES)
    assert target.read_text() == "mine"
