"""Stopping a long job from another thread: nothing that reads or writes may hold up a lock.

A job is carried out `with stop.here()`. Whoever wants it to end calls `stop.ask()` from any thread:
a statement of the database that runs is interrupted, and the next `check()` of the job raises
`Stopped`. What is not in a job of that kind is never stopped: a draft is always written.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

from ally_journal.errors import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

T = TypeVar("T")


class Stop:
    """The stop of one job."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._is_asked = False
        self._interrupts: list[Callable[[], object]] = []

    @property
    def is_asked(self) -> bool:
        """Whether the job is to end."""
        return self._is_asked

    def ask(self) -> None:
        """End the job as soon as may be; after it has ended, nothing happens."""
        with self._mutex:
            self._is_asked = True
            for interrupt in self._interrupts:
                interrupt()

    def check(self) -> None:
        """Go on, or not.

        Raises:
            Stopped: it was asked for.
        """
        if self._is_asked:
            raise Stopped

    @contextmanager
    def here(self) -> Iterator[None]:
        """What is done inside, in this thread, is the job.

        Raises:
            Stopped: it was asked for before the job began.
        """
        self.check()
        token = _CURRENT.set(self)
        try:
            yield
        finally:
            _CURRENT.reset(token)

    @contextmanager
    def waking(self, interrupt: Callable[[], object]) -> Iterator[None]:
        """While the inside waits for something, asking calls `interrupt`, from another thread."""
        with self._mutex:
            self._interrupts.append(interrupt)
        try:
            self.check()
            yield
        finally:
            with self._mutex:
                self._interrupts.remove(interrupt)


# Each thread has its own; the one lane of the window carries out one job at a time.
_CURRENT: ContextVar[Stop | None] = ContextVar("stop", default=None)


def current_stop() -> Stop | None:
    """The stop of the job that this thread carries out; None where it is not to be stopped."""
    return _CURRENT.get()


def check() -> None:
    """Go on with a long job, or not.

    Raises:
        Stopped: it was asked for.
    """
    stop = _CURRENT.get()
    if stop is not None:
        stop.check()


@contextmanager
def interruptible(interrupt: Callable[[], object]) -> Iterator[None]:
    """Let a stop of the current job call `interrupt` while the inside runs.

    Raises:
        Stopped: it was asked for.
    """
    stop = _CURRENT.get()
    if stop is None:
        yield
        return
    with stop.waking(interrupt):
        yield


def each(things: Iterable[T]) -> Iterator[T]:
    """The same things, with a check before each.

    Raises:
        Stopped: it was asked for.
    """
    for thing in things:
        check()
        yield thing


def drained(steps: Generator[bool, None, T]) -> T:
    """What a generator returns once all its steps are done."""
    try:
        while True:
            next(steps)
    except StopIteration as over:
        result: T = over.value
        return result
    finally:
        steps.close()
