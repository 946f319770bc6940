"""The library that is preloaded into a child: made by gcc, and what a child may ask of it."""

from __future__ import annotations

import ctypes
import subprocess
from enum import IntFlag
from pathlib import Path
from tempfile import mkdtemp

SOURCE = Path(__file__).with_name("io_faults.c")


class Calls(IntFlag):
    """Kinds of calls on files, as `io_faults.c` numbers them."""

    OPENS = 1
    READS = 2
    WRITES = 4
    SYNCS = 8
    CUTS = 16
    NAMES = 32


CHANGING = Calls.OPENS | Calls.WRITES | Calls.SYNCS | Calls.CUTS | Calls.NAMES
EVERY = CHANGING | Calls.READS


def library(folder: Path | None = None) -> Path:
    """Compile the library into a folder of its own; where it stands."""
    made = (folder or Path(mkdtemp(prefix="faults-"))) / "io_faults.so"
    command = ["gcc", "-shared", "-fPIC", "-O1", "-Wall", "-o", str(made), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return made


class Watch:
    """What a child that has the library asks of it."""

    def __init__(self, folder: Path) -> None:
        self._calls = ctypes.CDLL(None)
        self._calls.fault_seen.restype = ctypes.c_long
        self._calls.fault_watch(str(folder).encode())

    def fail(self, kinds: int, nth: int, code: int, *, for_ever: bool, torn: bool = False) -> None:
        """Let the nth call of these kinds fail with an errno, once or from then on."""
        nth_long = ctypes.c_long(nth)
        self._calls.fault_fail(kinds, nth_long, code, int(for_ever), int(torn))

    def kill(self, nth: int) -> None:
        """End this process before its nth call that changes something."""
        self._calls.fault_kill(ctypes.c_long(nth))

    def off(self) -> None:
        """Let every call through again."""
        self._calls.fault_off()

    def log(self, path: Path) -> None:
        """Write down every call that changes something."""
        self._calls.fault_log(str(path).encode())

    def mark(self, words: str) -> None:
        """Write an acknowledgement among the calls."""
        self._calls.fault_mark(words.encode())

    @property
    def seen(self) -> int:
        """How many calls of the kinds asked for there were."""
        return int(self._calls.fault_seen())
