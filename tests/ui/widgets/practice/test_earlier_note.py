"""A later look opens with what was said before."""

from datetime import date

import pytest

from ui.pages.practice import PracticePage
from ui.places import PracticePlace
from ui.widgets.practice.earlier_note import EarlierNote
from ui.widgets.text import Text

MISTAKE = {"did": "I spoke over Fern", "repair": {"line": "Say so in the room"}}


@pytest.fixture
def look(desk, shown, settle):
    """The page of a practice, at its first question."""
    pages = []

    def begin(place):
        pages.append(shown(PracticePage(desk), place))
        settle(desk)
        settle(desk)
        return pages[-1]

    return begin


@pytest.fixture
def asked(desk, settle):
    found = []
    desk.write(lambda journal: journal.writing.write("mistake", MISTAKE))
    desk.ask(lambda one: one.promises.follow_ups(date(2026, 5, 1)), found.extend, owner=desk)
    settle(desk)
    return found[0]


def note_of(page):
    return page.view.findChild(EarlierNote)


def test_what_was_said_stands_below_the_first_question(look, asked):
    place = PracticePlace(asked.practice, follows=asked.promise, follow_up=asked.id)
    note = note_of(look(place))
    assert note.isVisible()
    words = [one.text() for one in note.findChildren(Text)]
    assert words[0] == "What you said, 12 March"
    assert {"I spoke over Fern", "Say so in the room"} <= set(words)


def test_it_is_not_on_the_questions_after_it(look, asked, desk, settle):
    page = look(PracticePlace(asked.practice, follows=asked.promise, follow_up=asked.id))
    page.go_on()
    settle(desk)
    assert note_of(page) is None


def test_a_walk_that_looks_at_nothing_again_has_no_such_note(look):
    assert note_of(look(PracticePlace("catch"))).isHidden()
