import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from ui.pages.entry import EntryPage
from ui.places import EntryPlace, JournalPlace, PracticePlace, RevisionsPlace, TrashPlace
from ui.widgets.filter_chip import FilterChip

CATCH = {"what": "Read a name and guessed how the call would go.", "when_noticed": "same day"}


@pytest.fixture
def kept(write):
    answers = {"title": "The delay call", "page": "Wren."}
    return write(lambda journal: journal.writing.write("free", answers))


@pytest.fixture
def page(desk, settle, shown, kept):
    page = shown(EntryPage(desk), EntryPlace(kept.id))
    settle(desk)
    return page


def test_it_shows_when_what_and_how_it_is_called(page):
    assert page.paper.title.text() == "The delay call"
    assert page.when.text() == "Thursday 12 March, evening"
    assert "Wren." in page.paper.text.toPlainText()


def test_the_question_stands_above_its_answer(page):
    block = page.paper.text.document().begin()
    assert block.blockFormat().headingLevel() == 2
    assert block.next().text() == "Wren."


def test_a_later_note_is_added_and_the_text_stays(page, desk, qtbot, settle, kept, read):
    page.add_note.click()
    qtbot.keyClicks(page.note.answer, "Spoke over tea.")
    page.note.keep.click()
    settle(desk)
    entry = read(lambda journal: journal.reading.entry(kept.id))
    assert [note.text for note in entry.notes] == ["Spoke over tea."]
    assert not page.note.isVisible()
    assert len(page.paper._notes) == 1


def test_the_keys_of_next_keep_a_later_note(page, desk, qtbot, settle, kept):
    page.add_note.click()
    qtbot.keyClicks(page.note.answer, "Spoke over tea.")
    qtbot.keyClick(page.note.answer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk)
    assert len(page.paper._notes) == 1


def test_leaving_keeps_a_note_that_is_being_written(page, desk, qtbot, kept, read):
    page.add_note.click()
    qtbot.keyClicks(page.note.answer, "Half a")
    page.leave()
    entry = read(lambda journal: journal.reading.entry(kept.id))
    assert [note.text for note in entry.notes] == ["Half a"]


def test_edit_leads_to_the_practice(page, visits, kept):
    page.edit.click()
    assert visits == [PracticePlace("free", edit=kept.id)]


def test_back_leads_to_its_place_in_the_journal(page, visits, kept):
    page.bar.back.click()
    assert visits == [JournalPlace(entry=kept.id)]


def test_a_star_shows_in_the_line_below_the_title(page, desk, settle):
    page.acts.star(page._reading.entry)
    settle(desk)
    assert page.paper._meta.text() == "A free page · starred"


def test_the_trash_is_one_act_with_a_way_back(page, desk, settle, visits, told):
    page._throw_away()
    settle(desk)
    assert visits == [JournalPlace()]
    assert told == ["Moved to the trash."]


def test_the_way_to_what_it_said_before(page, kept, visits):
    page.facts.wordings_asked.emit()
    assert visits == [RevisionsPlace(kept.id)]


def test_what_was_chosen_stands_beside_the_text(desk, settle, shown):
    entries = []
    desk.write(lambda journal: journal.writing.write("catch", CATCH), entries.append)
    settle(desk)
    page = shown(EntryPage(desk), EntryPlace(entries[0].id))
    settle(desk)
    words = [one.text() for one in page.facts.findChildren(type(page.when))]
    assert "same day" in words


def test_below_860_the_facts_stand_under_the_text(page):
    page.resize(800, 600)
    QApplication.processEvents()
    assert page.facts.mapTo(page, page.facts.rect().topLeft()).y() > page.paper.y()
    assert page.facts.x() == page._left.x()


def test_below_760_edit_is_inside_more(page):
    page.resize(700, 600)
    assert not page.edit.isVisible()
    page.more.click()
    menu = QApplication.activePopupWidget()
    assert menu.actions()[0].text() == "Edit"
    menu.close()


def test_an_entry_in_the_trash_can_be_read_and_put_back(page, desk, settle, kept):
    desk.write(lambda journal: journal.bin.move(kept.id))
    settle(desk)
    assert page.paper._meta.text() == "A free page · in the trash"
    assert not page.add_note.isVisible()
    assert not page.edit.isVisible()


def test_forgetting_leaves_no_text(page):
    page.forget()
    assert not page.paper.title.text()
    assert not page.paper.text.toPlainText().strip()
    assert not page.facts.findChildren(FilterChip)


def test_tab_goes_from_the_bar_to_the_text(page, qtbot):
    page.bar.back.setFocus()
    for _step in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.paper.text


def acts_of(page):
    menus = page.findChildren(QMenu)
    page.more.click()
    menu = next(one for one in page.findChildren(QMenu) if one not in menus)
    acts = {one.text(): one for one in menu.actions() if not one.isSeparator()}
    menu.hide()
    return acts


def test_a_hard_talk_can_be_written_about_again_on_the_same_event(desk, settle, shown, visits):
    entries = []
    facts = {"facts": "Juniper cut in."}
    desk.write(lambda journal: journal.writing.write("debrief", facts), entries.append)
    settle(desk)
    page = shown(EntryPage(desk), EntryPlace(entries[0].id))
    settle(desk)
    acts_of(page)["Write about this again"].trigger()
    assert visits == [PracticePlace("debrief", event=entries[0].event)]


def test_what_is_not_hard_is_not_asked_for_again(page):
    assert "Write about this again" not in acts_of(page)


def test_from_an_entry_in_the_trash_the_way_back_leads_there(page, desk, settle, kept, visits):
    assert page.bar.back.text() == "Journal"
    desk.write(lambda journal: journal.bin.move(kept.id))
    settle(desk)
    assert page.bar.back.text() == "Trash"
    page.bar.back.click()
    assert visits[-1] == TrashPlace()


def test_delete_works_from_where_the_page_begins(page, desk, qtbot, settle, told):
    page.activateWindow()
    page.bar.back.setFocus()
    qtbot.keyClick(page.bar.back, Qt.Key.Key_Delete)
    settle(desk)
    assert told == ["Moved to the trash."]
