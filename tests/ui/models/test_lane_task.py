"""Long work beside the journal: step by step, with writes in between, and ended by a lock."""

from ally_journal.errors import DiskFull
from ui.models.lane_task import LaneTask


class Counted:
    """A task that is over after so many steps."""

    def __init__(self, steps, error=None):
        self.left, self.error = steps, error

    def step(self):
        self.left -= 1
        return self.left <= 0

    def result(self):
        if self.error:
            raise self.error
        return "done"


def test_it_steps_to_its_end_and_tells_the_result(qtbot, desk):
    found = []
    LaneTask(desk, lambda _journal: Counted(5), found.append, found.append, desk)
    qtbot.waitUntil(lambda: found == ["done"], timeout=5_000)


def test_what_is_written_meanwhile_does_not_wait_for_its_end(qtbot, desk):
    order, task = [], Counted(200)
    LaneTask(desk, lambda _journal: task, lambda _result: order.append("task"), order.append, desk)
    desk.ask(lambda _journal: "write", order.append)
    qtbot.waitUntil(lambda: len(order) == 2, timeout=5_000)
    assert order == ["write", "task"]


def test_an_error_is_told(qtbot, desk):
    errors = []
    LaneTask(desk, lambda _journal: Counted(1, DiskFull()), errors.append, errors.append, desk)
    qtbot.waitUntil(lambda: len(errors) == 1, timeout=5_000)
    assert isinstance(errors[0], DiskFull)


def test_nothing_is_told_where_there_is_nothing_to_do(desk, settle):
    found = []
    LaneTask(desk, lambda _journal: None, found.append, found.append, desk)
    settle(desk)
    assert found == []
