"""A child: the command line as a script calls it, every command once.

    python -m tests.whole.command_session FOLDER

What it writes to stdout is meant to be read, so only stderr tells whether something slipped out.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from ally_journal.commands.program import run
from ally_journal.commands.session import Session
from ally_journal.storage.keys import KdfCost
from ally_journal.system_clock import SystemClock
from tests.whole.canaries import CANARIES, PASSPHRASE

CHEAP = KdfCost(19 * 1024, 1, 1)
WRITTEN = (
    ("debrief", {"facts": CANARIES["answer"], "who": [CANARIES["person"]]}),
    ("plan", {"wish": CANARIES["promise"]}),
)
OF_A_COACH = ("packet", "reply")
"""Commands without a journal."""
WRONG = (
    ("write", "debrief", "--answers", "wrong.json"),
    ("show", CANARIES["searched"]),
    ("list", f'"{CANARIES["searched"]} AND ('),
    ("habit", "mark", CANARIES["habit"], "tomorrow"),
)


def main(journal: str) -> None:
    """Call every command; the exit code tells whether one did what it was not to do."""
    given = Path(os.environ["EXPORTS"])
    calls = _right(given)
    right = [_call(journal, given, one) == 0 for one in calls]
    wrong = [_call(journal, given, one) != 0 for one in WRONG if one[0] != "list"]
    sys.exit(not all(right + wrong))


def _right(given: Path) -> list[tuple[str, ...]]:
    (given / "secret").write_text(PASSPHRASE)
    (given / "wrong.json").write_text(json.dumps({"facts": [CANARIES["answer"]]}))
    calls: list[tuple[str, ...]] = [("new",)]
    for number, (practice, answers) in enumerate(WRITTEN):
        (given / f"{number}.json").write_text(json.dumps(answers))
        calls.append(("write", practice, "--answers", f"{number}.json"))
    return [
        *calls,
        ("list", CANARIES["searched"]),
        ("list", "--json"),
        ("promises", "--all"),
        ("habit", "add", CANARIES["habit"], "--schedule", "3/week"),
        ("habits", "--json"),
        ("insights",),
        ("export", "--format", "json", "--to", "out.json", "--yes"),
        ("import", "out.json", "--format", "json"),
        *_there_and_back(given),
        ("backup",),
        ("verify",),
        ("passphrase", "--new-passphrase-file", "secret"),
    ]


def _there_and_back(given: Path) -> list[tuple[str, ...]]:
    """A packet goes out, a coach answers it, and the reply comes home."""
    (given / "said.json").write_text(json.dumps({"comments": ["Thank you"], "practices": ["plan"]}))
    words = ("--packet-passphrase-file", "secret")
    return [
        ("share", "--preview", "--fields", "all"),
        ("share", "--to", "packet.age", "--fields", "all", *words),
        ("packet", "packet.age", *words),
        ("reply", "packet.age", "--comments", "said.json", "--to", "reply.age", *words),
        ("receive", "reply.age"),
        ("sent",),
    ]


def _call(journal: str, given: Path, call: tuple[str, ...]) -> int:
    rest = [str(given / one) if _is_file(one) else one for one in call[1:]]
    secret = ["--passphrase-file", str(given / "secret")]
    if call[0] in OF_A_COACH:
        return run([call[0], *rest], Session(SystemClock(), cost=CHEAP))
    # Options of a group stand before the name of its subcommand.
    arguments = (
        [call[0], *secret, journal, *rest]
        if call[0] == "habit"
        else [call[0], journal, *rest, *secret]
    )
    return run(arguments, Session(SystemClock(), cost=CHEAP))


def _is_file(word: str) -> bool:
    return word == "secret" or (word.endswith((".json", ".age")) and " " not in word)


if __name__ == "__main__":
    main(sys.argv[1])
