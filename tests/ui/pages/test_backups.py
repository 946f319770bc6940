"""Backups: the list, a test, a copy off this computer, and restoring one."""

import pytest
from PySide6.QtCore import Qt

from ui.pages.backups import BackupsPage
from ui.places import BackupsPlace, RestoringPlace
from ui.widgets.backups.restore_sheet import RestoreSheet

PASSPHRASE = "marigold under the stairs"


@pytest.fixture
def backup(desk, settle):
    """A backup of one entry; another entry was written after it."""
    made = []
    desk.write(lambda journal: journal.writing.write("free", {"page": "first"}))
    desk.ask(lambda journal: journal.copies.make(), made.append)
    desk.write(lambda journal: journal.writing.write("free", {"page": "second"}))
    settle(desk)
    return made[0]


@pytest.fixture
def page(desk, backup, shown, settle):
    page = shown(BackupsPage(desk), BackupsPlace())
    settle(desk)
    return page


@pytest.fixture
def line(page):
    (line,) = page.panel.list.lines
    return line


def test_a_line_tells_day_reason_and_when_it_was_found_whole(line):
    assert (line.told.day, line.told.why) == ("Today, 18:30", "You asked for it")
    assert (line.told.entries, line.told.checked) == ("1 entry", "whole, today")
    assert line.told.size.endswith(("kB", "MB"))


def test_the_state_is_said_in_one_sentence(page):
    assert page.panel.state.state.text() == "The last backup is whole: today, 18:30"


def test_a_test_reads_it_through_and_says_so(qtbot, page, line, told):
    line.test.click()
    assert not line.test.isEnabled()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told == ["The backup of today, 18:30 is whole. 1 entry."]


def test_a_damaged_one_is_said_to_be_so(qtbot, page, line, told):
    content = bytearray(line.told.path.read_bytes())
    content[-5000] ^= 1
    line.told.path.write_bytes(content)
    line.test.click()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert "not a whole backup" in told[0]


def test_a_copy_goes_to_a_folder_and_is_read_back(qtbot, page, tmp_path, told):
    (tmp_path / "stick").mkdir()
    page.panel.acts._copy(tmp_path / "stick")
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told[0].startswith("Copied, and read back there")
    assert len(list((tmp_path / "stick").iterdir())) == 1


def sheet_of(qtbot, page, line):
    line.restore.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(RestoreSheet)), timeout=10_000)
    (sheet,) = page.findChildren(RestoreSheet)
    return sheet


def test_restoring_says_first_what_it_brings_and_what_is_newer(qtbot, page, line):
    sheet = sheet_of(qtbot, page, line)
    words = " ".join(one.text() for one in sheet.findChildren(type(page.panel.state.state)))
    assert "It holds 1 entry, from 12 March to 12 March." in words
    assert "1 entry is newer than this backup." in words
    assert sheet.bring.isChecked()
    assert page.window().focusWidget() is sheet.safe_button


def test_restoring_locks_first_and_hands_the_passphrase_over_once(qtbot, desk, page, line):
    visited, locked = [], []
    desk.visit.connect(visited.append)
    desk.lock_requested.connect(lambda: locked.append(desk.goes_on_locked))
    sheet = sheet_of(qtbot, page, line)
    sheet.other_button.click()
    assert not visited  # nothing happens without the passphrase
    qtbot.keyClicks(sheet.passphrase.edit, PASSPHRASE)
    qtbot.keyClick(sheet.passphrase.edit, Qt.Key.Key_Return)
    (place,) = visited
    assert isinstance(place, RestoringPlace)
    assert locked == [True]  # no program begins anew in between
    assert not desk.goes_on_locked
    assert (place.take(), place.take()) == (PASSPHRASE, "")


@pytest.mark.parametrize("width", [900, 1280])
def test_size_and_day_stand_in_columns_or_under_the_reason(page, line, width):
    page.resize(width, 600)
    is_beside = line._size.isVisible()
    assert is_beside == (line.told.size not in line._why.text())
