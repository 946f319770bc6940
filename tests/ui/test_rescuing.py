"""A draft that could not be saved goes to another place, and nothing stops the lock."""

from types import SimpleNamespace

import pytest

from ally_journal.errors import DiskFull, UnknownEntry
from ui.rescuing import bring_to_safety


class Writing:
    """The writing service, with a disk that refuses."""

    def __init__(self, saving=None, spooling=None):
        self.refusals = {"saved": saving, "spooled": spooling}
        self.done = []

    def save_draft(self, draft):
        self.act("saved", draft)

    def spool(self, draft):
        self.act("spooled", draft)

    def act(self, name, draft):
        if self.refusals[name] is not None:
            raise self.refusals[name]
        self.done.append((name, draft))


@pytest.mark.parametrize(
    ("saving", "done"),
    [
        (None, [("saved", "draft")]),
        (DiskFull(), [("spooled", "draft")]),
        (OSError(), [("spooled", "draft")]),
        (UnknownEntry(), []),
    ],
)
def test_it_is_saved_or_sealed_unless_it_was_kept_meanwhile(saving, done):
    writing = Writing(saving)
    bring_to_safety(SimpleNamespace(writing=writing), "draft")
    assert writing.done == done


def test_where_nothing_can_be_written_the_lock_goes_on(monkeypatch):
    told = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_rest: told.append(kind))
    writing = Writing(DiskFull(), DiskFull())
    bring_to_safety(SimpleNamespace(writing=writing), "draft")
    assert told == [DiskFull]
