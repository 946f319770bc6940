"""The trash: rows with two acts, and emptying it, which says first what goes and what stays."""

import pytest

from ui.pages.trash import TrashPage
from ui.places import EntryPlace, TrashPlace
from ui.widgets.text import Text
from ui.widgets.trash.empty_sheet import EmptySheet


@pytest.fixture
def thrown(desk, settle):
    """Two entries in the trash, one with a later note; a backup holds both."""
    ids = []

    def write(journal):
        pages = ("Fern spoke first.", "Teal spoke last.")
        ids.extend(journal.writing.write("free", {"page": page})[0].id for page in pages)
        journal.writing.add_note(ids[0], "later")
        journal.copies.make()
        for one in ids:
            journal.bin.move(one)

    desk.ask(write)
    settle(desk)
    return ids


@pytest.fixture
def page(desk, thrown, shown, settle):
    page = shown(TrashPage(desk), TrashPlace())
    settle(desk)
    return page


def row(page, title):
    return next(one for one in page.list.rows if title in one.back.accessibleName())


def sheet_of(page, desk, settle):
    page.empty.click()
    settle(desk)
    (sheet,) = page.findChildren(EmptySheet)
    return sheet


def backups(desk, settle):
    found = []
    desk.ask(lambda journal: found.extend(journal.copies.all()))
    settle(desk)
    return found


def test_a_row_says_where_it_comes_from_and_when_it_was_moved(page):
    words = row(page, "Fern").words
    assert words == "A free page of 12 March, with 1 later note · moved here today"


def test_look_goes_to_the_entry_and_put_back_brings_it_back(page, desk, thrown, settle):
    visited = []
    desk.visit.connect(visited.append)
    row(page, "Fern").look.click()
    assert visited == [EntryPlace(thrown[0])]
    row(page, "Fern").back.click()
    settle(desk)
    assert len(page.list.rows) == 1


def test_the_focus_stays_in_the_list_when_a_row_goes(page, desk, settle):
    page.list.rows[0].back.setFocus()
    page.list.rows[0].back.click()
    settle(desk)
    assert page.window().focusWidget() is page.list.rows[0].back


def test_emptying_says_what_is_erased_and_offers_unticked_to_remove_backups(page, desk, settle):
    sheet = sheet_of(page, desk, settle)
    words = [one.text() for one in sheet.findChildren(Text)]
    assert "Two entries and one later note are erased from this journal" in " ".join(words)
    assert "Backups still hold them: 1 of 1" in words
    assert not sheet.too.isChecked()
    assert page.window().focusWidget() is sheet.safe_button


def test_emptying_keeps_the_backups_unless_asked(page, desk, settle, told):
    sheet_of(page, desk, settle).other_button.click()
    settle(desk)
    assert page._nothing.isVisible()
    assert told == ["The trash is empty."]
    assert len(backups(desk, settle)) == 1


def test_backups_that_hold_it_go_after_a_new_one_is_made(qtbot, page, desk, settle, told):
    (before,) = backups(desk, settle)
    sheet = sheet_of(page, desk, settle)
    sheet.too.setChecked(True)
    sheet.other_button.click()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    (after,) = backups(desk, settle)
    assert after.path != before.path
    assert after.entries == 0
    assert told == ["The trash is empty. A new backup was made, and those that held it are gone."]


def test_keeping_the_trash_changes_nothing(page, desk, settle):
    sheet_of(page, desk, settle).safe_button.click()
    settle(desk)
    assert len(page.list.rows) == 2


def test_nothing_is_left_of_the_text_when_it_is_forgotten(page):
    page.forget()
    assert page.list.rows == []


@pytest.mark.parametrize("percent", [100, 200])
def test_the_acts_stand_under_the_words_where_there_is_little_room(page, desk, percent):
    page.resize(900, 600)
    desk.choose_look(text_size=percent)
    first = page.list.rows[0]
    assert first.width() >= first.minimumSizeHint().width()


@pytest.mark.parametrize("names", [[], ["journal-1.db"]])
def test_a_journal_that_was_put_aside_is_named_where_there_is_one(page, desk, settle, names):
    place = journal_folder(desk, settle) / "quarantine"
    place.mkdir()
    for name in names:
        (place / name).touch()
    words = [one.text() for one in sheet_of(page, desk, settle).findChildren(Text)]
    assert any("quarantine" in one for one in words) == bool(names)


def journal_folder(desk, settle):
    found = []
    desk.ask(lambda journal: found.append(journal.folder))
    settle(desk)
    return found[0]
