"""Bringing along what the journal held before a backup was put back in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.errors import VaultMissing
from ally_journal.services import gathering, restoring
from ally_journal.services.own_practices import read_library
from ally_journal.storage import places, salvaging, sent
from ally_journal.storage.records import known_ids, put

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.formats.tables import Row
    from ally_journal.services.context import Context
    from ally_journal.storage.reader import Reader, ReadWriter

_PUT_ASIDE = "journal-*.db"
_MARKS = "id, created, changed, zone, day, origin, merged, removed, habit, kind, amount FROM mark"


@dataclass(frozen=True, slots=True)
class Brought:
    """What came along.

    Attributes:
        entries: kept entries that were not in the backup.
        drafts: the same of drafts.
        edited: entries that are here as the backup has them, and were edited after it; they stay
            so, and what they became stays in quarantine.
    """

    entries: int
    drafts: int
    edited: int


def put_aside(folder: Path) -> tuple[Path, ...]:
    """The databases that stood in a journal before, the latest first."""
    return tuple(sorted((folder / places.QUARANTINE).glob(_PUT_ASIDE), reverse=True))


def bring_along(context: Context, source: Path | None = None) -> tuple[Brought, Change]:
    """Bring in entries, people, promises, habits and marks that are not here; a second time none.

    Args:
        context: of the open journal.
        source: the database that was put aside; by default the latest.

    Raises:
        VaultMissing: nothing was put aside.
        DamagedFile: nothing in it can be read with the keys of this journal.
        ReadOnly, DiskFull, DiskTrouble, NoPermission: nothing was changed.
    """
    vault = context.vault
    found = source or next(iter(put_aside(vault.folder)), None)
    if found is None:
        raise VaultMissing
    with salvaging.readable(found, vault.live.key, vault.folder) as before:
        fresh = _fresh(before, known_ids(vault, "entry"))
        sections = _sections(before, fresh)
        marks = before.rows(f"SELECT {_MARKS}")
        reply_keys = sent.reply_keys(before)
        edited = _edited(before, dict(vault.rows("SELECT id, changed FROM entry")))
    states = [row["state"] for row in sections["entries"]]
    with vault.atomic() as tx:
        restoring.restore(tx, sections, context.library)
        _put_marks(tx, marks)
        for row in reply_keys:
            sent.take_reply_key(tx, *row)
    read_library(context)
    brought = Brought(states.count("kept"), states.count("draft"), edited)
    return brought, Change(everything=True)


def _fresh(before: Reader, known: set[str]) -> list[int]:
    """The keys of entries that are not here, in their order; one that was erased here is."""
    rows = before.rows("SELECT key, id FROM entry WHERE removed IS NULL ORDER BY key")
    return [key for key, entry_id in rows if entry_id not in known]


def _sections(before: Reader, fresh: list[int]) -> dict[str, list[Row]]:
    """Those entries with what belongs to them, and everything else but the settings."""
    found = {name: list(rows) for name, rows in gathering.chosen(before, fresh)}
    others = {
        name: list(rows)
        for name, rows in gathering.whole(before, confided=True)
        if name not in {"entries", "settings"}
    }
    return found | others


def _put_marks(tx: ReadWriter, rows: list[tuple[object, ...]]) -> None:
    """Marks of habits that are here already: one for each day that has none."""
    names = _MARKS.partition(" FROM")[0].split(", ")
    here = known_ids(tx, "habit")
    for row in rows:
        record = dict(zip(names, row, strict=True))
        if record["habit"] in here:
            put(tx, "mark", record, unless_there=True)


def _edited(before: Reader, here: dict[str, int]) -> int:
    rows = before.rows("SELECT id, changed FROM entry WHERE state = 'kept' AND removed IS NULL")
    return sum(entry_id in here and changed > here[entry_id] for entry_id, changed in rows)
