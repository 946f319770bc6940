"""Restoring a backup in the place of the journal, from the window, as a person does."""

import pytest

from ally_journal.journal import Journal
from ui.locked_places import UnlockPlace
from ui.pages.restoring import Restored, restored_words
from ui.places import RestoringPlace
from ui.widgets.banner import Banner

PASSPHRASE = "marigold under the stairs"


@pytest.fixture
def backup(unlock, window, settle):
    """A backup of one entry; another was written after it."""
    unlock()
    made, desk = [], window.desk
    desk.write(lambda journal: journal.writing.write("free", {"page": "first"}))
    desk.ask(lambda journal: journal.copies.make(), made.append)
    desk.write(lambda journal: journal.writing.write("free", {"page": "second"}))
    settle(desk)
    return made[0].path


def restore(qtbot, window, path, passphrase=PASSPHRASE, *, bring=False):
    window.desk.lock_requested.emit()
    window.desk.visit.emit(RestoringPlace(path, "Today", passphrase, bring=bring))
    page = window.pages.page()
    qtbot.waitUntil(lambda: page.is_over, timeout=20_000)
    return page


def test_the_backup_is_the_journal_afterwards_and_the_page_says_so(
    qtbot, window, backup, clock, settle
):
    restore(qtbot, window, backup)
    assert isinstance(window.pages.place, UnlockPlace)
    (note,) = window.pages.page().findChildren(Banner)
    assert "is the journal now" in note.sentence
    with_backup = Journal.open(window.desk.folder, PASSPHRASE, clock)
    assert with_backup.reading.count() == 1
    with_backup.close()


def test_newer_entries_come_along_when_asked(qtbot, window, backup, clock):
    restore(qtbot, window, backup, bring=True)
    (note,) = window.pages.page().findChildren(Banner)
    assert "1 newer entry came along." in note.sentence
    journal = Journal.open(window.desk.folder, PASSPHRASE, clock)
    assert journal.reading.count() == 2
    journal.close()


def test_what_could_not_be_brought_is_said():
    words = restored_words("today", Restored(edited=2, has_all=False))
    assert "2 entries that were edited since are as they were then." in words
    assert "could not be brought along" in words


def test_what_stood_there_is_put_aside(qtbot, window, backup):
    restore(qtbot, window, backup)
    assert any((window.desk.folder / "quarantine").iterdir())


def test_another_passphrase_changes_nothing_and_leads_back(qtbot, window, backup, clock):
    page = restore(qtbot, window, backup, "not this one")
    assert page.head.text() == "Nothing was changed"
    page.button.click()
    assert isinstance(window.pages.place, UnlockPlace)
    journal = Journal.open(window.desk.folder, PASSPHRASE, clock)
    assert journal.reading.count() == 2
    journal.close()


def test_nothing_of_the_journal_is_open_meanwhile(qtbot, window, backup):
    restore(qtbot, window, backup)
    assert not window.desk.is_open
