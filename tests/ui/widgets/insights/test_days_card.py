from datetime import date, timedelta

import pytest

from ally_journal.domain.habit import Pause
from ally_journal.domain.insights import days_written
from ui.widgets.insights.days_card import DaysCard

TODAY = date(2026, 3, 12)


@pytest.fixture
def shown(qtbot, theme):
    def show(first, pauses=()):
        card = DaysCard(theme)
        qtbot.addWidget(card)
        counts = {TODAY - timedelta(days=ago): 1 + ago % 3 for ago in range(0, 2000, 3)}
        counts = {day: number for day, number in counts.items() if day >= first}
        card.show_days((first, TODAY), counts, days_written(counts, first, TODAY), pauses)
        return card

    return show


def test_half_a_year_is_a_map_of_weeks(shown):
    card = shown(TODAY - timedelta(weeks=26))
    assert card.years is None
    assert not card.is_wide


def test_beyond_thirty_weeks_it_is_a_map_of_years(shown):
    card = shown(TODAY - timedelta(weeks=200))
    assert card.is_wide
    assert card.map.isHidden()
    assert card.years._years() == [2026, 2025, 2024, 2023, 2022]


def test_a_pause_of_a_few_days_is_said_on_its_days(shown):
    pause = Pause(date(2026, 2, 3), date(2026, 2, 5))
    card = shown(TODAY - timedelta(weeks=26), [pause])
    paused = [date(2026, 2, day) for day in range(1, 9) if card.map.is_paused(date(2026, 2, day))]
    assert paused == [date(2026, 2, day) for day in (3, 4, 5)]


def test_the_same_days_once_more_cost_nothing(shown):
    card = shown(TODAY - timedelta(weeks=26))
    kept, before = card._shown, card.map._picture()
    card.show_days(*kept[:3], kept[3])
    assert card.map._picture() is before
