"""Rows of a timeline about plants."""

from datetime import UTC, date, datetime

import pytest

from ally_journal.domain.entry import EntrySummary

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)


@pytest.fixture
def row():
    """One row: `row("Fern")`."""

    def make(title="Fern", day=date(2026, 3, 10), key=1, **more):
        more.setdefault("excerpt", "By the window.")
        return EntrySummary(key, f"id-{title}", "free", title, day, NOW, (), (), **more)

    return make
