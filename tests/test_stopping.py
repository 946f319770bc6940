"""Long work ends where it stands when it is asked to, and nothing else does."""

import threading

import pytest

from ally_journal.errors import Stopped
from ally_journal.stopping import Stop, check, current_stop, each, interruptible


def test_outside_of_a_job_nothing_is_stopped():
    check()
    assert list(each([1, 2])) == [1, 2]
    with interruptible(lambda: 1 / 0):
        assert current_stop() is None


def test_a_job_ends_at_its_next_check():
    stop = Stop()
    with stop.here():
        check()
        stop.ask()
        with pytest.raises(Stopped):
            check()
    check()


def test_a_job_that_was_stopped_before_is_not_begun():
    stop, done = Stop(), []
    stop.ask()
    with pytest.raises(Stopped), stop.here():
        done.append(True)
    assert not done


def test_a_loop_ends_between_two_things():
    stop = Stop()
    with stop.here():
        numbers = each(range(10))
        assert [next(numbers), next(numbers)] == [0, 1]
        stop.ask()
        with pytest.raises(Stopped):
            next(numbers)


def test_what_runs_is_interrupted_and_what_is_over_is_not():
    stop, woken = Stop(), threading.Event()
    asking = threading.Timer(0.05, stop.ask)
    with stop.here(), interruptible(woken.set):
        asking.start()
        assert woken.wait(5)
    asking.join()
    woken.clear()
    stop.ask()
    assert not woken.is_set()


def test_work_that_would_wait_is_not_begun_after_the_stop():
    stop = Stop()
    with stop.here():
        stop.ask()
        with pytest.raises(Stopped), interruptible(lambda: None):
            pytest.fail("it was begun")


def test_each_thread_has_its_own_job():
    stop, seen = Stop(), []
    with stop.here():
        other = threading.Thread(target=lambda: seen.append(current_stop()))
        other.start()
        other.join()
        assert current_stop() is stop
    assert seen == [None]
