import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.real_names import Looks, first_seen, sightings

KNOWN = ("Wren", "Juniper", "Kit Blue")


def seen(text, known=KNOWN):
    return [(one.looks, one.text) for one in sightings(text, known)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maria Lopez interrupted me.", "Maria Lopez"),
        ("I told Maria Lopez about it", "Maria Lopez"),
        ("Then Sam O'Brien's desk was empty", "Sam O'Brien"),
        ("Ludwig van Beethoven came late", "Ludwig van Beethoven"),
        ("Tell Jean-Luc Picard", "Jean-Luc Picard"),
        ("Met Dr. Patel at noon", "Dr. Patel"),
        ("and Mrs Chen", "Mrs Chen"),
        ("It was Maria J. Lopez", "Maria J. Lopez"),
        ("José María Aznar", "José María Aznar"),
        ("Анна Иванова сказала", "Анна Иванова"),
        ("I asked Maria Brown.", "Maria Brown"),
        ("I asked Wren. Then Maria Lopez spoke.", "Maria Lopez"),
        ("Maria\u00a0Lopez", "Maria\u00a0Lopez"),
        ("she said “Maria Lopez will do it”", "Maria Lopez"),
    ],
)
def test_a_full_name_is_seen(text, name):
    assert seen(text) == [(Looks.NAME, name)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Yesterday Wren said no. When Juniper came, I stayed.",
        "I asked Kit Blue, and kit blue said yes.",
        "On Monday Morning the Product Manager said so.",
        "We were in New York, on Black History Month.",
        "Person A and Person B",
        "Wren. Maria went home",
        "Maria, Lopez and others",
        "Maria\nLopez",
        "HR Team and IT",
        "I Am",
        "The White House",
        "Dr. Wren",
        "maria lopez",
        "J. L.",
        "Juniper Smith",
        "Mary",
        "Ash Bay Clay Dune Elm Fir grow",
        "Maria van",
    ],
)
def test_other_words_with_capitals_are_no_names(text):
    assert [looks for looks, _ in seen(text) if looks is Looks.NAME] == []


@pytest.mark.parametrize("text", ["wren@leaf.example", "write to w.b+x@mail.leaf.example now"])
def test_an_address_is_seen(text):
    assert [looks for looks, _ in seen(text)] == [Looks.EMAIL]


@pytest.mark.parametrize("text", ["I asked @Wren", "a@b", "@", "3@4"])
def test_a_name_begun_with_an_at_is_no_address(text):
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("call +44 20 7946 0958 now", "+44 20 7946 0958"),
        ("(020) 7946 0958", "(020) 7946 0958"),
        ("555-0123", "555-0123"),
        ("202-555-0123.", "202-555-0123"),
        ("ring 0211 555 01 23", "0211 555 01 23"),
    ],
)
def test_a_telephone_number_is_seen(text, number):
    assert seen(text) == [(Looks.NUMBER, number)]


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14 at 10:30",
        "12.03.2026",
        "12/03/2026",
        "1,000,000 or 10 000 000",
        "2020-2024",
        "1234567",
        "€ 5000000",
        "1.2.3.4.5.6.7",
        "50000000 %",
        "02026-03-14",
        "1234 5678 9012 3456 7890",
    ],
)
def test_other_numbers_are_none(text):
    assert seen(text) == []


def test_everything_is_told_in_its_order_with_its_place():
    text = "Maria Lopez, wren@leaf.example, 555-0123"
    assert [text[one.start : one.end] for one in sightings(text)] == text.split(", ")


def test_of_a_very_long_text_only_the_beginning_is_looked_at():
    assert seen("moss " * 20_001 + "Maria Lopez") == []


@given(st.text(alphabet=string.ascii_letters + " .@+-'0123456789\n(ñЖ", max_size=300))
def test_any_text_is_looked_at_and_what_is_seen_stands_there(text):
    for one in sightings(text, ("Wren",)):
        assert text[one.start : one.end] == one.text
        assert one.text.strip()


@given(st.lists(st.sampled_from(["Wren", "Fern", "Kit Blue", "and", "said.", "The"]), max_size=12))
def test_known_names_are_never_taken_for_real_ones(words):
    assert seen(" ".join(words), ("Wren", "Fern", "Kit Blue")) == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, None),
        (3, None),
        ({"a": "x", "b": ["ring 555-0123"]}, Looks.NUMBER),
        (["write to wren@leaf.example"], Looks.EMAIL),
    ],
)
def test_every_kind_of_answer_is_looked_through(value, found):
    seen = first_seen(value, ())
    assert (None if seen is None else seen.looks) == found
