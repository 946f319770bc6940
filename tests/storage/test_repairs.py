from dataclasses import replace
from datetime import timedelta

from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.storage import promises, repairs
from tests.storage.samples import NOW, STAMP


def add(vault, name, kind, *states):
    one = Promise(name, kind, "Say it", PromiseState.PLANNED, None, NOW)
    with vault.atomic() as tx:
        promises.add(tx, one, "repair", STAMP)
        for number, state in enumerate(states, 1):
            stamp = replace(STAMP, now=NOW + timedelta(days=number))
            promises.save(tx, replace(one, state=state, settled=stamp.now), stamp)


def test_a_repair_was_mended_when_it_was_first_done(vault):
    add(vault, "r1", PromiseKind.REPAIR, PromiseState.DONE, PromiseState.CHECKED)
    add(vault, "r2", PromiseKind.REPAIR, PromiseState.MOVED, PromiseState.CHECKED)
    assert repairs.mended(vault) == {"r1": NOW + timedelta(1), "r2": NOW + timedelta(2)}


def test_what_is_no_repair_or_not_done_was_not_mended(vault):
    add(vault, "p1", PromiseKind.PLAN, PromiseState.DONE)
    add(vault, "r1", PromiseKind.REPAIR, PromiseState.DROPPED)
    assert repairs.mended(vault) == {}
