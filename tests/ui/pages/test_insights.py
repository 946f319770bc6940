from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.habit import Pause
from ally_journal.domain.insights import days_written
from ui.charts.drawing import warm_up
from ui.pages.insights import InsightsPage
from ui.places import HabitPlace, InsightsPlace, JournalPlace
from ui.widgets.habit.habit_sheets import AddHabitSheet, PauseSheet
from ui.widgets.insights.rhythm_card import DaysCard


@pytest.fixture(autouse=True, scope="module")
def charts_folder(tmp_path_factory):
    warm_up(tmp_path_factory.mktemp("charts"))


@pytest.fixture
def habits(desk, settle):
    """Speak up (daily, 15 marks) and Stretch (once a week, one mark); their ids by name."""
    ids, today = {}, desk.today()

    def made(journal):
        speak, change = journal.habits.add("Speak up", "daily", (), today - timedelta(days=20))
        stretch, _change = journal.habits.add("Stretch", "1/week")
        for ago in range(15):
            journal.habits.mark(speak.id, today - timedelta(days=ago))
        journal.habits.mark(stretch.id, today)
        ids.update({"Speak up": speak.id, "Stretch": stretch.id})
        return None, change

    desk.write(made)
    settle(desk)
    return ids


@pytest.fixture
def page(desk, settle, shown, habits):
    page = shown(InsightsPage(desk), InsightsPlace())
    settle(desk)
    return page


def sheet_of(page, kind):
    return page.findChildren(kind)[-1]


def test_habits_come_first_with_their_streaks(page, habits):
    assert page.habits.list.value() == habits["Speak up"]
    said = page.habits._sentence.text()
    assert said == "Speak up is in its first chapter, 15 days so far."


def test_the_cards_carry_the_name_of_the_chosen_habit(page):
    headings = [card.heading.text() for card in (page.year, page.chapters, page.strength)]
    assert headings == [
        "Speak up, the last twelve months",
        "Speak up, chapter by chapter",
        "Speak up, strength",
    ]


def test_arrows_choose_another_habit_and_the_cards_follow(page, qtbot):
    row = next(iter(page.habits.list._rows.values()))
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert page.strength.heading.text() == "Stretch, strength"


def test_with_fewer_than_five_there_is_only_the_sentence(page, habits):
    page.arrive(InsightsPlace(habit=habits["Stretch"]))
    assert page.chapters.sentence.text()
    assert not page.chapters.picture_room.isVisible()
    assert not page.chapters.foot.isVisible()


def test_enter_opens_the_page_of_a_habit(page, qtbot, visits, habits):
    row = next(iter(page.habits.list._rows.values()))
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert visits == [HabitPlace(habits["Speak up"])]


def test_the_charts_are_drawn(page, qtbot):
    qtbot.waitUntil(lambda: page.chapters_view.picture is not None, timeout=20_000)
    qtbot.waitUntil(lambda: page.strength_view.picture is not None, timeout=20_000)


def test_the_same_numbers_stand_in_a_table(page):
    page.strength.link.click()
    table = page.strength.table
    assert table.isVisible()
    assert table.horizontalHeaderItem(0).text() == "Day"
    assert table.item(0, 0).text() == "12 March"
    page.strength.link.click()
    assert page.strength.table is None
    assert page.strength.picture_room.isVisible()


def test_all_habits_stand_in_a_table(page):
    page.habits.link.click()
    assert page.habits._table.item(0, 0).text() == "Speak up"
    assert not page.habits.list.isVisible()


def test_a_range_asks_again(page, settle, desk):
    page.range.chosen.emit("all")
    settle(desk)
    assert page.days.sentence.text()


def test_a_habit_is_added_in_a_sheet(page, desk, settle, qtbot):
    page.habits.add.click()
    sheet = sheet_of(page, AddHabitSheet)
    qtbot.keyClicks(sheet.name.edit, "Listen")
    sheet.schedule.set_text("mon,fri")
    sheet.sheet.other_button.click()
    settle(desk)
    names = [one.view.habit.name for one in page._insights.habits]
    assert names == ["Speak up", "Stretch", "Listen"]
    assert page._insights.habits[-1].view.habit.schedule == "mon,fri"


def test_a_name_that_is_there_already_is_said_in_the_sheet(page, desk, settle):
    page.habits.add.click()
    sheet = sheet_of(page, AddHabitSheet)
    sheet.name.setText("stretch")
    sheet.sheet.other_button.click()
    settle(desk)
    assert sheet.sheet._error.isVisible()
    assert sheet.name.text() == "stretch"


def test_a_practice_after_harm_is_never_made_a_target(page, desk, settle):
    page.habits.add.click()
    sheet = sheet_of(page, AddHabitSheet)
    sheet.name.setText("Debrief")
    sheet.practice.set_value("debrief")
    sheet.sheet.other_button.click()
    settle(desk)
    assert sheet.sheet._error.isVisible()


def test_all_habits_can_be_paused(page, desk, settle):
    page.habits.pause.click()
    sheet = sheet_of(page, PauseSheet)
    sheet.reason.setText("leave")
    sheet.sheet.other_button.click()
    settle(desk)
    pauses = page._insights.habits[0].view.marks.pauses
    assert [(one.first, one.reason) for one in pauses] == [(desk.today(), "leave")]


def test_a_range_that_ends_before_it_begins_is_said_in_the_sheet(page, desk, settle):
    page.habits.pause.click()
    sheet = sheet_of(page, PauseSheet)
    sheet.last.set_value(desk.today() - timedelta(days=3))
    sheet.sheet.other_button.click()
    settle(desk)
    assert sheet.sheet._error.isVisible()


def test_a_day_of_the_year_opens_what_was_written(page, visits, desk):
    page.year.map.day_chosen.emit(desk.today())
    assert visits == [JournalPlace(query="on:2026-03-12")]


def test_a_mark_made_elsewhere_is_seen(page, desk, settle, habits):
    today = desk.today()
    desk.write(lambda journal: journal.habits.clear(habits["Stretch"], today))
    settle(desk)
    assert not page._insights.habits[1].view.marks.done


def test_below_1000_the_pairs_stand_under_each_other(page):
    page.resize(900, 600)
    assert page._pairs[0].direction() == page._pairs[0].Direction.TopToBottom


def test_without_habits_the_card_says_what_one_is(desk, settle, shown):
    page = shown(InsightsPage(desk), InsightsPlace())
    settle(desk)
    assert page.habits._empty.isVisible()
    assert not page.year.isVisible()


def test_forgetting_leaves_nothing(page):
    page.forget()
    assert page._insights is None
    assert page.chapters_view.picture is None


def test_the_focus_starts_on_the_chosen_habit(page):
    page.arrive(InsightsPlace())
    row = next(iter(page.habits.list._rows.values()))
    assert page.focusWidget() is row


def test_what_is_written_while_it_gathers_is_seen_too(page, desk, settle, habits):
    today = desk.today()
    page._ask()
    desk.write(lambda journal: journal.habits.clear(habits["Stretch"], today))
    settle(desk)
    settle(desk)
    assert not page._insights.habits[1].view.marks.done


def test_coming_back_shows_the_chosen_habit(page, qtbot):
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    page.arrive(InsightsPlace())
    row = page.focusWidget()
    top = row.mapTo(page.viewport(), row.rect().topLeft()).y()
    assert 0 <= top < page.viewport().height()


def test_in_a_wide_window_the_column_stands_in_the_middle(page, qtbot):
    page.resize(2560, 1200)
    qtbot.waitUntil(lambda: page.content.x() > 500)
    right = page.width() - page.content.geometry().right() - 1
    assert abs(page.content.x() - right) <= 2


def test_a_pause_of_the_journal_is_said_on_its_days(theme, qtbot):
    card, first, today = DaysCard(theme), date(2025, 9, 15), date(2026, 3, 12)
    qtbot.addWidget(card)
    pause = Pause(date(2025, 12, 22), date(2025, 12, 28))
    counts = {date(2025, 12, 24): 1}
    card.show_days((first, today), counts, days_written(counts, first, today), [pause])
    assert card.map.is_paused(date(2025, 12, 22))
    assert card._spoken(today, date(2025, 12, 22)).endswith("pause")
    assert card._spoken(today, date(2025, 12, 24)).endswith("1 entry")
    assert not card.map.is_paused(date(2025, 12, 29))


def test_half_a_year_fits_into_its_card(page):
    page.days.map.resize(434, 200)
    assert page.days.map._weeks_shown() == page.days.map._weeks()


def test_the_rhythm_stays_away_while_it_is_quiet(desk, settle, shown, habits, qtbot):
    desk.change_settings(quiet_until=desk.today().isoformat())
    settle(desk)
    page = shown(InsightsPage(desk), InsightsPlace())
    settle(desk)
    qtbot.waitUntil(page.days.isVisible)
    assert not page.rhythm.isVisible()
