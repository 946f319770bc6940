"""Long work beside an open journal: it takes turns with whoever writes, and never holds them up.

A backup of a large journal takes many seconds, and must see one state of it. So it runs in a thread
of its own, and uses the journal's one connection only while the lane gives it a turn, some
milliseconds at a time: between two turns the lane saves what it has to save. SQLite carries what is
written meanwhile over into a copy that is made by the same connection.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, contextmanager
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from ally_journal import stopping
from ally_journal.errors import (
    DamagedFile,
    DiskTrouble,
    JournalError,
    Stopped,
    VaultClosed,
    VaultError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlcipher3 import Connection

    from ally_journal.storage.live import LiveDatabase

T = TypeVar("T")
S = TypeVar("S")
PATIENCE = 0.02
"""Seconds that the lane waits for work that does not need it at the moment."""


LAST_PATIENCE = 0.5
"""Seconds that a lock waits for stopped work to clear away what is half-made."""


class Source(Protocol):
    """How long work comes to the journal's connection."""

    def turn(self) -> AbstractContextManager[Connection]:
        """The connection, for some milliseconds."""

    def pause(self) -> None:
        """In the midst of a turn: let others go first."""

    def watched(self, conn: Connection) -> AbstractContextManager[Connection]:
        """A connection of the work's own, whose queries end when the work is stopped."""

    def check(self) -> None:
        """Go on only if nobody has stopped the work."""


class OwnTurn:
    """The connection for work that goes on in the caller's thread, in one go.

    It ends where the caller's job is stopped (`stopping.py`).

    Attributes:
        conn: the connection.
    """

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    @contextmanager
    def turn(self) -> Iterator[Connection]:
        """The connection."""
        yield self.conn

    def pause(self) -> None:
        """Nobody waits, but somebody may want an end of it."""
        stopping.check()

    @contextmanager
    def watched(self, conn: Connection) -> Iterator[Connection]:
        """A connection of the work's own."""
        with stopping.interruptible(conn.interrupt):
            yield conn

    def check(self) -> None:
        """Go on only if nobody wants an end of it."""
        stopping.check()


class Turns:
    """The baton between the lane and one thread of work: whoever holds it may use the connection.

    `give` and `stop` are called in the lane, everything else by the work.

    Attributes:
        stopped: there are no more turns.
        ending: of the job that the work is, for what reads and writes files in it.
    """

    def __init__(self) -> None:
        self._moved = Condition()
        self._conn: Connection | None = None
        self._wants = self._is_inside = self._has_it = False
        self._error: Exception | None = None
        self._watched: Connection | None = None
        self._is_at_work = False
        self.stopped = False
        self.ending = stopping.Stop()

    @contextmanager
    def turn(self) -> Iterator[Connection]:
        """The connection, until the end of the block.

        Raises:
            Stopped: there are no more turns.
        """
        conn = self._take()
        try:
            yield conn
        except Stopped:
            raise
        except Exception as error:
            self._error = error
            raise
        finally:
            self._hand_back(inside=False)

    def pause(self) -> None:
        """Let the lane go first, in the midst of a turn.

        Raises:
            Stopped: end whatever uses the connection.
        """
        self._hand_back(inside=True)
        self._take()

    @contextmanager
    def watched(self, conn: Connection) -> Iterator[Connection]:
        """A connection of one's own whose queries are interrupted by `stop`."""
        self._watched = conn
        try:
            self.check()
            yield conn
        finally:
            with self._moved:
                self._watched = None

    def check(self) -> None:
        """Raise `Stopped` where the work was stopped."""
        if self.stopped:
            raise Stopped

    def give(self, conn: Connection, patience: float = PATIENCE) -> bool:
        """Let the work have one turn, and wait for its end; whether it wanted one.

        Raises:
            VaultError, DriverError: what the work met in its turn.
        """
        with self._moved:
            if not self._moved.wait_for(lambda: self._wants or self.stopped, patience):
                return False
            if self.stopped:
                return False
            self._conn, self._has_it = conn, True
            self._moved.notify_all()
            self._moved.wait_for(lambda: not self._has_it)
            error, self._error = self._error, None
        if error is not None:
            raise error
        return True

    def stop(self) -> None:
        """End the work; returns once it has let go of the connection, and mostly once it is over.

        Where it does not end soon, it does so by itself: whoever locks does not wait for that.
        """
        self.ending.ask()
        with self._moved:
            self.stopped = True
            if self._watched is not None:
                self._watched.interrupt()
            self._moved.notify_all()
            self._moved.wait_for(lambda: not self._is_inside)
            self._conn = None
            self._moved.wait_for(lambda: not self._is_at_work, LAST_PATIENCE)

    def begin(self) -> None:
        """Say that the work begins, before it does."""
        self._is_at_work = True

    def end(self) -> None:
        """Say that it is over, and nothing half-made is left of it."""
        with self._moved:
            self._is_at_work = False
            self._moved.notify_all()

    def _take(self) -> Connection:
        with self._moved:
            self._wants = True
            self._moved.notify_all()
            self._moved.wait_for(lambda: self._has_it or self.stopped)
            self._wants = False
            if self._conn is None or not self._has_it:
                raise Stopped
            self._is_inside = True
            return self._conn

    def _hand_back(self, *, inside: bool) -> None:
        with self._moved:
            self._is_inside, self._has_it = inside, False
            self._moved.notify_all()


class Task(Generic[T]):
    """Long work beside an open journal; the lane calls `step` until it is over.

    The thread starts with the first step. Locking the journal stops it.
    """

    def __init__(
        self, live: LiveDatabase, work: Callable[[Source], S], then: Callable[[S], T]
    ) -> None:
        """Prepare it.

        Args:
            live: the open journal.
            work: what is to be done, in a thread of its own.
            then: makes the result of what came of it, in the lane.
        """
        self._live = live
        self._work: Callable[[Source], Any] = work
        self._then: Callable[[Any], T] = then
        self._turns = Turns()
        self._thread = Thread(target=self._run, name="beside", daemon=True)
        self._is_unwanted = False
        self._found: list[Any] = []
        self._results: list[T] = []
        self._error: Exception | None = None
        self._told: VaultError | None = None

    def step(self, patience: float = PATIENCE) -> bool:
        """Give the work its next turn; whether it is over. Called in the journal's lane.

        Args:
            patience: seconds to wait where it is busy without the journal.
        """
        if self._turns.stopped and not self._thread.ident:
            return True
        if not self._thread.ident:
            self._live.guests.add(self._turns)
            self._turns.begin()
            self._thread.start()
        self._give(patience)
        if self._thread.is_alive() and not self._turns.stopped:
            return False
        self._live.guests.discard(self._turns)
        self._finish()
        return True

    def _give(self, patience: float) -> None:
        """One turn; what happened in it ends the work as well, and comes out of `result`."""
        try:
            with self._live.use() as conn:
                self._turns.give(conn, patience)
        except (DamagedFile, DiskTrouble) as error:
            # The lane has looked twice; the work knows only what the database has said first.
            self._told = error
        except VaultError:
            pass

    def stop(self) -> None:
        """End it, called in the journal's lane; nothing half-made stays."""
        self._is_unwanted = True
        self._turns.stop()
        self._live.guests.discard(self._turns)

    def result(self) -> T:
        """What came of it, once `step` has said that it is over.

        Raises:
            Stopped: by `stop`.
            VaultClosed, DiskTrouble: the journal was locked, or its file went away.
            JournalError: what the work has met.
        """
        error = self._told or self._error
        if error is not None:
            raise error
        if not self._results:
            raise self._reason()
        return self._results[0]

    def _reason(self) -> JournalError:
        """Why it came to no end."""
        if self._live.is_closed:
            return VaultClosed()
        return Stopped() if self._is_unwanted else DiskTrouble()

    def _finish(self) -> None:
        if self._found and not self._turns.stopped:
            try:
                self._results.append(self._then(self._found.pop()))
            except JournalError as error:
                self._error = error

    def _run(self) -> None:
        try:
            with self._turns.ending.here():
                self._found.append(self._work(self._turns))
        except Stopped:
            pass
        except Exception as error:  # noqa: BLE001 the end of the thread: told in the lane
            # The key is overwritten when the journal is locked: then it is no news that it fails.
            if not self._turns.stopped:
                self._error = error
        finally:
            self._turns.end()
