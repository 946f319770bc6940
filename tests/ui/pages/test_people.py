"""People: everybody at the left, one of them at the right; as a person uses it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.pages.people import PeoplePage
from ui.places import EntryPlace, JournalPlace, ListsPlace, PeoplePlace, PromisesPlace
from ui.widgets.menu import Menu
from ui.widgets.people.person_sheets import MergeSheet, NameSheet, OtherNamesSheet, TidySheet

LONG_AGO = datetime(2025, 1, 10, 12, tzinfo=UTC)


@pytest.fixture
def met(write):
    """An entry with these people; gives its id."""

    def meet(*names, facts="A call by the river"):
        answers = {"role": "I saw it", "facts": facts, "who": list(names)}
        return write(lambda journal: journal.writing.write("debrief", answers)).id

    return meet


@pytest.fixture
def page(desk, shown, settle):
    def open_page(width=1064, person=""):
        made = shown(PeoplePage(desk), PeoplePlace(person), width, 800)
        made.activateWindow()
        settle(desk)
        settle(desk)
        return made

    return open_page


def names(page):
    return [page.model.row_at(row).name for row in range(page.model.rowCount())]


def sheet(page, kind):
    return page.window().findChildren(kind)[-1]


def choose(page, name, settle):
    page.pane.list.setCurrentIndex(page.model.index(names(page).index(name), 0))
    settle(page.desk)


def people(read):
    return {one.name: one for one in read(lambda journal: journal.people.all())}


def test_an_empty_journal_says_what_will_stand_there(page):
    shown = page()
    assert shown.pane.empty.isVisible()
    assert not shown.paper._body.isVisible()
    shown._rename()
    shown._more()
    shown._tidy()


def test_everybody_stands_with_role_and_open_promises(page, met, write):
    met("Wren")
    write(lambda journal: journal.people.add("Fern", "Pricing"))
    shown = page()
    assert names(shown) == ["Fern", "Wren"]
    assert shown.model.row_at(0).spoken == "Fern, Pricing"
    assert shown.paper.name.text() == "Fern"
    assert shown.paper.about.text() == "Pricing · in no entry yet"


def test_arrows_choose_and_the_paper_follows(page, met, settle):
    met("Fern", "Wren")
    shown = page()
    shown.pane.list.setFocus()
    QTest.keyClick(shown.pane.list, Qt.Key.Key_Down)
    settle(shown.desk)
    assert shown.paper.name.text() == "Wren"
    assert shown.paper.entry_lines.count() == 1
    assert shown.paper.called.text() == "Person B where names are left out"


def test_promises_about_no_one_stand_by_themselves(page, write):
    answers = {"wish": "ask", "ifthen": {"if": "we meet", "then": "ask"}, "due": "2026-03-13"}
    write(lambda journal: journal.writing.write("plan", answers))
    shown = page()
    assert names(shown) == ["No one in particular"]
    assert shown.model.row_at(0).open_words == "1 open"
    assert len(shown.paper.list.items) == 1
    assert not shown.paper.rename.isVisible()


def test_an_entry_and_the_journal_are_a_press_away(page, met, desk):
    visits = []
    desk.visit.connect(visits.append)
    entries = [met("Wren", facts=f"Call {number}") for number in range(13)]
    shown = page()
    shown.paper.entry_lines.itemAt(0).widget().click()
    shown.paper.all_entries.click()
    shown.pane.promises.click()
    shown.pane.lists.click()
    assert visits == [
        EntryPlace(entries[-1]),
        JournalPlace(query='person:"Wren"'),
        PromisesPlace(),
        ListsPlace(),
    ]


def test_somebody_is_added_and_then_looked_at(page, settle):
    shown = page()
    shown.pane.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Moss")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(shown.desk)
    settle(shown.desk)
    assert shown.paper.name.text() == "Moss"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "too long"), ("She is always late on Mondays.", "too long"), ("wren", "Somebody has")],
)
def test_what_is_no_name_or_taken_gets_a_sentence_and_the_sheet_stays(
    page, met, settle, typed, said
):
    met("Wren")
    shown = page()
    shown.pane.add.click()
    made = sheet(shown, NameSheet)
    made.name.setText(typed)
    made.sheet.submitted.emit()
    settle(shown.desk)
    assert said in made.name._note.text()
    assert made.sheet.isVisible()


def test_renaming_shows_the_new_name_and_both_find_the_entry(page, met, read, settle):
    entry = met("Wren", facts="Wren was late")
    shown = page()
    shown.paper.rename.click()
    made = sheet(shown, NameSheet)
    assert not made.keep_old.isVisible()
    QTest.keyClicks(QApplication.focusWidget(), "Heron")
    assert made.keep_old.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(shown.desk)
    settle(shown.desk)
    assert shown.paper.name.text() == "Heron"
    assert "“Wren”" in shown.paper.called.text()
    assert read(lambda journal: journal.reading.entry(entry)).people == ("Heron",)
    for query in ("heron", "wren"):
        assert read(lambda journal, query=query: journal.reading.count(query)) == 1


def test_the_old_name_may_be_let_go_and_the_role_changed(page, met, read, settle):
    met("Wren")
    shown = page()
    shown._rename()
    made = sheet(shown, NameSheet)
    made.name.setText("Heron")
    made.role.setText("Leads the team")
    made.keep_old.click()
    made.sheet.submitted.emit()
    settle(shown.desk)
    heron = people(read)["Heron"]
    assert (heron.role, heron.aliases) == ("Leads the team", ())


def test_other_names_are_kept(page, met, read, settle):
    met("Wren")
    shown = page()
    shown.acts._ask_names(people(read)["Wren"])
    made = sheet(shown, OtherNamesSheet)
    made.names.set_lines(["Bird", "a whole sentence, which is no name at all."])
    made.sheet.submitted.emit()
    settle(shown.desk)
    assert made.sheet._error.isVisible()
    made.names.set_lines(["Bird"])
    made.sheet.submitted.emit()
    settle(shown.desk)
    assert people(read)["Wren"].aliases == ("Bird",)


def test_two_names_are_merged_and_parted_again(page, met, read, settle, desk):
    undo = []
    desk.messages.said.connect(lambda *said: undo.append(said[2]))
    met("Wren"), met("Bird")
    shown = page(person=people(read)["Bird"].id)
    known = people(read)
    shown.acts._ask_merge(known["Bird"], tuple(known.values()))
    made = sheet(shown, MergeSheet)
    assert [made.other.itemText(at) for at in range(made.other.count())] == ["Wren"]
    made.sheet.submitted.emit()
    settle(desk)
    settle(desk)
    assert names(shown) == ["Wren"]
    assert shown.paper.about.text() == "in 2 entries"
    undo[-1]()
    settle(desk)
    assert people(read).keys() == {"Wren", "Bird"}


def test_a_merge_with_somebody_gone_says_so(page, met, write, read, settle):
    met("Wren", "Bird")
    shown = page()
    known = people(read)
    shown.acts._ask_merge(known["Bird"], tuple(known.values()))
    write(lambda journal: journal.people.remove(known["Wren"].id))
    made = sheet(shown, MergeSheet)
    made.sheet.submitted.emit()
    settle(shown.desk)
    assert made.sheet._error.isVisible()


def test_delete_removes_with_a_way_back(page, met, read, settle, desk):
    undo = []
    desk.messages.said.connect(lambda *said: undo.append(said[2]))
    met("Fern", "Wren")
    shown = page()
    shown.pane.list.setFocus()
    QTest.keyClick(shown.pane.list, Qt.Key.Key_Delete)
    settle(desk)
    settle(desk)
    assert names(shown) == ["Wren"]
    assert shown.paper.name.text() == "Wren"
    undo[-1]()
    settle(desk)
    settle(desk)
    assert names(shown) == ["Fern", "Wren"]
    assert people(read)["Fern"].entries == 1


def test_the_menu_has_everything_and_merge_only_beside_somebody(page, met, settle):
    met("Wren")
    shown = page()
    person = shown._found.people[0]
    menu = shown.acts.menu(person, shown._found.people)
    words = {one.text().partition("\t")[0]: one.isEnabled() for one in menu.actions()}
    assert words["Merge into…"] is False
    assert {"Rename…", "Other names…", "Show in the Journal"} <= set(words)
    last = menu.actions()[-1]
    assert last.text().startswith("Remove from your people")
    last.trigger()
    settle(shown.desk)
    assert names(shown) == []


def test_menus_open_from_the_paper_and_from_a_row(page, met, qtbot):
    met("Wren")
    shown = page()
    shown.paper.more.click()
    place = QPoint(60, 20)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        shown.pane.list.viewport(), QContextMenuEvent(reason, place, shown.mapToGlobal(place))
    )
    menus = shown.findChildren(Menu)
    assert len(menus) == 2
    for menu in menus:
        menu.close()


def test_once_a_month_those_who_were_long_unused_may_go(page, desk, clock, write, read, settle):
    now, clock.instant = clock.instant, LONG_AGO
    for name in ("Moss", "Slate"):
        write(lambda journal, name=name: journal.people.add(name))
    clock.instant = now
    shown = page()
    assert "2 names" in shown.pane.tidy.sentence
    shown.pane.tidy.acted.emit()
    made = sheet(shown, TidySheet)
    assert not made.sheet.other_button.isEnabled()
    next(iter(made.ticks.values())).click()
    made.sheet.submitted.emit()
    settle(desk)
    settle(desk)
    assert people(read).keys() == {"Slate"}
    assert shown.pane.tidy.isHidden()


def test_keeping_them_all_is_asked_again_next_month(page, desk, clock, write, read, settle):
    now, clock.instant = clock.instant, LONG_AGO
    write(lambda journal: journal.people.add("Moss"))
    clock.instant = now
    shown = page()
    shown._tidy()
    QTest.keyClick(sheet(shown, TidySheet).sheet, Qt.Key.Key_Escape)
    settle(desk)
    settle(desk)
    assert people(read).keys() == {"Moss"}
    assert shown.pane.tidy.isHidden()
    assert read(lambda journal: journal.settings.all()).people_tidied == "2026-03-12"


def test_in_a_narrow_window_the_list_stands_alone_and_enter_opens(page, met, settle):
    met("Fern", "Wren")
    shown = page(width=700)
    assert not shown.paper.isVisible()
    shown.pane.list.setFocus()
    QTest.keyClick(shown.pane.list, Qt.Key.Key_Return)
    settle(shown.desk)
    assert (shown.pane.isVisible(), shown.paper.isVisible()) == (False, True)
    assert shown.paper.back.hasFocus()
    shown.paper.back.click()
    assert shown.pane.isVisible()
    rect = shown.pane.list.visualRect(shown.model.index(1, 0))
    QTest.mouseClick(shown.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    settle(shown.desk)
    assert shown.paper.isVisible()
    assert shown.paper.name.text() == "Wren"


def test_enter_in_a_wide_window_goes_to_the_paper(page, met):
    met("Wren")
    shown = page()
    shown.pane.list.setFocus()
    QTest.keyClick(shown.pane.list, Qt.Key.Key_Return)
    assert shown.paper.rename.hasFocus()


def test_a_promise_kept_here_is_closed_here(page, write, settle):
    answers = {"wish": "ask", "ifthen": {"if": "we meet", "then": "ask"}, "due": "2026-03-13"}
    write(lambda journal: journal.writing.write("plan", answers))
    shown = page()
    shown.paper.list.items[0].row.check.click()
    settle(shown.desk)
    settle(shown.desk)
    assert shown.paper.closed_lines.count() == 1
    assert shown.model.row_at(0).open_words == ""


def test_the_place_names_who_is_looked_at(page, met, read):
    met("Fern", "Wren")
    assert page(person=people(read)["Wren"].id).paper.name.text() == "Wren"


def test_forgets_what_it_read(page, met):
    met("Wren")
    shown = page()
    shown.forget()
    assert names(shown) == []
    assert shown.paper.name.text() == ""
    assert shown.paper.entry_lines.count() == 0


def test_tab_goes_through_the_page_as_it_is_seen(page, met):
    met("Wren")
    shown = page()
    shown.pane.add.setFocus()
    seen = []
    for _stop in range(5):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [
        shown.pane.list,
        shown.pane.promises,
        shown.pane.lists,
        shown.paper.rename,
        shown.paper.more,
    ]
