"""The fault catalogue in its long form: `make torture`, or `python -m tests.faults`.

    --only 1,3,22         these rows
    --share 0.1           a tenth of the times of the long form
    --seed 7              other random moments and places
    --to build/faults.json

Prints a line for each fault: tried, survived, lost. Ends with 1 where anything was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from tests.faults.catalogue import FAULTS, HELD
from tests.faults.children import ROOT, environment
from tests.faults.register import Fault, Outcome

EVERY = FAULTS | HELD
LINE = "{:>3}  {:<66} {:>7} {:>8} {:>5}  {:>6}"


@dataclass
class Row:
    """A fault with what came of all its parts so far."""

    fault: Fault
    outcome: Outcome = field(default_factory=Outcome)
    seconds: float = 0.0
    waiting: int = 0


def main(arguments: list[str]) -> int:
    """Try what was asked for; the exit code."""
    asked = _parser().parse_args(arguments)
    if asked.part:
        return _part(asked)
    began = time.monotonic()
    rows = [Row(one) for one in _chosen(asked.only)]
    sys.stdout.write(LINE.format("row", "fault", "tried", "survived", "lost", "s") + "\n")
    _try_all(rows, asked)
    lost = sum(row.outcome.lost for row in rows)
    tried = sum(row.outcome.tried for row in rows)
    _write(rows, asked.to, time.monotonic() - began)
    sys.stdout.write(
        LINE.format("", "all", tried, tried - lost, lost, int(time.monotonic() - began))
    )
    sys.stdout.write("\n")
    return int(bool(lost))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("torture", description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="numbers or names of rows")
    parser.add_argument("--share", type=float, default=1.0, help="of the long form")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "faults.json")
    parser.add_argument("--part", default="", help=argparse.SUPPRESS)
    parser.add_argument("--times", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    return parser


def _chosen(words: str) -> list[Fault]:
    wanted = [word.strip() for word in words.split(",") if word.strip()]
    every = sorted(EVERY.values(), key=lambda one: one.number)
    if not wanted:
        return every
    return [one for one in every if {str(one.number), one.name, one.word} & set(wanted)]


def _try_all(rows: list[Row], asked: argparse.Namespace) -> None:
    with ThreadPoolExecutor(asked.at_once) as pool:
        parts = {}
        # The longest first, so that none of them is waited for at the end.
        for row in sorted(rows, key=lambda row: -row.fault.long):
            times = max(1, int(row.fault.long * asked.share))
            row.waiting = row.fault.parts
            for number in range(row.fault.parts):
                share = -(-times // row.fault.parts)
                seed = asked.seed + 1000 * number
                parts[pool.submit(_in_a_process, row.fault, share, seed)] = row
        for part in as_completed(parts):
            row = parts[part]
            outcome, seconds = part.result()
            row.outcome.take(outcome)
            row.seconds += seconds
            row.waiting -= 1
            if not row.waiting:
                _tell(row)


def _in_a_process(fault: Fault, times: int, seed: int) -> tuple[Outcome, float]:
    """A process of its own: whatever ends it is one more thing that did not hold."""
    began = time.monotonic()
    place = Path(mkdtemp(prefix="faults-", dir=_quick_disk()))
    more = ["--part", fault.name, "--times", str(times), "--seed", str(seed), "--place", str(place)]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults", *more],
            cwd=ROOT,
            env=environment(place),
            capture_output=True,
            text=True,
            check=False,
        )
        said = done.stdout.splitlines()
        outcome = Outcome(**json.loads(said[-1])) if not done.returncode else Outcome()
        if done.returncode:
            outcome.case(*done.stderr.splitlines()[-3:], f"it ended with {done.returncode}")
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return outcome, time.monotonic() - began


def _part(asked: argparse.Namespace) -> int:
    outcome = EVERY[asked.part].run(asked.place, asked.times, asked.seed)
    sys.stdout.write("\n" + json.dumps(asdict(outcome)) + "\n")
    return 0


def _quick_disk() -> Path | None:
    """Memory where there is enough of it: nothing here depends on a real disk."""
    shared = Path("/dev/shm")  # noqa: S108 a folder of one's own is made in it
    is_large = shared.is_dir() and shutil.disk_usage(shared).free > 1 << 31
    return shared if is_large and os.access(shared, os.W_OK) else None


def _tell(row: Row) -> None:
    found = row.outcome
    line = (row.fault.number, row.fault.title[:66], found.tried, found.survived, found.lost)
    sys.stdout.write(LINE.format(*line, int(row.seconds)) + "\n")
    for name, value in found.figures.items():
        sys.stdout.write(f"       {name}: {value:.4g}\n")
    for note in found.notes if found.lost else ():
        sys.stdout.write(f"     ! {note}\n")
    sys.stdout.flush()


def _write(rows: list[Row], to: Path, seconds: float) -> None:
    told = [
        {"row": row.fault.number, "name": row.fault.word, "fault": row.fault.title}
        | asdict(row.outcome)
        | {"survived": row.outcome.survived, "seconds": round(row.seconds, 1)}
        for row in rows
    ]
    to.parent.mkdir(parents=True, exist_ok=True)
    held = {"seconds": round(seconds), "processors": os.cpu_count(), "rows": told}
    to.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
