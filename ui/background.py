"""Background: the one lane that owns the journal, and a second one for work without it.

Answers come back on the window's thread, and are dropped when whoever asked is gone or the
journal was locked meanwhile. The window never waits for the disk.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QObject, Signal
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

    from ally_journal.errors import JournalError
    from ally_journal.stopping import Stop
    from ui.messages import Messages

T = TypeVar("T")
ASIDE_S = 0.3


class _Job:
    """Something asked for: what to do, whom to tell, and in which round it was asked."""

    def __init__(
        self,
        call: Callable[[], Any],
        then: Callable[[Any], object] | None,
        failed: Callable[[Any], object] | None,
        owner: QObject | None,
        asked_in: int,
        *,
        is_lasting: bool,
    ) -> None:
        self.call, self.then, self.failed = call, then, failed
        self.owner, self.has_owner = owner, owner is not None
        self.round, self.is_lasting = asked_in, is_lasting
        self.stop: Stop | None = None
        self.result: Any = None
        self.error: Exception | None = None


class Background(QObject):
    """Runs calls off the window's thread, those about the journal one after the other."""

    _done = Signal(object)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._round = 0
        self._under_way: _Job | None = None
        self._lane: ThreadPoolExecutor | None = None
        self._side: ThreadPoolExecutor | None = None
        self._done.connect(self._deliver)  # from another thread, so it is queued

    def run(
        self,
        call: Callable[[], T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[JournalError], object] | None = None,
        owner: QObject | None = None,
        *,
        lasting: bool = False,
    ) -> Stop | None:
        """Run a call in the journal's lane, after everything asked before.

        Gives what ends it early, from any thread; a lock does so too. A call that lasts has none.

        Args:
            call: what to do; it must touch no widget.
            then: gets the result on the window's thread.
            failed: gets the error; by default it is said as a sentence.
            owner: whose answer it is; once it is deleted, nothing is told.
            lasting: a write, which is carried out even if the journal is being locked.
        """
        job = self._job(call, then, failed, owner, lasting=lasting)
        job.stop = None if lasting else _new_stop()
        self._own_lane().submit(self._carry_out_in_lane, job)
        return job.stop

    def aside(
        self,
        call: Callable[[], T],
        then: Callable[[T], object] | None = None,
        owner: QObject | None = None,
        failed: Callable[[JournalError], object] | None = None,
    ) -> None:
        """Run a call that is not the journal's: charts, imports, the strength of a passphrase."""
        job = self._job(call, then, failed, owner, lasting=False)
        self._own_side().submit(self._carry_out, job)

    def run_and_wait(self, call: Callable[[], object], timeout_s: float) -> bool:
        """Run a call in the lane and wait for it, for locking only; whether it was in time."""
        future = self._own_lane().submit(_reported, call)
        return _is_over(future, timeout_s)

    def drop(self) -> None:
        """Tell nobody anything about what was asked so far, and end all of it but the writes.

        What waits is not begun, and what is under way ends where it is: a search, an export, an
        import. What `lasting` asked for is carried out.
        """
        self._round += 1
        job = self._under_way
        if job is not None and job.stop is not None:
            job.stop.ask()

    def finish_aside(self) -> None:
        """Wait for what is carried out aside, such as writing the settings; a moment at most."""
        if self._side is not None:
            _is_over(self._side.submit(_nothing), ASIDE_S)

    def close(self) -> None:
        """End both lanes once what is waiting in them is done.

        Waits for that: a lane that ends later would destroy what it holds of Qt in its own thread.
        """
        self.drop()
        for pool in (self._lane, self._side):
            if pool is not None:
                pool.shutdown(wait=True)
        self._lane = self._side = None

    def _job(
        self,
        call: Callable[[], T],
        then: Callable[[T], object] | None,
        failed: Callable[[JournalError], object] | None,
        owner: QObject | None,
        *,
        lasting: bool,
    ) -> _Job:
        return _Job(call, then, failed, owner, self._round, is_lasting=lasting)

    def _carry_out_in_lane(self, job: _Job) -> None:
        # First this: whoever drops looks at it after the round, so that one of both sees the other.
        self._under_way = job
        try:
            if job.stop is None:
                self._carry_out(job)
            elif job.round == self._round:
                job.call = partial(_stoppable, job.stop, job.call)
                self._carry_out(job)
        finally:
            self._under_way = None

    def _carry_out(self, job: _Job) -> None:
        if job.round != self._round and not job.is_lasting:
            return
        try:
            job.result = job.call()
        except Exception as error:  # noqa: BLE001 the end of the lane: told on the window's thread
            job.error = error
        if is_alive(self):
            self._done.emit(job)

    def _deliver(self, done: object) -> None:
        job = cast(_Job, done)
        if job.error is not None and not _is_told(job.error):
            sys.excepthook(type(job.error), job.error, job.error.__traceback__)
        elif job.round == self._round and (not job.has_owner or is_alive(job.owner)):
            self._tell(job)

    def _tell(self, job: _Job) -> None:
        if job.error is not None:
            (job.failed or self._messages.fail)(cast("JournalError", job.error))
        elif job.then is not None:
            job.then(job.result)

    def _own_lane(self) -> ThreadPoolExecutor:
        if self._lane is None:
            self._lane = _pool("journal")
        return self._lane

    def _own_side(self) -> ThreadPoolExecutor:
        if self._side is None:
            self._side = _pool("aside")
        return self._side


def is_alive(owner: QObject | None) -> bool:
    """Whether an object of Qt is still there."""
    return owner is not None and bool(Shiboken.isValid(owner))  # type: ignore[no-untyped-call]  # shiboken6 has no types


def _is_told(error: Exception) -> bool:
    """Whether it is of the person's surroundings; anything else is a bug of ours."""
    from ally_journal.errors import JournalError  # noqa: PLC0415 nothing fails before the start

    return isinstance(error, JournalError)


def _reported(call: Callable[[], object]) -> None:
    try:
        call()
    except Exception as error:  # noqa: BLE001 nobody asks for the result: it is a bug of ours
        sys.excepthook(type(error), error, error.__traceback__)


def _nothing() -> None:
    """Done as soon as everything before it is."""


def _new_stop() -> Stop:
    from ally_journal.stopping import Stop  # noqa: PLC0415 after the first paint

    return Stop()


def _stoppable(stop: Stop, call: Callable[[], T]) -> T:
    with stop.here():
        return call()


def _pool(name: str) -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 after the first paint

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)


def _is_over(future: Future[None], timeout_s: float) -> bool:
    from concurrent.futures import wait  # noqa: PLC0415 after the first paint

    return bool(wait([future], timeout_s).done)
