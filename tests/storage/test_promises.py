from dataclasses import replace
from datetime import date, timedelta

from ally_journal.domain.promise import FollowUp, Promise, PromiseKind, PromiseState
from ally_journal.storage import entries, promises
from tests.storage.samples import NOW, STAMP, TODAY, entry, keep


def promise(name="p1", due=TODAY, **more):
    return Promise(name, PromiseKind.PLAN, "Say it", PromiseState.PLANNED, due, NOW, **more)


def add(vault, one, step="plan"):
    with vault.atomic() as tx:
        promises.add(tx, one, step, STAMP)
    return one


def test_a_promise_is_read_back_with_the_practice_it_came_from(vault):
    kept = keep(vault, entry())
    one = add(vault, promise(entry=kept.id))
    assert promises.load(vault, one.id) == replace(one, practice="catch")
    assert promises.of_entry(vault, kept.id) == ((replace(one, practice="catch"), "plan"),)


def test_there_is_none_with_another_id(vault):
    assert promises.load(vault, "none") is None


def test_those_due_first_stand_at_the_top_and_those_without_a_day_last(vault):
    for name, due in (("a", None), ("b", date(2026, 4, 1)), ("c", date(2026, 3, 1))):
        add(vault, promise(name, due))
    assert [one.id for one in promises.everything(vault, open_only=True)] == ["c", "b", "a"]


def test_settled_ones_are_listed_only_when_asked_for(vault):
    one = add(vault, promise())
    with vault.atomic() as tx:
        promises.save(tx, replace(one, state=PromiseState.DONE, settled=NOW), STAMP)
    assert promises.everything(vault, open_only=True) == ()
    assert promises.everything(vault, open_only=False)[0].settled == NOW


def test_a_promise_of_an_entry_in_the_trash_is_not_listed(vault):
    kept = keep(vault, entry())
    add(vault, promise(entry=kept.id))
    with vault.atomic() as tx:
        entries.set_columns(tx, kept.id, STAMP, trashed=1)
    assert promises.everything(vault, open_only=False) == ()


def test_the_history_tells_every_step_and_forgets_the_last_when_asked(vault):
    one = add(vault, promise())
    with vault.atomic() as tx:
        moved = replace(one, state=PromiseState.MOVED, due=date(2026, 4, 1))
        promises.save(tx, moved, STAMP)
    steps = [(PromiseState.PLANNED, TODAY), (PromiseState.MOVED, date(2026, 4, 1))]
    assert [step[:2] for step in promises.history(vault, one.id)] == steps
    with vault.atomic() as tx:
        promises.take_back(tx, one, STAMP)
    assert [step[:2] for step in promises.history(vault, one.id)] == steps[:1]


def test_follow_ups_are_listed_once_they_are_due_and_until_they_are_settled(vault):
    kept = keep(vault, entry())
    later = FollowUp("f2", kept.id, "mistake_followup", TODAY + timedelta(days=1))
    now = FollowUp("f1", kept.id, "mistake_followup", TODAY)
    with vault.atomic() as tx:
        promises.add_follow_up(tx, later, STAMP)
        promises.add_follow_up(tx, now, STAMP)
    assert promises.follow_ups(vault, TODAY) == (now,)
    assert promises.follow_ups(vault, later.due) == (now, later)
    with vault.atomic() as tx:
        promises.settle_row(tx, "follow_up", now.id, STAMP)
    assert promises.follow_ups(vault, TODAY) == ()
    assert promises.follow_ups_of(vault, kept.id) == {
        ("mistake_followup", "2026-03-12"),
        ("mistake_followup", "2026-03-13"),
    }


def test_what_waits_in_the_inbox_leaves_after_its_last_day(vault):
    with vault.atomic() as tx:
        promises.add_inbox(tx, "debrief", {"facts": "moss"}, TODAY, STAMP)
    ((row, practice, carry),) = promises.inbox(vault, TODAY)
    assert (practice, carry) == ("debrief", {"facts": "moss"})
    assert promises.inbox(vault, TODAY + timedelta(days=1)) == ()
    with vault.atomic() as tx:
        promises.settle_row(tx, "inbox", row, STAMP)
    assert promises.inbox(vault, TODAY) == ()
