"""The lane and the way back to the window's thread."""

import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from ally_journal.errors import DiskFull, Stopped
from ally_journal.stopping import check, current_stop
from ui.background import Background
from ui.messages import Messages


@pytest.fixture
def messages(qtbot):
    return Messages()


@pytest.fixture
def background(messages):
    made = Background(messages)
    yield made
    made.close()


def test_calls_run_one_after_the_other_in_one_thread(qtbot, background):
    seen, answers = [], []
    for number in range(20):
        background.run(lambda n=number: seen.append((n, threading.get_ident())), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 20, timeout=5_000)
    assert [number for number, _thread in seen] == list(range(20))
    assert len({thread for _number, thread in seen}) == 1


def test_an_error_is_said_as_a_sentence(qtbot, background, messages):
    def fail():
        raise DiskFull

    with qtbot.waitSignal(messages.said, timeout=5_000) as said:
        background.run(fail)
    assert said.args[0]
    assert "DiskFull" not in said.args[0]


def test_an_error_goes_to_whoever_wants_it(qtbot, background):
    def fail():
        raise DiskFull

    heard = []
    background.run(fail, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=5_000)
    assert isinstance(heard[0], DiskFull)


def test_a_bug_goes_to_the_hook(qtbot, background, monkeypatch):
    seen = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_rest: seen.append(kind))
    background.run(lambda: 1 / 0)
    qtbot.waitUntil(lambda: bool(seen), timeout=5_000)
    assert seen == [ZeroDivisionError]


def test_an_answer_for_a_dead_owner_is_dropped(qtbot, background):
    owner, heard, over = QObject(), [], []
    background.run(lambda: 1, heard.append, owner=owner)
    Shiboken.delete(owner)
    background.run(lambda: 2, over.append)
    qtbot.waitUntil(lambda: bool(over), timeout=5_000)
    assert not heard


def test_after_a_drop_reads_are_not_begun_and_writes_are_carried_out(qtbot, background):
    gate, done = threading.Event(), []
    background.run(gate.wait)
    background.run(lambda: done.append("read"))
    background.run(lambda: done.append("write"), lasting=True)
    background.drop()
    gate.set()
    assert background.run_and_wait(lambda: None, 5)
    assert done == ["write"]


def test_waiting_has_an_end(background):
    gate = threading.Event()
    assert not background.run_and_wait(gate.wait, 0.05)
    gate.set()


def test_work_aside_does_not_wait_for_the_lane(qtbot, background):
    gate, heard = threading.Event(), []
    background.run(gate.wait)
    background.aside(lambda: 1, heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=5_000)
    gate.set()


def test_what_is_under_way_ends_at_a_drop_and_what_is_written_does_not(qtbot, background):
    begun, told, wrote = threading.Event(), [], []

    def endless():
        begun.set()
        while True:
            check()

    background.run(endless, told.append, told.append)
    background.run(lambda: wrote.append(current_stop()), lasting=True)
    begun.wait(5)
    background.drop()
    assert background.run_and_wait(lambda: None, 5)
    QApplication.sendPostedEvents()
    assert wrote == [None]
    assert not told


def test_the_person_can_end_what_takes_long(qtbot, background):
    begun, heard = threading.Event(), []

    def endless():
        begun.set()
        while True:
            check()

    stop = background.run(endless, failed=heard.append)
    begun.wait(5)
    stop.ask()
    qtbot.waitUntil(lambda: bool(heard), timeout=5_000)
    assert isinstance(heard[0], Stopped)


def test_a_drop_between_two_calls_ends_neither_of_the_next_round(qtbot, background):
    heard = []
    for _round in range(200):
        background.run(check)
        background.drop()
    background.run(check, heard.append)
    qtbot.waitUntil(lambda: heard == [None], timeout=5_000)
