"""Rescuing a damaged journal into a new one, with the index of its words built anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ally_journal.services.composing import searchable
from ally_journal.storage import entries, salvaging
from ally_journal.storage.records import chunks

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.storage.reader import ReadWriter
    from ally_journal.storage.salvaging import Salvaged


def salvage(folder: Path, passphrase: str, to: Path, library: PracticeLibrary) -> Salvaged:
    """Write what can be read of a journal into a new one; raises as `storage.salvaging`."""
    return salvaging.salvage(folder, passphrase, to, partial(_index, library=library))


def _index(tx: ReadWriter, library: PracticeLibrary) -> None:
    rows = tx.rows("SELECT key FROM entry WHERE state = 'kept' AND removed IS NULL ORDER BY key")
    keys = [key for (key,) in rows]
    for part in chunks(keys):
        for key, entry in zip(part, entries.load_keys(tx, part), strict=True):
            notes = [note.text for note in entry.notes]
            entries.index(tx, key, entry, searchable(library, entry.practice, entry.answers, notes))
