"""Children that are asked for work, listened to, and killed."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60


class Child:
    """One piece of work in a process of its own; what it says comes line by line."""

    def __init__(self, nursery: Nursery, pipe: int) -> None:
        self._nursery = nursery
        self._pipe = pipe
        self._rest = b""
        self.pid = nursery.number()
        # A number may be given to another process once this one has ended; a handle is never.
        self._handle = os.pidfd_open(self.pid)
        nursery.go_on()
        self.code: int | None = None

    def line(self, patience: float = PATIENCE_S) -> str | None:
        """What it says next; None once it has ended."""
        while b"\n" not in self._rest:
            if not select.select([self._pipe], [], [], patience)[0]:
                self.kill()
                raise TimeoutError
            more = os.read(self._pipe, 1 << 16)
            if not more:
                return None
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()

    def lines(self) -> list[str]:
        """All that it still says until it ends, and how that was."""
        found = []
        while (line := self.line()) is not None:
            found.append(line)
        self.end()
        return found

    def kill(self) -> None:
        """As kill -9 does."""
        self.signal(signal.SIGKILL)

    def signal(self, number: int) -> None:
        """Send a signal, if it still runs."""
        if self.code is None:
            try:
                signal.pidfd_send_signal(self._handle, number)
            except ProcessLookupError:
                return

    def end(self) -> int:
        """Wait until it has ended; its exit code, or minus the signal that ended it."""
        if self.code is None:
            self.code = self._nursery.number()
            os.close(self._handle)
            os.close(self._pipe)
        return self.code


class Nursery:
    """See `nursery.py`; one child at a time."""

    def __init__(self, place: Path, module: str = "works", *, preload: Path | None = None) -> None:
        mine, its = socket.socketpair()
        os.set_inheritable(its.fileno(), True)
        more = {"LD_PRELOAD": str(preload)} if preload else {}
        place.mkdir(parents=True, exist_ok=True)
        self.said = place / "stderr"
        with self.said.open("ab") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.nursery", str(its.fileno()), module],
                cwd=ROOT,
                env=environment(place) | more,
                pass_fds=[its.fileno()],
                stdin=subprocess.DEVNULL,
                stderr=said,
            )
        its.close()
        self._asked = mine
        self._answers = mine.makefile("rb")

    def ask(self, name: str, **arguments: object) -> Child:
        """Begin a piece of work."""
        read, write = os.pipe()
        given = {key: _plain(value) for key, value in arguments.items()}
        request = json.dumps({"name": name, "arguments": given}).encode()
        socket.send_fds(self._asked, [request], [write])
        os.close(write)
        return Child(self, read)

    def number(self) -> int:
        """Its next answer."""
        return int(self._answers.readline())

    def go_on(self) -> None:
        """Let it wait for its child."""
        self._asked.send(b".")

    def close(self) -> None:
        """Let it go."""
        self._answers.close()
        self._asked.close()
        self._process.wait(PATIENCE_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def environment(place: Path) -> dict[str, str]:
    """A home of its own, so that nothing of the person's is touched."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return kept | {
        "HOME": str(place),
        "XDG_CONFIG_HOME": str(place / "config"),
        "XDG_DATA_HOME": str(place / "data"),
        "XDG_STATE_HOME": str(place / "state"),
        "XDG_CACHE_HOME": str(place / "cache"),
        "XDG_RUNTIME_DIR": str(place),
        "TMPDIR": str(place),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUNBUFFERED": "1",
    }


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else value
