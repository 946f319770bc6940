"""Keeping the memory of this process to itself, as far as the system lets us."""

from __future__ import annotations

import sys
from contextlib import suppress

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4
# glibc overwrites every block that is freed, those of Qt and Python too. SQLCipher's own switch for
# that (cipher_memory_security) also locks each block in memory one by one, which makes a search
# over 100,000 entries a hundred times as long; the keys themselves it wipes and locks in any case.
_M_PERTURB = -6
_PATTERN = 0x5A


def harden_process() -> None:
    """No core dump; on Linux freed memory is overwritten and closed to the person's other programs.

    To be called once before the first passphrase is asked for, and again after an exec.
    """
    if sys.platform == "win32":  # pragma: no cover Windows has neither
        return
    import resource  # noqa: PLC0415 not on Windows

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # pragma: no branch the tests run there
        _libc("prctl", _PR_SET_DUMPABLE, 0, 0, 0, 0)
        _libc("mallopt", _M_PERTURB, _PATTERN)


def end_with_parent() -> None:
    """On Linux this process is ended when whoever started it ends, however that comes about."""
    if sys.platform == "linux":  # pragma: no branch the tests run there
        import signal  # noqa: PLC0415 kept out of the start

        _libc("prctl", _PR_SET_PDEATHSIG, signal.SIGKILL)


def trim_memory() -> None:
    """Give freed memory back to the system, so that less of what was read stays behind."""
    if sys.platform == "linux":  # pragma: no branch the tests run there
        _libc("malloc_trim", 0)


def _libc(name: str, *numbers: int) -> None:
    """Call a function of the C library; where it has none of this name, nothing is done."""
    import ctypes  # noqa: PLC0415 kept out of the start

    with suppress(OSError, AttributeError):
        getattr(ctypes.CDLL(None), name)(*numbers)
