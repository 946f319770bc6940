from dataclasses import replace
from datetime import date, timedelta

from ally_journal.domain.promise import PromiseKind, PromiseState
from ally_journal.services import yields

TODAY = date(2026, 3, 12)
MISTAKE = {"did": "Cut her off", "found_out": "noticed", "enough": "go-on"}


def known(journal, draft):
    return yields.facts(journal._context, draft)


def mistake(journal, **answers):
    given = MISTAKE if "found_out" in answers else {"did": MISTAKE["did"]}
    return journal.writing.write("mistake", given | answers)[0]


def test_the_hour_is_that_on_the_wall(journal):
    assert known(journal, journal.writing.begin("catch")) == {
        "hour": 18,
        "event.entries_7d": 0,
        "plan.moved": 0,
        "asks.themes": 0,
    }


def test_practices_may_ask_for_themes_once_the_person_lets_them(journal):
    journal.settings.change(ask_themes=True)
    assert known(journal, journal.writing.begin("bias_check"))["asks.themes"] == 1


def test_what_earlier_entries_say_in_a_row_is_counted_without_the_one_being_edited(journal):
    assert known(journal, journal.writing.begin("belonging"))["count.nothing"] == 0
    for hidden in (5, 5):
        last = journal.writing.write("belonging", {"hide": hidden})[0]
    assert known(journal, journal.writing.begin("belonging"))["count.hidden"] == 2
    again = replace(journal.writing.edit(last.id), id=last.id)
    assert known(journal, again)["count.hidden"] == 1


def test_entries_on_the_same_event_count_for_a_week(journal, clock):
    first = journal.writing.write("free", {"page": "moss"})[0]
    draft = journal.writing.begin("free", event=first.event)
    assert known(journal, draft)["event.entries_7d"] == 1
    clock.move(timedelta(days=8))
    assert known(journal, draft)["event.entries_7d"] == 0


def test_an_entry_in_the_trash_or_the_draft_itself_does_not_count(journal):
    first = journal.writing.write("free", {"page": "moss"})[0]
    assert (
        known(journal, replace(journal.writing.edit(first.id), id=first.id))["event.entries_7d"]
        == 0
    )
    journal.bin.move(first.id)
    assert known(journal, journal.writing.begin("free", event=first.event))["event.entries_7d"] == 0


def test_how_often_a_promise_was_moved_is_known_when_it_is_looked_at_again(journal):
    journal.writing.write("plan", {"wish": "Ask first"})
    (promise,) = journal.promises.all()
    journal.promises.settle(promise.id, PromiseState.MOVED, due=TODAY)
    draft = journal.writing.begin("plan", follows=promise.id)
    assert known(journal, draft)["plan.moved"] == 1
    assert known(journal, replace(draft, follows="none"))["plan.moved"] == 0


def test_a_repair_without_a_day_is_owned_and_with_one_is_planned(journal):
    mistake(journal, repair={"line": "Say sorry  in\tthe room"})
    mistake(journal, repair={"line": "Write to her"}, due="2026-03-20")
    planned, owned = journal.promises.all()
    assert (planned.state, planned.due) == (PromiseState.PLANNED, date(2026, 3, 20))
    assert (owned.kind, owned.state, owned.text) == (
        PromiseKind.REPAIR,
        PromiseState.OWNED,
        "Say sorry in the room",
    )


def test_nothing_said_is_no_promise(journal):
    mistake(journal)
    assert journal.promises.all() == ()


def test_an_edit_brings_an_open_promise_up_to_date_and_makes_no_second(journal):
    entry = journal.writing.write("plan", {"wish": "Ask first"})[0]
    draft = journal.writing.edit(entry.id)
    journal.writing.keep(replace(draft, answers={"wish": "Ask her first", "due": "2026-03-20"}))
    (promise,) = journal.promises.all()
    assert (promise.text, promise.due) == ("Ask her first", date(2026, 3, 20))


def test_an_edit_leaves_a_settled_promise_as_it_was(journal):
    entry = journal.writing.write("plan", {"wish": "Ask first"})[0]
    journal.promises.settle(journal.promises.all()[0].id, PromiseState.DONE)
    draft = journal.writing.edit(entry.id)
    journal.writing.keep(replace(draft, answers={"wish": "Something else"}))
    (promise,) = journal.promises.all(open_only=False)
    assert (promise.text, promise.state) == ("Ask first", PromiseState.DONE)


def test_follow_ups_are_asked_for_once_however_often_the_entry_is_edited(journal):
    entry = mistake(journal)
    asked = journal.promises.follow_ups(TODAY + timedelta(days=60))
    assert asked
    journal.writing.keep(journal.writing.edit(entry.id))
    assert journal.promises.follow_ups(TODAY + timedelta(days=60)) == asked


def test_an_edit_of_something_else_leaves_what_was_moved_or_made_smaller(journal):
    entry = journal.writing.write("plan", {"wish": "Ask first", "due": "2026-03-14"})[0]
    promise = journal.promises.all()[0].id
    journal.promises.settle(promise, PromiseState.SMALLER, text="Ask once")
    journal.promises.settle(promise, PromiseState.MOVED, due=date(2026, 3, 20))
    (before,) = journal.promises.all()
    draft = journal.writing.edit(entry.id)
    journal.writing.keep(replace(draft, answers=draft.answers | {"good": "More calm"}))
    assert journal.promises.all() == (before,)


def test_what_is_promised_already_is_not_promised_twice(journal):
    entry, _change = journal.writing.write("action", {"did": "x", "open": "Ask again"})

    def look_again(words, event):
        draft = journal.writing.begin("action_followup", carry={"open": words}, event=event)
        journal.writing.keep(draft)

    look_again("ask again", entry.event)
    assert [one.text for one in journal.promises.all()] == ["Ask again"]
    look_again("Ask someone else", entry.event)
    look_again("Ask again", None)
    assert len(journal.promises.all()) == 3


def test_the_same_words_for_another_day_are_another_promise(journal):
    entry, _change = journal.writing.write("plan", {"wish": "Ask first", "due": "2026-03-14"})
    answers = {"wish": "Ask first", "due": "2026-03-20"}
    journal.writing.keep(journal.writing.begin("plan", carry=answers, event=entry.event))
    assert [one.due.day for one in journal.promises.all()] == [14, 20]
