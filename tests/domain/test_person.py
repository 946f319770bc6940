from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.person import (
    MOST_CHARACTERS,
    MOST_WORDS,
    Person,
    a_year_before,
    name_key,
    person_name,
    pseudonym,
    pseudonym_letters,
    same_name,
    starting,
)
from ally_journal.errors import BadName


def test_blanks_around_and_inside_a_name_are_folded():
    assert person_name("  Wren \t of\nthe  Slate ") == "Wren of the Slate"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "x" * 61,
        "one two three four five six",
        "Wren is late.",
        "who was it?",
        "\u200b",
        "\u2060 \u200e",
        "--",
    ],
)
def test_what_cannot_be_a_name_is_refused(text):
    with pytest.raises(BadName):
        person_name(text)


@pytest.mark.parametrize("text", ["x" * 60, "one two three four five", "Ö", "李", "🌿", "J."])
def test_the_longest_and_shortest_names_are_taken(text):
    assert person_name(text) == text


@given(st.text(max_size=80))
def test_a_tidy_name_is_tidy(text):
    try:
        name = person_name(text)
    except BadName:
        return
    assert person_name(name) == name
    assert len(name) <= MOST_CHARACTERS
    assert 1 <= len(name.split()) <= MOST_WORDS


def test_accents_are_one_with_their_letters():
    assert person_name("Zoe\u0308") == "Zoë"


def test_spellings_of_one_name_are_the_same():
    assert same_name("  ÉVA  lind", "éva Lind")
    assert not same_name("Eva", "Éva")


@pytest.mark.parametrize(
    ("number", "letters"), [(0, ""), (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")]
)
def test_pseudonyms_are_letters(number, letters):
    assert pseudonym_letters(number) == letters


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_no_two_pseudonyms_are_alike(one, other):
    assert (pseudonym_letters(one) == pseudonym_letters(other)) == (one == other)


def test_a_pseudonym_stands_for_the_name():
    assert pseudonym(Person("x", "Wren", pseudonym=3)) == "Person C"


WREN = Person("1", "Wren", aliases=("Bird",))
BLUE = Person("2", "Kit Blue")
BIRDIE = Person("3", "Birdie")


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("w", [WREN]),
        ("BL", [BLUE]),
        ("bird", [BIRDIE, WREN]),
        ("ird", []),
        ("", [WREN, BLUE, BIRDIE]),
    ],
)
def test_people_are_found_by_the_beginning_of_any_of_their_names(start, found):
    assert list(starting((WREN, BLUE, BIRDIE), start)) == found


def test_a_name_has_one_key_in_every_spelling():
    assert name_key(" Zoe\u0308 ") == name_key("ZOË")
    assert WREN.names == ("Wren", "Bird")


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2026, 3, 12), date(2025, 3, 12)), (date(2024, 2, 29), date(2023, 2, 28))],
)
def test_a_year_before_is_the_same_day(day, before):
    assert a_year_before(day) == before
