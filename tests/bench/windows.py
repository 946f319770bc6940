"""The window: its start beside a bare one, unlocking, Insights, and the memory it holds.

Milliseconds are those of the quickest run: other programs share the machine, and they can only
make a run longer.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ally_journal.paths import NAME
from ally_journal.window_file import WindowSettings, write_window_settings
from tests.bench.children import ask
from tests.bench.figures import MIB, Figure, middle
from tests.bench.generator import NOW, PASSPHRASE, ZONE

if TYPE_CHECKING:
    from tests.bench.generator import Made

START_ROUNDS = 12
UNLOCK_ROUNDS = 5
UNLOCK_MS = {10_000: 150, 100_000: 200}
MEMORY_FROM = 100_000
WHO_AND_WHEN = (PASSPHRASE, NOW.isoformat(), ZONE)


def start(journal: Made, rounds: int = START_ROUNDS) -> list[Figure]:
    """From the start of the process to a painted unlock window, beside a bare one, in turns."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as home:
        # As on every start but the very first: there are settings to be read.
        write_window_settings(Path(home) / NAME, WindowSettings(width=1280, height=800))
        for number in range(rounds + 1):
            taken = (
                _start("start_child", str(journal.folder), home=Path(home)),
                _start("bare_child", home=Path(home)),
            )
            if number:  # the first one fills the caches
                ours.append(taken[0])
                bare.append(taken[1])
    note = f"{middle(ours):.0f} : {middle(bare):.0f} ms"
    quickest = f"{min(ours):.0f} : {min(bare):.0f} ms"
    return [
        Figure(
            "start to unlock window : bare window",
            middle(ours) / middle(bare),
            "×",
            1.35,
            note=note,
        ),
        Figure("the same, quickest of each", min(ours) / min(bare), "×", None, note=quickest),
    ]


def unlocked(journals: list[Made], rounds: int = UNLOCK_ROUNDS) -> list[Figure]:
    """Unlocking to Today painted, Insights first and again, stalls and memory."""
    figures = []
    with tempfile.TemporaryDirectory() as home:
        bare = [ask("bare_child", home=Path(home))["resident"] for _ in range(3)]
        seen = {
            journal.entries: [
                ask("window_child", str(journal.folder), *WHO_AND_WHEN, home=Path(home))
                for _ in range(rounds)
            ]
            for journal in journals
        }
    for size, runs in seen.items():
        figures += _of_size(size, runs, middle(bare))
    return figures


def _of_size(size: int, runs: list[dict[str, Any]], bare: float) -> list[Figure]:
    found = {name: min(run[name] for run in runs) for name in runs[0]}
    usual = f"middle {middle(run['unlock'] for run in runs):.0f}"
    figures = [
        Figure("unlock to Today painted", found["unlock"], "ms", UNLOCK_MS.get(size), size, usual),
        Figure("longest stall while unlocking", found["unlock_stall"], "ms", None, size),
        Figure("Insights, first painted", found["first"], "ms", None, size, "aim 500"),
        Figure("Insights, every card there", found["full"], "ms", None, size),
        Figure("longest stall until then", found["first_stall"], "ms", None, size, "aim 50"),
        Figure("Insights, painted again", found["again"], "ms", None, size, "aim 100"),
        Figure("longest stall meanwhile", found["again_stall"], "ms", None, size, "aim 50"),
    ]
    promised = size >= MEMORY_FROM
    for name, key, most in (
        ("memory above a bare window, unlocked", "resident", 60),
        ("memory above a bare window, charts warm", "resident_charts", 150),
    ):
        limit = most if promised else None
        figures.append(Figure(name, (found[key] - bare) / MIB, "MiB", limit, size))
    return figures


def _start(module: str, *arguments: str, home: Path) -> float:
    answer = ask(module, *arguments, home=home)
    return (answer["painted"] - answer["began"]) * 1000
