"""Today: the week rests after Support, and once in four weeks it is asked how the journal is."""

from datetime import timedelta

import pytest

from ui.pages.today import TodayPage
from ui.places import PracticePlace, TodayPlace


@pytest.fixture
def used(desk, clock, settle, write):
    """A journal of four weeks; its notices are put away."""
    write(lambda journal: journal.writing.write("free", {"page": "A first page."}))
    clock.move(timedelta(days=28))
    write(lambda journal: journal.writing.write("free", {"page": "Another."}))
    write(lambda journal: journal.settings.change(reminded_until="2027-01-01"))


@pytest.fixture
def today(desk, shown, settle):
    def open_page(width=1064):
        page = shown(TodayPage(desk), TodayPlace(), width, 800)
        settle(desk)
        return page

    return open_page


def test_it_is_asked_how_the_journal_is(used, today, visits):
    page = today()
    assert page.fit.isVisible()
    page.fit.banner.acted.emit()
    assert visits == [PracticePlace("journal_fit")]


def test_put_away_it_stays_away(used, today, desk, settle):
    page = today()
    page.fit.banner.away.click()
    settle(desk)
    assert not page.fit.isVisible()
    assert not today().fit.isVisible()


def test_two_banners_are_enough(used, today):
    page = today()
    page.notices.shown.emit(2)
    assert not page.fit.isVisible()
    page.notices.shown.emit(1)
    assert page.fit.isVisible()


def test_a_new_journal_is_not_asked(today, write):
    write(lambda journal: journal.writing.write("free", {"page": "A first page."}))
    assert not today().fit.isVisible()


def test_the_week_says_until_when_it_rests_and_can_be_shown(used, today, desk, settle, write):
    until = (desk.today() + timedelta(days=6)).isoformat()
    write(lambda journal: journal.settings.change(quiet_until=until))
    page = today()
    assert not page.week.isVisible()
    assert "rest until 15 April" in page.resting.sentence.text()
    page.resting.show_again.click()
    settle(desk)
    assert page.week.isVisible()
    assert not page.resting.isVisible()


def test_who_does_not_want_the_week_is_not_told_that_it_rests(used, today, write):
    write(lambda journal: journal.settings.change(quiet_until="2027-01-01", show_rhythm=False))
    assert not today().resting.isVisible()


def test_enough_for_today_leaves_only_drafts_and_is_over_tomorrow(used, today, desk, clock, write):
    day = desk.today().isoformat()
    write(lambda journal: journal.settings.change(unasked_on=day))
    write(lambda journal: journal.promises.add_inbox("debrief", {}))
    page = today()
    assert not page.waiting.isVisible()
    assert not page.fit.isVisible()
    clock.move(timedelta(days=1))
    page = today()
    assert page.waiting.isVisible()
    assert page.fit.isVisible()
