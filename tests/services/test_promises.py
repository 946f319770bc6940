from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ally_journal.domain.promise import PromiseState
from ally_journal.errors import UnknownPractice, UnknownPromise

TODAY = date(2026, 3, 12)


def plan(journal, act="say “let Wren finish”", due="2026-03-14"):
    answers = {"wish": "Let people end", "ifthen": {"if": "I am cut off", "then": act}, "due": due}
    return journal.writing.write("plan", answers)[0]


def test_a_plan_becomes_a_promise_with_its_day(journal):
    entry = plan(journal)
    (promise,) = journal.promises.all()
    assert (promise.entry, promise.due) == (entry.id, date(2026, 3, 14))
    assert promise.state is PromiseState.PLANNED
    assert "let Wren finish" in promise.text
    assert journal.promises.due(TODAY) == (promise,)


def test_a_promise_is_done_and_the_step_taken_back(journal):
    plan(journal)
    (promise,) = journal.promises.all()
    journal.promises.settle(promise.id, PromiseState.DONE)
    assert journal.promises.all() == ()
    (done,) = journal.promises.all(open_only=False)
    assert done.settled is not None
    journal.promises.undo(promise.id)
    assert journal.promises.all() == (promise,)
    journal.promises.undo(promise.id)
    assert journal.promises.all() == (promise,)


def test_moving_counts_and_undoing_a_move_takes_it_back(journal):
    plan(journal)
    (promise,) = journal.promises.all()
    journal.promises.settle(promise.id, PromiseState.MOVED, due=TODAY + timedelta(days=9))
    (moved,) = journal.promises.all()
    assert (moved.moved, moved.due) == (1, TODAY + timedelta(days=9))
    journal.promises.undo(promise.id)
    assert journal.promises.all() == (promise,)


def test_a_promise_is_made_smaller_or_let_go_with_a_word(journal):
    plan(journal)
    (promise,) = journal.promises.all()
    journal.promises.settle(promise.id, PromiseState.SMALLER, text="One sentence")
    assert journal.promises.all()[0].text == "One sentence"
    journal.promises.settle(promise.id, PromiseState.DROPPED, why="Not mine to do")
    (gone,) = journal.promises.all(open_only=False)
    assert (gone.why, gone.state.is_open) == ("Not mine to do", False)


def test_an_edit_brings_an_open_promise_up_to_date_and_makes_no_second_one(journal):
    entry = plan(journal)
    draft = journal.writing.edit(entry.id)
    answers = {**draft.answers, "ifthen": {"if": "I am cut off", "then": "wait"}}
    journal.writing.keep(replace(draft, answers=answers))
    (promise,) = journal.promises.all()
    assert "wait" in promise.text


def test_promises_of_an_entry_in_the_trash_rest_with_it(journal):
    entry = plan(journal)
    journal.bin.move(entry.id)
    assert journal.promises.all() == ()
    journal.bin.put_back(entry.id)
    assert len(journal.promises.all()) == 1


def test_a_mistake_is_looked_at_again_after_seven_days(journal):
    answers = {"did": "I spoke over Fern", "gate.level": 3, "gate.kind": "no"}
    journal.writing.write("mistake", answers)
    assert journal.promises.follow_ups(TODAY) == ()
    due = journal.promises.follow_ups(TODAY + timedelta(days=40))
    assert {one.practice for one in due} == {"mistake_followup"}
    for one in due:
        journal.promises.settle_follow_up(one.id)
    assert journal.promises.follow_ups(TODAY + timedelta(days=40)) == ()


def test_what_is_put_off_waits_in_the_inbox_for_a_week(journal, clock):
    journal.promises.add_inbox("catch", {"what": "the lift"})
    ((row, practice, carry),) = journal.promises.inbox()
    assert (practice, carry) == ("catch", {"what": "the lift"})
    clock.move(timedelta(days=8))
    assert journal.promises.inbox() == ()
    clock.move(timedelta(days=-8))
    journal.promises.settle_inbox(row)
    assert journal.promises.inbox() == ()


def test_an_unknown_promise_or_practice_is_named(journal):
    with pytest.raises(UnknownPromise):
        journal.promises.settle("nothing", PromiseState.DONE)
    with pytest.raises(UnknownPromise):
        journal.promises.undo("nothing")
    with pytest.raises(UnknownPractice):
        journal.promises.add_inbox("nothing", {})


def test_what_is_asked_for_again_comes_once(journal):
    entry = plan(journal)
    for _ in range(2):
        journal.promises.ask_again(entry.id, "how_now", TODAY)
    assert [one.practice for one in journal.promises.follow_ups(TODAY)] == ["how_now"]


def test_a_promise_that_is_open_again_has_no_word_on_letting_it_go(journal):
    plan(journal)
    (promise,) = journal.promises.all()
    journal.promises.settle(promise.id, PromiseState.DROPPED, why="Not mine to do")
    journal.promises.undo(promise.id)
    assert journal.promises.all() == (promise,)


def test_a_step_is_taken_back_also_after_the_clock_was_put_back(journal, clock):
    plan(journal)
    (promise,) = journal.promises.all()
    journal.promises.settle(promise.id, PromiseState.DONE)
    clock.move(-timedelta(hours=3))
    journal.promises.undo(promise.id)
    journal.promises.undo(promise.id)
    assert journal.promises.all() == (promise,)


def test_the_board_has_every_promise_and_the_days_of_a_repair(journal, clock):
    plan(journal)
    mistake = {"did": "I spoke over Fern", "repair": {"line": "Say so in the room"}}
    journal.writing.write("mistake", mistake)
    (repair,) = [one for one in journal.promises.all() if one.kind == "repair"]
    clock.move(timedelta(days=3))
    journal.promises.settle(repair.id, PromiseState.DONE)
    board = journal.promises.board()
    assert (len(board.placed), board.open, board.repair_days) == (2, 1, (3,))
    assert board.placed[1].closed == TODAY + timedelta(days=3)


def test_the_entry_behind_a_follow_up_or_a_promise_is_known(journal):
    entry = journal.writing.write("mistake", {"did": "I spoke over Fern", "repair": {"line": "x"}})
    asked = journal.promises.follow_ups(TODAY + timedelta(days=40))[0]
    promise = journal.promises.all()[0]
    assert journal.promises.entry_of(follow_up=asked.id) == entry[0].id
    assert journal.promises.entry_of(follow_up="gone", promise=promise.id) == entry[0].id
    assert journal.promises.entry_of(promise="gone") is None
    assert journal.promises.entry_of() is None
