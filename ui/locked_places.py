"""Places before a journal is open; apart, because the window starts with them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.errors import JournalError

# The variable of the environment in which a window that was locked leaves word for the next one.
AFTER_LOCK = "ALLY_JOURNAL_AFTER_LOCK"
# The one that is there while the window is to stay out of sight: at login, or only in the tray.
OUT_OF_SIGHT = "ALLY_JOURNAL_OUT_OF_SIGHT"


class UnlockPlace:
    """In front of a locked journal; `problem` or `note`: a sentence to begin with.

    `damage`: what was met while it was open; the passphrase leads to what helps then.
    """

    def __init__(
        self, problem: str = "", note: str = "", damage: JournalError | None = None
    ) -> None:
        self.problem, self.note, self.damage = problem, note, damage


class CreatePlace:
    """Where no journal stands yet."""


class CodePlace:
    """The recovery code of a new journal, shown this once."""

    def __init__(self, code: str) -> None:
        self.code = code


class RecoverPlace:
    """The passphrase is forgotten; the recovery code may be there."""


class CoachOpenPlace:
    """Where a coach opens a packet, without any journal; `packet`: the file, if it is known."""

    def __init__(self, packet: Path | None = None) -> None:
        self.packet = packet


class CoachKeyPlace:
    """Where a coach makes a key of their own, or looks at its public half again."""


class CoachPlace:
    """A packet that is read and answered; `held` is of `models.coach_packets`."""

    def __init__(self, held: object) -> None:
        self.held = held
