from __future__ import annotations

from datetime import date, time
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.formats.csv_text import Table
from ally_journal.formats.day_text import Days, day_of, day_of_year, time_of
from ally_journal.formats.month_names import month_and_day, month_of
from ally_journal.table_errors import TableMalformed

TABLE = Table("made.csv", BytesIO)
APRIL = date(2025, 4, 18)


def days(*texts):
    return Days(TABLE, enumerate(texts, start=2))


@pytest.mark.parametrize(
    "text",
    [
        "2025-04-18", "2025/4/18", "2025.04.18", "2025-04-18 00:00:00", "2025-04-18T00:00:00Z",
        "18.04.2025", "18.4.25", "18/04/2025", "18-04-2025", "18-Apr-25", "18 Apr 2025",
        "April 18, 2025", "18. April 2025", "18 de abril de 2025", "2025年4月18日", "45765",
        "45765.0", " 2025-04-18 ", "18 kwietnia 2025", "18 апреля 2025",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_form(text):
    assert day_of(text) == APRIL


def test_month_first_is_read_where_it_is_said():
    assert day_of("4/18/2025", month_first=True) == APRIL
    assert day_of("4/18/25 0:00", month_first=True) == APRIL


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2025-13-01", "2025-02-30", "31.02.2025", "0001-01-01", "18 April", "2025", "1",
     "2025-04-188", "x" * 500],
)  # fmt: skip
def test_what_is_no_day_is_none(text):
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["4/18/2025", "4/2/2025"], APRIL),
        (["18/4/2025", "2/4/2025"], APRIL),
        (["4/3/2025", "4/2/2025", "3/31/2025"], date(2025, 4, 3)),
        (["1/5/2025", "2/5/2025", "3/5/2025", "4/6/2025"], None),
        (["3/4/2025", "2/4/2025", "1/4/2025", "12/3/2025"], date(2025, 4, 3)),
    ],
)
def test_the_order_of_day_and_month_is_learnt_from_the_whole_column(texts, first):
    if first is None:
        with pytest.raises(TableMalformed):
            days(*texts)
    else:
        assert days(*texts).read(2, "Date", texts[0]) == first


@pytest.mark.parametrize("texts", [["3/4/2025"], ["13/4/2025", "4/13/2025"]])
def test_days_that_could_be_read_in_two_ways_are_refused(texts):
    with pytest.raises(TableMalformed) as raised:
        days(*texts)
    assert (raised.value.line, raised.value.reason) == (2, "ambiguous-day")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_iso_day_is_read(day):
    assert days(day.isoformat()).read(2, "Date", day.isoformat()) == day


@given(st.lists(st.dates(date(2000, 1, 1), date(2060, 1, 1)), min_size=1), st.sampled_from("md"))
def test_a_sorted_column_is_read_as_it_was_or_refused(found, order):
    form = "%m/%d/%Y" if order == "m" else "%d/%m/%Y"
    found.sort()
    texts = [day.strftime(form) for day in found]
    try:
        reader = days(*texts)
    except TableMalformed:
        return
    assert [reader.read(2, "Date", text) for text in texts] == found


@given(st.text(max_size=70))
def test_any_text_is_a_day_or_none(text):
    assert day_of(text) is None or isinstance(day_of(text), date)
    time_of(text)
    day_of_year("2025", text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10:00 pm", time(22)), ("9:13\u202fPM", time(21, 13)), ("12:05 AM", time(0, 5)),
        ("12:30 pm", time(12, 30)), ("21:35", time(21, 35)), ("7:05", time(7, 5)),
        ("21.35", time(21, 35)), ("9:13 p. m.", time(21, 13)), ("下午9:13", time(21, 13)),
        ("오전 9:13", time(9, 13)), ("21:35:10", time(21, 35)), ("25:00", None), ("13:00 pm", None),
        ("", None), ("evening", None),
    ],
)  # fmt: skip
def test_a_time_is_read_in_twelve_and_twenty_four_hours(text, found):
    assert time_of(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7 września", (9, 7)), ("28 sierpnia", (8, 28)), ("16 de octubre", (10, 16)),
        ("September 13", (9, 13)), ("25. September", (9, 25)), ("1er juillet", (7, 1)),
        ("3 marraskuuta", (11, 3)),
        ("9月13日", (9, 13)), ("9월 13일", (9, 13)), ("5 Mayıs", (5, 5)),
        ("13", None), ("in autumn", None),
    ],
)  # fmt: skip
def test_a_day_of_a_month_is_read_in_many_languages(text, found):
    assert month_and_day(text) == found


def test_a_word_is_a_month_or_none():
    assert [month_of(word) for word in ("März", "juin", "juillet", "Fern")] == [3, 6, 7, None]


def test_a_day_of_a_year_wants_a_year():
    assert day_of_year("2017", "7 września") == date(2017, 9, 7)
    assert day_of_year("17", "7 września") is None
    assert day_of_year("2017", "30 February") is None
