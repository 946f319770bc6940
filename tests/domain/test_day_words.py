from datetime import date

import pytest

from ally_journal.domain.day_words import (
    dated,
    dated_month,
    full_day,
    listed,
    month_name,
    number_word,
    plain_day,
    plain_month,
    short_month,
    weekday_name,
    weekday_plural,
)

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "12 March"),
        (date(2025, 11, 3), "3 November"),
        (date(2025, 3, 24), "24 March last year"),
        (date(2024, 11, 3), "3 November 2024"),
        (date(2026, 12, 31), "31 December"),
        (date(2027, 3, 11), "11 March 2027"),
    ],
)
def test_a_day_tells_its_year_only_where_it_could_be_another(day, words):
    assert plain_day(day, TODAY) == words


def test_a_month_does_so_too():
    assert plain_month(date(2025, 11, 3), TODAY) == "November"
    assert plain_month(date(2024, 11, 3), TODAY) == "November 2024"


def test_what_is_read_in_another_year_has_its_year():
    assert dated(date(2026, 3, 11)) == "11 March 2026"
    assert dated_month(date(2026, 3, 11)) == "March 2026"


def test_a_full_day_has_its_weekday():
    assert full_day(date(2026, 3, 11), TODAY) == "Wednesday 11 March"


def test_names_of_months_and_weekdays():
    assert (month_name(1), month_name(12), short_month(9)) == ("January", "December", "Sep")
    assert (weekday_name(0), weekday_plural(6)) == ("Monday", "Sundays")


def test_small_numbers_are_words():
    assert [number_word(n) for n in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]


def test_lists_have_their_and():
    assert [listed(part) for part in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip
