from datetime import UTC, datetime, timedelta

import pytest

from ally_journal.domain.promise import Promise, PromiseKind, PromiseState

NOW = datetime(2026, 3, 12, 18, 30, tzinfo=UTC)
TODAY = NOW.date()

OPEN = {"owned", "planned", "smaller", "moved"}


@pytest.mark.parametrize("state", PromiseState)
def test_a_promise_is_open_while_something_is_to_be_done(state):
    assert state.is_open == (state.value in OPEN)


def test_kinds_are_kept_as_words():
    assert {kind.value for kind in PromiseKind} == {"repair", "plan", "ask", "idea"}


def promise(state="planned", moved=0):
    return Promise("p", PromiseKind.PLAN, "Say it", PromiseState(state), TODAY, NOW, moved=moved)


@pytest.mark.parametrize(
    ("state", "moved", "asks"),
    [
        ("moved", 1, False),
        ("moved", 2, True),
        ("moved", 5, True),
        ("smaller", 2, False),
        ("planned", 0, False),
    ],
)
def test_what_was_moved_twice_asks_for_a_smaller_step_but_not_right_after_one(state, moved, asks):
    assert promise(state, moved).asks_smaller is asks


def test_a_step_changes_what_is_given_and_leaves_the_rest():
    later = TODAY + timedelta(days=3)
    moved = promise().standing(PromiseState.MOVED, NOW, due=later)
    assert (moved.due, moved.moved, moved.text, moved.settled) == (later, 1, "Say it", None)
    smaller = moved.standing(PromiseState.SMALLER, NOW, text="Say a word")
    assert (smaller.text, smaller.due, smaller.moved) == ("Say a word", later, 1)


@pytest.mark.parametrize("state", ["done", "checked", "dropped"])
def test_a_closing_step_has_its_moment_and_its_word(state):
    closed = promise().standing(PromiseState(state), NOW, why="Not mine")
    assert (closed.settled, closed.why) == (NOW, "Not mine")
