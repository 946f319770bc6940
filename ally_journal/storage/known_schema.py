"""Where a database says that it keeps its tables, written anew where that cannot be read.

The first page and those of the list of tables come before all else: without them SQLite reads no
row. But a journal never moves the first page of a table, so it is where it is in a new, empty
journal. Each page is sealed by itself, under the key and its number: pages of a new database of the
same key fit into a copy of the damaged one.
"""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.errors import DamagedFile
from ally_journal.storage import places
from ally_journal.storage.connection import (
    PAGE_BYTES,
    connect,
    driver_errors,
    fetch,
    immediate,
    value,
)
from ally_journal.storage.files import make_file, passing
from ally_journal.storage.migrations import MIGRATIONS, migrate

if TYPE_CHECKING:
    from pathlib import Path

    from sqlcipher3 import Connection

    from ally_journal.storage.keys import DatabaseKey

_FIRST = 1
_FILLER_BYTES = 4 * 1024 * 1024
_ROOTS = "SELECT name, rootpage FROM sqlite_master ORDER BY name"


@dataclass(frozen=True, slots=True)
class _New:
    """A new, empty database.

    Attributes:
        roots: the first page of each of its tables and indexes.
        pages: those that hold the list of tables.
    """

    roots: list[tuple[str, int]]
    pages: frozenset[int]


def lend_schema(copy: Path, key: DatabaseKey, place: Path) -> None:
    """Write the pages that tell of the tables into a copy, so that its rows can be asked for.

    Args:
        copy: of a damaged database; it may become longer.
        key: of both.
        place: the folder where a new database is made for the time being.

    Raises:
        DamagedFile: even so its tables are not found.
        DiskFull, DiskTrouble: from the system.
    """
    with passing(place, places.PASSING) as path:
        make_file(path)
        with driver_errors(), closing(connect(path, key.spec())) as conn:
            new = _made_new(conn)
            _grow(conn, copy.stat().st_size)
        for pages in ({_FIRST}, new.pages):
            _put_in(copy, path, pages)
            if _tells(copy, key, new):
                return
    raise DamagedFile


def _made_new(conn: Connection) -> _New:
    conn.set_authorizer(None)
    conn.execute("PRAGMA synchronous = OFF")
    migrate(conn, MIGRATIONS)
    roots = [(name, root) for name, root in fetch(conn, _ROOTS)]
    every = range(_FIRST, int(value(conn, "PRAGMA page_count")) + 1)
    return _New(roots, frozenset(every) - {root for _name, root in roots})


def _grow(conn: Connection, size: int) -> None:
    """Let the first page speak of as many pages at least as the damaged one may have."""
    number, filler = 0, "x" * _FILLER_BYTES
    while int(value(conn, "PRAGMA page_count")) * PAGE_BYTES < size:
        number += 1
        with immediate(conn):
            conn.execute("INSERT INTO setting VALUES (?, ?, 0)", (f"{number}", filler))


def _put_in(copy: Path, new: Path, pages: frozenset[int] | set[int]) -> None:
    with copy.open("r+b") as target, new.open("rb") as source:
        for page in pages:
            at = (page - _FIRST) * PAGE_BYTES
            source.seek(at)
            target.seek(at)
            target.write(source.read(PAGE_BYTES))
    # SQLite reads no page at all of a file that is shorter than its first page says.
    os.truncate(copy, new.stat().st_size)


def _tells(copy: Path, key: DatabaseKey, new: _New) -> bool:
    """Whether the copy tells of the same tables in the same places."""
    try:
        with driver_errors(), closing(connect(copy, key.spec(), "ro")) as conn:
            return fetch(conn, _ROOTS) == new.roots
    except DamagedFile:
        return False
