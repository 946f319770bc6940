"""Schema versions: numbered, forward only, each in one transaction that also records it.

`user_version` of the database says which one it has. A kill at any point leaves the version before
or the version after, whole; a version that is later than the newest known here is left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import resources
from typing import TYPE_CHECKING

from ally_journal.errors import DamagedFile, NewerVersion
from ally_journal.storage.connection import driver_errors, fetch, immediate, statements, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlcipher3 import Connection


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from the version before.

    Attributes:
        version: the one it leads to.
        script: gives its statements, separated by semicolons.
        reshapes: tables whose number of rows it may change.
    """

    version: int
    script: Callable[[], str]
    reshapes: frozenset[str] = frozenset()


def _script(version: int) -> str:
    name = f"schema_{version:04}.sql"
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


NEWEST = 2
MIGRATIONS: tuple[Migration, ...] = tuple(
    Migration(version, partial(_script, version)) for version in range(1, NEWEST + 1)
)


def check_version(conn: Connection, known: Sequence[Migration] = MIGRATIONS) -> bool:
    """Tell whether the newest version is still to be reached.

    Raises:
        NewerVersion: the database has one that is not known here.
    """
    with driver_errors():
        version = int(value(conn, "PRAGMA user_version"))
    if version > known[-1].version:
        raise NewerVersion
    return version < known[-1].version


def migrate(conn: Connection, known: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the database to the newest version, one transaction a step.

    Raises:
        DamagedFile: a step left something that does not hold; it was rolled back.
        DiskFull, DiskTrouble: it could not be written; it was rolled back.
    """
    with driver_errors():
        version = int(value(conn, "PRAGMA user_version"))
        for step in known:
            if step.version > version:
                _run(conn, step)


def _run(conn: Connection, step: Migration) -> None:
    with immediate(conn):
        before = row_counts(conn)
        for statement in statements(step.script()):
            conn.execute(statement)
        conn.execute(f"PRAGMA user_version = {step.version:d}")
        _check(conn, before, step.reshapes)


def _check(conn: Connection, before: dict[str, int], reshapes: Iterable[str]) -> None:
    after = row_counts(conn)
    lost = [
        name
        for name, count in before.items()
        if name not in reshapes and after.get(name, count) != count
    ]
    whole = fetch(conn, "PRAGMA integrity_check") == [("ok",)]
    if lost or not whole or fetch(conn, "PRAGMA foreign_key_check"):
        raise DamagedFile


def row_counts(conn: Connection) -> dict[str, int]:
    """How many rows each table has, those of the search index included."""
    names = fetch(conn, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {
        # The names come from the schema, which only we write.
        name: int(value(conn, f'SELECT count(*) FROM "{name}"'))
        for (name,) in names
    }
