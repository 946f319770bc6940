import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.person import MOST_CHARACTERS, MOST_WORDS, person_name
from ally_journal.errors import BadName


def test_blanks_around_and_inside_a_name_are_folded():
    assert person_name("  Wren \t of\nthe  Slate ") == "Wren of the Slate"


@pytest.mark.parametrize("text", ["", "   ", "x" * 61, "one two three four five six"])
def test_what_cannot_be_a_name_is_refused(text):
    with pytest.raises(BadName):
        person_name(text)


@pytest.mark.parametrize("text", ["x" * 60, "one two three four five", "Ö", "李"])
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
