"""A home of its own for a child process, so that whatever it leaves behind can be looked at."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import weakref
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UMASK_OF_NOBODY = 0
LONGEST_S = 120


@dataclass(frozen=True)
class Done:
    """What a child said, and how it ended."""

    code: int
    out: bytes
    err: bytes


class Sandbox:
    """Folders that a child takes for the whole computer."""

    def __init__(self, root: Path) -> None:
        self.home, self.temporary = root / "home", root / "tmp"
        self.documents, self.exports = root / "documents", root / "exports"
        self.traces = root / "traces"
        # The path of a socket has room for a hundred characters.
        self.runtime = Path(tempfile.mkdtemp(prefix="run"))
        weakref.finalize(self, shutil.rmtree, self.runtime, ignore_errors=True)
        for folder in self.watched:
            folder.mkdir(mode=0o700, exist_ok=True)
        self.exports.mkdir()
        self.traces.mkdir()
        self.journal = self.documents / "Fern.ally"
        self.shared_before = self._shared()

    @property
    def watched(self) -> tuple[Path, ...]:
        """Where nothing readable may be left."""
        return (self.home, self.temporary, self.documents, self.runtime)

    def run(self, module: str, *arguments: str, before: tuple[str, ...] = ()) -> Done:
        """Run a module of the tests as a program, behind a command such as strace."""
        program = [*before, sys.executable, "-m", module, str(self.journal), *arguments]
        done = subprocess.run(
            program,
            cwd=ROOT,
            env=self._environment(),
            capture_output=True,
            timeout=LONGEST_S,
            check=False,
            umask=UMASK_OF_NOBODY,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def new_in_shared_memory(self) -> list[Path]:
        """Files in shared memory that were not there before and are ours."""
        return [path for path in self._shared() if path not in self.shared_before]

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return kept | {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local" / "share"),
            "XDG_STATE_HOME": str(self.home / ".local" / "state"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_RUNTIME_DIR": str(self.runtime),
            "TMPDIR": str(self.temporary),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",
            "EXPORTS": str(self.exports),
        }

    def _shared(self) -> set[Path]:
        folder = Path("/dev/shm")  # noqa: S108 it is looked at, nothing is put there
        return {path for path in folder.glob("*") if path.stat().st_uid == os.getuid()}
