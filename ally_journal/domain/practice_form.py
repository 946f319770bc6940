"""PracticeForm: a practice as a simple form has it, and the file that it stands for."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ally_journal.domain.practice import Kind
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MOST_QUESTIONS = 12
KINDS = (Kind.LONG, Kind.TEXT, Kind.CHOICE, Kind.SCALE, Kind.DATE)
"""The kinds that a form offers, in its order."""

_LONGEST_ID = 50
_HEAD = {"id", "version", "title", "tagline", "closing", "group", "icon", "steps"}
_STEP = {"key", "question", "help", "kind", "options", "low", "high", "optional"}


@dataclass(frozen=True, slots=True)
class FormStep:
    """One question of a form.

    `options` are those of a choice, `low` and `high` the words at the ends of a scale. `key` is
    empty for a new question.
    """

    question: str
    kind: Kind = Kind.LONG
    help: str = ""
    options: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    optional: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class PracticeForm:
    """A whole form. `id` is empty for a new practice; it stays the same from then on."""

    title: str = ""
    tagline: str = ""
    closing: str = ""
    steps: tuple[FormStep, ...] = field(default=(FormStep(""),))
    id: str = ""
    version: int = 1
    group: str = "free"
    icon: str = "pencil"


def source_of(form: PracticeForm, taken: Collection[str]) -> str:
    """The file of a form.

    Args:
        form: as it stands; it may be wrong, reading the file tells.
        taken: ids that other practices have.
    """
    head: dict[str, Any] = {
        "id": form.id or _new_id(form.title, taken),
        "version": form.version,
        "title": _line(form.title),
        "tagline": _line(form.tagline),
        "closing": _line(form.closing) or _("Thank you for taking the time."),
        "group": form.group,
        "icon": form.icon,
    }
    lines = _pairs(head)
    for step in with_keys(form).steps:
        lines += ["", "[[steps]]", *_pairs(_table(step))]
    return "\n".join([*lines, ""])


def with_keys(form: PracticeForm) -> PracticeForm:
    """The same form with a key for every question; those that have one keep it."""
    keys = {step.key for step in form.steps if step.key}
    steps = []
    for step in form.steps:
        key = step.key or _new_key(keys)
        keys.add(key)
        steps.append(replace(step, key=key))
    return replace(form, steps=tuple(steps))


def step_at(form: PracticeForm, place: str) -> int | None:
    """Which question of a form a place of `PracticeFileError` is in; None for none of them."""
    found = re.match(r"steps(?:\.(?P<key>\w+)|\[(?P<number>\d+)\])", place)
    if found is None:
        return None
    keys = [step.key for step in with_keys(form).steps]
    if found["number"] is not None:
        return min(int(found["number"]), len(keys) - 1)
    return keys.index(found["key"]) if found["key"] in keys else None


def form_of(source: str) -> PracticeForm | None:
    """The form of a file that was read; None where the file holds more than a form shows."""
    table = tomllib.loads(source)
    steps = [_step(one) for one in table["steps"] if isinstance(one, dict)]
    is_plain = set(table) <= _HEAD and 0 < len(steps) <= MOST_QUESTIONS
    known = tuple(step for step in steps if step is not None)
    if not is_plain or len(known) < len(table["steps"]):
        return None
    head = {name: table[name] for name in _HEAD - {"steps"} if name in table}
    return PracticeForm(**{"group": "happened", **head}, steps=known)


def _step(table: Mapping[str, Any]) -> FormStep | None:
    options = table.get("options", [])
    is_plain = isinstance(options, list) and all(isinstance(one, str) for one in options)
    kind = next((one for one in KINDS if one.value == table.get("kind")), None)
    if not set(table) <= _STEP or not is_plain or kind is None:
        return None
    rest = {name: table[name] for name in _STEP - {"kind", "options"} if name in table}
    return FormStep(kind=kind, options=tuple(options), **rest)


def _table(step: FormStep) -> dict[str, Any]:
    """Only what belongs to the kind: what was typed for another one is left out."""
    is_scale = step.kind is Kind.SCALE
    return {
        "key": step.key,
        "question": _line(step.question),
        "help": _line(step.help),
        "kind": step.kind.value,
        "options": [_line(one) for one in step.options] if step.kind is Kind.CHOICE else [],
        "low": _line(step.low) if is_scale else "",
        "high": _line(step.high) if is_scale else "",
        "optional": step.optional,
    }


def _pairs(table: Mapping[str, Any]) -> list[str]:
    """Lines of TOML, for what is said at all."""
    return [f"{name} = {_value(value)}" for name, value in table.items() if value]


def _value(value: object) -> str:
    """Texts, numbers, flags and lists of texts: what JSON spells as TOML does, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _line(text: str) -> str:
    """One line, without what could not be written to a file."""
    return " ".join("".join(one for one in text if not "\ud800" <= one <= "\udfff").split())


def _new_id(title: str, taken: Collection[str]) -> str:
    """An id that no practice has, begun with `my_` so that none of ours ever gets it."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    word = "_".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_ID].strip("_")
    name = f"my_{word or 'practice'}"
    numbers = (name if number == 1 else f"{name}_{number}" for number in range(1, len(taken) + 2))
    return next(one for one in numbers if one not in taken)


def _new_key(keys: Collection[str]) -> str:
    names = (f"q{number}" for number in range(1, len(keys) + 2))
    return next(one for one in names if one not in keys)
