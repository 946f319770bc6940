"""A made-up journal, and the command line as a script calls it."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from ally_journal.clock import FixedClock
from ally_journal.commands.program import run
from ally_journal.commands.session import Session
from ally_journal.journal import Journal
from ally_journal.storage.keys import KdfCost

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "amber fern under slate"
CHEAP = KdfCost(19 * 1024, 1, 1)
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        assert self.code == 0, self.err
        return json.loads(self.out)


class Terminal:
    """Calls commands on one journal; the passphrase comes from a file."""

    def __init__(self, folder: Path, monkeypatch, capsys) -> None:
        self.folder = folder
        self.journal = str(folder / "Fern.ally")
        self.clock = FixedClock(MONDAY)
        self.session = Session(self.clock, cost=CHEAP)
        self.secret = self.file("secret", PASSPHRASE + "\n")
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def file(self, name: str, content: str | bytes) -> str:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def answers(self, **answers: object) -> str:
        return self.file("answers.json", json.dumps(answers))

    def bare(self, *arguments: str, stdin: str | bytes = b"") -> Said:
        """Call a command with nothing added."""
        content = stdin if isinstance(stdin, bytes) else stdin.encode()
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
        self._capsys.readouterr()
        code = run(arguments, self.session)
        return Said(code, *self._capsys.readouterr())

    def __call__(self, command: str, *arguments: str, stdin: str | bytes = b"") -> Said:
        """Call a command on the journal, with its passphrase."""
        secret = ("--passphrase-file", self.secret)
        return self.bare(command, self.journal, *arguments, *secret, stdin=stdin)

    def other(self) -> Terminal:
        """A terminal in a folder of somebody else, with a journal of their own."""
        folder = self.folder / "other"
        folder.mkdir()
        other = Terminal(folder, self._monkeypatch, self._capsys)
        assert other.bare("new", other.journal, "--passphrase-file", other.secret).code == 0
        return other

    def with_demo(self, make_demo) -> None:
        self.session = replace(self.session, make_demo=make_demo)


@pytest.fixture
def empty(tmp_path, monkeypatch, capsys) -> Terminal:
    """A terminal in a folder without a journal."""
    return Terminal(tmp_path, monkeypatch, capsys)


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Path:
    """A closed journal, to be copied."""
    folder = tmp_path_factory.mktemp("made") / "Fern.ally"
    journal, _code = Journal.create(folder, PASSPHRASE, FixedClock(MONDAY), CHEAP)
    journal.close()
    return folder


@pytest.fixture
def ally(empty, made) -> Terminal:
    """A terminal with a journal."""
    shutil.copytree(made, empty.journal)
    return empty
