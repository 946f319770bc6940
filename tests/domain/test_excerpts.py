"""Excerpts show the words around a hit."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.excerpts import excerpt_around, hits, kept_row, plain_row, plain_words
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## The months\n\n- Teal and I **talked**", "The months Teal and I talked"),
        ("- Fern - from the **quay**", "Fern - from the quay"),
        ("> *Moss*, __fern__ and ***ivy***", "Moss, fern and ivy"),
        ("**_both_** and ~~gone~~", "both and gone"),
        ("- [x] water\n* [ ] prune\n1. rest", "water prune 1. rest"),
        ("see [the quay](https://a.example/b_c) `left_open()`", "see the quay left_open()"),
        ("see [the quay](https://a.exam", "see the quay"),
        ("fern\n---\nmoss\n```python\nx\n```", "fern moss x"),
        (r"A \*star\* \_here\_", "A *star* _here_"),
        ("an **open sta", "an open sta"),
        ("5 * 3 * 2, snake_case_name, ~5 km, f***, fern - moss, #7", None),
        ("C# and a_b, -3 degrees", None),
        ("", None),
    ],
)
def test_plain_words_have_no_signs(text, words):
    assert " ".join(plain_words(text).split()) == (text if words is None else words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## The months - Teal and I **talked**", "The months · Teal and I talked"),
        ("Until March ## The months - Teal", "Until March · The months · Teal"),
        ("- water - prune", "water · prune"),
        ("Fern - from the quay, #7", "Fern - from the quay, #7"),
    ],
)
def test_a_row_kept_with_its_signs_has_a_point_for_each_line(text, words):
    assert plain_row(text) == words


@pytest.mark.parametrize(
    "words", ["*x* and more", "- a - b", "`so`", "[a](b)", "\\*x", "a ## b", "plain - as it is."]
)
def test_signs_that_belong_to_the_words_stay_in_a_kept_row(words):
    assert plain_row(kept_row(words)) == words


@given(st.text(st.sampled_from("ab *_#-`[]()~>\\\n"), max_size=300))
def test_plain_words_never_add_to_a_text(text):
    assert len(plain_words(text)) <= len(text)


def test_a_hit_in_markdown_is_shown_and_marked_in_plain_words():
    text = (
        "## The months\n\n- "
        + "moss " * 200
        + "\n- **Teal** and I [talked](https://teal.example)\n"
    )
    query = parse("teal")
    shown = excerpt_around(text, query)
    assert shown.startswith("…moss")
    assert shown.endswith("moss Teal and I talked")
    assert [shown[a:b] for a, b in hits(shown, query)] == ["Teal"]
    assert excerpt_around("[fern](https://teal.example)", query) == ""


def test_long_texts_full_of_signs_are_quick():
    texts = [
        sign * (100_000 // len(sign)) for sign in ("*", "_a ", "[", "**a ", "> ", "- - ", "\\*")
    ]
    started = time.perf_counter()
    for text in texts:
        excerpt_around(text + " Hafen", parse("haf"))
        plain_words(text[:2_000])
    assert time.perf_counter() - started < 1


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
