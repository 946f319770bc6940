from datetime import date

from ally_journal.domain.chart_parts import (
    number_words,
    series_of,
    table_by_day,
    table_by_point,
    table_by_series,
)  # fmt: skip
from ally_journal.domain.tally import Tally
from tests.domain.chart_samples import ticked


def series(*squares):
    tally = Tally()
    for square in squares:
        tally.put(*square, ticked("catch"))
    return series_of(tally, ("a", "b"), ("Moss", "Slate"), 2)


def test_a_series_has_a_value_for_each_point():
    assert [one.values for one in series((0, 1), (0, 1))] == [(0, 2), (0, 0)]


def test_a_table_has_a_row_for_each_series_or_each_point():
    found = series((0, 0), (1, 1))
    by_series = table_by_series("Kind", ("x", "y"), found)
    assert by_series.head == ("Kind", "x", "y")
    assert by_series.rows == (("Moss", "1", "0"), ("Slate", "0", "1"))
    by_point = table_by_point("Kind", ("x", "y"), found)
    assert by_point.head == ("Kind", "Moss", "Slate")
    assert by_point.rows == (("x", "1", "0"), ("y", "0", "1"))


def test_days_stand_newest_first_each_with_its_year():
    rows = table_by_day((date(2025, 3, 1), date(2026, 3, 2)), series((0, 0))).rows
    assert [row[0] for row in rows] == ["2 March 2026", "1 March 2025"]


def test_a_table_of_nothing_has_no_rows():
    assert table_by_series("Kind", ("x", "y"), series()).rows == ()
    assert table_by_point("Kind", ("x", "y"), series()).rows == ()


def test_a_gap_is_empty():
    assert (number_words(None), number_words(0), number_words(3.0)) == ("", "0", "3")
