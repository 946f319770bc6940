from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.answers import (
    MOST_IN_LIST,
    as_text,
    checked,
    day_from,
    is_empty,
    option_id,
)
from ally_journal.domain.practice import Kind, Option, Part, Step
from ally_journal.errors import BadText, JournalError, WrongAnswer

OPTIONS = (Option("one-to-one", "one-to-one"), Option("told", "they told me"))
OTHER = (*OPTIONS, Option("other", "other"))
TODAY = date(2026, 3, 12)


def step(kind, **more):
    return Step("s", "What?", kind, **more)


PARTS = step(
    Kind.LONG,
    parts=(Part("what", Kind.LONG, "What"), Part("evidence", Kind.CHOICE, options=OPTIONS)),
)

ALL = {
    "text": step(Kind.TEXT),
    "long": step(Kind.LONG),
    "choice": step(Kind.CHOICE, options=OTHER),
    "closed": step(Kind.CHOICE, options=OPTIONS),
    "choices": step(Kind.CHOICES, options=OTHER, most=2),
    "scale": step(Kind.SCALE),
    "worded": step(Kind.SCALE, points=("cold", "cool", "warm")),
    "people": step(Kind.PEOPLE),
    "date": step(Kind.DATE),
    "list": step(Kind.LIST, most=3),
    "if_then": step(Kind.IF_THEN),
    "note": step(Kind.NOTE),
    "parts": PARTS,
}


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        ("text", "  one\nline ", "one line"),
        ("text", " \n", None),
        ("text", None, None),
        ("long", "\n  two\r\nlines \n", "  two\nlines"),
        ("long", "  ", None),
        ("choice", "told", "told"),
        ("choice", "They  told me", "told"),
        ("choice", "ONE-TO-ONE", "one-to-one"),
        ("choice", "one_to_one", "one-to-one"),
        ("choice", "other", "other"),
        ("choice", "Other:  a long walk", "other: a long walk"),
        ("choice", "other:", "other"),
        ("choice", " ", None),
        ("choices", ["they told me", "told", "other: x"], ["told", "other: x"]),
        ("choices", ("told",), ["told"]),
        ("choices", [], None),
        ("choices", [""], None),
        ("scale", 0, 0),
        ("scale", 10, 10),
        ("worded", 3, 3),
        ("people", [" Wren ", "wren", "", "Fern"], ["Wren", "Fern"]),
        ("people", [], None),
        ("date", " 2026-03-12 ", "2026-03-12"),
        ("date", " ", None),
        ("list", ["a", " ", "b\nc"], ["a", "b c"]),
        ("list", [" "], None),
        ("if_then", {"if": " a ", "then": "b"}, {"if": "a", "then": "b"}),
        ("if_then", {"then": "b"}, {"if": "", "then": "b"}),
        ("if_then", {}, None),
        ("note", "", None),
        ("note", None, None),
        ("parts", {"what": "x", "evidence": "They told me"}, {"what": "x", "evidence": "told"}),
        ("parts", {"what": " "}, None),
        ("parts", {}, None),
    ],
)
def test_what_fits_is_tidied(kind, value, kept):
    assert checked(ALL[kind], value) == kept


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        ("text", 3, "not-text"),
        ("long", ["a"], "not-text"),
        ("choice", "nobody", "not-an-option"),
        ("choice", True, "not-text"),
        ("closed", "other: x", "not-an-option"),
        ("choices", "told", "not-a-list"),
        ("choices", ["told", "one-to-one", "other"], "too-many"),
        ("choices", [3], "not-text"),
        ("scale", True, "off-the-scale"),
        ("scale", 11, "off-the-scale"),
        ("scale", -1, "off-the-scale"),
        ("scale", 2.0, "off-the-scale"),
        ("worded", 0, "off-the-scale"),
        ("worded", 4, "off-the-scale"),
        ("people", "Wren", "not-a-list"),
        ("people", ["this is a whole long sentence"], "not-a-name"),
        ("people", ["x"] * (MOST_IN_LIST + 1), "too-many"),
        ("date", "12.3.2026", "not-a-date"),
        ("date", "20260312", "not-a-date"),
        ("date", "2026-02-30", "not-a-date"),
        ("date", "+7 days", "not-a-date"),
        ("date", 7, "not-a-date"),
        ("list", ["a", "b", "c", "d"], "too-many"),
        ("if_then", "if a then b", "not-if-then"),
        ("if_then", {"when": "a"}, "not-if-then"),
        ("note", "words", "no-answer-asked"),
        ("parts", "words", "not-parts"),
        ("parts", {"who": "x"}, "unknown-part"),
    ],
)
def test_what_does_not_fit_is_refused(kind, value, reason):
    with pytest.raises(WrongAnswer) as caught:
        checked(ALL[kind], value)
    assert (caught.value.step, caught.value.reason) == ("s", reason)


def test_a_wrong_part_is_named():
    with pytest.raises(WrongAnswer) as caught:
        checked(PARTS, {"evidence": "nobody"})
    assert caught.value.step == "s.evidence"


@pytest.mark.parametrize("kind", ["text", "long", "choice"])
def test_text_that_cannot_be_kept_is_refused(kind):
    with pytest.raises(BadText):
        checked(ALL[kind], "a\0b")


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("text", "a line", "a line"),
        ("choice", "told", "they told me"),
        ("choice", "gone", "gone"),
        ("choice", "other", "other"),
        ("choice", "other: a long walk", "a long walk"),
        ("closed", "other: x", "other: x"),
        ("choices", ["told", "other: x"], "they told me, x"),
        ("scale", 0, "0"),
        ("worded", 2, "cool"),
        ("worded", 9, "9"),
        ("people", ["Wren", "Fern"], "Wren, Fern"),
        ("list", ["a", "b"], "a\nb"),
        ("if_then", {"if": "I rush,", "then": "wait."}, "If I rush, then I will wait"),
        ("if_then", {"if": "", "then": "I wait"}, "I wait"),
        ("if_then", {"if": "a", "then": ""}, "a"),
        ("text", {"x": "y", "z": ""}, "y"),
        ("parts", {"evidence": "told", "what": "x"}, "What: x\nthey told me"),
        ("parts", {"gone": "old", "what": "x"}, "What: x\nold"),
    ],
)  # fmt: skip
def test_an_answer_has_words(kind, value, words):
    assert as_text(ALL[kind], value) == words


def test_a_part_alone_has_words():
    assert as_text(PARTS.parts[1], "told") == "they told me"


@pytest.mark.parametrize(
    ("value", "empty"),
    [
        (None, True), ("", True), (" \n", True), ([], True), ({}, True), ({"a": ""}, True),
        (0, False), ("x", False), (["x"], False), ({"a": 0}, False),
    ],
)  # fmt: skip
def test_nothing_said_is_empty_and_zero_is_not(value, empty):
    assert is_empty(value) is empty


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+7 days", date(2026, 3, 19)),
        ("+1 day", date(2026, 3, 13)),
        ("2026-05-01", date(2026, 5, 1)),
        ("+9999 days", None),
        ("7 days", None),
        ("", None),
    ],
)
def test_a_day_is_counted_or_read(text, day):
    assert day_from(text, TODAY) == day


@pytest.mark.parametrize(
    ("label", "made"),
    [
        ("as it happened", "as-it-happened"),
        ("I don't know", "i-dont-know"),
        ("I don’t know", "i-dont-know"),
        ("one-to-one", "one-to-one"),
        ("Über  uns", "über-uns"),
    ],
)
def test_a_label_makes_an_id(label, made):
    assert option_id(label) == made


KEYS = st.text() | st.sampled_from(["if", "then", "what", "evidence"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=8,
)  # fmt: skip


@given(st.sampled_from(sorted(ALL)), JSON)
def test_any_value_is_kept_or_refused_and_what_is_kept_is_kept_again(kind, value):
    try:
        kept = checked(ALL[kind], value)
    except JournalError:
        return
    assert checked(ALL[kind], kept) == kept
    assert kept is None or isinstance(as_text(ALL[kind], kept), str)
