import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.redaction_text import keys, tidied
from tests.pace import paced

ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("a\u200bb\u00adc\u202ed\ufeffe", "abcde"),
        ("a\u00a0b\u2003c\u3000d\te", "a b c d e"),
        ("a\r\nb\rc\u2028d\u2029e\x0bf", "a\nb\nc\nd\ne\nf"),
        ("e\u0301", "é"),
        ("\x00a\x7fb\ud800", "ab"),
        ("👩\u200d🌾 ❤\ufe0f", "👩\u200d🌾 ❤\ufe0f"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Wr\u200cen", "Wren"),
    ],
)
def test_a_text_is_tidied(text, tidy):
    assert tidied(text) == tidy


@given(ANY)
def test_what_is_tidy_stays(text):
    tidy = tidied(text)
    assert tidied(tidy) == tidy
    assert unicodedata.is_normalized("NFC", tidy)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Wren", "WREN"), ("Wren", "Wrén"), ("Wren", "Ｗｒｅｎ"), ("Wren", "Wr\u0435n"), ("İris",
     "iris"),
     ("Weiß", "WEISS"), ("Müller", "Mueller"), ("Øre", "Oere"), ("Γιώργος", "ΓΙΩΡΓΟΣ")],
)  # fmt: skip
def test_two_spellings_have_a_key_in_common(one, other):
    assert set(keys(one)) & set(keys(other))


def test_heaps_of_accents_take_no_time():
    with paced() as taken:
        assert len(tidied("a" + "\u0301\u0316" * 50_000)) < 40
    assert taken.seconds < 1
