"""A coach at the command line, with a key of their own."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from ally_journal.formats import coach_key

if TYPE_CHECKING:
    from tests.commands.conftest import Terminal

KEY = "larch over the brook"


@cache
def made() -> coach_key.CoachKey:
    """One key for all tests: it takes a second to lock."""
    return coach_key.make(KEY)


class Coach:
    """Has a key, and gets packets that are sealed for it."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.secret = terminal.file("coach-secret", KEY)
        self.file = terminal.file("coach.key", made().file)
        self.public = made().public
        self.fingerprint = coach_key.fingerprint(self.public)

    @property
    def key(self) -> tuple[str, ...]:
        """Options that open a packet with it."""
        return ("--identity", self.file, "--packet-passphrase-file", self.secret)

    def packet(self, query: str, name: str = "packet.age") -> str:
        """A packet of all fields of what a search finds."""
        path = str(self.terminal.folder / name)
        said = self.terminal(
            "share", query, "--to", path, "--recipient", self.public, "--fields", "all"
        )
        assert said.code == 0, said.err
        return path


def reply_of(terminal: Terminal, coach: Coach, packet: str, given: object) -> str:
    """The reply of a coach to a packet."""
    path = terminal.folder / "reply.age"
    shape = given if isinstance(given, dict) else {"comments": given, "from": "Ivy"}
    comments = terminal.file("comments.json", json.dumps(shape))
    said = terminal.bare("reply", packet, "--comments", comments, "--to", str(path), *coach.key)
    assert said.code == 0, said.err
    return str(path)
