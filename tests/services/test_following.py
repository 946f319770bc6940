"""A promise is looked at again, and stands as the answers say."""

from datetime import date, timedelta

import pytest

from ally_journal.domain.promise import PromiseState

TODAY = date(2026, 3, 12)
LATER = TODAY + timedelta(days=60)
MISTAKE = {"did": "Cut her off", "repair": {"line": "Say sorry in the room"}, "due": "2026-03-19"}


@pytest.fixture
def mistake(journal):
    return journal.writing.write("mistake", MISTAKE)[0]


def look_again(journal, **answers):
    follow_up = journal.promises.follow_ups(LATER)[0]
    draft = journal.writing.begin(follow_up.practice, carry=answers, follows=follow_up.promise)
    journal.writing.keep(draft)


def test_a_mistake_is_looked_at_after_7_and_30_days_with_its_repair(journal, mistake):
    (repair,) = journal.promises.all()
    asked = journal.promises.follow_ups(LATER)
    assert [one.due for one in asked] == [date(2026, 3, 19), TODAY + timedelta(days=30)]
    assert {one.promise for one in asked} == {repair.id}


def test_without_a_promise_there_is_none_to_look_at(journal):
    journal.writing.write("mistake", {"did": "Cut her off"})
    assert {one.promise for one in journal.promises.follow_ups(LATER)} == {None}
    look_again(journal, done="yes")
    assert journal.promises.all(open_only=False) == ()


def test_a_practice_that_says_nothing_on_promises_follows_none(journal):
    answers = {"did": "Spoke up", "open": "Ask again", "changed": {"outcome": "too soon"}}
    journal.writing.write("action", answers)
    (asked,) = journal.promises.follow_ups(LATER)
    assert (asked.practice, asked.promise) == ("action_followup", None)


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"done": "yes", "next": "close"}, "checked"),
        ({"done": "yes"}, "checked"),
        ({"done": "in part", "next": "close"}, "done"),
        ({"done": "not-right", "next": "close"}, "dropped"),
        ({"done": "not yet", "next": "let-go", "why": "Not mine"}, "dropped"),
        ({"done": "not yet"}, "planned"),
        ({"done": "not yet", "next": "smaller step"}, "planned"),
    ],
)
def test_it_stands_as_the_answers_say(journal, mistake, answers, state):
    look_again(journal, **answers)
    (promise,) = journal.promises.all(open_only=False)
    assert promise.state == state
    assert promise.why == answers.get("why", "")
    assert (promise.settled is None) is promise.state.is_open


def test_a_smaller_step_takes_its_place(journal, mistake):
    look_again(journal, done="not yet", next="smaller step", smaller="Write one line")
    look_again(journal, done="not yet", next="smaller step", smaller="Write one line")
    (promise,) = journal.promises.all()
    assert (promise.text, promise.state) == ("Write one line", PromiseState.SMALLER)


def test_one_more_step_is_a_promise_of_its_own(journal, mistake):
    look_again(journal, done="in part", next="one more step", step="Fix the file")
    assert {one.text for one in journal.promises.all()} == {"Say sorry in the room", "Fix the file"}


def test_a_new_day_counts_as_a_move(journal, mistake):
    look_again(journal, done="not yet", next="new date", due="2026-04-02")
    (promise,) = journal.promises.all()
    assert (promise.due, promise.moved) == (date(2026, 4, 2), 1)


def test_an_edit_of_the_look_settles_nothing_again(journal, mistake):
    look_again(journal, done="not yet", next="smaller step", smaller="Write one line")
    (kept,) = journal.reading.find("practice:mistake_followup")
    (before,) = journal.promises.all()
    journal.writing.keep(journal.writing.edit(kept.id))
    assert journal.promises.all() == (before,)


def test_what_was_let_go_is_not_asked_about_again(journal, mistake):
    (repair,) = journal.promises.all()
    journal.promises.settle(repair.id, PromiseState.DROPPED)
    assert journal.promises.follow_ups(LATER) == ()
    journal.promises.undo(repair.id)
    assert len(journal.promises.follow_ups(LATER)) == 2
