"""Practices: guided ways of reflecting, defined by files in `resources/practices/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """What a step asks for; the value's shape in JSON is in `docs/practice-files.md`."""

    TEXT = "text"
    LONG = "long"
    CHOICE = "choice"
    CHOICES = "choices"
    SCALE = "scale"
    PEOPLE = "people"
    DATE = "date"
    LIST = "list"
    IF_THEN = "if_then"
    NOTE = "note"


Condition: TypeAlias = Mapping[str, tuple[str, ...]]
"""Key of an earlier step (or a fact of history) → what it may be: option ids, ">= 8", "empty",
"filled". All named keys must hold; any value of a key is enough."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose. `when` hides it unless the condition holds."""

    id: str
    label: str
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a step that asks for several; it is of one kind. `share`: as of the step."""

    key: str
    kind: Kind
    label: str = ""
    options: tuple[Option, ...] = ()
    points: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    most: int | None = None
    default: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """A line that stands only where its condition holds: beside a question, or as the closing."""

    text: str
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One question.

    `points` are the words of a worded scale (value 1 … n); a scale without them runs from 0 to 10
    with `low` and `high` as its end words. `most` limits choices. `default` is a date such as
    "+7 days". `short` steps stand in the short path. `lens` False: never looked at by the lens.
    `share` is the `share_fields.Field` with which the answer goes to a coach; without one `export`
    False keeps it out of what goes unasked. `stays`: it never goes. `shows`
    names what a note shows ("week", "month", "promises", or "" for its text alone) or what stands
    below the answer of another step ("week-done" and the others of `practice_checks`). `parts` make
    its value an object of the parts; its `kind` is then that of the first part. `hints` are said
    after the help where they hold.
    """

    key: str
    question: str
    kind: Kind
    help: str = ""
    options: tuple[Option, ...] = ()
    points: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    most: int | None = None
    default: str = ""
    short: bool = False
    optional: bool = False
    lens: bool = True
    export: bool = True
    stays: bool = False
    share: str = ""
    shows: str = ""
    parts: tuple[Part, ...] = ()
    hints: tuple[Hint, ...] = ()
    when: Condition = field(default_factory=dict)
    unless: Condition = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """A next step on the closing page. `practice` may be "support" for the Support page.

    `carry` maps step keys of the offered practice to step keys of this one.
    """

    practice: str
    label: str
    when: Condition = field(default_factory=dict)
    unless: Condition = field(default_factory=dict)
    carry: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FollowUpRule:
    """After so many days a practice opens again with what was said. `asked`: only if asked for.

    `on` names a date step whose day is taken in place of the days, where it is answered, with
    `later` more days. `carry` maps step keys of that practice to step keys of this one.
    """

    days: int
    practice: str
    when: Condition = field(default_factory=dict)
    asked: bool = False
    label: str = ""
    on: str = ""
    later: int = 0
    carry: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PromiseRule:
    """A promise that comes out of answers.

    `kind` is repair, plan, ask or idea; `text` names the step (or "step.part") that holds its
    words; `due` a date step, or "+7 days", or empty.
    """

    kind: str
    text: str
    due: str = ""
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemRule:
    """Something for one of the person's lists.

    `list` is one of `domain.list_item.LISTS`, `text` the step (or "step.part") that holds its
    words; each choice and each line is an item of its own.
    """

    list: str
    text: str
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SettleRule:
    """How the promise that is looked at again stands, once the entry is kept.

    `state` is done, checked, smaller, moved or dropped; `text`, `due` and `why` name the steps that
    hold its new words, its new day, and a word on letting it go.
    """

    state: str
    when: Condition
    text: str = ""
    due: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class SupportRule:
    """When answers send the person to the Support page, with a line that says why it opens.

    It opens once the step `after` was left (the last step of its condition, unless named). `quiet`:
    nothing else is offered or asked that day.
    """

    when: Condition
    line: str = ""
    after: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A fact of history, "count.name": of how many of the latest entries, in a row, `when` held."""

    name: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Practice:
    """A guided way of reflecting.

    `opening` is how the person says it on Today ("A talk was hard"); `tagline` the small line below
    ("Look back on it"), `line` the one below its title in the list of all practices, `situation`
    when it is for; `group` one of happened, closer, going, free; `on_today` its place in the eight
    rows of Today, 0 for none; `place` its place within its group, 0 for the end. `gate` practices
    start with the steps of `gate`, whose keys become "gate.level" and "gate.kind". `schedulable`
    False: never a target of a habit. `share`: without this `share_fields.Field` nothing of it goes
    to a coach. `private`: kept out of charts unless the person turns it on.
    Any condition of `short_when` puts the walk on its short path, any of `lens_off` ends the lens;
    the first of `closings` that holds stands in place of `closing`. `counts` look back at earlier
    entries of the practice. Of `settles` the first that holds counts.
    """

    id: str
    version: int
    title: str
    minutes: str
    closing: str
    steps: tuple[Step, ...]
    opening: str = ""
    tagline: str = ""
    situation: str = ""
    line: str = ""
    group: str = ""
    icon: str = "pencil"
    on_today: int = 0
    place: int = 0
    gate: bool = False
    listed: bool = True
    schedulable: bool = True
    lens: bool = True
    export: bool = True
    share: str = ""
    private: bool = False
    offers: tuple[Offer, ...] = ()
    follow_ups: tuple[FollowUpRule, ...] = ()
    promises: tuple[PromiseRule, ...] = ()
    items: tuple[ItemRule, ...] = ()
    settles: tuple[SettleRule, ...] = ()
    support: tuple[SupportRule, ...] = ()
    closings: tuple[Hint, ...] = ()
    counts: tuple[Count, ...] = ()
    short_when: tuple[Condition, ...] = ()
    lens_off: tuple[Condition, ...] = ()
    source: str = "built in"

    def step(self, key: str) -> Step | None:
        """The step with this key, None where there is none."""
        return next((step for step in self.steps if step.key == key), None)
