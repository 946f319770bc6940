"""What was written, as data for the typesetter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.formats.pdf_blocks import is_right_to_left, spans, written


def kinds(text):
    return [block["t"] for block in written(text, is_markdown=True)]


def test_each_kind_of_block():
    assert kinds("# Moss\n\nivy\n\n- a\n\n1. b\n\n> c\n\n---\n\n    d") == [
        "head", "p", "ul", "ol", "quote", "rule", "pre",
    ]  # fmt: skip


def test_plain_text_is_no_markdown():
    (block,) = written("# *Moss*", is_markdown=False)
    assert block == {"t": "p", "rtl": False, "c": ["# *Moss*"]}


def test_a_table_has_its_head_and_rows():
    (block,) = written("| a | b |\n|---|---|\n| c | d |", is_markdown=True)
    assert (block["columns"], block["head"], block["rows"]) == (2, [["a"], ["b"]], [[["c"], ["d"]]])


def test_a_list_keeps_where_it_starts_and_what_is_in_it():
    (block,) = written("3. a\n4. b", is_markdown=True)
    assert (block["start"], len(block["c"])) == (3, 2)
    (outer,) = written("- a\n    - b", is_markdown=True)
    assert [one["t"] for one in outer["c"][0]] == ["p", "ul"]


def test_a_link_keeps_where_it_leads():
    (block,) = written("[moss](https://example.org)", is_markdown=True)
    assert block["c"][0]["href"] == "https://example.org"


@given(st.text(max_size=200))
def test_nothing_of_a_line_is_lost(text):
    told = "".join(one if isinstance(one, str) else "".join(one["c"]) for one in spans(text))
    kept = [letter for letter in text if letter in told]
    assert len(told) == len(text)
    assert all(letter in text or letter == "\N{REPLACEMENT CHARACTER}" for letter in told)
    assert len(kept) <= len(text)


def test_a_long_word_is_never_torn_between_a_letter_and_its_marks():
    (word,) = spans("e\u0301" * 40)
    assert all(not piece.startswith("\u0301") for piece in word["c"])
    (family,) = spans("👩\u200d👩\u200d👧" * 20)
    assert all("\u200d" not in (piece[0], piece[-1]) for piece in family["c"])


@pytest.mark.parametrize(("text", "expected"), [("moss", False), ("12 שלום", True), ("…", False)])
def test_the_first_letter_tells_the_direction(text, expected):
    assert is_right_to_left(text) is expected
