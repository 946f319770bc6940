"""A packet of fifty entries: chosen, redacted, checked, sealed and noted."""

from __future__ import annotations

import secrets
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.domain.preview import Choice
from ally_journal.domain.share_fields import Field
from ally_journal.formats.age_file import new_key
from ally_journal.journal import Journal
from tests.bench.figures import Figure, timed
from tests.bench.generator import PASSPHRASE, clock, copied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.preview import Preview
    from tests.bench.generator import Made

ENTRIES, TURNS = 50, 3
MOST_MS = 3000.0


def sharing(made: Made) -> list[Figure]:
    """Sealed for a key, so that no passphrase is stretched; the fastest of a few turns."""
    with tempfile.TemporaryDirectory() as place:
        folder = copied(made, Path(place))
        with closing(Journal.open(folder, PASSPHRASE, clock())) as journal:
            ids = journal.sharing.searched(private=True)[-ENTRIES:]
            people = len(journal.people.all())
            looks = [timed(lambda: _look(journal, ids)) for _ in range(TURNS)]
            wholes = [timed(lambda: _make(journal, ids, Path(place))) for _ in range(TURNS)]
    note = f"all fields; {people} people in the journal"
    return [
        Figure("look at a packet of 50 entries", min(looks), "ms", None, made.entries, note),
        Figure("make a packet of 50 entries", min(wholes), "ms", MOST_MS, made.entries, note),
    ]


def _look(journal: Journal, ids: Sequence[str]) -> Preview:
    found = journal.sharing.preview(Choice(tuple(ids), frozenset(Field)))
    if len(found.packet.entries) != ENTRIES:
        raise ValueError
    return found


def _make(journal: Journal, ids: Sequence[str], place: Path) -> None:
    # A name without a meaning: it is looked at for people's names like all that goes out.
    target = place / f"{secrets.randbelow(10**9)}.age"
    journal.sharing.seal(_look(journal, ids), target, recipient=new_key().recipient)
