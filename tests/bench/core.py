"""The journal without its window: opening, searching, keeping, exporting.

Milliseconds are those of the quickest of several turns: other programs share the machine, and they
can only make a turn longer. Ratios are those of the middle, for both sides share what else goes on.
"""

from __future__ import annotations

import json
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.journal import Journal
from ally_journal.storage import keys
from tests.bench.children import ask
from tests.bench.figures import MIB, Figure, growth, middle, percentile, timed
from tests.bench.generator import PASSPHRASE, clock, copied
from tests.bench.raw import RawVault, rows_of
from ui.models.today_found import today_found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.bench.generator import Made

OPENINGS = 7
TYPED = (
    "the meeting was",
    "interrupted again",
    "quiet colleague",
    "person:Wren repair",
    "tag:repair tomorrow",
    '"the team" talk',
    "handombing",
    "what they said about the plan",
)
"""Searches as they are typed: common words, rare ones, filters and a phrase."""
REPEATS = 4
KEEPS = 40
OPEN_SLACK_MS, SEARCH_SLACK_MS, KEEP_SLACK_MS = 20.0, 1.6, 3.0
"""What growth may cost beside the logarithm: about a tenth of what the row itself may take."""


def opening(journals: Iterable[Made]) -> list[Figure]:
    """Opening and reading what Today shows, beyond the derivation of the key."""
    found = {
        journal.entries: min(_opening(journal) for _ in range(OPENINGS)) for journal in journals
    }
    name = "open and read Today, in the core"
    figures = [Figure(name, value, "ms", None, size) for size, value in found.items()]
    return [*figures, *growth(name, found, "ms", OPEN_SLACK_MS)]


def searching(journals: Iterable[Made]) -> list[Figure]:
    """Every keystroke of a search, with 50 rows and what is around the hit."""
    figures, found = [], {}
    for journal in journals:
        first, warm = _keystrokes(journal)
        slowest = max(warm, key=lambda text: warm[text])
        size, last = journal.entries, percentile(list(warm.values()), 0.95)
        found[size] = middle(warm.values())
        note = f"middle {found[size]:.1f}, slowest {warm[slowest]:.0f} at “{slowest}”"
        unread = percentile(first, 0.95)
        figures += [
            Figure("search as typed, p95 of keystrokes", last, "ms", 16, size, note),
            Figure("the same, pages not read yet", unread, "ms", None, size),
        ]
    return [*figures, *growth("search as typed, middle", found, "ms", SEARCH_SLACK_MS)]


def keeping(journals: Iterable[Made]) -> list[Figure]:
    """Keeping a finished draft, beside the same rows by plain statements, in turns."""
    figures, found = [], {}
    for journal in journals:
        ours, raw = _keeps(journal)
        found[journal.entries] = middle(ours)
        note = f"{middle(ours):.2f} : {middle(raw):.2f} ms, p95 {percentile(ours, 0.95):.2f}"
        ratio = middle(ours) / middle(raw)
        figures.append(
            Figure("keep an entry : raw transaction", ratio, "×", 1.5, journal.entries, note)
        )
    return [*figures, *growth("keep an entry", found, "ms", KEEP_SLACK_MS)]


def exporting(small: Made, journal: Made) -> list[Figure]:
    """Exports beside writing the same rows raw, and how far memory grows with the journal."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for form in ("markdown", "json"):
            runs = [_export(form, journal, home) for _ in range(3)]
            ours, raw = (middle(run[name] for run in runs) for name in ("ours", "raw"))
            note = f"aim 2; {ours:.0f} : {raw:.0f} ms"
            more = (runs[0]["peak"] - _export(form, small, home)["peak"]) / MIB
            above = f"memory of that above {small.entries:,} entries"
            figures += [
                Figure(
                    f"export to {form} : raw rows", ours / raw, "×", None, journal.entries, note
                ),
                Figure(above, more, "MiB", None, journal.entries, "aim flat"),
            ]
    return figures


def reading(journals: Iterable[Made]) -> list[Figure]:
    """What the pages ask for besides; nothing is promised for these on their own."""
    return [one for journal in journals for one in _reads(journal)]


def _reads(made: Made) -> list[Figure]:
    with closing(Journal.open(made.folder, PASSPHRASE, clock())) as journal:
        today = journal.today()
        calls = {
            "the newest 50 rows": journal.reading.find,
            "months of the journal": journal.reading.months,
            "everybody, with their entries": journal.people.all,
            "all insights": lambda: journal.insights.all(today),
            "habits with their standing": lambda: journal.habits.views(today),
        }
        return [
            Figure(f"read {name}", middle(timed(call) for _ in range(5)), "ms", None, made.entries)
            for name, call in calls.items()
        ]


def _opening(made: Made) -> float:
    spent = 0.0
    real = keys.stretch

    def stretch(*arguments: object) -> bytes:
        nonlocal spent
        keep: list[bytes] = []
        spent += timed(lambda: keep.append(real(*arguments)))
        return keep[0]

    def look() -> None:
        with closing(Journal.open(made.folder, PASSPHRASE, clock())) as journal:
            today_found(journal)

    keys.stretch = stretch
    try:
        return timed(look) - spent
    finally:
        keys.stretch = real


def _keystrokes(made: Made) -> tuple[list[float], dict[str, float]]:
    """Milliseconds of every keystroke the first time; and the quickest of the next, by text."""
    texts = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    with closing(Journal.open(made.folder, PASSPHRASE, clock())) as journal:

        def find(text: str) -> float:
            return timed(lambda: journal.reading.find(text))

        first = [find(text) for text in texts]
        # One turn after the other through everything, so that a busy moment spoils one turn only.
        turns = [[find(text) for text in texts] for _ in range(REPEATS)]
        return first, dict(zip(texts, map(min, *turns), strict=True))


def _keeps(made: Made) -> tuple[list[float], list[float]]:
    ours, raw = [], []
    with tempfile.TemporaryDirectory() as folder:
        mine, other = (Path(folder) / name for name in ("mine", "other"))
        mine.mkdir()
        other.mkdir()
        with (
            closing(Journal.open(copied(made, mine), PASSPHRASE, clock())) as journal,
            closing(RawVault(copied(made, other), PASSPHRASE)) as plain,
        ):
            for number in range(KEEPS + 1):
                draft = journal.writing.begin("debrief", carry=_answers(number))
                journal.writing.save_draft(draft)
                plain.put(rows_of(journal._vault, draft.id))
                spent = timed(lambda draft=draft: journal.writing.keep(draft))
                kept = rows_of(journal._vault, draft.id)
                spent_raw = timed(lambda kept=kept: plain.keep(kept))
                if number:  # the first one fills the caches
                    ours.append(spent)
                    raw.append(spent_raw)
    return ours, raw


def _answers(number: int) -> dict[str, object]:
    long = (
        "They said it again in the meeting, and the room went quiet before anybody answered. " * 4
    )
    return {
        "role": "saw",
        "facts": f"{long} It was the talk number {number}.",
        "who": ["Wren", "Heron"],
        "story": long,
        "fits": {"fits": "The tone", "against": "They asked first"},
        "wish": "That I had said one sentence",
        "mine": long,
        "friend": "Next time will come soon enough.",
    }


def _export(form: str, made: Made, home: Path) -> dict[str, float]:
    return ask("export_child", form, json.dumps(str(made.folder)), home=home)
