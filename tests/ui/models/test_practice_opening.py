"""A later look begins with what was said: what is still undone, what was promised, who it was."""

from datetime import date, timedelta
from functools import partial

import pytest

from ui.models.practice_opening import opened
from ui.places import PracticePlace

LATER = date(2026, 3, 12) + timedelta(days=60)


@pytest.fixture
def look(desk, settle):
    """What a later look at an entry begins with: `look("mistake", {…})`."""

    def begin(practice, answers, *, instead="", carry=None):
        found = []
        desk.write(lambda journal: journal.writing.write(practice, answers))
        desk.ask(partial(_opened, instead, carry or {}), found.append, owner=desk)
        settle(desk)
        return found[0]

    return begin


def _opened(instead, carry, journal):
    asked = journal.promises.follow_ups(LATER)[0]
    place = PracticePlace(instead or asked.practice, follow_up=asked.id, carry=carry)
    return opened(place, journal).draft


def test_what_is_still_undone_goes_along(look):
    said = {"did": "Spoke up", "open": "Ask again", "changed": {"outcome": "too soon"}}
    draft = look("action", said)
    assert (draft.practice, draft.answers) == ("action_followup", {"open": "Ask again"})


UNDONE = {"did": "Spoke up", "open": "Ask again", "changed": {"outcome": "too soon"}}


def test_what_the_place_brings_along_comes_first(look):
    assert look("action", UNDONE, carry={"open": "Mine"}).answers == {"open": "Mine"}


def test_another_practice_takes_nothing_along(look):
    draft = look("action", UNDONE, instead="action")
    assert (draft.practice, draft.answers) == ("action", {})


def test_the_repair_goes_along_to_be_made_smaller(look):
    draft = look("mistake", {"did": "Cut her off", "repair": {"line": "Say it in the room"}})
    assert draft.answers == {"smaller": "Say it in the room"}


def test_what_may_not_have_been_a_slip_begins_with_what_was_said(look):
    said = {"did": "Cut her off", "found_out": "not-sure", "enough": "stop", "kind": "Breathe"}
    draft = look("mistake", said)
    assert draft.practice == "mistake"
    assert draft.answers == {"did": "Cut her off", "found_out": "not-sure"}


def test_the_talk_is_with_the_same_person(look):
    draft = look("seek_prep", {"safe": "no", "who": ["Juniper"], "when": "2026-03-20"})
    assert (draft.practice, draft.answers) == ("seek_debrief", {"who": ["Juniper"]})


def test_what_does_not_apply_any_more_stays_behind(look):
    draft = look("feedback", {"part": "The tone", "next": "think"})
    assert draft.answers == {}
