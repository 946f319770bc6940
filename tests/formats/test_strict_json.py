"""JSON is read a piece at a time, and no place where it is cut makes a difference."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.errors import JournalError, SourceMalformed, SourceTooLarge
from ally_journal.formats import strict_json
from ally_journal.formats.strict_json import Feed
from tests.formats.rows import JSON


class Dripping(io.StringIO):
    """A stream that gives one character at a time."""

    def read(self, size: int | None = -1, /) -> str:
        return super().read(1)


@given(JSON, st.booleans())
def test_cuts_make_no_difference(value, ascii_only):
    feed = Feed(Dripping(f"[{json.dumps(value, ensure_ascii=ascii_only)} ]"), 10_000)
    feed.take("[")
    assert feed.value() == value
    assert feed.took("]")
    assert feed.next() == ""


@pytest.mark.parametrize("text", ["-12.5e-3", "9223372036854775807.5", "true", '"\\ud83d\\ude42"'])
def test_words_and_numbers_may_be_cut(text):
    assert Feed(Dripping(text), 100).value() == json.loads(text)


@pytest.mark.parametrize("text", ["", "nul", '"a', "[1,", '{"a" 1}', "nan", "\ufeff1", "[1e999]"])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(SourceMalformed):
        Feed(Dripping(text), 100).value()


def test_a_value_has_a_largest_size():
    with pytest.raises(SourceTooLarge):
        Feed(io.StringIO('"' + "x" * 3 * strict_json._CHUNK), 1_000).value()


@given(st.text(st.sampled_from('[]{}",:\\u019.-eE tfn\n')))
def test_anything_is_read_or_refused_in_our_words(text):
    try:
        Feed(io.StringIO(text), 1_000).value()
    except JournalError:
        return
