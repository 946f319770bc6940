"""Run as a script: a process of its own, in which alone what is foreign is decrypted and parsed.

In: a line of JSON, then the file. Out: a line of JSON, then what came of it. No secret is an
argument or in the environment, nothing is written to the disk, nothing is told on stderr. The
limits of memory and time hold before the first byte of the file is read.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from contextlib import suppress
from pathlib import Path


def main() -> None:
    """Carry out the job on stdin."""
    # A script that is run with -I finds only what is installed.
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from ally_journal.formats.age_work import answer  # noqa: PLC0415 there since the line before
    from ally_journal.hardening import end_with_parent, harden_process  # noqa: PLC0415 there since the line before

    end_with_parent()
    harden_process()
    gc.disable()  # it would look through everything that is read, again and again
    job = json.loads(sys.stdin.buffer.readline())
    limit(job["memory"], job["seconds"])
    told, content = answer(job, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + content)
    sys.stdout.buffer.flush()


def limit(memory: int, seconds: int) -> None:
    """Take no more bytes of memory (0: any) and seconds of work, leave no core, write no file."""
    if sys.platform == "win32":  # pragma: no cover Windows has no such limits
        return
    import resource  # noqa: PLC0415 not on Windows

    limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CPU, seconds)]
    if memory:
        limits.append((resource.RLIMIT_AS, memory))
    for which, most in limits:
        with suppress(OSError, ValueError):
            resource.setrlimit(which, (most, most))


if __name__ == "__main__":
    try:
        main()
    except BaseException:  # noqa: BLE001 whatever it is: nothing is told
        os._exit(1)
