"""Processes that are measured from outside: started in a home of their own, answering in JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 300


def ask(module: str, *arguments: str, home: Path) -> dict[str, Any]:
    """Run a module of the bench; what it says, and the instant at which it was started.

    Raises:
        RuntimeError: it did not end well; with what it said about that.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {
        "XDG_CONFIG_HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        # A child ends without goodbye, so its window's socket stays: not where others start.
        "XDG_RUNTIME_DIR": str(home),
        "QT_QPA_PLATFORM": "offscreen",
    }
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer | {"began": began}


def say(**values: object) -> None:
    """Answer the one who asked, and end at once: what comes after is not measured."""
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()
    os._exit(0)


def resident_kib() -> int:
    """The memory that this process holds now, in KiB."""
    return _status("VmRSS:")


def peak_kib() -> int:
    """The most memory that this process has held since its program began, in KiB."""
    return _status("VmHWM:")


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))
