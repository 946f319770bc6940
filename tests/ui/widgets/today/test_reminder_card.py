"""One line of the person's own a day, on Today."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.pages.today import TodayPage
from ui.places import ListsPlace, TodayPlace


@pytest.fixture
def today(desk, shown, settle):
    pages = []

    def open_page(*values, reminders=()):
        def fill(journal):
            change = journal.writing.write("free", {"page": "moss"})[1]
            for text in values:
                change |= journal.lists.add("values", text)[1]
            for text in reminders:
                change |= journal.lists.add("reminders", text)[1]
            return change

        desk.write(fill)
        settle(desk)
        pages.append(shown(TodayPage(desk), TodayPlace()))
        settle(desk)
        return pages[-1]

    return open_page


def test_without_values_and_reminders_there_is_no_card(today):
    assert today().reminder.isHidden()


def test_a_value_stands_there_in_the_persons_words(today):
    card = today("Fairness").reminder
    assert card.isVisible()
    assert card.words.text() == "Fairness"
    assert card.head._text.text() == "What matters to you"


def test_a_reminder_says_that_it_is_one(today):
    assert today(reminders=["Ask first"]).reminder.head._text.text() == "A reminder"


def test_it_can_be_put_away_for_the_day(today, desk, settle):
    page = today("Fairness")
    page.reminder.away.setFocus()
    page.reminder.away.click()
    settle(desk)
    assert page.reminder.isHidden()
    assert desk.settings.reminder_put_away == "2026-03-12"
    assert page.happened.grid.isAncestorOf(QApplication.focusWidget())


def test_it_leads_to_its_list(today, desk):
    visited = []
    desk.visit.connect(visited.append)
    today(reminders=["Ask first"]).reminder.head.link.click()
    assert visited == [ListsPlace("reminders")]


def test_a_change_of_the_lists_is_followed(today, desk, settle):
    page = today()
    desk.write(lambda journal: journal.lists.add("values", "Fairness"))
    settle(desk)
    assert page.reminder.isVisible()


@pytest.mark.parametrize("width", [1280, 820, 560])
def test_it_stands_beside_or_below_in_every_width(today, width):
    page = today("Fairness")
    page.resize(width, 800)
    assert page.reminder.isVisible()
    assert page.reminder.width() > 200
