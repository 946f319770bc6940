"""A damaged journal: what is wrong, and the ways on from there."""

import pytest
from PySide6.QtCore import Qt

from ally_journal.errors import DamagedFile, DamagedHeader, EmptyFile
from ally_journal.journal import Journal
from ui.locked_places import UnlockPlace
from ui.pages.damaged import problem_words
from ui.places import DamagedPlace, RestoringPlace
from ui.widgets.sheet import Sheet

PASSPHRASE = "marigold under the stairs"


@pytest.fixture
def damaged(journal_folder, clock):
    """A journal with a backup of one entry, whose database was emptied by something else."""
    journal = Journal.open(journal_folder, PASSPHRASE, clock)
    journal.writing.write("free", {"page": "first"})
    journal.copies.make()
    journal.close()
    (journal_folder / "journal.db").write_bytes(b"")
    return journal_folder


@pytest.fixture
def page(qtbot, damaged, window):
    """Where the window goes when the passphrase is typed."""
    field = window.pages.page().passphrase.edit
    qtbot.keyClicks(field, PASSPHRASE)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.pages.place, DamagedPlace), timeout=10_000)
    page = window.pages.page()
    qtbot.waitUntil(lambda: bool(page.buttons), timeout=10_000)
    return page


def test_it_says_what_is_wrong(page):
    assert "empty" in page.problem.text()


def test_each_backup_can_be_restored_and_opens_then(qtbot, window, page):
    page.buttons[0].click()
    (sheet,) = window.findChildren(Sheet)
    sheet.other_button.click()
    assert isinstance(window.pages.place, RestoringPlace)
    qtbot.waitUntil(lambda: isinstance(window.pages.place, UnlockPlace), timeout=20_000)
    qtbot.keyClicks(window.pages.page().passphrase.edit, PASSPHRASE)
    with qtbot.waitSignal(window.desk.unlocked, timeout=10_000):
        qtbot.keyClick(window.pages.page().passphrase.edit, Qt.Key.Key_Return)


def test_the_newest_that_is_whole_is_named_with_what_it_holds(qtbot, page):
    qtbot.waitUntil(page.advice.isVisible, timeout=10_000)
    assert (
        page.advice.text() == "The backup of today, 18:30 was read through just now, and is whole."
    )
    assert "1 entry" in page._told[0].entries


def test_what_can_be_read_goes_into_a_new_journal_or_it_is_said_that_nothing_can(
    qtbot, page, tmp_path
):
    page._salvage(tmp_path / "New.ally")
    qtbot.waitUntil(page.salvage.isEnabled, timeout=10_000)
    assert page.outcome.isVisible()
    assert not page.open.isVisible()  # the file is empty: there is nothing to save


@pytest.mark.parametrize("error", [EmptyFile(), DamagedFile(), DamagedHeader()])
def test_each_kind_of_damage_has_its_words(error):
    assert problem_words(error)


def test_one_can_try_again(window, page):
    page.back.click()
    assert isinstance(window.pages.place, UnlockPlace)


def test_the_passphrase_is_forgotten_when_the_page_is_left(window, page):
    assert page._passphrase == PASSPHRASE
    page.back.click()
    assert page._passphrase == ""
