"""Places before a journal is open; apart, because the window starts with them alone."""

from __future__ import annotations


class UnlockPlace:
    """In front of a locked journal; `problem`: a sentence to begin with."""

    def __init__(self, problem: str = "") -> None:
        self.problem = problem


class CreatePlace:
    """Where no journal stands yet."""


class CodePlace:
    """The recovery code of a new journal, shown this once."""

    def __init__(self, code: str) -> None:
        self.code = code


class RecoverPlace:
    """The passphrase is forgotten; the recovery code may be there."""
