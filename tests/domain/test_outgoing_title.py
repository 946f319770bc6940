"""A title that repeats what stays behind does not go."""

import pytest

from ally_journal.domain.outgoing_title import may_go

STAYS = "I called **Wren** the wrong name,\ntwice in one hour."

REPEATS = {
    "the very words": "I called Wren the wrong name",
    "in capitals": "CALLED WREN",
    "other points and accents": "i cálled — Wren",
    "cut": "I called Wren the wro…",
    "cut long ago": "Something else that was…",
    "three words of it": "How I called the wrong name out",
    "joined": "wrongname",
    "nothing": " … ",
}


@pytest.mark.parametrize("name", REPEATS)
def test_what_repeats_it_stays(name):
    assert not may_go(REPEATS[name], [STAYS], [])


@pytest.mark.parametrize("stays", ["Wren", "a _slip_", "the talk\nslip"])
def test_a_title_that_holds_what_stays_whole_stays(stays):
    assert not may_go("A slip with Wren", [stays], [])


@pytest.mark.parametrize("title", ["The delay call", "A slip", "Once more", "山の日"])
def test_a_title_of_its_own_goes(title):
    assert may_go(title, [STAYS, "山田"], [])


def test_words_without_blanks_are_found_too():
    assert not may_go("山田", ["今日は山田さんと話した"], [])


def test_what_goes_out_anyway_may_stand_in_the_title():
    assert may_go("I called Wren the wrong…", [STAYS, "Wren"], [STAYS])
    assert may_go("About Wren", ["Wren"], ["It was Wren."])
