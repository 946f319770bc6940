import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from ui.collecting import Collecting, collect_as_python_would, collect_here


@pytest.fixture
def window(qtbot):
    made = QObject()
    yield made
    made.deleteLater()
    qtbot.waitUntil(gc.isenabled)


class Leaf(list):
    """Holds itself, so that only a collection ends it."""

    def __init__(self):
        super().__init__((self,))


def churn():
    for _ in range(20_000):
        Leaf()


def in_a_worker(call):
    worker = threading.Thread(target=call)
    worker.start()
    worker.join()


def ended_in(leaf):
    places = []
    weakref.finalize(leaf, lambda: places.append(threading.current_thread()))
    return places


def test_what_a_worker_leaves_is_collected_on_the_windows_thread(window):
    collect_here(window)
    leaf = Leaf()
    places = ended_in(leaf)
    del leaf
    in_a_worker(churn)
    assert places == []
    collect_as_python_would()
    assert places == [threading.main_thread()]


def test_older_ones_are_collected_too_but_more_seldom(window):
    collect_here(window)
    gc.collect()
    leaf = Leaf()
    places = ended_in(leaf)
    gc.collect(0)  # it is among the older ones now
    del leaf
    rounds = 0
    while not places and rounds < 50:
        churn()
        collect_as_python_would()
        rounds += 1
    assert 1 < rounds < 50


def test_little_is_left_alone(window):
    collect_here(window)
    gc.collect()
    leaf = Leaf()
    places = ended_in(leaf)
    del leaf
    collect_as_python_would()
    assert places == []


def test_there_is_one_for_a_window(window):
    collect_here(window)
    collect_here(window)
    assert len(window.findChildren(Collecting)) == 1


def test_older_ones_wait_for_the_younger(window, monkeypatch):
    looked_at = []
    monkeypatch.setattr("ui.collecting.gc.collect", looked_at.append)
    monkeypatch.setattr("ui.collecting.gc.get_threshold", lambda: (700, 10, 10))
    for counts in ((3, 11, 11), (701, 3, 11), (701, 11, 3), (701, 11, 11)):
        monkeypatch.setattr("ui.collecting.gc.get_count", lambda counts=counts: counts)
        collect_as_python_would()
        looked_at.append(None)
    assert looked_at == [None, 0, None, 0, 1, None, 0, 1, 2, None]


def test_it_is_done_again_and_again_by_itself(window, qtbot, monkeypatch):
    monkeypatch.setattr("ui.collecting.EVERY_MS", 1)
    collect_here(window)
    leaf = Leaf()
    places = ended_in(leaf)
    del leaf
    in_a_worker(churn)
    qtbot.waitUntil(lambda: places == [threading.main_thread()])
