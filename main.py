"""Start: no arguments or a journal open the window; a subcommand is for the command line."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.commands.names import is_command
from ally_journal.language import _
from ally_journal.system_clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Iterable


def main(arguments: list[str]) -> int:
    """Open the window or carry out a command; the exit code."""
    return _command(arguments) if is_command(arguments) else _window(arguments)


def _command(arguments: list[str]) -> int:
    from ally_journal.commands.program import run  # noqa: PLC0415 the window starts without click
    from ally_journal.commands.session import Session  # noqa: PLC0415 the same

    return run(arguments, Session(SystemClock(), _make_demo))


def _window(arguments: list[str]) -> int:
    if not _has_screen():
        sentence = _("There is no screen to open a window on. See it as pictures with: make demo")
        sys.stderr.write(sentence + "\n")
        return 1
    gc.disable()  # nothing is collected before the window stands; then ui/collecting.py does it
    from ui.application import open_window  # noqa: PLC0415 the command line starts without Qt

    return open_window(Path(arguments[0]) if arguments else None, SystemClock())


def _has_screen() -> bool:
    """Whether a window can be shown; other systems than Linux always have a screen."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _make_demo(folder: Path) -> Iterable[Path]:
    from ui.demo.making import make_demo  # noqa: PLC0415 only the demonstration draws pictures

    return make_demo(folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
