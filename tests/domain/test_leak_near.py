import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.leak_near import NearNames, is_one_slip

WORD = st.text("abcde", min_size=1, max_size=7)


def places(text, *names):
    return [text[start:end] for start, end in NearNames(names).places(text)]


@pytest.mark.parametrize("slip", ["junper", "junniper", "juinper", "jumiper", "ajuniper"])
def test_one_slip_is_one(slip):
    assert is_one_slip(slip, "juniper")


@pytest.mark.parametrize("other", ["juniper", "jumiber", "junip", "rejuniper", "juenpir"])
def test_none_and_two_are_not(other):
    assert not is_one_slip(other, "juniper")


def slips(word):
    shorter = {word[:at] + word[at + 1 :] for at in range(len(word))}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    other = {word[:at] + one + word[at + 1 :] for at in range(len(word)) for one in "abcde"}
    longer = {word[:at] + one + word[at:] for at in range(len(word) + 1) for one in "abcde"}
    return (shorter | swapped | other | longer) - {word}


@given(WORD, WORD)
def test_slips_are_those_that_can_be_counted(one, other):
    assert is_one_slip(one, other) == (one in slips(other))


def test_names_of_three_letters_have_no_near_ones():
    assert places("Iry, Ivyy and Oak", "ivy") == []


def test_a_doubled_letter_of_a_short_name_is_seen():
    assert places("Wrenn was there, and Wern", "wren") == ["Wrenn", "Wern"]


def test_words_of_everyday_are_no_slips():
    assert places("after the faster Astur", "aster") == ["Astur"]
