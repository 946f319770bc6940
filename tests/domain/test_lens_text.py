"""Words and their places, and what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.lens_text import (
    CLAUSE,
    JOINED,
    NAME,
    SENTENCE,
    stream_of,
    without_quotes,
    words_of,
)


def shown(text):
    return without_quotes(text).replace("\0", "_")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("say “no” now", "say ____ now"),
        ('say "no" now', "say ____ now"),
        ('5" and 6" wide', '5" and 6" wide'),
        ("say ‘it’s so’ now", "say _________ now"),
        ("the team's 'plan' now", "the team's ______ now"),
        ("open “end\n\nnext", "open ____\n\nnext"),
        ("don't 'tis\n\nnext", "don't 'tis\n\nnext"),
        ("> quoted\nmine", "________\nmine"),
        ("1. > quoted\nmine", "___________\nmine"),
        ("a `b` c", "a ___ c"),
        ("~~~\ncode\n~~~\nmine", "____________\nmine"),
    ],
)
def test_what_is_not_the_writers_is_blotted_out(text, left):
    assert shown(text) == left


@given(st.text())
def test_a_text_keeps_its_length(text):
    assert len(without_quotes(text)) == len(text)


def test_breaks_between_words():
    stream = stream_of("One two, three. Four\nfive\nSix - seven")
    assert stream.before == [
        SENTENCE, JOINED, CLAUSE, SENTENCE, JOINED, SENTENCE, CLAUSE, SENTENCE,
    ]  # fmt: skip
    assert stream.sentences == [0, 0, 0, 1, 1, 2, 2]


def test_questions_are_known():
    assert stream_of("Is it? It is. Is it?!").asked == {0, 2}


def test_short_forms_are_two_words():
    assert words_of("He’s here, I cannot, don't") == ("he", "'s", "here", "i", "can't", "don't")


def test_a_letter_that_grows_when_small_keeps_its_place():
    stream = stream_of("İ's so")
    assert (stream.starts[0], stream.ends[0]) == (0, 3)


def test_a_name_of_several_words_is_one():
    stream = stream_of("Kit Hill and kit", ["Kit", "Kit Hill"])
    assert stream.words == [NAME, "and", "kit"]
    assert (stream.starts[0], stream.ends[0]) == (0, 8)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kit's plan is good", "'"),
        ("Kit's lazy", "'s"),
        ("Kit's so lazy", "'s"),
        ("Kit's lazy, today", "'s"),
        ("She's in town", "'s"),
        ("Kit's", "'s"),
    ],
)
def test_possession_is_told_from_being(text, word):
    assert stream_of(text).words[1] == word
