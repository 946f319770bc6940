"""Answers: what may be given to a step, the shape in which it is kept, and its words.

    text, long   string                         people   list of names
    choice       option id, or "other: words"   date     "YYYY-MM-DD"
    choices      list of those                  list     list of strings
    scale        integer                        if_then  {"if": string, "then": string}
    parts        {part key: value of its kind}  note     nothing

Reasons of `WrongAnswer`: not-text, not-an-option, too-many, not-a-list, off-the-scale, not-a-name,
not-a-date, not-if-then, not-parts, unknown-part, no-answer-asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from ally_journal.domain.person import person_name
from ally_journal.domain.practice import Kind, Option, Part, Step
from ally_journal.domain.text import kept_text
from ally_journal.errors import BadName, WrongAnswer
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.domain.entry import AnswerValue

Asked: TypeAlias = "Step | Part"

MOST_IN_LIST = 200
"""Lines, names or options in one answer."""

TOP_OF_SCALE = 10
"""The last point of a scale without words; its first is 0."""

OTHER = "other"
"""The option that opens a line of its own."""

_MOST_DAYS = 3660
_RELATIVE = re.compile(r"\+(\d{1,4}) days?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WORD = re.compile(r"[^\W_]+")


def checked(step: Asked, value: object) -> AnswerValue | None:
    """The answer as it is kept: text tidied, options by id. None means there is no answer.

    Raises:
        WrongAnswer: it does not fit the kind of the step.
        BadText: it holds what cannot be kept as text.
    """
    return _checked(step, value, step.key)


def as_text(step: Asked, value: AnswerValue) -> str:
    """The answer as a person reads it; whatever does not fit the step is given as it stands."""
    if isinstance(value, dict):
        if isinstance(step, Step) and step.parts:
            return _parts_text(step, value)
        return _if_then_text(value)
    if isinstance(value, list):
        separator = "\n" if step.kind is Kind.LIST else ", "
        return separator.join(_label(step, str(one)) for one in value)
    if isinstance(value, int):
        return _point_text(step, value)
    return _label(step, value)


def is_empty(value: AnswerValue | None) -> bool:
    """Whether nothing was said; a zero on a scale is something."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, dict):
        return all(is_empty(one) for one in value.values())
    return isinstance(value, list) and not value


def day_from(text: str, day: date) -> date | None:
    """The day that "+7 days" (counted from `day`) or "2026-03-12" means; None for neither."""
    relative = _RELATIVE.fullmatch(text)
    if relative and int(relative[1]) <= _MOST_DAYS:
        return day + timedelta(days=int(relative[1]))
    return _iso_day(text)


def option_id(label: str) -> str:
    """The id of an option that has none: its words in lower case, joined by "-"."""
    return "-".join(word.lower() for word in _WORD.findall(label.replace("’", "").replace("'", "")))


def chosen_id(value: str, options: tuple[Option, ...]) -> str:
    """The id of the option that a kept choice stands for; "other: words" is the option other."""
    if value.startswith(f"{OTHER}:") and any(option.id == OTHER for option in options):
        return OTHER
    return value


def _checked(step: Asked, value: object, key: str) -> AnswerValue | None:
    if value is None:
        return None
    if isinstance(step, Step) and step.parts:
        return _checked_parts(step, value)
    return _CHECKS[step.kind](step, value, key)


def _checked_parts(step: Step, value: object) -> AnswerValue | None:
    if not isinstance(value, Mapping):
        raise WrongAnswer(step.key, "not-parts")
    if any(key not in {part.key for part in step.parts} for key in value):
        raise WrongAnswer(step.key, "unknown-part")
    found: dict[str, AnswerValue] = {}
    for part in step.parts:
        answer = _checked(part, value.get(part.key), f"{step.key}.{part.key}")
        if answer is not None:
            found[part.key] = answer
    return found or None


def _text(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise WrongAnswer(key, "not-text")
    return kept_text(value)


def _checked_text(_step: Asked, value: object, key: str) -> AnswerValue | None:
    return _text(value, key).replace("\n", " ").strip() or None


def _checked_long(_step: Asked, value: object, key: str) -> AnswerValue | None:
    return _text(value, key).rstrip().lstrip("\n") or None


def _checked_choice(step: Asked, value: object, key: str) -> AnswerValue | None:
    text = " ".join(_text(value, key).split())
    return _option(step, text, key) if text else None


def _option(step: Asked, text: str, key: str) -> str:
    known = {option.id: option for option in step.options}
    if text in known:
        return text
    folded = text.casefold()
    for option in step.options:
        if folded in {option.id.casefold(), option.label.casefold()}:
            return option.id
    head, colon, words = text.partition(":")
    if colon and OTHER in known and head.strip().casefold() == OTHER:
        return f"{OTHER}: {words.strip()}" if words.strip() else OTHER
    if option_id(text) in known:
        return option_id(text)
    raise WrongAnswer(key, "not-an-option")


def _list(value: object, key: str) -> list[object]:
    if not isinstance(value, list | tuple):
        raise WrongAnswer(key, "not-a-list")
    if len(value) > MOST_IN_LIST:
        raise WrongAnswer(key, "too-many")
    return list(value)


def _checked_choices(step: Asked, value: object, key: str) -> AnswerValue | None:
    given = [_checked_choice(step, one, key) for one in _list(value, key)]
    found = list(dict.fromkeys(str(one) for one in given if one is not None))
    if step.most is not None and len(found) > step.most:
        raise WrongAnswer(key, "too-many")
    return [*found] or None


def _checked_scale(step: Asked, value: object, key: str) -> AnswerValue | None:
    low, high = (1, len(step.points)) if step.points else (0, TOP_OF_SCALE)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise WrongAnswer(key, "off-the-scale")
    return value


def _checked_people(_step: Asked, value: object, key: str) -> AnswerValue | None:
    names: dict[str, str] = {}
    for one in _list(value, key):
        text = _text(one, key)
        if text.strip():
            name = _name(text, key)
            names.setdefault(name.casefold(), name)
    return list(names.values()) or None


def _name(text: str, key: str) -> str:
    try:
        return person_name(text)
    except BadName as error:
        raise WrongAnswer(key, "not-a-name") from error


def _checked_date(_step: Asked, value: object, key: str) -> AnswerValue | None:
    text = value.strip() if isinstance(value, str) else "none"
    day = _iso_day(text)
    if text and day is None:
        raise WrongAnswer(key, "not-a-date")
    return day.isoformat() if day else None


def _checked_list(step: Asked, value: object, key: str) -> AnswerValue | None:
    lines = [_checked_text(step, one, key) for one in _list(value, key)]
    found = [str(line) for line in lines if line is not None]
    if step.most is not None and len(found) > step.most:
        raise WrongAnswer(key, "too-many")
    return [*found] or None


def _checked_if_then(step: Asked, value: object, key: str) -> AnswerValue | None:
    if not isinstance(value, Mapping) or not set(value) <= {"if", "then"}:
        raise WrongAnswer(key, "not-if-then")
    cue, act = (_checked_text(step, value.get(word, ""), key) or "" for word in ("if", "then"))
    return {"if": cue, "then": act} if cue or act else None


def _checked_note(_step: Asked, value: object, key: str) -> AnswerValue | None:
    if value in ("", [], {}):
        return None
    raise WrongAnswer(key, "no-answer-asked")


_CHECKS: dict[Kind, Callable[[Asked, object, str], AnswerValue | None]] = {
    Kind.TEXT: _checked_text,
    Kind.LONG: _checked_long,
    Kind.CHOICE: _checked_choice,
    Kind.CHOICES: _checked_choices,
    Kind.SCALE: _checked_scale,
    Kind.PEOPLE: _checked_people,
    Kind.DATE: _checked_date,
    Kind.LIST: _checked_list,
    Kind.IF_THEN: _checked_if_then,
    Kind.NOTE: _checked_note,
}


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        return None


def _parts_text(step: Step, value: Mapping[str, AnswerValue]) -> str:
    parts = {part.key: part for part in step.parts}
    ordered = [key for key in parts if key in value] + [key for key in value if key not in parts]
    return "\n".join(
        _labelled(parts.get(key), as_text(parts.get(key, step), value[key])) for key in ordered
    )


def _labelled(part: Part | None, text: str) -> str:
    """The text of a part behind its label; a longer one below it."""
    if part is None or not part.label:
        return text
    name = part.label.partition(" (")[0]
    label = name if name[-1] in "?.:" else f"{name}:"
    return f"{label}\n{text}" if "\n" in text else f"{label} {text}"


def _if_then_text(value: Mapping[str, AnswerValue]) -> str:
    cue, act = (str(value.get(word, "")).rstrip(" .,") for word in ("if", "then"))
    if cue and act:
        return _("If {cue}, then I will {act}").format(cue=cue, act=act)
    return cue or act or "\n".join(str(one) for one in value.values() if not is_empty(one))


def _point_text(step: Asked, value: int) -> str:
    return step.points[value - 1] if 1 <= value <= len(step.points) else str(value)


def _label(step: Asked, value: str) -> str:
    """The label of an option; the words alone of an "other: words"; other text as it is."""
    if step.kind not in (Kind.CHOICE, Kind.CHOICES):
        return value
    if value != OTHER and chosen_id(value, step.options) == OTHER:
        return value.partition(":")[2].strip() or value
    return next((option.label for option in step.options if option.id == value), value)
