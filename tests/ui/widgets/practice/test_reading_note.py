"""The monthly review has the entries of the month at hand, and the walk stays where it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.pages.practice import PracticePage
from ui.places import PracticePlace
from ui.widgets.journal.entry_paper import EntryPaper
from ui.widgets.practice.reading_note import AT_ONCE, ReadingNote
from ui.widgets.text import Text


@pytest.fixture
def reading(desk, shown, settle):
    """The page at the step, over so many pages: `reading(3)`."""

    def begin(number, practice="free"):
        for page in range(number):
            words = {"free": {"page": f"A walk {page}."}, "needed_ally": {"facts": "It rained."}}
            desk.write(lambda journal, said=words[practice]: journal.writing.write(practice, said))
        page = shown(PracticePage(desk), PracticePlace("monthly"), 900, 600)
        settle(desk)
        page.session.skip()
        settle(desk)
        settle(desk)
        return page

    return begin


def note_of(page):
    return page.view.findChild(ReadingNote)


def test_an_entry_is_read_in_place_and_the_answer_stays(reading, desk, settle):
    page = reading(2)
    note = note_of(page)
    assert page.session.walk.current.key == "read"
    QTest.keyClicks(page.focusWidget(), "It was dry.")
    entry, row = next(iter(note.rows.items()))
    row.click()
    settle(desk)
    assert "A walk 1." in note.paper.text.toPlainText()
    assert not row.isVisible()
    note.close_entry(entry)
    assert row.hasFocus()
    assert note.paper is None
    page.go_on()
    settle(desk)
    assert page.session.walk.answers["read"] == ["It was dry."]


def test_a_full_month_shows_a_few_and_then_more(reading):
    page = reading(AT_ONCE + 2)
    note = note_of(page)
    assert len(note.rows) == AT_ONCE
    note.more.setFocus()
    QTest.keyClick(note.more, Qt.Key.Key_Return)
    assert len(note.rows) == AT_ONCE + 2
    assert not note.more.isVisible()
    assert list(note.rows.values())[AT_ONCE].hasFocus()


def test_a_quiet_month_has_no_rows(reading):
    assert not note_of(reading(0)).rows


def test_pages_for_the_person_alone_are_not_put_before_them(reading):
    assert not note_of(reading(1, "needed_ally")).rows


def test_that_pages_are_left_out_is_said(desk, reading):
    desk.write(lambda journal: journal.writing.write("needed_ally", {"facts": "It rained."}))
    note = note_of(reading(1))
    assert [one for one in note.findChildren(Text) if "left out" in one.text()]


def test_two_quick_presses_open_one_entry(reading, desk, settle):
    note = note_of(reading(2))
    for row in note.rows.values():
        row.click()
    settle(desk)
    assert len(note.findChildren(EntryPaper)) == 1
