from datetime import UTC, date, datetime

import pytest

from ally_journal.clock import FixedClock
from ally_journal.commands import values
from ally_journal.errors import (
    BadAnswers,
    BadDate,
    BadTime,
    SourceTooLarge,
    SourceUnreadable,
)

CLOCK = FixedClock(datetime(2026, 3, 2, 9, tzinfo=UTC), "Europe/Lisbon")


def test_a_day_is_read():
    assert values.day("2026-03-02") == date(2026, 3, 2)


@pytest.mark.parametrize(
    "text", ["", "2026-02-30", "20260302", "2026-W10-1", "1492-01-01", "9999-12-31", "٢٠٢٦-٠٣-٠٢"]
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(BadDate):
        values.day(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-07-02T18:30", "2026-07-02T17:30+00:00"),
        ("2026-07-02T18:30Z", "2026-07-02T18:30+00:00"),
        ("2026-07-02T18:30+05:00", "2026-07-02T13:30+00:00"),
        ("2026-07-02", "2026-07-02T11:00+00:00"),
    ],
)
def test_a_moment_is_local_unless_it_says_otherwise(text, moment):
    assert values.moment(text, CLOCK) == datetime.fromisoformat(moment)


@pytest.mark.parametrize("text", ["", "yesterday", "0001-01-01T00:00+14:00", "9999-12-31T23:59"])
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(BadTime):
        values.moment(text, CLOCK)


def test_answers_are_read(empty):
    assert values.answers(empty.answers(what="moss")) == {"what": "moss"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "not-json"),
        (b"", "not-json"),
        (b"\xff", "not-utf-8"),
        (b'{"a": 1, "a": 2}', "duplicate-key"),
        (b'{"a": NaN}', "not-finite"),
        (b"[" * 200_000, "too-deep"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "not-json"),
    ],
)
def test_answers_that_are_no_json_are_refused(empty, content, reason):
    with pytest.raises(BadAnswers) as caught:
        values.answers(empty.file("answers", content))
    assert caught.value.reason == reason


def test_the_line_is_named_where_json_ends_to_fit(empty):
    with pytest.raises(BadAnswers) as caught:
        values.answers(empty.file("answers", '{"a": 1,\n"b"}'))
    assert caught.value.place == "line 2"


def test_a_huge_file_of_answers_is_refused(empty):
    with pytest.raises(SourceTooLarge):
        values.answers(empty.file("answers", b" " * (values.MOST_BYTES + 1)))


def test_a_missing_file_of_answers_is_refused(empty):
    with pytest.raises(SourceUnreadable):
        values.answers(str(empty.folder / "missing"))
