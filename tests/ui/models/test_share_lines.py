"""The preview as lines: exactly what goes out, what each sign stands for, and the way back."""

from __future__ import annotations

import random
from datetime import date

import pytest

from ally_journal.domain.packet import BAR, Packet, PacketEntry, PacketPart
from ally_journal.domain.person import Person
from ally_journal.domain.preview import Choice, Piece, Preview
from ally_journal.domain.redaction import Cast, Correction, Redactor, cast
from ally_journal.domain.share_fields import DEFAULT_FIELDS
from ui.models.share_lines import (
    counted,
    key_signs,
    mark_around,
    page_lines,
    source_span,
    word_around,
)

STORY = "Wren began, then Teal Ltd. called. It was the blue review; write to wren@example.org."


@pytest.fixture
def whole():
    return cast([Person("p1", "Wren")], ["Teal Ltd."], random.Random(3))  # noqa: S311 no secret


@pytest.fixture
def preview(whole):
    start = STORY.index("blue")
    blanked = Correction("x", start, start + 4, "blank")
    told = Redactor(whole).apply(STORY, [blanked])
    pieces = (
        Piece("question", "q", "the question", Redactor(whole).apply("What would Wren say?")),
        Piece("1.title", "t", "entry 1, title", Redactor(whole).apply("The call")),
        Piece("1.1.1", "x", "entry 1", told),
    )
    part = PacketPart("story", "What happened", (told.text,))
    entry = PacketEntry("The call", "", "A page", "Week of 9 March 2026", (part,))
    made = Packet("i", date(2026, 3, 12), "Marigold", "What would Person A say?", (), (entry,), "")
    choice = Choice(("e",), DEFAULT_FIELDS)
    return Preview(choice, made, pieces, whole, whole, (), 0, ("e",), {}, "")


def test_the_lines_are_what_goes_out_from_top_to_bottom(preview):
    texts = [line.text for line in page_lines(preview)]
    assert texts[:3] == [
        "From Marigold",
        "The question I want help with",
        "What would Person A say?",
    ]
    assert texts[3:5] == ["The call", "Week of 9 March 2026 · A page"]
    assert texts[-1] == preview.packet.entries[0].parts[0].paragraphs[0]


def test_a_blanked_word_is_nowhere_in_the_lines_nor_in_the_key(preview):
    shown = " ".join(line.text for line in page_lines(preview))
    shown += " ".join(one.words for one in key_signs(preview))
    assert "blue" not in shown
    assert "Teal" not in shown
    assert BAR in shown


def test_the_key_says_what_each_sign_stands_for(preview):
    assert [(one.label, one.words) for one in key_signs(preview)] == [
        ("Person A", "was Wren"),
        ("[e-mail]", "was an e-mail address"),
        ("", "you blanked a word"),
        ("", "a word of your list"),
    ]


def test_what_was_taken_out_is_counted(preview):
    assert counted(preview) == "1 name replaced, 1 address or number, 2 words blanked"


@pytest.mark.parametrize("word", ["began", "called", "review", "It"])
def test_a_word_of_the_page_is_found_again_in_the_source(preview, word):
    told = preview.pieces[2].redacted
    start = told.text.index(word)
    first, last = source_span(told, start, start + len(word))
    assert told.source[first:last] == word


def test_half_a_mark_is_all_of_it(preview):
    told = preview.pieces[2].redacted
    mark = told.marks[0]
    assert source_span(told, mark.start + 2, mark.end - 1) == mark.source
    assert source_span(told, mark.start, mark.end) == mark.source


def test_beside_a_mark_nothing_of_it_is_taken():
    told = Redactor(cast([Person("p", "Wren")], (), random.Random(1))).apply("a Wren b")  # noqa: S311 no secret
    end = told.marks[0].end
    assert told.source[slice(*source_span(told, 0, 1))] == "a"
    assert told.source[slice(*source_span(told, end + 1, end + 2))] == "b"
    assert told.source[slice(*source_span(told, 0, told.marks[0].start))] == "a "


def test_the_word_at_a_caret():
    assert word_around("one two-three, four", 6) == (4, 13)
    assert word_around("one  two", 4) == (4, 4)


def test_the_mark_at_a_caret(preview):
    told = preview.pieces[2].redacted
    assert mark_around(told, 1) is told.marks[0]
    assert mark_around(told, told.marks[0].end + 1) is None


def test_nothing_was_taken_out_of_nothing(preview):
    empty = Preview(preview.choice, preview.packet, (), Cast(), Cast(), (), 0, (), {}, "")
    assert counted(empty) == ""
    assert key_signs(empty) == ()
