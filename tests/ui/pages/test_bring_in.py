"""Bringing in a file of another program: seen first, chosen, then all of it or nothing."""

from __future__ import annotations

import pytest

from ui.pages.bring_in import BringInPage
from ui.places import BringInPlace, InsightsPlace, SettingsPlace
from ui.widgets.banner import Banner
from ui.widgets.bringing.plan_card import PlanCard

DAYLIO = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    '2026-03-05,,,21:13,good,"walk | tea",Fern,A new leaf\n2026-03-04,,,08:00,meh,walk,,\n'
)


@pytest.fixture
def page(desk, shown, settle):
    made = shown(BringInPage(desk), BringInPlace())
    settle(desk)
    return made


@pytest.fixture
def bring(page, desk, settle, tmp_path):
    """Show a file of this text: `bring(text)`."""

    def show(text=DAYLIO, name="daylio.csv"):
        path = tmp_path / name
        path.write_text(text)
        page.take_file(path)
        settle(desk)
        return page.shown

    return show


def habits(journal):
    return {view.habit.name: len(view.marks.done) for view in journal.habits.views()}


def press(page, desk, settle, qtbot):
    page.shown.bring.click()
    qtbot.waitUntil(lambda: not isinstance(page.shown, PlanCard), timeout=10_000)
    settle(desk)


def test_a_file_is_shown_and_nothing_is_written_yet(bring, read):
    card = bring()
    assert isinstance(card, PlanCard)
    assert [check.words for check in card.checks.values()] == ["tea", "walk"]
    assert card.notes.words == "1 note, as a free page"
    assert read(habits) == {}


def test_it_is_brought_in_with_a_backup_before(page, bring, desk, settle, read, qtbot):
    bring()
    press(page, desk, settle, qtbot)
    assert isinstance(page.shown, Banner)
    assert read(habits) == {"tea": 1, "walk": 2}
    assert read(lambda journal: journal.reading.count()) == 1
    assert "import" in read(lambda journal: [one.reason for one in journal.copies.all()])


def test_what_is_not_chosen_stays_out(page, bring, desk, settle, read, qtbot):
    card = bring()
    next(iter(card.checks.values())).click()
    card.notes.click()
    assert not card.every.isChecked()
    press(page, desk, settle, qtbot)
    assert read(habits) == {"walk": 2}
    assert read(lambda journal: journal.reading.count()) == 0


def test_one_box_takes_all_and_with_nothing_chosen_nothing_is_brought(bring):
    card = bring()
    card.every.click()
    card.notes.click()
    assert not card.bring.isEnabled()
    card.every.click()
    assert card.bring.isEnabled()
    assert len(card.only()) == 2


def test_the_same_file_again_says_that_it_is_here(page, bring, desk, settle, qtbot):
    bring()
    press(page, desk, settle, qtbot)
    card = bring()
    assert not card.bring.isVisible()
    assert card.close_button.hasFocus()
    assert card.close_button.words == "Close"


def test_what_gets_the_focus_is_seen_at_once(page, bring):
    bring()
    page._look_at(page.looked)
    assert page.shown.bring.isVisible()  # before the loop turns: a hidden one loses the focus


def test_a_file_that_does_not_fit_is_one_sentence(page, bring):
    banner = bring("Date,Fern\n2026-03-01,often\n")
    assert isinstance(banner, Banner)
    assert "line 2, column 2" in banner.accessibleName()


def test_an_export_of_our_own_can_be_looked_at(page, bring, desk, settle, read, tmp_path):
    path = tmp_path / "own.json"
    read(lambda journal: journal.carrying.export("json", path))
    page.take_file(path)
    settle(desk)
    assert isinstance(page.shown, PlanCard)
    assert not page.shown.bring.isVisible()


def test_not_now_puts_it_away_and_a_lock_empties_the_page(page, bring):
    bring().close_button.click()
    assert page.shown is None
    bring()
    page.forget()
    assert page.shown is None


def test_the_ways_on_lead_to_habits_and_back(page, bring, desk, settle, visits, qtbot):
    bring()
    press(page, desk, settle, qtbot)
    page.shown.acted.emit()
    assert isinstance(visits[-1], InsightsPlace)
    page.bar.back_asked.emit()
    assert visits[-1] == SettingsPlace("bringing")


def test_a_lock_leaves_nothing_of_what_was_read(page, bring):
    bring()
    page.forget()
    assert page.looked is None


def test_another_file_chosen_during_the_backup_is_not_brought_in(
    page, bring, desk, settle, read, qtbot
):
    bring().bring.click()
    card = bring(DAYLIO.replace("walk", "swim"), "other.csv")
    copies = []
    while not copies:
        settle(desk)
        copies = read(lambda journal: journal.copies.all())
    settle(desk)
    assert page.shown is card
    assert read(habits) == {}


def test_the_notes_alone_can_be_brought_in(bring):
    card = bring()
    card.every.click()
    assert card.bring.isEnabled()
    assert card.only() == ()
