"""Connections to an encrypted database: the only module that knows sqlcipher3.

Each is opened on a file that exists, keyed before anything else, set up the same way, and guarded:
no statement can attach another file, load code or change how the file is kept.
"""

from __future__ import annotations

from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any, Literal

import sqlcipher3

from ally_journal.errors import (
    AlreadyOpen,
    DamagedFile,
    DiskFull,
    DiskTrouble,
    JournalError,
    NoPermission,
    ReadOnly,
    Stopped,
)
from ally_journal.stopping import check, interruptible
from ally_journal.storage import keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlcipher3 import Connection

PAGE_BYTES = 4096
DriverError = sqlcipher3.Error
SqlValue = str | int | float | bytes | None
Mode = Literal["rw", "ro"]

_MAIN_CODE = 0xFF
_WORDS: dict[str, type[JournalError]] = {
    "disk is full": DiskFull,
    "disk I/O error": DiskTrouble,
    "unable to open database file": DiskTrouble,
    "database is locked": AlreadyOpen,
    "attempt to write a readonly database": ReadOnly,
    "database disk image is malformed": DamagedFile,
    "file is not a database": DamagedFile,
}
"""A copy of a whole database fails without a code; these are SQLite's own words."""
_NO_INDEX = "vtable constructor failed"
_KINDS: dict[int, type[JournalError]] = {
    sqlcipher3.SQLITE_PERM: NoPermission,
    sqlcipher3.SQLITE_BUSY: AlreadyOpen,
    sqlcipher3.SQLITE_LOCKED: AlreadyOpen,
    sqlcipher3.SQLITE_READONLY: ReadOnly,
    sqlcipher3.SQLITE_IOERR: DiskTrouble,
    sqlcipher3.SQLITE_CORRUPT: DamagedFile,
    sqlcipher3.SQLITE_FULL: DiskFull,
    sqlcipher3.SQLITE_CANTOPEN: DiskTrouble,
    sqlcipher3.SQLITE_PROTOCOL: DiskTrouble,
    sqlcipher3.SQLITE_NOLFS: DiskTrouble,
    sqlcipher3.SQLITE_NOTADB: DamagedFile,
    sqlcipher3.SQLITE_INTERRUPT: Stopped,
}
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
    "PRAGMA fullfsync = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA busy_timeout = 2000",
)
_PRAGMAS = frozenset(
    {
        "application_id",
        "cipher_integrity_check",
        "data_version",
        "foreign_key_check",
        "freelist_count",
        "integrity_check",
        "page_count",
        "quick_check",  # SQLite's own, where a migration adds a column to a STRICT table
        "user_version",
    }
)


@contextmanager
def driver_errors() -> Iterator[None]:
    """Turn what the driver says about disk and file into the journal's errors, without its words.

    Errors in our own statements pass as they are: they are ours to mend.
    """
    try:
        yield
    except DriverError as error:
        kind = _kind_of(error)
        if kind is None:
            raise
        raise kind from None


def _kind_of(error: sqlcipher3.Error) -> type[JournalError] | None:
    code = getattr(error, "sqlite_errorcode", 0)
    if not code:
        return next((kind for words, kind in _WORDS.items() if str(error).endswith(words)), None)
    if code == sqlcipher3.SQLITE_ERROR and str(error).startswith(_NO_INDEX):
        return DamagedFile
    return _KINDS.get(code) or _KINDS.get(code & _MAIN_CODE)


def connect(path: Path, spec: bytearray, mode: Mode = "rw", *, shared: bool = False) -> Connection:
    """Open a database that exists; `isolation_level` None, one thread only.

    Args:
        path: of the file; it is never made here.
        spec: from `keys.keyspec`; overwritten before this returns.
        mode: "rw", or "ro" to change nothing.
        shared: several threads take turns with it; never two at once.

    Raises:
        DamagedFile: it cannot be read with this key.
        AlreadyOpen, DiskTrouble, ReadOnly: from the driver.
    """
    with driver_errors(), keys.wiping(spec):
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        conn = sqlcipher3.connect(uri, uri=True, isolation_level=None, check_same_thread=not shared)
        try:
            _prepare(conn, spec, mode)
        except BaseException:
            conn.close()
            raise
    return conn


def page_complaints(path: Path, spec: bytearray) -> list[str]:
    """What SQLCipher has to say about single pages, even where the first of them is damaged.

    Raises:
        DiskTrouble, Stopped: from the driver.
    """
    with driver_errors(), keys.wiping(spec):
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlcipher3.connect(uri, uri=True, isolation_level=None)) as conn:
            conn.execute("PRAGMA cipher_log_level = NONE")
            conn.set_key(spec)
            with interruptible(conn.interrupt):
                return [said for (said,) in fetch(conn, "PRAGMA cipher_integrity_check")]


def fetch(conn: Connection, sql: str, args: Sequence[SqlValue] = ()) -> list[tuple[Any, ...]]:
    """All rows of a query; its cursor is let go, so that it holds up no writer."""
    check()
    cursor = conn.execute(sql, args)
    try:
        found: list[tuple[Any, ...]] = cursor.fetchall()
    finally:
        cursor.close()
    return found


def value(conn: Connection, sql: str) -> Any:  # noqa: ANN401 whatever the column holds
    """The first column of the first row of a query; None where it has no row."""
    found = fetch(conn, sql)
    return found[0][0] if found else None


@contextmanager
def immediate(conn: Connection) -> Iterator[None]:
    """A transaction that holds the write lock from its beginning: all of it is kept, or nothing."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        conn.execute("COMMIT")
    except BaseException:
        # A full disk has rolled it back already; after trouble the connection is opened anew.
        with suppress(DriverError):
            conn.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterator[str]:
    """Split a script into its statements; semicolons in texts, comments and triggers stay."""
    waiting = ""
    for part in script.split(";")[:-1]:
        waiting += part + ";"
        if sqlcipher3.complete_statement(waiting):
            yield waiting.strip()
            waiting = ""


def _prepare(conn: Connection, spec: bytearray, mode: Mode) -> None:
    conn.execute("PRAGMA cipher_log_level = NONE")
    conn.set_key(spec)
    for setting in _SETTINGS:
        conn.execute(setting)
    conn.execute("SELECT count(*) FROM sqlite_master").close()
    kept = value(conn, "PRAGMA journal_mode = TRUNCATE")
    if mode == "rw" and (kept, value(conn, "PRAGMA synchronous")) != ("truncate", 3):
        raise DiskTrouble
    conn.set_authorizer(_allowed)


def _allowed(
    action: int, first: str | None, second: str | None, _database: str | None, _by: str | None
) -> int:
    if action in {sqlcipher3.SQLITE_ATTACH, sqlcipher3.SQLITE_DETACH}:
        return int(sqlcipher3.SQLITE_DENY)
    if action == sqlcipher3.SQLITE_FUNCTION and second == "load_extension":
        return int(sqlcipher3.SQLITE_DENY)
    if action == sqlcipher3.SQLITE_PRAGMA and first not in _PRAGMAS:
        return int(sqlcipher3.SQLITE_DENY)
    return int(sqlcipher3.SQLITE_OK)
