"""A child: one export, and the same rows written raw beside it.

    python -m tests.bench.export_child FORM FOLDER

Says milliseconds of both, and the most memory it held during the export, in KiB.
"""

from __future__ import annotations

import json
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from ally_journal.formats.target import new_file
from ally_journal.hardening import harden_process
from ally_journal.journal import Journal
from tests.bench.children import peak_kib, say
from tests.bench.figures import timed
from tests.bench.generator import PASSPHRASE, clock
from tests.bench.raw import RawVault, everything


def main(form: str, folder: Path) -> None:
    """Export, then write raw."""
    harden_process()
    with tempfile.TemporaryDirectory() as out:
        with closing(Journal.open(folder, PASSPHRASE, clock())) as journal:
            ours = timed(lambda: journal.carrying.export(form, Path(out) / f"ours.{form}"))
        peak = peak_kib()
        with closing(RawVault(folder, PASSPHRASE)) as plain:
            raw = timed(lambda: write_raw(plain, Path(out) / "raw", as_json=form == "json"))
    say(ours=ours, raw=raw, peak=peak)


def write_raw(plain: RawVault, path: Path, *, as_json: bool) -> None:
    """Every value of every row, as JSON or as lines of text."""
    spell = json.JSONEncoder(ensure_ascii=False).encode if as_json else as_lines
    with new_file(path) as stream:
        for row in everything(plain.conn):
            stream.write(spell(row) + "\n")


def as_lines(row: tuple[object, ...]) -> str:
    """The values of a row, one a line."""
    return "\n".join(map(str, row))


main(sys.argv[1], Path(json.loads(sys.argv[2])))
