"""What an entry holds only as ids is told in words from outside."""

from datetime import UTC, date, datetime

import pytest

from ally_journal.formats.wording import heading, is_markdown, iso_day, written_on
from tests.formats.entries import WORDING, answer, entry


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [("x", "long", True), ({"fits": "x"}, "long", True), ({"fits": "x"}, "text", True),
     ("x", "text", False), (["x"], "list", False), ({"if": "a", "then": "b"}, "if_then", False)],
)  # fmt: skip
def test_only_what_was_written_as_markdown_is_read_as_markdown(value, kind, expected):
    assert is_markdown(answer(value, kind)) is expected


@pytest.mark.parametrize(("title", "line"), [("A\nb", "A b"), (" ", "After a hard talk")])
def test_a_heading_is_one_line(title, line):
    assert heading(entry(title=title), WORDING) == line


def test_a_note_has_the_day_of_the_place():
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert written_on(late, entry(), WORDING) == "2/7/2026"


def test_a_day_is_iso_unless_said_otherwise():
    assert iso_day(date(2026, 3, 4)) == "2026-03-04"
