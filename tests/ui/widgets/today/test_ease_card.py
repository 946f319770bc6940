import pytest

from ui.reminder_notes import choose
from ui.widgets.today.ease_card import EaseCard


@pytest.fixture
def card(desk, shown):
    """After two reminders within a week that nobody came to."""
    choose(desk, reminders=True, remind_ignored="2026-03-09 2026-03-11")
    return shown(EaseCard(desk))


def test_it_asks_and_says_what_fewer_would_be(card):
    assert card.isVisible()
    assert card.question.days.text() == "Fewer would be: Mondays, Wednesdays and Fridays at 17:30."


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("fewer", (True, "17:30 mon wed fri")),
        ("keep", (True, "17:30 mon tue wed thu fri")),
        ("off", (False, "17:30 mon tue wed thu fri")),
    ],
)
def test_each_answer_is_taken_and_asked_no_more(card, desk, told, name, kept, qtbot):
    with qtbot.waitSignal(card.settled):
        getattr(card.question, name).click()
    chosen = desk.window_settings
    assert (chosen.reminders, chosen.remind_times) == kept
    assert chosen.remind_ignored == ""
    assert card.isHidden()
    assert len(told) == 1


def test_where_there_is_one_day_left_there_are_no_fewer(card, desk):
    choose(desk, remind_times="10:00 sat")
    assert card.question.fewer.isHidden()
    assert card.question.days.isHidden()
    assert card.question.keep.isVisible()


def test_it_stays_away_while_all_is_well(card, desk):
    choose(desk, remind_ignored="2026-03-02 2026-03-11")
    assert card.isHidden()


def test_it_is_not_even_made_before_it_is_asked(desk):
    assert EaseCard(desk).question is None
