"""Sets data by a template of `resources/paper` as a PDF, in a child process that can be ended.

What goes in is data only: no word of it is read as markup. What comes out is tagged, names neither
an author nor a path nor a time, and is never on the disk before whoever asked writes it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from ally_journal import stopping
from ally_journal.paper_errors import PaperFailed

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

TURN_S = 0.02
"""After this long whoever waits looks whether it is still wanted."""

_CHILD = Path(__file__).with_name("typesetting_child.py")
_CHAINS = {
    "serif": ["Libertinus Serif", "DejaVu Serif", "DejaVu Sans"],
    "sans": ["Inter", "Noto Sans", "DejaVu Sans", "DejaVu Serif"],
    "mono": ["DejaVu Sans Mono", "DejaVu Sans"],
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF, the characters that no font here can show, and whether it keeps PDF/UA-1.

    One with characters that do not show is tagged all the same.
    """

    data: bytes
    missing: tuple[str, ...] = ()
    accessible: bool = True


def typeset(template: str, data: Mapping[str, object]) -> Paper:
    """Set data by a template: `entries`, `packet` or `agreement`.

    Raises:
        PaperFailed: there was not enough memory for it, or the typesetter gave up.
        Stopped: it was asked for.
    """
    return stopping.drained(typesetting(template, data))


def typesetting(template: str, data: Mapping[str, object]) -> Generator[bool, None, Paper]:
    """The same, giving way some fifty times a second while it waits; yields True.

    Where it is closed before its end, the child ends with it. Raises what `typeset` raises.
    """
    job = {
        "template": _text("sheet") + _text(template),
        "data": json.dumps(data, ensure_ascii=False),
        "chains": _CHAINS,
        "folders": _folders(),
    }
    result = yield from _carried_out(json.dumps(job, ensure_ascii=False).encode(errors="replace"))
    return _read(result)


def _text(name: str) -> str:
    return (resources.files("resources") / "paper" / f"{name}.typ").read_text("utf-8")


def _folders() -> list[str]:
    """Where the fonts are that come with the program: those of the charts."""
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        return []
    return [str(Path(found.origin).parent / "mpl-data" / "fonts" / "ttf")]


def _started() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 a script of ours
            [sys.executable, "-I", str(_CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # of Windows
        )
    except OSError as error:
        raise PaperFailed from error


def _carried_out(job: bytes) -> Generator[bool, None, bytes]:
    child = _started()
    results: list[bytes] = []
    talk = Thread(target=lambda: results.append(child.communicate(job)[0]), daemon=True)
    with child:
        try:
            talk.start()
            while talk.is_alive():
                stopping.check()
                talk.join(TURN_S)
                yield True
        finally:
            child.kill()
            talk.join()
    if child.returncode != 0 or not results:
        raise PaperFailed
    return results[0]


def _read(result: bytes) -> Paper:
    head, _, pdf = result.partition(b"\n")
    told = json.loads(head)
    return Paper(pdf, tuple(told["missing"]), told["accessible"])
