"""Excerpts show the words around a hit."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.excerpts import excerpt_around, hits
from ally_journal.domain.query import parse

LONG = "fern " * 100 + "harbour talk " + "moss " * 100


@pytest.mark.parametrize(
    ("typed", "text", "held"),
    [
        ("har", LONG, "harbour talk"),
        ("HARBOUR", LONG, "harbour talk"),
        ('"harbour talk"', LONG, "harbour talk"),
        ("cafe", "fern " * 50 + "Cafés", "Cafés"),
        ("cafés", unicodedata.normalize("NFD", "im Café") + "s", "Cafés"),
        ("don't", "I don’t know", "don’t know"),
        ("山田", "我的山田花子", "山田"),
        ("🙂", "fine 🙂", "🙂"),
    ],
)
def test_the_hit_is_in_the_excerpt(typed, text, held):
    assert held in excerpt_around(text, parse(typed))


@pytest.mark.parametrize("typed", ["", "tag:a", "-harbour", "arbour", '"harbour tal"', "heron"])
def test_no_hit_no_excerpt(typed):
    assert excerpt_around(LONG, parse(typed)) == ""


def test_cut_ends_are_marked():
    shown = excerpt_around(LONG, parse("harbour"))
    assert shown.startswith("…fern")
    assert shown.endswith("moss…")


@given(st.text(), st.text(st.sampled_from("ab é\n山"), max_size=600))
def test_an_excerpt_is_one_short_line(typed, text):
    shown = excerpt_around(text, parse(typed))
    assert len(shown) <= 160
    assert "\n" not in shown


def test_an_endless_word_is_cut():
    assert len(excerpt_around("a" * 5_000, parse("a" * 300))) <= 160


def test_hits_are_places_in_the_text():
    text = "Über dem Hafen: uber"
    assert [text[a:b] for a, b in hits(text, parse("uber -hafen"))] == ["Über", "uber"]


def test_fifty_rows_are_quick():
    text = "Ein schöner Tag am Meer ohne Eile. " * 150 + "Hafen"
    excerpt_around(text, parse("haf"))
    started = time.perf_counter()
    for _ in range(50):
        excerpt_around(text, parse("haf"))
    assert time.perf_counter() - started < 0.25
