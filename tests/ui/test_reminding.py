"""Reminders in the window: once a day at most, neutral, and only where somebody may be away."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.reminder_file import story_of
from ally_journal.errors import DiskTrouble
from ally_journal.window_file import change_window_settings, read_window_settings
from ui import reminding
from ui.reminder_notes import choose, local_now
from ui.reminding import LATER_MS, LONGEST_MS, Reminding, attend

# The clock of the tests stands on Thursday 12 March 2026, 18:30.
DUE = {"reminders": True, "remind_times": "17:30 mon tue wed thu fri", "quiet_hours": "21:00 08:00"}


class FakeTray(reminding.Tray):
    """A tray that says it here."""

    has_one = True

    def __init__(self, window):
        super().__init__(window.desk, window)
        self.said = []

    def is_there(self):
        return self.has_one

    def follow(self):
        """Nothing to show."""

    def tell(self, title, words):
        if self.has_one:
            self.said.append((title, words))
        return self.has_one


@pytest.fixture
def away(monkeypatch):
    """Nobody is at the window, nor has been for a while."""
    monkeypatch.setattr(reminding, "_is_active", lambda: False)
    monkeypatch.setattr(reminding, "JUST_COME", timedelta())


@pytest.fixture
def remind(window):
    """Begin with these settings: `remind(tray=False, **settings)`."""

    def begin(*, tray=True, **values):
        choose(window.desk, **(DUE | values))
        made = Reminding(window, FakeTray(window))
        made.tray.has_one = tray
        made.follow()
        return made

    return begin


def story(window):
    return story_of(window.desk.window_settings)


def test_one_that_is_due_is_said_in_two_neutral_lines_once(remind, window, away):
    made = remind()
    made.look()
    assert made.tray.said == [("A quiet moment", "If you like.")]
    assert story(window).waits


def test_it_is_noted_in_the_file_before_it_is_said(remind, window, away, monkeypatch):
    noted = []
    folder = window.desk.settings_folder

    def tell(_tray, _title, _words):
        noted.append(read_window_settings(folder).remind_shown)
        return True

    monkeypatch.setattr(FakeTray, "tell", tell)
    remind()
    assert noted == ["2026-03-12T18:30:00+00:00"]


def test_another_window_that_said_it_is_enough(remind, window, away):
    change_window_settings(
        window.desk.settings_folder, remind_shown="2026-03-12T17:30:00+00:00", remind_waits=True
    )
    assert remind().tray.said == []


def test_it_waits_for_the_next_moment_but_an_hour_at_most(remind, clock, away):
    clock.move(timedelta(hours=-1, minutes=-30))
    made = remind()
    assert made.tray.said == []
    assert abs(made.waits_ms - 1_800_000) < 2_000
    clock.move(timedelta(minutes=30))
    made.look()
    assert len(made.tray.said) == 1
    assert abs(made.waits_ms - LONGEST_MS) < 2_000


def test_where_it_is_off_nothing_waits(remind, away):
    made = remind(reminders=False)
    assert made.waits_ms == -1
    assert made.tray.said == []


def test_while_hidden_nothing_is_said_and_it_comes_later(remind, window, away):
    window.hide_now()
    made = remind()
    assert made.tray.said == []
    assert abs(made.waits_ms - LATER_MS) < 2_000
    window.hide_now()
    made.look()
    assert len(made.tray.said) == 1


def test_without_a_tray_the_window_says_it_where_it_is_in_sight(remind, window, told, away):
    window.hide()
    made = remind(tray=False)
    assert told == []
    assert not story(window).waits
    window.show()
    made.look()
    assert told == ["A quiet moment, if you like."]


def test_whoever_has_just_come_is_given_time_to_unlock(remind, window, clock, monkeypatch):
    monkeypatch.setattr(reminding, "_is_active", lambda: True)
    made = remind()
    made._state_changed(Qt.ApplicationState.ApplicationActive)
    assert made.tray.said == []
    assert not story(window).waits
    clock.move(timedelta(milliseconds=made.waits_ms))
    made.look()
    assert len(made.tray.said) == 1


def test_whoever_is_at_the_open_journal_needs_none(remind, unlock, window, monkeypatch):
    monkeypatch.setattr(reminding, "_is_active", lambda: True)
    unlock()
    made = remind()
    assert made.tray.said == []
    assert story(window).opened == date(2026, 3, 12)


def test_unlocking_answers_it(remind, unlock, window, away):
    remind()
    assert story(window).waits
    unlock()
    assert not story(window).waits
    assert story(window).opened == date(2026, 3, 12)


def test_two_that_nobody_came_to_are_the_last(remind, window, clock, away):
    made = remind()
    for _day in range(4):
        clock.move(timedelta(days=1))
        if clock.instant.weekday() < 5:
            made.look()
    assert len(made.tray.said) == 2
    assert story(window).asks_to_ease


def test_days_off_are_asked_of_the_journal_and_kept_as_dates(
    remind, unlock, window, settle, clock, away
):
    unlock()
    remind()
    window.desk.write(
        lambda journal: journal.habits.pause(None, date(2026, 3, 20), date(2026, 3, 29), "a trip")
    )
    settle(window.desk)
    assert window.desk.window_settings.remind_pauses == "2026-03-20 2026-03-29"
    file = window.desk.settings_folder / "window.toml"
    assert "trip" not in file.read_text()


def test_the_quiet_after_support_leaves_no_day_outside_the_journal(
    remind, unlock, window, settle, clock, away
):
    unlock()
    made = remind()
    window.desk.write(lambda journal: journal.settings.change(quiet_until="2026-03-18"))
    settle(window.desk)
    assert window.desk.window_settings.remind_rests
    file = window.desk.settings_folder / "window.toml"
    assert "2026-03-18" not in file.read_text()
    clock.move(timedelta(days=2))
    made.look()
    assert made.tray.said == []
    assert abs(made.waits_ms - LONGEST_MS) < 2_000
    window.desk.write(lambda journal: journal.settings.change(quiet_until=""))
    settle(window.desk)
    assert not window.desk.window_settings.remind_rests


@pytest.fixture
def asked(window, monkeypatch):
    """The days on which the journal was asked for days off."""
    days, ask = [], Reminding._ask_days_off

    def count(made):
        days.append(local_now(window.desk).date())
        ask(made)

    monkeypatch.setattr(Reminding, "_ask_days_off", count)
    return days


def test_whoever_comes_and_goes_has_nothing_asked_again_that_day(
    remind, unlock, window, settle, clock, asked
):
    unlock()
    made = remind()
    settle(window.desk)
    asked.clear()
    for _time in range(3):
        made._came()
    assert asked == []
    clock.move(timedelta(days=1))
    made._came()
    made._came()
    assert asked == [date(2026, 3, 13)]


def test_a_rest_or_a_question_that_failed_is_asked_about_each_time(
    remind, unlock, window, settle, asked
):
    unlock()
    made = remind()
    window.desk.write(lambda journal: journal.settings.change(quiet_until="2026-03-18"))
    settle(window.desk)
    asked.clear()
    made._came()
    made._came()
    assert len(asked) == 2
    window.desk.write(lambda journal: journal.settings.change(quiet_until=""))
    settle(window.desk)
    made._let_go(DiskTrouble())
    asked.clear()
    made._came()
    made._came()
    assert len(asked) == 1


def test_there_is_one_whatever_is_chosen_again(window):
    choose(window.desk, **DUE)
    attend(window)
    attend(window)
    assert len(window.findChildren(Reminding)) == 1


def test_after_sleep_it_is_caught_up_as_soon_as_the_desktop_tells(remind, window, clock, away):
    clock.move(timedelta(hours=-9))
    made = remind()
    assert made.tray.said == []
    window.locking.listen()
    clock.move(timedelta(hours=10))
    if window.locking.events is None:
        made.look()
    else:
        window.locking.events.tell_if(False)
    assert len(made.tray.said) == 1


def test_what_is_chosen_later_is_heard(remind, window, away):
    made = remind(reminders=False)
    choose(window.desk, reminders=True)
    assert len(made.tray.said) == 1
    choose(window.desk, reminders=False)
    assert made.waits_ms == -1
