from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.habit import Pause
from ally_journal.domain.insights import days_written
from ui.charts.drawing import warm_up
from ui.charts.pointed import PointedView
from ui.pages.insights import InsightsPage
from ui.places import EntryPlace, HabitPlace, InsightsPlace, JournalPlace, YearPlace
from ui.widgets.habit.habit_sheets import AddHabitSheet, PauseSheet
from ui.widgets.insights.days_card import DaysCard
from ui.widgets.tab_order import stops as tab_stops


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
    headings = [card.heading.text() for card in page.of_habit.cards]
    assert headings == [
        "Speak up, the last twelve months",
        "Speak up, chapter by chapter",
        "Speak up, strength",
    ]


def test_arrows_choose_another_habit_and_the_cards_follow(page, qtbot):
    row = next(iter(page.habits.list._rows.values()))
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert page.of_habit.strength.heading.text() == "Stretch, strength"


def test_with_fewer_than_five_there_is_only_the_sentence(page, habits):
    page.arrive(InsightsPlace(habit=habits["Stretch"]))
    assert page.of_habit.chapters.sentence.text()
    assert not page.of_habit.chapters.picture_room.isVisible()
    assert not page.of_habit.chapters.foot.isVisible()


def test_enter_opens_the_page_of_a_habit(page, qtbot, visits, habits):
    row = next(iter(page.habits.list._rows.values()))
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert visits == [HabitPlace(habits["Speak up"])]


def test_the_charts_are_drawn(page, qtbot):
    qtbot.waitUntil(lambda: page.of_habit.chapters_view.picture is not None, timeout=20_000)
    qtbot.waitUntil(lambda: page.of_habit.strength_view.picture is not None, timeout=20_000)


def test_the_same_numbers_stand_in_a_table(page):
    page.of_habit.strength.link.click()
    table = page.of_habit.strength.table
    assert table.isVisible()
    assert table.horizontalHeaderItem(0).text() == "Day"
    assert table.item(0, 0).text() == "12 March 2026"
    page.of_habit.strength.link.click()
    assert page.of_habit.strength.table is None
    assert page.of_habit.strength.picture_room.isVisible()


def test_all_habits_stand_in_a_table(page):
    page.habits.link.click()
    assert page.habits._table.item(0, 0).text() == "Speak up"
    assert not page.habits.list.isVisible()


def test_a_range_asks_again(page, settle, desk):
    page.range.chosen.emit("all")
    settle(desk)
    assert page.of_journal.days.sentence.text()


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
    page.of_habit.year.map.day_chosen.emit(desk.today())
    assert visits == [JournalPlace(query="on:2026-03-12")]


def test_back_from_a_day_the_focus_is_where_it_was(page, desk):
    map_of_days = page.of_habit.year.map
    map_of_days.setFocus()
    map_of_days.day_chosen.emit(desk.today())
    page.habits.take_focus()
    page.arrive(InsightsPlace())
    assert page.focusWidget() is map_of_days
    page.arrive(InsightsPlace())
    assert page.focusWidget() is not map_of_days


def test_a_mark_made_elsewhere_is_seen(page, desk, settle, habits):
    today = desk.today()
    desk.write(lambda journal: journal.habits.clear(habits["Stretch"], today))
    settle(desk)
    assert not page._insights.habits[1].view.marks.done


def test_below_1000_the_pairs_stand_under_each_other(page):
    page.resize(900, 600)
    assert page.wall.pairs[0].direction() == page.wall.pairs[0].Direction.TopToBottom


def test_without_habits_the_card_says_what_one_is(desk, settle, shown):
    page = shown(InsightsPage(desk), InsightsPlace())
    settle(desk)
    assert page.habits._empty.isVisible()
    assert not page.of_habit.year.isVisible()


def test_forgetting_leaves_nothing(page):
    page.forget()
    assert page._insights is None
    assert page.of_habit.chapters_view.picture is None


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


def test_what_changed_meanwhile_is_asked_for_again(page):
    page._is_stale = True
    page._show(page._insights)
    assert page._is_asking


def test_a_page_that_is_not_seen_asks_for_nothing_until_it_is(page, desk, settle, habits):
    page.hide()
    desk.write(lambda journal: journal.habits.clear(habits["Stretch"], desk.today()))
    settle(desk)
    assert page._is_stale
    assert page._insights.habits[1].view.marks.done


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


def test_a_journal_of_one_day_speaks_of_its_own_age(page, desk, qtbot):
    desk.write(lambda journal: journal.writing.write("checkin", {"line": "A good walk"}))
    said = page.of_journal.days.sentence
    qtbot.waitUntil(lambda: said.text() == "You wrote on one day so far.")


def test_half_a_year_fits_into_its_card(page):
    page.of_journal.days.map.resize(434, 200)
    assert page.of_journal.days.map._weeks_shown() == page.of_journal.days.map._weeks()


def test_the_rhythm_stays_away_while_it_is_quiet(desk, settle, shown, habits, qtbot):
    desk.change_settings(quiet_until=desk.today().isoformat())
    settle(desk)
    page = shown(InsightsPage(desk), InsightsPlace())
    settle(desk)
    qtbot.waitUntil(page.of_journal.days.isVisible)
    assert not page.of_journal.rhythm.isVisible()


@pytest.fixture
def acts(write):
    """Six acts with one person, in reply; what is open after the first."""

    def kept(journal):
        for number in range(6):
            answers = {"did": "Asked.", "timing": "a reply", "level": "one person"}
            answers |= {"power": ["time"], "asked": "I asked first"}
            if not number:
                answers["open"] = "Ask again in April"
            made = journal.writing.keep(journal.writing.begin("action", carry=answers))
        return made

    return write(kept)


@pytest.fixture
def full(desk, settle, shown, acts, qtbot):
    page = shown(InsightsPage(desk), InsightsPlace())
    qtbot.waitUntil(lambda: page.is_full, timeout=10_000)
    return page


def test_what_was_ticked_has_its_charts(full):
    assert {"actions", "power"} <= set(full.charts.cards)
    assert full.charts.cards["actions"].sentence.text().startswith("So far you have acted")
    assert all(card.isVisible() for card in full.charts.cards.values())


def test_what_has_nothing_yet_is_named_in_one_card(full):
    assert "Areas of work" in full.charts.waiting.words.text()
    assert full.charts.waiting.isVisible()


def test_several_entries_open_as_a_list(full, visits):
    card = full.charts.cards["actions"]
    spot = next(one for one in card.view.points() if one.key == (0, 1))
    card.view._open(spot)
    place = visits[-1]
    assert isinstance(place, JournalPlace)
    assert len(place.ids) == 6
    assert place.about == "Where I act"


def test_a_thing_undone_opens_its_entry(full, visits):
    card = full.charts.cards["actions"]
    card.undone.toggle()
    card.undone.rows[0].click()
    assert isinstance(visits[-1], EntryPlace)


def test_charts_are_one_tab_stop_each(full, qtbot):
    stops = [one for one in tab_stops(full) if isinstance(one, PointedView)]
    assert len(stops) == len({id(one) for one in stops})
    assert full.charts.cards["actions"].view in stops


def test_a_table_is_saved(full, desk, settle, tmp_path):
    full.charts.cards["actions"].save.asked.emit("csv")
    sheet = full.saving.sheet
    sheet.path.setText(str(tmp_path / "acts.csv"))
    sheet.sheet.other_button.click()
    settle(desk)
    assert "Reply" in (tmp_path / "acts.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("form", ["png", "svg"])
@pytest.mark.parametrize("card", ["actions", "strength"])
def test_a_picture_is_saved(habits, full, desk, settle, tmp_path, qtbot, form, card):
    one = full.of_habit.strength if card == "strength" else full.charts.cards[card]
    one.save.asked.emit(form)
    sheet = full.saving.sheet
    target = tmp_path / f"chart.{form}"
    sheet.path.setText(str(target))
    sheet.sheet.other_button.click()
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert target.stat().st_size > 1000


def test_the_menu_offers_table_and_picture(full):
    menu = full.charts.cards["actions"].save.open_menu()
    assert len([one for one in menu.actions() if one.isEnabled()]) == 3
    menu.close()


def test_looking_back_on_the_year_is_one_press_away(page, visits):
    page.look_back.click()
    assert visits == [YearPlace()]


def test_coming_again_builds_nothing_anew(full):
    cards = dict(full.charts.cards)
    sketch = cards["actions"].view.sketch
    full.arrive(InsightsPlace())
    assert full.turns.is_over
    assert full.charts.cards == cards
    assert cards["actions"].view.sketch is sketch


def test_a_change_is_seen_in_the_charts(full, acts, write, qtbot):
    write(lambda journal: (None, journal.bin.move(acts.id)))
    card = full.charts.cards["actions"]
    qtbot.waitUntil(lambda: card.insight.count == 5, timeout=10_000)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off_at_the_side_in_the_smallest_window(page, desk, settle, percent):
    page.resize(836, 600)
    desk.choose_look(text_size=percent)
    settle(desk)
    assert page.widget().width() <= page.viewport().width()
