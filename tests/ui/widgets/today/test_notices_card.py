"""Notices on Today: calm, two at most, and they can be put away."""

from datetime import date

import pytest

from ally_journal.errors import DamagedFile
from ally_journal.services.notices import Notice, NoticeKind
from ui.places import BackupsPlace, SettingsPlace
from ui.widgets.sheet import Sheet
from ui.widgets.today.notices_card import NoticesCard

COPY = Notice(NoticeKind.COPY_ELSEWHERE_DUE, day=date(2026, 1, 30))
DRILL = Notice(NoticeKind.DRILL_DUE)


@pytest.fixture
def card(desk, shown):
    return shown(NoticesCard(desk))


def told(card):
    return [one.sentence for one in card.banners]


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_every_notice_has_its_words(card, kind):
    card.show_notices((Notice(kind, count=1, names=("journal (1).db",)),), set())
    assert told(card)[0].endswith(".")


def test_the_gravest_two_are_shown(card):
    grave = Notice(NoticeKind.OLDER_COPY, count=3)
    card.show_notices((grave, COPY, DRILL), set())
    assert len(card.banners) == 2
    assert "3 changes are missing" in told(card)[0]


def test_without_any_there_is_nothing(card):
    card.show_notices((), set())
    assert not card.isVisible()


def test_what_is_due_stays_away_for_two_weeks_when_put_away(desk, card, settle, clock):
    card.show_notices((COPY,), set())
    card.banners[0].away.click()
    settle(desk)
    assert not card.isVisible()
    assert desk.settings.reminded_until == "2026-03-26"
    card.show_notices((COPY,), set())
    assert not card.isVisible()


def test_what_is_grave_comes_back_with_the_next_unlock(desk, card, settle):
    card.show_notices((Notice(NoticeKind.READ_ONLY),), set())
    card.banners[0].away.click()
    assert not card.isVisible()
    card.show_notices((Notice(NoticeKind.READ_ONLY),), set())
    assert card.isVisible()


@pytest.mark.parametrize(
    ("notice", "place"),
    [(COPY, BackupsPlace()), (DRILL, SettingsPlace("lock"))],
)
def test_each_leads_to_where_it_can_be_seen_to(desk, card, notice, place):
    visited = []
    desk.visit.connect(visited.append)
    card.show_notices((notice,), set())
    card.banners[0].acted.emit()
    assert visited == [place]


def test_going_on_with_an_older_copy_is_asked_first(desk, card, settle):
    card.show_notices((Notice(NoticeKind.OLDER_COPY, count=3),), set())
    card.banners[0].acted.emit()
    (sheet,) = card.findChildren(Sheet)
    sheet.other_button.click()
    settle(desk)
    assert not any("older" in words for words in told(card))


def test_damage_that_is_met_stands_there_with_its_way(desk, card):
    asked = []
    desk.messages.damage_asked.connect(asked.append)
    desk.messages.fail(DamagedFile())
    assert "cannot be read" in told(card)[0]
    card.banners[0].acted.emit()
    assert isinstance(asked[0], DamagedFile)
