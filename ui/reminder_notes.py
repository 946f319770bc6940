"""Reminders as they are noted in `window.toml`, from wherever in the window that is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ally_journal.clock import zone_of
from ally_journal.domain.reminder import answered, fewer
from ally_journal.domain.reminder_file import (
    plan_of,
    story_of,
    times_in,
    times_text,
    values_of,
)
from ally_journal.window_file import change_window_settings, read_window_settings

if TYPE_CHECKING:
    from datetime import datetime

    from ally_journal.domain.reminder import Plan, Story
    from ui.desk import Desk


def local_now(desk: Desk) -> datetime:
    """The present time as the clock on the wall shows it."""
    return desk.clock.now().astimezone(zone_of(desk.clock.zone()))


def choose(desk: Desk, **values: Any) -> None:  # noqa: ANN401 the fields of WindowSettings
    """Change what reminds, or the icon in the tray, at once, and remember it."""
    note(desk, **values)
    desk.reminders_changed.emit()


def note(desk: Desk, **values: Any) -> None:  # noqa: ANN401 the same
    """Remember, before anything is shown: the file is small, and one a day is a promise."""
    desk.window_settings = desk.window_settings._replace(**values)
    if desk.settings_folder is not None:
        change_window_settings(desk.settings_folder, **values)


def note_story(desk: Desk, story: Story) -> None:
    """Remember what came of it."""
    if story != story_of(desk.window_settings):
        note(desk, **values_of(story))


def plan(desk: Desk) -> Plan:
    """When the person wants to be reminded."""
    return plan_of(desk.window_settings)


def story(desk: Desk) -> Story:
    """What came of it so far, also through another window of this person."""
    if desk.settings_folder is not None:
        fresh = read_window_settings(desk.settings_folder)
        values = {name: getattr(fresh, name) for name in values_of(story_of(fresh))}
        desk.window_settings = desk.window_settings._replace(**values)
    return story_of(desk.window_settings)


# What is said to "ease off?".


def keep(desk: Desk) -> None:
    """Go on as it is."""
    choose(desk, **values_of(answered(story(desk))))


def ease(desk: Desk) -> None:
    """Every other day from now on."""
    left = fewer(times_in(desk.window_settings.remind_times))
    choose(desk, remind_times=times_text(left), **values_of(answered(story(desk))))


def turn_off(desk: Desk) -> None:
    """None from now on."""
    choose(desk, reminders=False, **values_of(answered(story(desk))))
