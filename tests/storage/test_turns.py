import threading
import time
from contextlib import closing, suppress

import pytest

from ally_journal.errors import DamagedFile, DiskTrouble, Stopped, VaultClosed
from ally_journal.stopping import Stop, check
from ally_journal.storage.connection import DriverError, connect, fetch
from ally_journal.storage.turns import OwnTurn, Task, Turns

SOME = "SELECT count(*) FROM setting"
SOON = 5
MALFORMED = "database disk image is malformed"


def done(task):
    until = time.monotonic() + SOON
    while not task.step():
        assert time.monotonic() < until
    return task.result()


def test_work_uses_the_connection_in_its_turn_and_gives_its_result(vault):
    def work(source):
        with source.turn() as conn:
            return fetch(conn, SOME)

    assert done(Task(vault.live, work, lambda found: found[0][0] + 1)) == 41
    assert vault.live.guests == set()


def test_the_lane_writes_between_two_parts_of_a_turn(vault):
    seen = []

    def work(source):
        with source.turn() as conn:
            for _ in range(3):
                seen.extend(fetch(conn, "SELECT counter FROM vault"))
                source.pause()

    task = Task(vault.live, work, lambda _nothing: seen)
    while not task.step():
        with vault.atomic() as transaction:
            transaction.run("DELETE FROM setting WHERE name = 'leaf 1'")
    assert len(set(seen)) == 3


def test_work_runs_beside_the_lane_and_never_with_it(vault):
    lane, threads = threading.get_ident(), []

    def work(source):
        with source.turn():
            threads.append(threading.get_ident())

    done(Task(vault.live, work, lambda nothing: nothing))
    assert lane not in threads


def test_the_lane_waits_no_longer_than_it_is_patient(vault):
    ready = threading.Event()
    task = Task(vault.live, lambda _source: ready.wait(SOON), bool)
    began = time.monotonic()
    assert not task.step(0.01)
    assert time.monotonic() - began < 1
    ready.set()
    assert done(task)


@pytest.mark.parametrize("kind", [DamagedFile, DiskTrouble])
def test_what_the_work_meets_comes_out_of_its_result(vault, kind):
    def work(source):
        with source.turn():
            raise kind

    with pytest.raises(kind):
        done(Task(vault.live, work, lambda nothing: nothing))
    assert vault.rows(SOME) == [(40,)]


def test_what_comes_after_it_in_the_lane_may_fail_too(vault):
    def fail(_result):
        raise DiskTrouble

    with pytest.raises(DiskTrouble):
        done(Task(vault.live, lambda _source: 1, fail))


def test_locking_takes_the_connection_from_work_in_the_midst_of_its_turn(vault):
    ended = []

    def work(source):
        try:
            with source.turn():
                while True:
                    source.pause()
        finally:
            ended.append(True)

    task = Task(vault.live, work, lambda nothing: nothing)
    for _ in range(3):
        assert not task.step()
    vault.close()
    assert task.step()
    assert ended == [True]
    with pytest.raises(VaultClosed):
        task.result()


def test_a_stop_interrupts_a_query_of_the_work_itself(vault):
    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
    )
    begun = threading.Event()

    def work(source):
        own = vault.live.path
        with closing(connect(own, vault.live.key.spec(), "ro")) as conn, source.watched(conn):
            begun.set()
            conn.execute(endless)

    task = Task(vault.live, work, lambda nothing: nothing)
    while not begun.is_set():
        task.step()
    time.sleep(0.05)
    task.stop()
    task._thread.join(SOON)
    assert not task._thread.is_alive()


def test_a_stop_ends_what_reads_and_writes_files_in_the_work(vault):
    begun, ended = threading.Event(), []

    def work(_source):
        try:
            while True:
                begun.set()
                check()
        finally:
            time.sleep(0.05)
            ended.append("all cleared away")

    task = Task(vault.live, work, lambda nothing: nothing)
    while not begun.is_set():
        task.step()
    task.stop()
    assert ended == ["all cleared away"]


def test_damage_that_the_second_look_does_not_find_is_trouble_with_the_disk(vault):
    def work(source):
        with source.turn():
            raise DriverError(MALFORMED)

    with pytest.raises(DiskTrouble):
        done(Task(vault.live, work, lambda nothing: nothing))


def test_nothing_is_lent_to_work_that_was_stopped(vault):
    turns = Turns()
    turns.stop()
    with vault.live.use() as conn:
        assert not turns.give(conn)


def test_work_that_nobody_waits_for_has_the_connection_all_along(vault):
    with vault.live.use() as conn:
        source = OwnTurn(conn)
        with source.turn() as lent, source.watched(lent) as watched:
            source.pause()
            source.check()
            assert watched is conn


def test_what_nobody_wants_any_more_says_that_it_was_stopped(vault):
    task = Task(vault.live, lambda source: source.turn().__enter__(), bool)
    task.stop()
    assert task.step()
    with pytest.raises(Stopped):
        task.result()


def test_work_in_one_go_ends_where_its_job_is_stopped(vault):
    stop = Stop()
    with vault.live.use() as conn, stop.here():
        source = OwnTurn(conn)
        stop.ask()
        for ask in (source.check, source.pause):
            with pytest.raises(Stopped):
                ask()


def test_work_that_ends_in_any_way_at_all_holds_up_no_lock(vault):
    def work(source):
        with suppress(SystemExit), source.turn():
            raise SystemExit

    task = Task(vault.live, work, lambda nothing: nothing)
    while not task.step():
        pass
    vault.close()
