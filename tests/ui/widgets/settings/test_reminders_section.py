from datetime import time

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ally_journal.domain.reminder import DayTime
from ally_journal.errors import TargetExists
from ally_journal.window_file import read_window_settings
from ui import login_start
from ui.tray import Tray
from ui.widgets.settings.calendar_sheet import CalendarSheet
from ui.widgets.settings.reminders_section import RemindersSection

WORKDAYS = frozenset(range(5))


@pytest.fixture(autouse=True)
def surroundings(monkeypatch, tmp_path):
    """A desktop with a tray, and a home of one's own."""
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: True))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def section(desk, shown):
    return shown(RemindersSection(desk))


def kept(desk):
    return read_window_settings(desk.settings_folder)


def test_reminders_are_off_until_somebody_wants_them(section, desk):
    assert not section.remind.isChecked()
    section.remind.click()
    assert desk.window_settings.reminders
    assert kept(desk).reminders


class Windows(QObject):
    """Every window that is shown, be it for a moment."""

    def __init__(self):
        super().__init__()
        self.shown = []

    @override
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_another_time_opens_no_window_even_for_a_moment(section, qapp):
    windows = Windows()
    qapp.installEventFilter(windows)
    section.add_time.click()
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_another_time_takes_its_weekdays_from_the_first(section, desk):
    section.add_time.click()
    first, second = section.times.rows
    assert second.value() == DayTime(time(10), frozenset({5, 6}))
    assert second.box.hasFocus()
    second.days.chip("4").click()
    assert first.value().weekdays == frozenset(range(4))
    assert kept(desk).remind_times == "17:30 mon tue wed thu, 10:00 fri sat sun"


def test_a_time_is_taken_away_again_but_not_the_last(section, desk):
    section.add_time.click()
    assert section.times.rows[0].away.isHidden()
    section.times.rows[1].away.click()
    assert len(section.times.rows) == 1
    assert desk.window_settings.remind_times == "17:30 mon tue wed thu fri"
    assert section.times.rows[0].box.hasFocus()


def test_a_time_of_day_is_chosen_and_kept(section, desk):
    box = section.times.rows[0].box
    box.set_value("08:30")
    box.chosen.emit("08:30")
    assert desk.window_settings.remind_times == "08:30 mon tue wed thu fri"


def test_without_a_weekday_it_says_so_and_there_is_no_calendar_to_save(section):
    for day in range(5):
        section.times.rows[0].days.chip(str(day)).click()
    assert "No weekday" in section.never.text()
    assert not section.save.isEnabled()
    assert len(section.times.rows) == 1


def test_a_time_that_is_always_quiet_is_told(section):
    section.quiet.start.set_value("17:00")
    section.quiet.start.chosen.emit("17:00")
    assert section.never.isVisible()
    section.quiet.start.set_value("none")
    section.quiet.start.chosen.emit("none")
    assert section.never.isHidden()
    assert section.quiet.end.isHidden()


def test_whether_closing_locks_is_asked_only_with_an_icon(section, desk):
    assert section._locks_row.isHidden()
    section.tray.click()
    assert desk.window_settings.tray
    assert not section._locks_row.isHidden()
    section.tray_locks.click()
    assert not kept(desk).tray_locks


def test_a_desktop_without_a_tray_is_told(desk, shown, monkeypatch):
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: False))
    section = shown(RemindersSection(desk))
    assert not section.tray.isEnabled()


def test_a_start_at_login_is_offered_for_the_usual_place_only(section, desk, shown):
    assert not section.login.isEnabled()


def test_a_start_at_login_comes_and_goes(desk, shown, monkeypatch):
    monkeypatch.setattr(
        "ui.widgets.settings.reminders_section.default_journal", lambda: desk.folder
    )
    section = shown(RemindersSection(desk))
    section.login.click()
    assert login_start.is_on()
    section.login.click()
    assert not login_start.is_on()


def test_a_start_at_login_that_is_refused_is_told_and_stays_off(desk, shown, told, monkeypatch):
    monkeypatch.setattr(
        "ui.widgets.settings.reminders_section.default_journal", lambda: desk.folder
    )
    monkeypatch.setattr(login_start, "turn_on", lambda: False)
    section = shown(RemindersSection(desk))
    section.login.click()
    assert not section.login.isChecked()
    assert len(told) == 1


def test_every_control_has_a_name_to_be_read_out(section):
    row = section.times.rows[0]
    named = (section.remind, section.tray, section.login, section.save, row.box, row.days)
    assert all(one.accessibleName() for one in (*named, section.quiet.start, section.quiet.end))
    assert row.days.chip("2").accessibleName() == "Wednesday"


# The calendar file.


@pytest.fixture
def saving(desk, section, monkeypatch):
    """What was to be written, without writing it: `saving(problem=None)`."""
    seen = []

    def begin(problem=None):
        def save(_self, target, times, title):
            if problem is not None:
                raise problem
            seen.append((target, times, title))

        monkeypatch.setattr("ally_journal.services.reminding.ReminderService.save_calendar", save)
        sheet = CalendarSheet(desk, section, section.times.times())
        sheet.open()
        return sheet, seen

    return begin


def test_the_title_says_nothing_unless_somebody_changes_it(saving, settle, desk, told, tmp_path):
    sheet, seen = saving()
    assert sheet.words.text() == "A quiet moment"
    sheet.words.setText("Tea")
    sheet.save_to(tmp_path / "tea.ics")
    settle(desk)
    assert seen == [(tmp_path / "tea.ics", (DayTime(time(17, 30), WORKDAYS),), "Tea")]
    assert len(told) == 1


def test_a_file_that_is_there_stays_and_the_title_too(saving, settle, desk, tmp_path):
    sheet, _seen = saving(TargetExists())
    sheet.words.setText("Tea")
    sheet.save_to(tmp_path / "tea.ics")
    settle(desk)
    assert sheet.isVisible()
    assert sheet.words.text() == "Tea"
    assert not sheet._error.isHidden()
