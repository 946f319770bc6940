"""Earlier wordings: what each edit changed, and one of them as an entry of its own."""

import pytest

from ui.pages.revisions import RevisionsPage
from ui.places import EntryPlace, RevisionsPlace
from ui.widgets.revisions.revision_paper import AS_IT_WAS, BY_EDIT, UNTIL_NOW
from ui.widgets.sheet import Sheet

PAGES = ("Fern spoke first.", "Fern spoke last.", "Teal spoke last.")


def edited(entry_id, words):
    def edit(journal):
        draft = journal.writing.edit(entry_id)
        draft.answers["page"] = words
        return journal.writing.keep(draft)

    return edit


@pytest.fixture
def entry(desk, settle):
    """An entry that was changed twice."""
    made = []
    desk.write(lambda journal: journal.writing.write("free", {"page": PAGES[0]}), made.append)
    settle(desk)
    for words in PAGES[1:]:
        desk.write(edited(made[0].id, words))
    settle(desk)
    return made[0].id


@pytest.fixture
def page(desk, entry, shown, settle):
    page = shown(RevisionsPage(desk), RevisionsPlace(entry))
    settle(desk)
    return page


def html(page):
    return page.paper.text.toHtml()


def test_the_latest_edit_is_shown_first_with_its_marks(page):
    words = page.paper.text.toPlainText()
    assert words.endswith("Fern Teal spoke last.")
    assert words.count("Teal") == 1  # the title is only its first words
    assert "line-through" in html(page)
    assert "underline" in html(page)


def test_an_older_edit_can_be_read_by_itself_until_now_and_as_it_was(page):
    page._choose("1")
    assert [key for key, _label in page.paper.view._options] == [BY_EDIT, UNTIL_NOW, AS_IT_WAS]
    assert "Teal" not in page.paper.text.toPlainText()
    page.paper._show_view(UNTIL_NOW)
    assert "Teal" in page.paper.text.toPlainText()
    page.paper._show_view(AS_IT_WAS)
    assert page.paper.text.toPlainText().endswith("Fern spoke first.")


def test_what_changed_is_told_to_a_screen_reader(page):
    said = page.paper.text.accessibleDescription()
    assert "Taken out: Fern" in said
    assert "Added: Teal" in said


def test_a_copy_is_asked_for_and_then_opened(page, desk, settle):
    visited = []
    desk.visit.connect(visited.append)
    page._choose("1")
    page.paper.copy.click()
    sheet = page.findChild(Sheet)
    sheet.other_button.click()
    settle(desk)
    (place,) = visited
    found = []
    desk.ask(lambda journal: journal.reading.entry(place.entry), found.append)
    settle(desk)
    assert [one.value for one in found[0].answers if one.key == "page"] == [PAGES[0]]


def test_the_way_back_is_to_the_entry(page, desk, entry):
    visited = []
    desk.visit.connect(visited.append)
    page.bar.back.click()
    assert visited == [EntryPlace(entry)]


def test_below_960_the_days_are_a_drop_down(page):
    assert page.list._list.isVisible()
    page.resize(900, 600)
    assert page.list._box.isVisible()


def test_nothing_is_left_of_the_text_when_it_is_forgotten(page):
    page.forget()
    assert page.paper.text.toPlainText() == ""
    assert page._history is None
