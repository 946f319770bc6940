"""Places before a journal is open; apart, because the window starts with them alone."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class UnlockPlace:
    """In front of a locked journal; `problem`: a sentence to begin with."""

    problem: str = ""


@dataclass(frozen=True, slots=True)
class CreatePlace:
    """Where no journal stands yet."""


@dataclass(frozen=True, slots=True)
class CodePlace:
    """The recovery code of a new journal, shown this once."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoverPlace:
    """The passphrase is forgotten; the recovery code may be there."""
