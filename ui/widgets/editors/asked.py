"""What one editor asks for, whether it is a whole step or one part of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ally_journal.domain.practice import Kind, Option, Part, Step
from ui.models.known_names import KnownNames
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: `name` is what a screen reader says, `label` what stands above it among others.

    The rest is as in `Step` and `Part`.
    """

    name: str
    kind: Kind
    options: tuple[Option, ...] = ()
    points: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    most: int | None = None
    default: str = ""
    is_part: bool = False
    label: str = ""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The options as id and label."""
        return [(option.id, option.label) for option in self.options]


@dataclass(frozen=True, slots=True)
class EditorTools:
    """What every editor is handed: the look, the journal day, who is known by which names."""

    theme: Theme
    today: date
    people: tuple[str, ...] = ()
    names: KnownNames = field(default_factory=KnownNames)


def asked_by_step(step: Step) -> Asked:
    """What a step without parts asks for."""
    return Asked(
        step.question,
        step.kind,
        step.options,
        step.points,
        step.low,
        step.high,
        step.most,
        step.default,
    )


def asked_by_part(step: Step, part: Part) -> Asked:
    """What one part of a step asks for; without a label the question is its name."""
    return Asked(
        part.label or step.question,
        part.kind,
        part.options,
        part.points,
        part.low,
        part.high,
        part.most,
        part.default,
        is_part=True,
        label=part.label,
    )
