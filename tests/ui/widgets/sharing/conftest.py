"""A few entries to share, what is chosen of them, and a preview to wait for."""

from __future__ import annotations

import pytest

from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.share_fields import Field
from ui.models.sharing import Sharing

PAGES = {
    "call": (
        "The delay call.\n\nWren began. Juniper cut in twice. It was the blue review.",
        Sensitivity.COACH,
    ),
    "joke": ("The joke at the stand-up.", Sensitivity.PRIVATE),
    "told": ("A talk told in confidence.", Sensitivity.NEVER),
}


@pytest.fixture
def entries(desk, settle):
    """Ids by a short name."""
    ids = {}

    def write(journal):
        for name in ("Wren", "Juniper"):
            journal.people.add(name)
        for name, (page, mark) in PAGES.items():
            ids[name] = journal.writing.write("free", {"page": page})[0].id
            journal.writing.set_sensitivity(ids[name], mark)

    desk.ask(write)
    settle(desk)
    return ids


@pytest.fixture
def rows(desk, entries, settle):
    """The rows to choose from, newest first."""
    found = []
    desk.ask(lambda journal: found.extend(journal.sharing.rows()))
    settle(desk)
    return found


@pytest.fixture
def sharing(desk):
    return Sharing(desk, desk)


@pytest.fixture
def previewed(qtbot, sharing):
    """Do something and wait for the preview that comes of it."""

    def wait(act):
        with qtbot.waitSignal(sharing.previewed, timeout=20_000):
            act()

    return wait


@pytest.fixture
def chosen(sharing, rows, entries, previewed):
    """The call is chosen, with its story, and a question."""

    def choose():
        sharing.tick_all([row for row in rows if row.summary.id == entries["call"]])
        sharing.set_field(Field.STORY, on=True)
        sharing.ask_for("What would Wren want?")

    previewed(choose)
    return sharing
