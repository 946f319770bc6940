"""Today as a person meets it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.today import TodayPage, greeting
from ui.places import PracticePlace, PracticesPlace, PromisesPlace, TodayPlace

TODAY = date(2026, 3, 12)


@pytest.fixture
def planned(write):
    """A promise that is due in so many days: `planned("ask Wren", 1)`."""

    def plan(act, days):
        answers = {
            "wish": act,
            "ifthen": {"if": "we meet", "then": act},
            "due": (TODAY + timedelta(days=days)).isoformat(),
        }
        return write(lambda journal: journal.writing.write("plan", answers))

    return plan


@pytest.fixture
def today(desk, shown, settle):
    """Open Today, at a size: `today(1280)`."""

    def open_page(width=1064, height=800):
        page = shown(TodayPage(desk), TodayPlace(), width, height)
        settle(desk)
        return page

    return open_page


@pytest.mark.parametrize(
    ("hour", "words"),
    [(5, "Good morning"), (12, "Good afternoon"), (18, "Good evening"), (2, "Good evening")],
)
def test_greets_by_the_hour(hour, words):
    assert greeting(hour, "") == words
    assert greeting(hour, "Sam") == f"{words}, Sam"


def test_a_new_journal_begins_with_the_smallest_step(today, visits):
    page = today()
    assert page.first_run.isVisible()
    assert not page.happened.isVisible()
    page.first_run.start.click()
    assert visits == [PracticePlace("checkin")]


def test_something_happened_shows_all_the_rows(today):
    page = today()
    page.first_run.something.click()
    assert page.happened.isVisible()
    assert not page.first_run.isVisible()


def test_the_rows_are_those_of_the_library_and_open_their_practice(today, desk, planned, visits):
    planned("ask Wren", 1)
    page = today()
    assert list(page.happened.grid.rows) == [one.id for one in desk.library.today()]
    page.happened.grid.rows["debrief"].click()
    assert visits == [PracticePlace("debrief")]


def test_arrows_move_inside_the_grid_which_is_one_stop(today, planned):
    planned("ask Wren", 1)
    page = today()
    rows = list(page.happened.grid.rows.values())
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is rows[1]
    QTest.keyClick(rows[1], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[3]
    stops = [row for row in rows if row.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [rows[3]]


def test_all_practices_is_one_press_away(today, planned, visits):
    planned("ask Wren", 1)
    page = today()
    page.happened.all_asked.emit()
    assert visits == [PracticesPlace()]


def test_choosing_a_feeling_begins_the_checkin_with_it(today, planned, visits):
    planned("ask Wren", 1)
    page = today()
    page.checkin.chips.chip("tired").click()
    assert visits == [PracticePlace("checkin", carry={"feel": ["tired"]})]
    assert page.checkin.chips.chosen() == ()


def test_at_most_three_promises_those_due_first(today, planned, visits):
    for days in (5, 1, 3, 2, 30):
        planned(f"act {days}", days)
    page = today()
    assert [item.promise.due.day - TODAY.day for item in page.promises.list.items] == [1, 2, 3]
    page.promises.all_asked.emit()
    assert visits == [PromisesPlace()]


def test_a_promise_is_done_and_undone(today, planned, read, desk, settle):
    planned("ask Wren", 1)
    row = today().promises.list.items[0].row
    row.check.click()
    settle(desk)
    assert read(lambda journal: journal.promises.all()) == ()
    assert row.move_button.text() == "Undo"
    row.move_button.click()
    settle(desk)
    assert len(read(lambda journal: journal.promises.all())) == 1


def test_a_promise_that_was_ticked_stays_in_sight_while_it_can_be_undone(
    today, planned, desk, settle
):
    planned("ask Wren", 1)
    planned("ask Fern", 2)
    page = today()
    page.promises.list.items[0].row.check.click()
    settle(desk)
    assert len(page.promises.list.items) == 2
    page.promises.list._again.timeout.emit()
    assert len(page.promises.list.items) == 1


def test_a_promise_is_moved_to_another_day(today, planned, read, desk, settle):
    planned("ask Wren", 1)
    item = today().promises.list.items[0]
    item.row.move_asked.emit()
    assert not item.change.act.isEnabled()
    QTest.mouseClick(item.change.day._chips.chip("7"), Qt.MouseButton.LeftButton)
    item.change.act.click()
    settle(desk)
    promise = read(lambda journal: journal.promises.all())[0]
    assert promise.due == TODAY + timedelta(days=7)
    assert promise.moved == 1


def test_a_promise_is_made_smaller(today, planned, read, desk, settle):
    planned("ask Wren", 1)
    item = today().promises.list.items[0]
    item.open_change("smaller")
    QTest.keyClicks(item.change.line.edit, "write one line")
    QTest.keyClick(item.change.line.edit, Qt.Key.Key_Return)
    settle(desk)
    assert read(lambda journal: journal.promises.all())[0].text == "write one line"


def test_a_promise_is_let_go(today, planned, read, desk, settle):
    planned("ask Wren", 1)
    item = today().promises.list.items[0]
    item.open_change("let_go")
    item.change.act.click()
    settle(desk)
    assert read(lambda journal: journal.promises.all()) == ()


def test_escape_leaves_a_promise_as_it_is(today, planned):
    planned("ask Wren", 1)
    item = today().promises.list.items[0]
    item.open_change("smaller")
    QTest.keyClick(item.change.line.edit, Qt.Key.Key_Escape)
    assert item.change is None


@pytest.fixture
def begun(desk, settle):
    """A draft that was left."""

    def begin(practice="debrief"):
        def save(journal):
            draft = journal.writing.begin(practice, carry={"facts": "Juniper cut in."})
            return draft.id, journal.writing.save_draft(draft)

        made = []
        desk.write(save, made.append)
        settle(desk)
        return made[0]

    return begin


def test_a_draft_waits_and_goes_on(today, begun, visits):
    draft = begun()
    page = today()
    assert page.waiting.isVisible()
    page.waiting.rows[draft].click()
    assert visits == [PracticePlace("debrief", draft=draft)]


def test_a_draft_is_put_away_and_comes_back(today, begun, desk, settle, read):
    draft, undo = begun(), []
    desk.messages.said.connect(lambda _sentence, _action, then: undo.append(then))
    page = today()
    page.waiting.aways[draft].click()
    settle(desk)
    assert read(lambda journal: journal.reading.drafts()) == ()
    assert not page.waiting.isVisible()
    undo[0]()
    settle(desk)
    assert len(read(lambda journal: journal.reading.drafts())) == 1


def test_what_was_put_off_until_tonight_opens_with_its_answers(today, write, visits, read):
    write(lambda journal: journal.promises.add_inbox("debrief", {"facts": "It rained."}))
    row = read(lambda journal: journal.promises.inbox())[0][0]
    page = today()
    page.first_run.something.click()
    page.waiting.rows[row].click()
    assert visits == [PracticePlace("debrief", carry={"facts": "It rained."}, inbox=row)]


def test_this_week_is_said_in_words(today, planned):
    planned("ask Wren", 1)
    page = today()
    assert page.week.isVisible()
    assert "one day" in page.week.dots.accessibleName()


def test_the_week_stays_away_while_it_is_quiet(today, planned, write):
    planned("ask Wren", 1)
    write(lambda journal: journal.settings.change(quiet_until="2026-03-15"))
    assert not today().week.isVisible()


def test_what_changes_elsewhere_shows_here(today, planned):
    planned("ask Wren", 1)
    page = today()
    planned("ask Fern", 2)
    assert len(page.promises.list.items) == 2


@pytest.mark.parametrize(("width", "columns"), [(1064, 2), (836, 2), (576, 1)])
def test_reflows_by_width_and_never_sideways(today, planned, width, columns):
    planned("ask Wren", 1)
    page = today(width, 600)
    assert page.happened.grid._columns == columns
    assert page.widget().width() <= page.viewport().width()


def test_another_theme_shows_the_same_things(qtbot, today, planned, theme):
    planned("ask Wren", 1)
    page = today()
    theme.choose(name="dark", percent=150)
    assert len(page.promises.list.items) == 1
    qtbot.waitUntil(page.happened.isVisible)
    theme.choose(name="light", percent=100)


def test_forgets_what_it_read(today, planned):
    planned("ask Wren", 1)
    page = today()
    page.forget()
    assert page.found is None
    assert page.promises.list.items == []


def test_every_control_has_a_name(today, planned, begun):
    planned("ask Wren", 1)
    begun()
    page = today()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            known = QAccessible.queryAccessibleInterface(widget)
            assert known.text(QAccessible.Text.Name)


def after_tabs(widget, number):
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _stop in range(number):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    return seen


def test_tab_goes_through_today_as_it_is_seen_when_a_draft_waits(today, planned, begun):
    planned("ask Wren", 1)
    draft = begun()
    page = today()
    seen = after_tabs(next(iter(page.happened.grid.rows.values())), 12)
    promises = [one for one in seen if page.promises.isAncestorOf(one)]
    checkin = [one for one in seen if page.checkin.isAncestorOf(one)]
    away = page.waiting.aways[draft]
    assert seen[:3] == [page.happened.head.link, page.waiting.rows[draft], away]
    assert seen[3 : 3 + len(promises) + len(checkin)] == [*promises, *checkin]
    assert promises
    assert checkin[-1] is page.checkin.begin


def test_in_a_narrow_window_the_check_in_comes_before_what_waits(today, begun):
    draft = begun()
    page = today(836)
    seen = after_tabs(page.happened.head.link, 4)
    assert all(page.checkin.isAncestorOf(one) for one in seen[:3])
    assert seen[3] is page.waiting.rows[draft]


def test_coming_again_puts_the_focus_on_the_practices(today, planned):
    planned("ask Wren", 1)
    page = today()
    QApplication.focusWidget().clearFocus()
    page.arrive(TodayPlace())
    assert QApplication.focusWidget() is next(iter(page.happened.grid.rows.values()))


def test_another_text_size_keeps_the_focus_where_it_was(today, planned, theme):
    planned("ask Wren", 1)
    page = today()
    page.promises.list.items[0].row.more.setFocus()
    theme.choose(percent=150)
    assert QApplication.focusWidget() is page.promises.list.items[0].row.more
    page.happened.grid.rows["debrief"].setFocus()
    theme.choose(percent=100)
    assert QApplication.focusWidget() is page.happened.grid.rows["debrief"]
