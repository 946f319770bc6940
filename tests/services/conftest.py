from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from ally_journal.clock import FixedClock
from ally_journal.journal import Journal
from ally_journal.storage.keys import KdfCost

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHEAP = KdfCost(19_456, 1, 1)
PASSPHRASE = "heron by the slow river"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 3, 12, 18, 42, tzinfo=UTC), "Europe/Lisbon")


@pytest.fixture
def journal(tmp_path: Path, clock: FixedClock) -> Iterator[Journal]:
    made, _code = Journal.create(tmp_path / "Made.ally", PASSPHRASE, clock, CHEAP)
    yield made
    made.close()


@pytest.fixture
def other(tmp_path: Path, clock: FixedClock) -> Iterator[Journal]:
    made, _code = Journal.create(tmp_path / "Other.ally", PASSPHRASE, clock, CHEAP)
    yield made
    made.close()
