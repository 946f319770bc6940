"""Words are compared and indexed in one form, whatever the script."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.words import fold, has_words, index_text, query_text

ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        ("Plain ASCII, as it is.", "Plain ASCII, as it is."),
        ("Über", "uber"),
        ("山田花", " 山田 田花 花 "),
        ("a山b", "a 山 b"),
        ("🙂", " u1f642 "),
        ("👍🏽", " u1f44d "),
        ("a\u00adb\u200cc\u200bd", "abc d"),
        ("שָׁ", "ש"),
        ("स्", "स\U000f094d"),
    ],
)
def test_text_is_indexed(text, indexed):
    assert index_text(text) == indexed


@pytest.mark.parametrize(("text", "sought"), [("山田花", "山田 田花"), ("山", "山"), ("é!", "e!")])
def test_a_last_pair_is_whole(text, sought):
    assert query_text(text) == sought


@given(ANY)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_what_is_indexed_can_be_kept(text):
    indexed = index_text(text)
    assert "\0" not in indexed
    indexed.encode()


@pytest.mark.parametrize(
    ("text", "has"),
    [("a", True), ("7", True), ("山", True), ("🙂", True), ("", False), ("-!?", False)],
)
def test_words_are_told_from_signs(text, has):
    assert has_words(text) is has


def test_indexing_is_quick():
    text = "Ein schöner Tag am Hafen, 山田さんと話した。 " * 2_500
    index_text(text)
    started = time.perf_counter()
    index_text(text)
    assert time.perf_counter() - started < 0.5
