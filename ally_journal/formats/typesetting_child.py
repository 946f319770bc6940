"""Sets one document in a process of its own, run as a script: it reads a job and writes a PDF.

The typesetter keeps what it has set in memory for a next time, and needs much of it; with this
process all of that goes, and a job that takes too long can be ended. In: one JSON object with
`template`, `data` (JSON as text), `chains`, `folders`. Out: one line of JSON with `missing` and
`tagged`, then the PDF. Nothing is written to the disk and nothing is told on stderr.
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Fonts

_UNSHOWN = re.compile(r"the text `\"(.*?)\"` could not be displayed")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
_ACCESSIBLE = ["ua-1"]


def main() -> None:
    """Set the job that stands on stdin.

    First with the fonts that are always there; where they lack a letter, with those of the system
    too; where these lack it as well, without the promise that everything can be read aloud.
    """
    _keep_to_itself()
    _stay_within()
    import typst

    job = json.load(sys.stdin.buffer)
    fonts = typst.Fonts(font_paths=job["folders"])
    chains = _known(job["chains"], fonts.families())
    missing: list[str] = []
    try:
        pdf = _pdf(job, chains, fonts, _ACCESSIBLE)
    except typst.TypstError:
        chains = _with_the_rest(chains)
        try:
            pdf = _pdf(job, chains, fonts, _ACCESSIBLE)
        except typst.TypstError as error:
            missing = sorted(set(map(_unescaped, _UNSHOWN.findall(error.diagnostic))))
            pdf = _pdf(job, chains, fonts, [])
            accessible = False
        else:
            accessible = True
    else:
        accessible = True
    head = {"missing": missing, "accessible": accessible}
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + pdf)


def _keep_to_itself() -> None:
    """Leave no dump of what stands in this process, and end with whoever began it."""
    # A script that is run with -I finds only what is installed.
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from ally_journal.hardening import end_with_parent, harden_process  # noqa: PLC0415 there since the line before

    end_with_parent()
    harden_process()


def _stay_within() -> None:
    """Leave the system a quarter of its memory."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 not on Windows

        most = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 4 * 3
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _pdf(
    job: dict[str, Any], chains: dict[str, list[str]], fonts: Fonts, standards: list[Any]
) -> bytes:
    import typst

    return typst.compile(
        job["template"].encode(),
        format="pdf",
        font_paths=fonts,
        sys_inputs={"data": job["data"], "fonts": json.dumps(chains)},
        pdf_standards=standards,
    )


def _known(chains: dict[str, list[str]], families: list[str]) -> dict[str, list[str]]:
    there = set(families)
    return {name: [one for one in chain if one in there] for name, chain in chains.items()}


def _with_the_rest(chains: dict[str, list[str]]) -> dict[str, list[str]]:
    """The chains, and behind them all that the system has, plain ones first."""
    import typst

    system = typst.Fonts(include_embedded_fonts=False).families()
    rest = sorted(set(system), key=lambda one: (not one.startswith("Noto Sans"), one))
    return {
        name: [*chain, *(one for one in rest if one not in chain)] for name, chain in chains.items()
    }


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _NAMED.get(found[2], found[2])


if __name__ == "__main__":
    main()
