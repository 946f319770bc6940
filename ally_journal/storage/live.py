"""The database of an open vault: one connection, and what is done when it can no longer be trusted.

After damage or trouble a connection may fail on sound pages, or believe what was never written. So
it is let go, and the next use opens the file anew, if it is still the same one and no older.

Other programs may put another file in its place or write into it, such as those that keep folders
in step. Each transaction looks for both; from then on nothing is written until it is opened again.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import get_ident
from typing import TYPE_CHECKING

from ally_journal.errors import ChangedElsewhere, DamagedFile, DiskTrouble, ReadOnly, VaultClosed
from ally_journal.stopping import interruptible
from ally_journal.storage import places
from ally_journal.storage.connection import connect, driver_errors, fetch, immediate
from ally_journal.storage.second_look import is_hasty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlcipher3 import Connection

    from ally_journal.storage.connection import Mode
    from ally_journal.storage.keys import DatabaseKey
    from ally_journal.storage.turns import Turns


class WrongThread(RuntimeError):
    """A vault was used by another thread than the one that opened it: a bug of ours."""


class LiveDatabase:
    """The one connection of a vault.

    Attributes:
        path: of the file.
        key: of the file; overwritten on closing.
        read_only: the system does not let us write to it.
        counter: of transactions, as last seen.
        guests: long work that takes turns with the connection; stopped before it is let go.
    """

    def __init__(self, folder: Path, vault_id: str, key: DatabaseKey) -> None:
        self.path = folder / places.DATABASE
        self.key = key
        self.read_only = places.is_read_only(folder)
        self.counter = 0
        self.guests: set[Turns] = set()
        self._thread = get_ident()
        self._folder = folder
        self._vault_id = vault_id
        self._conn: Connection | None = None
        self._file: tuple[int, int] | None = None
        self._changed_elsewhere = False
        self._closed = False

    @contextmanager
    def use(self) -> Iterator[Connection]:
        """The connection, errors translated.

        Raises:
            VaultClosed: it was closed.
            ChangedElsewhere: an older file has come to stand in its place meanwhile.
            DiskTrouble: also where there is no file meanwhile, and where the disk fails to read.
            Stopped: the work that uses it is to end.
            EmptyFile, DamagedFile, DiskFull, AlreadyOpen, ReadOnly.
        """
        if get_ident() != self._thread:
            raise WrongThread
        if self._closed:
            raise VaultClosed
        try:
            with driver_errors():
                conn = self._connected()
                with interruptible(conn.interrupt):
                    yield conn
        except DamagedFile as error:
            self._let_go()
            if is_hasty(error, self.path, self.key):
                raise DiskTrouble from None
            raise
        except DiskTrouble:
            self._let_go()
            raise
        except ReadOnly:
            if self.read_only:
                raise
            # It was writable: the file was moved or its disk has changed meanwhile.
            try:
                self._check_file()
            finally:
                self._let_go()
            raise DiskTrouble from None

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or nothing. It raises the counter.

        Raises:
            ChangedElsewhere: another program has changed or replaced the file; nothing was written
                to either, and nothing will be until it is opened again.
            As `use`.
        """
        with self.use() as conn:
            self._check_file()
            with immediate(conn):
                yield conn
                counter = self._count(conn)
            self._check_file()
            self.counter = counter

    def exchange(self, swap: Callable[[], DatabaseKey]) -> None:
        """Let the connection go while another file is put in the place of this one.

        Args:
            swap: does it, and gives that file's key; raises where the old one stands there still.

        Raises:
            ChangedElsewhere: another program has replaced the file; nothing was done.
        """
        if self._conn is not None:
            self._check_file()
        self._let_go()
        key = swap()
        self.key.wipe()
        self.key = key

    @property
    def is_closed(self) -> bool:
        """Whether it was closed for good."""
        return self._closed

    def close(self) -> None:
        """Let the connection go for good and overwrite the key; a second time does nothing."""
        self._closed = True
        try:
            self._let_go()
        finally:
            self.key.wipe()

    def check_identity(self, conn: Connection) -> None:
        """Make sure that this is the database of our vault, and not an older copy of it.

        Raises:
            DamagedFile: it is another vault's.
            ChangedElsewhere: it is older than what was seen already.
        """
        places.check_identity(conn, self._vault_id)
        ((counter,),) = fetch(conn, "SELECT counter FROM vault")
        if counter < self.counter:
            raise ChangedElsewhere
        self.counter = counter

    def _count(self, conn: Connection) -> int:
        cursor = conn.execute("UPDATE vault SET counter = counter + 1 RETURNING counter")
        counter = int(cursor.fetchall()[0][0])
        if counter != self.counter + 1:
            self._changed_elsewhere = True
            raise ChangedElsewhere
        return counter

    def _check_file(self) -> None:
        """Make sure that the path still leads to the file that is open."""
        if not self._changed_elsewhere:
            now = places.identity_of(self.path)
            if now is None:
                raise DiskTrouble
            self._changed_elsewhere = now != self._file
        if self._changed_elsewhere:
            raise ChangedElsewhere

    def _connected(self) -> Connection:
        if self._conn is None:
            places.check_database(self._folder)
            mode: Mode = "ro" if self.read_only else "rw"
            file = places.identity_of(self.path)
            conn = connect(self.path, self.key.spec(), mode, shared=True)
            try:
                if self.counter:
                    self.check_identity(conn)
            except BaseException:
                conn.close()
                raise
            self._conn, self._file = conn, file
        return self._conn

    def _let_go(self) -> None:
        for guest in tuple(self.guests):
            guest.stop()
        if self._conn is not None:
            self._conn.close()
            self._conn = None
