"""The backups in the settings: the newest few, their state, a note on copies elsewhere."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ally_journal.services.backups import BackupRow
from ui.models.backups import BackupsFound, told_backups
from ui.widgets.backups.backups_panel import BackupsPanel
from ui.widgets.scroll_page import ScrollPage

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 7, 58, tzinfo=UTC)


def told(*days_ago, **more):
    """Backups made so many days before today."""
    given = {"reason": "session", "size": 4_200_000, "entries": 187, "checked": NOW} | more
    rows = [BackupRow(Path(f"{ago}"), NOW - timedelta(days=ago), **given) for ago in days_ago]
    return told_backups(tuple(rows), TODAY, "UTC")


@pytest.fixture
def panel(desk, shown):
    return shown(BackupsPanel(desk, most=5), width=760)


def show(panel, rows, elsewhere=""):
    panel._show(BackupsFound(rows, "The last backup is whole: today, 07:58", "", elsewhere))


def test_the_newest_five_stand_there_with_the_way_to_all(qtbot, panel):
    show(panel, told(*range(16)))
    assert len(panel.list.lines) == 5
    assert panel.list.all.text() == "All 16"
    with qtbot.waitSignal(panel.all_asked):
        panel.list.all.click()


def test_a_copy_elsewhere_is_asked_for_once_in_a_note_or_in_a_row(panel):
    show(panel, told(0), "The last copy is 41 days old.")
    assert panel.elsewhere.isVisible()
    assert not panel.copy.isVisible()
    show(panel, told(0))
    assert panel.copy.isVisible()
    assert not panel.elsewhere.isVisible()


def test_without_a_backup_there_is_only_the_button(panel):
    show(panel, ())
    assert panel.state.button.isVisible()
    assert not panel.list.isVisible()


def test_the_focus_stays_on_a_line_when_the_list_is_read_again(panel):
    show(panel, told(0, 1))
    panel.list.lines[1].restore.setFocus()
    show(panel, told(0, 1))
    assert panel.window().focusWidget() is panel.list.lines[1].restore


@pytest.mark.parametrize(
    ("ago", "day"),
    [(0, "Today, 07:58"), (1, "Yesterday, 07:58"), (4, "Sunday 8 March")],
)
def test_days_are_said_as_people_say_them(ago, day):
    assert told(ago)[0].day == day


def test_two_of_one_day_are_told_apart_by_the_hour():
    assert [one.day for one in told(4, 4)] == ["Sunday 8 March, 07:58"] * 2


@pytest.mark.parametrize(("size", "words"), [(4_200_000, "4.2 MB"), (230_400, "230 kB")])
def test_sizes_are_short(size, words):
    assert told(0, size=size)[0].size == words


def test_what_is_not_known_is_left_out():
    (one,) = told(0, entries=None, checked=None, reason="else")
    assert (one.entries, one.checked, one.why) == ("", "", "Made by the journal")


@pytest.mark.parametrize("width", [400, 560, 900])
def test_a_line_is_never_wider_than_its_room(qtbot, desk, shown, width):
    page, panel = ScrollPage(desk.theme), BackupsPanel(desk)
    page.column.addWidget(panel)
    shown(page, width=width)
    show(panel, told(0))
    line = panel.list.lines[0]
    edge = line.restore.rect().bottomRight()
    qtbot.waitUntil(lambda: line.restore.mapTo(page.viewport(), edge).x() < width)
