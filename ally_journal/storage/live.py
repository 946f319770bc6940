"""The database of an open vault: one connection, and what is done when it can no longer be trusted.

After damage or trouble a connection may fail on sound pages, or believe what was never written. So
it is let go, and the next use opens the file anew, if it is still the same one and no older.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ally_journal.errors import DamagedFile, DiskTrouble, ReadOnly, VaultClosed
from ally_journal.storage import places
from ally_journal.storage.connection import connect, driver_errors, fetch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlcipher3 import Connection

    from ally_journal.storage.connection import Mode
    from ally_journal.storage.keys import DatabaseKey


class LiveDatabase:
    """The one connection of a vault.

    Attributes:
        path: of the file.
        key: of the file; overwritten on closing.
        read_only: the system does not let us write to it.
        counter: of transactions, as last seen.
    """

    def __init__(self, folder: Path, vault_id: str, key: DatabaseKey) -> None:
        self.path = folder / places.DATABASE
        self.key = key
        self.read_only = places.is_read_only(folder)
        self.counter = 0
        self._folder = folder
        self._vault_id = vault_id
        self._conn: Connection | None = None
        self._closed = False

    @contextmanager
    def use(self) -> Iterator[Connection]:
        """The connection, errors translated.

        Raises:
            VaultClosed: it was closed.
            DiskTrouble: also where another file has come to stand in its place meanwhile.
            EmptyFile, DamagedFile, DiskFull, AlreadyOpen, ReadOnly.
        """
        if self._closed:
            raise VaultClosed
        try:
            with driver_errors():
                yield self._connected()
        except (DamagedFile, DiskTrouble):
            self._let_go()
            raise
        except ReadOnly:
            self._let_go()
            if self.read_only:
                raise
            # It was writable: the file was moved or its disk has changed meanwhile.
            raise DiskTrouble from None

    def count(self, conn: Connection) -> int:
        """Raise the counter in a transaction; what it will be."""
        cursor = conn.execute("UPDATE vault SET counter = counter + 1 RETURNING counter")
        return int(cursor.fetchall()[0][0])

    def close(self) -> None:
        """Let the connection go for good and overwrite the key; a second time does nothing."""
        self._closed = True
        self._let_go()
        self.key.wipe()

    def check_identity(self, conn: Connection) -> None:
        """Make sure that this is the database of our vault, and not an older copy of it.

        Raises:
            DamagedFile: it is another vault's.
            DiskTrouble: it is older than what was seen already.
        """
        places.check_identity(conn, self._vault_id)
        ((counter,),) = fetch(conn, "SELECT counter FROM vault")
        if counter < self.counter:
            raise DiskTrouble
        self.counter = counter

    def _connected(self) -> Connection:
        if self._conn is None:
            places.check_database(self._folder)
            mode: Mode = "ro" if self.read_only else "rw"
            self._conn = connect(self.path, self.key.spec(), mode)
            if self.counter:
                self.check_identity(self._conn)
        return self._conn

    def _let_go(self) -> None:
        if self._conn is not None:
            self._conn.close()
            self._conn = None
