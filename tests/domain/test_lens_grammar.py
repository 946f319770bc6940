"""What a pattern says, and where it stands."""

from __future__ import annotations

import pytest

from ally_journal.domain.lens_grammar import BadPattern, Grammar
from ally_journal.domain.lens_text import stream_of

LISTS = {
    "who": ["he", "she", "@name", "my {role}"],
    "role": ["boss", "team lead"],
    "round": ["{round}"],
    "none": [],
    "blank": [""],
    "many": ["{ten} {ten} {ten} {ten} {ten}"],
    "ten": [f"w{number}" for number in range(10)],
}


def stands(pattern, text):
    """The words of the first match, or None."""
    made = Grammar(LISTS).pattern(pattern)
    stream = stream_of(text, ["Kit"])
    for place, word in enumerate(stream.words):
        span = made.at(stream, place) if word in made.lead.by_first else None
        if span is not None:
            before, after = made.neighbours(word)
            near = ("", *stream.words, "")
            assert before is None or near[place] in before
            assert after is None or near[place + 2] in after
            return text[stream.starts[span[0]] : stream.ends[span[1] - 1]]
    return None


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("{who} never", "Well, he never did", "he never"),
        ("{who} never", "My team lead never did", "My team lead never"),
        ("{who} never", "Kit never did", "Kit never"),
        ("{who} never", "he, never", None),
        ("{who} never", "never", None),
        ("{who} never", "the boss never", None),
        ("is|was lazy", "it was lazy", "was lazy"),
        ("{who} so? lazy", "he lazy", "he lazy"),
        ("{who} so* lazy", "he so so so lazy", "he so so so lazy"),
        ("{who} so* lazy", "he so so so so lazy", None),
        ("lazy _ dog", "lazy old dog", "lazy old dog"),
        ("_ dog lazy", "old dog lazy", "old dog lazy"),
        ("_ lazy", "lazy", None),
        ("lazy ..3 dog", "lazy, old and grey, dog", "lazy, old and grey, dog"),
        ("lazy ..2 dog", "lazy old and grey dog", None),
        ("lazy ..3 dog", "lazy. old dog", None),
        ("he ..2 lazy", "he is, well, lazy", "he is, well, lazy"),
        ("he ..2 lazy", "he. lazy", None),
        ("lazy #", "he is lazy, today", "lazy"),
        ("lazy #", "lazy today", None),
        ("lazy dog|#", "lazy dog", "lazy dog"),
        ("^ lazy", "Oh, lazy", "lazy"),
        ("^ lazy", "so lazy", None),
        ("lazy !dog", "lazy dog", None),
        ("lazy !dog", "lazy cat", "lazy"),
        ("!so lazy", "so lazy", None),
        ("!so lazy", "too lazy", "lazy"),
        ("team lead|well-spoken", "a well spoken one", None),
        ("well spoken", "a well-spoken one", "well-spoken"),
        ("{role} here", "the team lead here", "team lead here"),
        ("{role} lazy", "the team, lead lazy", None),
        ("so {role}", "so team", None),
    ],
)
def test_a_pattern_stands_where_it_says(pattern, text, found):
    assert stands(pattern, text) == found


@pytest.mark.parametrize(
    "pattern",
    [
        "", "_", "..3", "so?", "!so", "{nobody} is", "{round} is", "{none} is", "{blank} is",
        "{many} is", "{who", "? is", "a ..2 b ..2 c", "{who}{who} is", "| is", "a ..12 b", "^ #",
    ],
)  # fmt: skip
def test_what_is_no_pattern_is_refused(pattern):
    with pytest.raises(BadPattern):
        Grammar(LISTS).pattern(pattern)
