from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from ally_journal.changes import Change
from ui.pages.journal import JournalPage
from ui.places import EntryPlace, JournalPlace, PracticesPlace
from ui.widgets.filter_chip import FilterChip
from ui.widgets.journal.export_sheet import ExportSheet
from ui.widgets.menu import Menu
from ui.widgets.sheet import Sheet

PAGES = (
    ("The delay call", "Wren began to explain the delay."),
    ("A quiet day", "I wrote less and heard **more**."),
    ("Lunch outside", "Wren laughed in the harbour."),
)


@pytest.fixture
def write(desk, settle):
    """Keep free pages: `write((title, text), …)`; gives their ids, oldest first."""

    def keep(*pages):
        ids = []
        for title, text in pages:
            desk.write(
                lambda journal, title=title, text=text: journal.writing.write(
                    "free", {"title": title, "page": text}
                ),
                lambda entry: ids.append(entry.id),
            )
        settle(desk)
        return ids

    return keep


@pytest.fixture
def page(desk, settle, shown, write):
    page = JournalPage(desk)
    page.ids = write(*PAGES)
    shown(page, JournalPlace())
    settle(desk)
    return page


def titles(page):
    rows = [page.model.entry_at(row) for row in range(page.model.rowCount())]
    return [row.title for row in rows if row]


def search(page, qtbot, settle, text):
    page.pane.search.field.edit.setFocus()
    page.pane.search.field.edit.clear()
    with qtbot.waitSignal(page.pane.search.asked, timeout=2000):
        qtbot.keyClicks(page.pane.search.field.edit, text)
    settle(page.desk)


def test_entries_stand_newest_first_under_their_month(page):
    assert titles(page) == ["Lunch outside", "A quiet day", "The delay call"]
    head = page.model.data(page.model.index(0), Qt.ItemDataRole.UserRole)
    assert (head.words, head.count_words) == ("March 2026", "3 entries")


def test_the_head_of_a_month_cannot_be_chosen(page):
    assert page.model.flags(page.model.index(0)) == Qt.ItemFlag.NoItemFlags


def test_the_newest_entry_is_read_at_once(page):
    assert page.paper.paper.title.text() == "Lunch outside"
    assert "Wren laughed in the harbour." in page.paper.paper.text.toPlainText()


def test_markdown_is_shown_and_cannot_do_anything(page, settle):
    page.pane.list.choose(page.model.row_of(page.ids[1]))
    settle(page.desk)
    text = page.paper.paper.text
    assert "heard more." in text.toPlainText()
    assert text.loadResource(2, "file:///etc/hostname").width() == 1
    assert not text.openLinks()


def test_arrows_move_and_enter_opens(page, qtbot, settle, visits):
    page.pane.list.setFocus()
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Down)
    settle(page.desk)
    assert page.paper.paper.title.text() == "A quiet day"
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Return)
    assert visits == [EntryPlace(page.ids[1])]


def test_up_from_the_first_entry_stays_there(page, qtbot):
    page.pane.list.setFocus()
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Up)
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Home)
    assert page.pane.list.currentIndex().row() == 1


def test_typing_in_the_list_goes_to_the_search(page, qtbot, settle):
    page.pane.list.setFocus()
    qtbot.keyClick(page.pane.list, "q")
    assert page.pane.search.field.text() == "q"
    qtbot.keyClicks(page.pane.search.field.edit, "uiet")
    qtbot.waitUntil(lambda: titles(page) == ["A quiet day"], timeout=3000)


def test_search_finds_the_beginnings_of_words(page, qtbot, settle):
    search(page, qtbot, settle, "wren har")
    assert titles(page) == ["Lunch outside"]
    assert page.model.entry_at(1).match


def test_a_stale_answer_is_dropped(page, settle):
    page.model.search("quiet")
    page.model.search("harbour")
    settle(page.desk)
    assert titles(page) == ["Lunch outside"]


def test_nothing_found_says_so_and_leads_back(page, qtbot, settle):
    search(page, qtbot, settle, "zzz")
    assert page.pane.nothing.isVisible()
    assert not page.paper.paper.title.text()
    page.pane.nothing.acted.emit()
    settle(page.desk)
    assert len(titles(page)) == 3


def test_a_filter_shows_as_a_chip_that_takes_it_away(page, qtbot, settle):
    page.arrive(JournalPlace(query="practice:checkin"))
    settle(page.desk)
    assert titles(page) == []
    chips = page.pane.search._on.findChildren(FilterChip)
    assert [chip.words for chip in chips] == ["60-second check-in"]
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    settle(page.desk)
    assert len(titles(page)) == 3


def test_a_practice_is_chosen_in_a_menu(page, settle):
    page.pane.search.practice.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    next(act for act in menu.actions() if act.text() == "A free page").trigger()
    menu.close()
    settle(page.desk)
    assert page.pane.search.query() == 'practice:"free"'
    assert len(titles(page)) == 3


def test_a_day_of_the_calendar_opens_what_was_written(page, settle, visits):
    page.arrive(JournalPlace(view="calendar"))
    settle(page.desk)
    view = page.views.calendar
    assert view.words(date(2026, 3, 12)) == "Thursday 12 March: 3 entries"
    view.map.day_chosen.emit(date(2026, 3, 12))
    assert visits == [JournalPlace(query="on:2026-03-12")]


def test_what_is_kept_elsewhere_comes_in(page, write):
    write(("A new page", "just kept"))
    assert titles(page)[0] == "A new page"


def test_the_chosen_entry_stays_chosen_when_rows_change(page, settle, write):
    page.pane.list.choose(page.model.row_of(page.ids[0]))
    settle(page.desk)
    write(("A new page", "just kept"))
    assert page.model.entry_at(page.pane.list.currentIndex().row()).id == page.ids[0]


def test_delete_moves_to_the_trash_and_undo_brings_it_back(page, desk, qtbot, settle):
    undo = []
    desk.messages.said.connect(lambda _words, _act, then: undo.append(then))
    page.pane.list.setFocus()
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Delete)
    settle(desk)
    assert titles(page) == ["A quiet day", "The delay call"]
    undo[0]()
    settle(desk)
    assert len(titles(page)) == 3


def test_a_row_says_everything_in_one_sentence(page):
    place = page.model.index(3)
    said = page.model.data(place, Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("The delay call, Thursday 12 March 2026, A free page.")
    assert said.endswith("Wren began to explain the delay.")


def test_older_rows_come_as_one_scrolls(page, write, qtbot, settle):
    write(*((f"Page {number}", "words") for number in range(60)))
    page.model.search("")
    settle(page.desk)
    assert page.model.loaded == 50
    page.pane.list.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.loaded == 63, timeout=3000)
    assert len(set(titles(page))) == 63


def test_below_800_only_the_list_stands_there(page, shown):
    page.resize(640, 480)
    QApplication.processEvents()
    assert not page.paper.isVisible()
    assert page.pane.width() == page.width()


def test_text_twice_as_large_still_fits(page, theme):
    theme.choose(percent=200)
    assert not page.paper.isVisible()
    theme.choose(percent=150)
    assert page.pane.width() == 525


def test_export_asks_once_more_before_plain_text_leaves(page, tmp_path, settle, told):
    page._export()
    settle(page.desk)
    form = page.findChild(Sheet)
    sheet = page.findChild(ExportSheet)
    target = tmp_path / "out" / "journal.md"
    target.parent.mkdir()
    sheet.path.setText(str(target))
    form.other_button.click()
    again = page.findChildren(Sheet)[-1]
    assert not target.exists()
    again.other_button.click()
    settle(page.desk)
    assert "Wren laughed" in target.read_text("utf-8")
    assert told[-1] == f"3 entries were written to {target.parent}."


def test_an_export_never_replaces_a_file(page, tmp_path, settle):
    target = tmp_path / "journal.md"
    target.write_text("mine", "utf-8")
    page._export()
    settle(page.desk)
    sheet = page.findChild(ExportSheet)
    sheet.path.setText(str(target))
    sheet.sheet.other_button.click()
    page.findChildren(Sheet)[-1].other_button.click()
    settle(page.desk)
    assert target.read_text("utf-8") == "mine"
    assert sheet.path.edit.property("wrong")


def test_forgetting_leaves_no_text(page):
    page.forget()
    assert page.model.rowCount() == 0
    assert not page.paper.paper.title.text()
    assert not page.paper.paper.text.toPlainText().strip()


def test_new_entry_leads_to_the_practices(page, visits):
    page.pane.new.click()
    assert visits == [PracticesPlace()]


def test_changes_of_others_are_none_of_its_business(page, settle):
    page.model.search("quiet")
    settle(page.desk)
    page.desk.changed.emit(Change(habits=True))
    settle(page.desk)
    assert titles(page) == ["A quiet day"]


def test_the_menu_of_a_row_names_it(page, qtbot):
    page._open_row_menu(1, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert menu.actions()[0].text() == "“Lunch outside”"
    menu.close()


def test_tab_goes_round_as_the_page_is_seen(page, qtbot):
    page.pane.new.setFocus()
    seen = []
    for _step in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    search = page.pane.search
    chips = [search.practice, search.people, search.dates]
    assert seen == [page.pane.more, search.field.edit, *chips, page.pane.list]


def test_ctrl_f_goes_to_the_search(page):
    page.search()
    assert page.pane.search.field.edit.hasFocus()


def test_some_entries_alone_are_shown_and_all_are_a_press_away(page, settle, told):
    page.arrive(JournalPlace(ids=(page.ids[0], page.ids[2]), about="Where I act"))
    settle(page.desk)
    assert titles(page) == ["Lunch outside", "The delay call"]
    assert told == ["Where I act: 2 entries."]
    page._clear_search()
    settle(page.desk)
    assert len(titles(page)) == 3


def test_after_some_entries_alone_the_whole_journal_comes_again(page, settle):
    page.arrive(JournalPlace(ids=(page.ids[0],)))
    settle(page.desk)
    page.arrive(JournalPlace())
    settle(page.desk)
    assert len(titles(page)) == 3
