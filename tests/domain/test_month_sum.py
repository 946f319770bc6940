"""The month: which one, and its sums in words."""

from datetime import date

import pytest

from ally_journal.domain.month_sum import (
    MonthSum,
    cues_sentence,
    month_before,
    month_sentence,
    month_span,
    month_sum,
    month_title,
    squares_sentence,
)
from ally_journal.domain.review import Review

FIRST, LAST = date(2026, 2, 1), date(2026, 2, 28)
LABELS = [("reply-person", "a reply, for one person"), ("planned-group", "planned, for a group")]


def made(**more):
    return MonthSum(FIRST, LAST, Review(FIRST, LAST), **more)


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 3, 1), date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 3, 7), date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 3, 8), date(2026, 3, 1), date(2026, 3, 8)),
        (date(2026, 1, 3), date(2025, 12, 1), date(2025, 12, 31)),
        (date(2026, 3, 31), date(2026, 3, 1), date(2026, 3, 31)),
    ],
)
def test_in_the_first_days_one_looks_back_on_the_month_before(today, first, last):
    assert month_span(today) == (first, last)


def test_the_month_before_january_is_december():
    assert month_before(date(2026, 1, 1)) == date(2025, 12, 1)


def test_a_month_counts_its_own_days_cues_and_acts():
    days = [(FIRST, 2), (LAST, 1), (date(2026, 2, 3), 0), (date(2026, 3, 1), 4)]
    found = month_sum(
        Review(FIRST, LAST), days, ["rush", "name", "rush"], [("planned", "group"), ("", "self")]
    )
    assert (found.days_written, found.entries) == (2, 3)
    assert found.cues == (("rush", 2), ("name", 1))
    assert found.squares == {"planned-group"}


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Nothing written in February. A quiet month is fine."),
        (1, "You wrote on one day in February."),
        (14, "You wrote on 14 days in February."),
    ],
)
def test_a_month_in_words(days, words):
    assert month_title(made()) == "February"
    assert month_sentence(made(days_written=days)) == words


@pytest.mark.parametrize(
    ("cues", "words"),
    [
        ((), ""),
        ((("rush", 2), ("name", 1)), "So far: rush and name. Too few to say which comes up most."),
        (
            (("rush", 3), ("name", 2), ("age", 1), ("looks", 1)),
            "Rush three times, name twice and age once.",
        ),
    ],
)
def test_cues_have_an_order_only_where_there_are_enough(cues, words):
    assert cues_sentence(made(cues=cues)) == words


def test_kinds_of_acts_that_were_tried_are_named():
    assert squares_sentence(made(), LABELS) == ""
    found = made(squares=frozenset({"planned-group", "reply-nobody"}))
    assert squares_sentence(found, LABELS) == "Noted in February: planned, for a group."
