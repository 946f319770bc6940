from datetime import date, timedelta

import pytest

from ally_journal.domain.promise import PromiseState
from ally_journal.domain.week_sum import PromiseDay, WeekSum, week_sentence, week_sum
from tests.domain.habit_rows import MONDAY, day

THURSDAY = day(3)
ENTRIES = [
    (day(0), "action"),
    (day(2), "checkin"),
    (day(2), "checkin"),
    (day(-1), "checkin"),
    (day(4), "checkin"),
]
PROMISES = [
    PromiseDay(PromiseState.DONE, settled=day(0)),
    PromiseDay(PromiseState.CHECKED, settled=day(-1)),
    PromiseDay(PromiseState.DROPPED, settled=day(1)),
    PromiseDay(PromiseState.DONE),
    PromiseDay(PromiseState.PLANNED, due=day(6)),
    PromiseDay(PromiseState.MOVED, due=day(7)),
    PromiseDay(PromiseState.OWNED),
]


def test_a_week_counts_its_own_days_up_to_today():
    week = week_sum(ENTRIES, PROMISES, THURSDAY)
    assert (week.first, week.last) == (MONDAY, day(6))
    assert week.days == (1, 0, 2, 0, None, None, None)
    assert week.practices == (("checkin", 2), ("action", 1))
    assert (week.days_written, week.kept, week.open, week.due) == (2, 1, 3, 1)


def test_a_week_begins_on_the_chosen_day():
    assert week_sum([], [], MONDAY, 6).first == MONDAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Nothing written this week so far. A quiet week is fine."),
        ({"days": (1, 0, 0, None, None, None, None)}, "You wrote on one day this week."),
        (
            {"days": (1, 2, 0, None, None, None, None), "kept": 1, "open": 5},
            "You wrote on two days this week. Promises: One was done. Five are planned.",
        ),
        (
            {"kept": 2, "open": 1},
            (
                "Nothing written this week so far. A quiet week is fine. "
                "Promises: Two were done. One is planned."
            ),
        ),
    ],
)
def test_a_week_in_words(changes, sentence):
    week = WeekSum(MONDAY, date(2026, 3, 8), **{"days": (0,) * 7, **changes})
    assert week_sentence(week) == sentence
