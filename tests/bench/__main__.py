"""Speed against the bare libraries, side by side: `make bench`, or `python -m tests.bench`.

    --sizes 1000,10000,100000     journals of how many entries
    --only start,window,open,search,keep,export,read,share
    --to build/bench.json

Says every figure with what it may be at most, and ends with 1 where one is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.hardening import harden_process
from tests.bench import core, sharing, windows
from tests.bench.figures import Figure, as_json, table
from tests.bench.generator import ROOT, STORE, Made, made

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1_000, 10_000, 100_000)
MAKING_S = 90
EXPORTED = 10_000


def main(arguments: list[str]) -> int:
    """Measure what was asked for; the exit code."""
    asked = _parser().parse_args(arguments)
    harden_process()
    STORE.mkdir(parents=True, exist_ok=True)
    journals = [made(int(size)) for size in asked.sizes.split(",")]
    figures = _making(journals)
    kinds = _kinds(journals)
    for name in asked.only.split(",") if asked.only else kinds:
        found = kinds[name]()
        sys.stdout.write(table(found) + "\n\n")
        sys.stdout.flush()
        figures += found
    return _told(figures, asked.to)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bench", description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--only", default="")
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "bench.json")
    return parser


def _kinds(journals: list[Made]) -> dict[str, Callable[[], list[Figure]]]:
    nearest = min(journals, key=lambda one: abs(one.entries - EXPORTED))
    return {
        "start": lambda: windows.start(nearest),
        "window": lambda: windows.unlocked(journals),
        "open": lambda: core.opening(journals),
        "search": lambda: core.searching(journals),
        "keep": lambda: core.keeping(journals),
        "export": lambda: core.exporting(journals[0], nearest),
        "read": lambda: core.reading(journals),
        "share": lambda: sharing.sharing(nearest),
    }


def _making(journals: list[Made]) -> list[Figure]:
    return [
        Figure("make a journal to measure with", one.seconds, "s", MAKING_S, one.entries)
        for one in journals
        if one.seconds
    ]


def _told(figures: list[Figure], to: Path) -> int:
    to.parent.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg() if hasattr(os, "getloadavg") else ()
    held = {"figures": as_json(figures), "load": load, "processors": os.cpu_count()}
    to.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    missed = [one for one in figures if one.is_missed]
    if missed:
        sys.stdout.write("Missed:\n" + table(missed) + "\n")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
