"""Looking back: what was done comes first, then what is still undone; sooner only with enough."""

from datetime import date, timedelta

import pytest

from ally_journal.domain.promise import PromiseState
from ally_journal.domain.review import (
    Review,
    Said,
    done_lines,
    noticed_sentence,
    promises_sentence,
    review,
    sooner_sentence,
    undone_lines,
)

MONDAY, TODAY = date(2026, 3, 9), date(2026, 3, 12)
BEFORE = MONDAY - timedelta(days=7)
DONE, CHECKED, DROPPED = PromiseState.DONE, PromiseState.CHECKED, PromiseState.DROPPED
PLANNED, MOVED = PromiseState.PLANNED, PromiseState.MOVED


def look(promises=(), noticed=()):
    return review(promises, noticed, MONDAY, TODAY, BEFORE)


def test_only_what_was_settled_in_the_span_counts_in_its_order():
    found = look(
        [
            Said("later", DONE, TODAY),
            Said("first", CHECKED, MONDAY),
            Said("last week", DONE, MONDAY - timedelta(days=1)),
            Said("gone", DROPPED, TODAY),
            Said("never", DROPPED, BEFORE),
        ]
    )
    assert found.done == ("first", "later")
    assert found.let_go == 1
    assert found.undone == ()


def test_what_is_open_stands_by_its_day_whenever_it_was_made():
    found = look(
        [Said("no day", PLANNED), Said("b", MOVED, due=TODAY), Said("a", PLANNED, due=MONDAY)]
    )
    assert [one.text for one in found.undone] == ["a", "b", "no day"]


def test_nothing_done_and_nothing_open_are_fine():
    assert done_lines(look()) == ("Nothing was ticked off. That can be so.",)
    assert undone_lines(look(), TODAY) == ("Nothing is open on your list.",)
    assert promises_sentence(look(), TODAY) == "None are open."


def test_what_was_done_is_named_in_own_words():
    found = look([Said("Ask Wren.", DONE, MONDAY), Said("Thank Fern", DONE, TODAY)])
    assert done_lines(found) == ("Ask Wren", "Thank Fern")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "for today"), (1, "for tomorrow"), (-1, "since yesterday"), (2, "for Saturday"),
        (6, "for Wednesday"), (7, "for 19 March"), (-3, "since 9 March"),
    ],
)  # fmt: skip
def test_when_it_is_due_is_said_without_a_word_of_lateness(days, words):
    found = look([Said("Ask Wren.", PLANNED, due=TODAY + timedelta(days=days))])
    assert undone_lines(found, TODAY) == (f"Ask Wren · {words}",)
    assert promises_sentence(found, TODAY) == f"One is open, the first {words}."


@pytest.mark.parametrize(
    ("number", "last"), [(4, "p3"), (5, "and one more"), (7, "and three more")]
)
def test_many_are_named_as_four_and_a_number(number, last):
    found = look([Said(f"p{place}", PLANNED) for place in range(number)])
    assert undone_lines(found, TODAY)[-1] == last
    assert undone_lines(found, TODAY)[0] == "p0"


def test_promises_are_one_sentence_done_first():
    found = look([Said("a", DONE, TODAY), Said("b", PLANNED), Said("c", PLANNED)])
    assert promises_sentence(found, TODAY) == "One was done. Two are open."


def test_a_long_promise_is_shortened_at_a_word():
    (line,) = done_lines(look([Said("speak " * 40, DONE, TODAY)]))
    assert line.endswith("speak…")
    assert len(line) <= 70


def test_what_was_noticed_is_counted_in_the_order_of_time():
    noticed = [
        (TODAY, "later"), (TODAY, "as-it-happened"), (MONDAY, "as-it-happened"),
        (BEFORE, "same-day"), (TODAY, "unknown"), (TODAY + timedelta(days=1), "later"),
    ]  # fmt: skip
    found = look(noticed=noticed)
    assert found.noticed == (("as-it-happened", 2), ("later", 1))
    assert found.before == (("same-day", 1),)
    assert noticed_sentence(found) == "You caught three things: two as it happened and one later."


def test_one_thing_is_one_thing_and_nothing_is_silence():
    one = look(noticed=[(TODAY, "someone-told-me")])
    assert noticed_sentence(one) == "You caught one thing, when someone told you."
    assert noticed_sentence(look()) == ""


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        ({"as-it-happened": 6, "later": 2}, {"as-it-happened": 2, "later": 6}, True),
        ({"as-it-happened": 2, "later": 6}, {"as-it-happened": 6, "later": 2}, False),
        ({"same-day": 4, "later": 4}, {"same-day": 4, "later": 4}, False),
        ({"as-it-happened": 7}, {"later": 8}, False),
        ({"as-it-happened": 8}, {"later": 7}, False),
        ({}, {}, False),
    ],
)
def test_sooner_is_said_only_with_eight_answers_on_both_sides(now, then, said):
    found = Review(MONDAY, TODAY, noticed=tuple(now.items()), before=tuple(then.items()))
    assert bool(sooner_sentence(found)) is said
