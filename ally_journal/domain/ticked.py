"""What was ticked in one entry: choices, scales and nothing that was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.answers import chosen_id
from ally_journal.domain.entry import AnswerValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.practice import Option


@dataclass(frozen=True, slots=True)
class Ticked:
    """The ticks of one kept entry. `event` is the id that entries on the same event share."""

    entry: str
    day: date
    practice: str
    event: str = ""
    answers: Mapping[str, AnswerValue] = field(default_factory=dict)

    def choice(self, step: str) -> str:
        """The option that was chosen, or ""."""
        found = self.answers.get(step)
        return found if isinstance(found, str) else ""

    def choices(
        self, step: str, options: Sequence[Option], *, part: str = ""
    ) -> tuple[str, ...] | None:
        """The ids of the options that were ticked, in their order; None without an answer.

        Args:
            step: which.
            options: those that count; "other: words" is the option other.
            part: the part of the step that asks for them.
        """
        found = self.answers.get(step)
        if part:
            found = found.get(part) if isinstance(found, dict) else None
        if isinstance(found, str):
            found = [found]
        if not isinstance(found, list):
            return None
        chosen = {chosen_id(one, tuple(options)) for one in found}
        return tuple(option.id for option in options if option.id in chosen)

    def point(self, step: str, low: int, high: int) -> int | None:
        """The point of a scale; None without one between its ends."""
        found = self.answers.get(step)
        if isinstance(found, bool) or not isinstance(found, int):
            return None
        return found if low <= found <= high else None
