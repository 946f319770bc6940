"""A backup soon after the journal was opened: made only when due, told only when it fails."""

import pytest

from ally_journal.errors import DamagedFile, DiskFull
from ui.models.session_backup import SessionBackup


@pytest.fixture
def backups(desk, settle):
    """How many there are now, and what they were made for."""

    def reasons():
        found = []
        desk.ask(lambda journal: found.extend(one.reason for one in journal.copies.all()))
        settle(desk)
        return found

    return reasons


def finish(qtbot, desk, settle, made):
    qtbot.waitUntil(lambda: not made.children() or len(made.children()) == 1, timeout=10_000)
    settle(desk)


def test_one_is_made_where_something_was_written_since_the_last(qtbot, desk, settle, backups):
    desk.write(lambda journal: journal.writing.write("free", {"page": "words"}))
    made = SessionBackup(desk, after_ms=1)
    made.start()
    qtbot.waitUntil(lambda: backups() == ["session"], timeout=10_000)


def test_none_is_made_where_the_last_holds_everything(qtbot, desk, settle, backups):
    desk.ask(lambda journal: journal.copies.make())
    made = SessionBackup(desk, after_ms=1)
    made.make()
    finish(qtbot, desk, settle, made)
    assert backups() == ["asked"]


def test_one_that_fails_is_told_with_a_way_to_the_backups(desk, told):
    SessionBackup(desk)._failed(DiskFull())
    assert told[0].startswith("The last backup could not be made.")


def test_damage_is_told_as_damage(desk, told):
    SessionBackup(desk)._failed(DamagedFile())
    assert "damaged" in told[0]
    assert desk.messages.damage is not None
