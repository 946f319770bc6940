"""Looking for damage: what each check finds is a code and a figure, never a text.

SQLCipher's check and SQLite's miss different things, and both take an empty file for a good one;
so sizes, salt and marks are looked at too. Each check has a connection of its own, since one that
has met a damaged page may fail on sound ones.
"""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ally_journal.errors import DamagedFile, DiskFull, DiskTrouble, ReadOnly, VaultError
from ally_journal.storage import places
from ally_journal.storage.connection import (
    PAGE_BYTES,
    DriverError,
    connect,
    driver_errors,
    fetch,
    immediate,
    value,
)
from ally_journal.storage.files import make_file, passing, system_errors
from ally_journal.storage.second_look import is_read
from ally_journal.storage.turns import OwnTurn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlcipher3 import Connection

    from ally_journal.storage.keys import DatabaseKey
    from ally_journal.storage.turns import Source

    Check = Callable[[Connection, Path], int]


PAGES_A_TURN = 500
"""Pages that are copied before others go first: some 20 ms."""
_LOOKS = 3


class Damage(StrEnum):
    """What was found."""

    PAGES = "pages"
    """Pages that do not authenticate; how many."""
    STRUCTURE = "structure"
    """Rows or indexes that do not fit together; how many complaints."""
    SEARCH = "search"
    """The search index does not fit the entries; how many complaints."""
    REFERENCES = "references"
    """Rows that point to missing rows; how many."""
    SIZE = "size"
    """The file is longer or shorter than its pages; by how many bytes."""
    SALT = "salt"
    """The first bytes of the file were changed; it is readable all the same."""
    MARKER = "marker"
    """It does not carry the marks of a journal."""
    CONTENT = "content"
    """A backup that does not hold what it says."""
    UNREADABLE = "unreadable"
    """A check or a copy could not be made."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of damage.

    Attributes:
        code: what it is.
        number: how much of it, in what `Damage` says.
    """

    code: Damage
    number: int


def verified(
    conn: Connection, path: Path, key: DatabaseKey, *, copy: bool = True
) -> tuple[Finding, ...]:
    """Examine an open database on a fresh copy, in one go.

    Args:
        conn: the open connection.
        path: its file.
        key: of both.
        copy: make one; otherwise, or where the disk is full, the file itself is examined.

    Raises:
        DamagedFile, DiskTrouble: it cannot be copied; examine the file itself.
    """
    return checked(OwnTurn(conn), path, key, copy=copy)


def checked(
    source: Source, path: Path, key: DatabaseKey, *, copy: bool = True
) -> tuple[Finding, ...]:
    """Examine an open database on a fresh copy, so that nobody waits for its checks.

    Args:
        source: the open connection, in turns.
        path: its file.
        key: of both.
        copy: make one; otherwise, or where the disk is full, the file itself is examined.

    Raises:
        DamagedFile, DiskTrouble: it cannot be copied; examine the file itself.
        Stopped: nobody wants to know any more.
    """
    with source.turn() as conn:
        found = _surely(path, key, lambda: (*_outside(path, conn), *_salt(path, key)))
    if not copy or _bad_pages(source, path, key) != 0:
        return (*found, *_inside(path, key, source))
    try:
        with system_errors(), passing(path.parent, places.PASSING) as draft:
            _copy(source, draft, key)
            return (*found, *_inside(draft, key, source))
    except DiskFull:
        return (*found, *_inside(path, key, source))


def copied(source: Source, path: Path, target: Path, key: DatabaseKey) -> None:
    """Copy an open database, every page of which has been authenticated.

    Args:
        source: the open connection, in turns.
        path: its file.
        target: where to.
        key: of both.

    Raises:
        DamagedFile, DiskFull, DiskTrouble: there is no copy that can be trusted.
        Stopped: nobody wants it any more.
    """
    if _bad_pages(source, path, key) != 0:
        raise DamagedFile if is_read(path, key) else DiskTrouble
    _copy(source, target, key)


def examined(path: Path, key: DatabaseKey, source: Source | None = None) -> tuple[Finding, ...]:
    """Examine a database file by itself; all that is found, in the order of `Damage`.

    Raises:
        DiskTrouble: the disk failed to read it; whether it is damaged cannot be said.
        Stopped: by `source`, where it is given.
    """
    return _surely(path, key, lambda: _all_of(path, key, source))


def _surely(
    path: Path, key: DatabaseKey, look: Callable[[], tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    """What two looks have found; a disk that fails to read for a moment looks like damage.

    Raises:
        DiskTrouble: it does not read, or did not the first time.
    """
    found = look()
    if found:
        found = look() if is_read(path, key) else ()
        if not found:
            raise DiskTrouble
    return found


def _all_of(path: Path, key: DatabaseKey, source: Source | None) -> tuple[Finding, ...]:
    try:
        with driver_errors(), closing(connect(path, key.spec(), "ro")) as conn:
            found = _outside(path, conn)
        salt = _salt(path, key)
    except VaultError:
        found, salt = (Finding(Damage.UNREADABLE, 1),), ()
    return (*found, *salt, *_looked_inside(path, key, source))


def _copy(source: Source, target: Path, key: DatabaseKey) -> None:
    """Copy without a look: a page that does not authenticate would be copied as if it did."""

    def let_others_go_first(_status: int, _left: int, _all: int) -> None:
        source.pause()

    with system_errors():
        make_file(target)
    with driver_errors(), closing(connect(target, key.spec(), shared=True)) as copy:
        # The copy is examined once it is whole, and written through as part of what it is for.
        copy.set_authorizer(None)
        copy.execute("PRAGMA synchronous = OFF")
        with source.turn() as conn:
            conn.backup(copy, pages=PAGES_A_TURN, progress=let_others_go_first)


def _bad_pages(source: Source, path: Path, key: DatabaseKey) -> int | None:
    """How many pages do not authenticate; None where that cannot be said.

    This is read beside those who write, and one that is just being written looks like a bad one.
    """
    found: int | None = None
    for _time in range(_LOOKS):
        source.check()
        found = _figure(_pages, path, key)
        if found == 0:
            break
    if (
        found
        and _figure(_all_complaints, path, key, source) == 0
        and _written_anew(source, path, found)
    ):
        return _figure(_pages, path, key)
    source.check()
    return found


def _written_anew(source: Source, path: Path, most: int) -> bool:
    """Write free pages anew where they are all that may be bad; whether that was done.

    SQLite does not save a free page before it uses it, since its content matters to nobody. So a
    power cut may leave it half written, and it looks like damage though nothing is lost. Pages
    behind the end, and more bad pages than there are free ones, are the work of something else:
    nothing is written to such a file.

    Args:
        source: the open connection, in turns.
        path: its file.
        most: how many pages do not authenticate.
    """
    with source.turn() as conn, suppress(ReadOnly), driver_errors():
        free = int(value(conn, "PRAGMA freelist_count"))
        if free < most or _outside(path, conn):
            return False
        with immediate(conn):
            conn.execute("CREATE TABLE spare (x BLOB) STRICT")
            conn.execute("INSERT INTO spare VALUES (zeroblob(?))", (free * PAGE_BYTES,))
            conn.execute("DROP TABLE spare")
        return True
    return False


def _inside(path: Path, key: DatabaseKey, source: Source | None = None) -> tuple[Finding, ...]:
    return _surely(path, key, lambda: _looked_inside(path, key, source))


def _looked_inside(path: Path, key: DatabaseKey, source: Source | None) -> tuple[Finding, ...]:
    figures = [(code, _figure(check, path, key, source)) for code, check in _CHECKS]
    found = [Finding(code, number) for code, number in figures if number]
    failed = sum(number is None for _code, number in figures)
    if source is not None:
        source.check()
    return (*found, Finding(Damage.UNREADABLE, failed)) if failed else tuple(found)


def _figure(check: Check, path: Path, key: DatabaseKey, source: Source | None = None) -> int | None:
    try:
        with closing(connect(path, key.spec(), "ro")) as conn:
            if source is None:
                return check(conn, path)
            with source.watched(conn):
                return check(conn, path)
    except (VaultError, DriverError):
        return None


def _outside(path: Path, conn: Connection) -> tuple[Finding, ...]:
    pages = int(value(conn, "PRAGMA page_count"))
    off = abs((places.size_of(path) or 0) - pages * PAGE_BYTES)
    return (Finding(Damage.SIZE, off),) if off else ()


def _salt(path: Path, key: DatabaseKey) -> tuple[Finding, ...]:
    """Without a salt of ours SQLCipher takes the file's: does it still fit the key?"""
    try:
        connect(path, key.spec(), "ro").close()
    except DamagedFile:
        return ()
    try:
        connect(path, key.spec_without_salt(), "ro").close()
    except DamagedFile:
        return (Finding(Damage.SALT, 1),)
    return ()


def _pages(conn: Connection, _path: Path) -> int:
    return len(fetch(conn, "PRAGMA cipher_integrity_check"))


def _complaints(conn: Connection) -> list[str]:
    return [text for (text,) in fetch(conn, "PRAGMA integrity_check") if text != "ok"]


def _all_complaints(conn: Connection, _path: Path) -> int:
    return len(_complaints(conn))


def _structure(conn: Connection, _path: Path) -> int:
    return sum("fts5" not in text.lower() for text in _complaints(conn))


def _search(conn: Connection, _path: Path) -> int:
    return sum("fts5" in text.lower() for text in _complaints(conn))


def _references(conn: Connection, _path: Path) -> int:
    return len(fetch(conn, "PRAGMA foreign_key_check"))


def _marker(conn: Connection, _path: Path) -> int:
    marked = value(conn, "PRAGMA application_id") == places.APPLICATION_ID
    return int(not marked or len(fetch(conn, "SELECT id FROM vault")) != 1)


_CHECKS: tuple[tuple[Damage, Check], ...] = (
    (Damage.PAGES, _pages),
    (Damage.STRUCTURE, _structure),
    (Damage.SEARCH, _search),
    (Damage.REFERENCES, _references),
    (Damage.MARKER, _marker),
)
