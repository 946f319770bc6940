"""The door itself; what stands behind it has tests of its own."""

from datetime import UTC, datetime

import pytest

import ally_journal.journal
from ally_journal.clock import FixedClock
from ally_journal.errors import DamagedFile
from ally_journal.journal import Journal
from ally_journal.storage.keys import KdfCost

CLOCK = FixedClock(datetime(2026, 3, 12, 18, 42, tzinfo=UTC))


def test_a_journal_whose_first_reading_fails_is_let_go_again(tmp_path, monkeypatch):
    folder = tmp_path / "Made.ally"
    Journal.create(folder, "violet fern", CLOCK, KdfCost(19 * 1024, 1, 1))[0].close()

    def fail():
        raise DamagedFile

    with monkeypatch.context() as patch:
        patch.setattr(ally_journal.journal, "load_built_in", fail)
        with pytest.raises(DamagedFile):
            Journal.open(folder, "violet fern", CLOCK)
    Journal.open(folder, "violet fern", CLOCK).close()
