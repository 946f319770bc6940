"""Single values of the JSON export: how each type of column stands in the file, there and back."""

from __future__ import annotations

import json
import math
import re
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from ally_journal.domain.schedule import parse_schedule
from ally_journal.domain.text import MOST_CHARACTERS
from ally_journal.errors import BadSchedule
from ally_journal.formats.tables import Column, Type

if TYPE_CHECKING:
    from collections.abc import Callable


MOST_DEPTH = 32
MOST_NAME_CHARACTERS = 300
_MOST_INTEGER = 1 << 31
_ANSWER_FIELDS = frozenset({"key", "question", "kind", "value"})
_WALK_FIELDS = frozenset({"answers", "skipped", "at", "short"})

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 all instants of the file are UTC; naive ones are faster
_MICROSECOND = timedelta(microseconds=1)
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


class Reason(StrEnum):
    """Why a file is refused."""

    NOT_JSON = "not-json"
    NOT_UTF_8 = "not-utf-8"
    NOT_AN_OBJECT = "not-an-object"
    NEWER_VERSION = "newer-version"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_FIELD = "unknown-field"
    MISSING = "missing"
    WRONG_TYPE = "wrong-type"
    NOT_ONE_OF = "not-one-of"
    NOT_AN_ID = "not-an-id"
    NOT_A_DAY = "not-a-day"
    NOT_AN_INSTANT = "not-an-instant"
    NOT_FINITE = "not-finite"
    NUMBER_TOO_LARGE = "number-too-large"
    TOO_LONG = "too-long"
    TOO_DEEP = "too-deep"
    NUL = "nul"
    SURROGATE = "surrogate"
    TWICE = "twice"
    UNKNOWN_REFERENCE = "unknown-reference"

    @override
    def __repr__(self) -> str:
        return repr(self.value)


class Refused(ValueError):
    """A value that the file may not hold."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def json_text(value: object) -> str:
    """A value as the database keeps JSON: no blanks, letters as they are."""
    return _ENCODER.encode(value)


def instant_text(micros: int) -> str:
    """An instant in ISO 8601 with microseconds, UTC. Raises OverflowError beyond year 9999."""
    return (_EPOCH + timedelta(microseconds=micros)).isoformat(timespec="microseconds") + "Z"


def writer(column: Column) -> Callable[[Any], Any] | None:
    """What turns a value of the database into one of the file; None where it stays."""
    return _WRITERS.get(column.type)


def read_value(column: Column, fields: dict[str, object]) -> object:
    """Take a column's value out of a row of the file, as the database has it.

    Raises:
        Refused: it does not fit the column.
    """
    is_null = column.type is Type.JSON and column.key in fields
    value = fields.pop(column.key, None)
    if value is None and not is_null:
        if column.null:
            return None
        raise Refused(Reason.MISSING)
    read = _READERS[column.type](value)
    if column.one_of and read not in column.one_of:
        raise Refused(Reason.NOT_ONE_OF)
    return read


def check_text(value: object) -> str:
    """Text that can be kept.

    Raises:
        Refused: not text, too long, a NUL or half of a surrogate pair.
    """
    if not isinstance(value, str):
        raise Refused(Reason.WRONG_TYPE)
    if len(value) > MOST_CHARACTERS:
        raise Refused(Reason.TOO_LONG)
    found = _NOT_TEXT.search(value)
    if found:
        raise Refused(Reason.NUL if found.group() == "\0" else Reason.SURROGATE)
    return value


def _read_id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise Refused(Reason.NOT_AN_ID)
    return value


def _read_name(value: object) -> str:
    name = check_text(value)
    if len(name) > MOST_NAME_CHARACTERS or "\n" in name:
        raise Refused(Reason.TOO_LONG)
    return name


def _read_day(value: object) -> str:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise Refused(Reason.NOT_A_DAY)
    try:
        date.fromisoformat(value)
    except ValueError:
        raise Refused(Reason.NOT_A_DAY) from None
    return value


def _read_instant(value: object) -> int:
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise Refused(Reason.NOT_AN_INSTANT)
    try:
        instant = datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        raise Refused(Reason.NOT_AN_INSTANT) from None
    return (instant - _EPOCH) // _MICROSECOND


def _read_integer(value: object) -> int:
    if type(value) is not int:
        raise Refused(Reason.WRONG_TYPE)
    if not -_MOST_INTEGER <= value < _MOST_INTEGER:
        raise Refused(Reason.NUMBER_TOO_LARGE)
    return value


def read_integer(digits: str) -> int:
    """An integer of at most 64 bits. Raises Refused."""
    if len(digits) > len(str(-(1 << 63))):
        raise Refused(Reason.NUMBER_TOO_LARGE)
    number = int(digits)
    if not -(1 << 63) <= number < 1 << 63:
        raise Refused(Reason.NUMBER_TOO_LARGE)
    return number


def read_real(digits: str) -> float:
    """A number that is finite. Raises Refused."""
    number = float(digits)
    if not math.isfinite(number):
        raise Refused(Reason.NOT_FINITE)
    return number


def _read_real(value: object) -> float:
    if type(value) not in {int, float}:
        raise Refused(Reason.WRONG_TYPE)
    return read_real(str(value))


def _read_flag(value: object) -> int:
    if not isinstance(value, bool):
        raise Refused(Reason.WRONG_TYPE)
    return int(value)


def _read_json(value: object) -> str:
    check_json(value, 1)
    return json_text(value)


def _read_schedule(value: object) -> str:
    try:
        return parse_schedule(_read_name(value)).text
    except BadSchedule:
        raise Refused(Reason.NOT_ONE_OF) from None


def _read_names(value: object) -> str:
    return json_text([_read_name(one) for one in _list(value)])


def _read_answer(value: object) -> str:
    check_json(value, 1)
    _check_answer(value)
    return json_text(value)


def _read_answers(value: object) -> str:
    check_json(value, 1)
    _check_answers(value)
    return json_text(value)


def _read_revised(value: object) -> str:
    check_json(value, 1)
    for one in _list(value):
        row = _fields(one, _ANSWER_FIELDS)
        if len(row) < len(_ANSWER_FIELDS):
            raise Refused(Reason.MISSING)
        _check_answer(row["value"])
        _check_texts([row[name] for name in ("key", "question", "kind")])
    return json_text(value)


def _read_walk(value: object) -> str:
    check_json(value, 1)
    walk = _fields(value, _WALK_FIELDS)
    _check_answers(walk.get("answers", {}))
    _check_texts(_list(walk.get("skipped", [])))
    if not isinstance(walk.get("at"), str | None) or not isinstance(walk.get("short", False), bool):
        raise Refused(Reason.WRONG_TYPE)
    return json_text(value)


def _check_answers(value: object) -> None:
    if not isinstance(value, dict):
        raise Refused(Reason.WRONG_TYPE)
    for one in value.values():
        _check_answer(one)


def _check_answer(value: object) -> None:
    """Check that a value is what `AnswerValue` says."""
    if isinstance(value, dict):
        _check_answers(value)
    elif isinstance(value, list):
        _check_texts(value)
    elif type(value) not in {str, int}:
        raise Refused(Reason.WRONG_TYPE)


def _check_texts(values: list[Any]) -> None:
    if not all(isinstance(one, str) for one in values):
        raise Refused(Reason.WRONG_TYPE)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise Refused(Reason.WRONG_TYPE)
    return value


def _fields(value: object, names: frozenset[str]) -> dict[str, Any]:
    """An object that has no other fields than these."""
    if not isinstance(value, dict):
        raise Refused(Reason.WRONG_TYPE)
    if not value.keys() <= names:
        raise Refused(Reason.UNKNOWN_FIELD)
    return value


def check_json(value: object, depth: int) -> None:
    """Check all text inside a value, and how deep it goes."""
    if depth > MOST_DEPTH:
        raise Refused(Reason.TOO_DEEP)
    if isinstance(value, str):
        check_text(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            check_text(key)
            check_json(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            check_json(inner, depth + 1)


_WRITERS: dict[Type, Callable[[Any], Any]] = {
    Type.INSTANT: instant_text,
    Type.FLAG: bool,
    **dict.fromkeys(
        (Type.JSON, Type.NAMES, Type.ANSWER, Type.ANSWERS, Type.REVISED, Type.WALK), json.loads
    ),
}
_READERS: dict[Type, Callable[[object], object]] = {
    Type.ID: _read_id,
    Type.TEXT: check_text,
    Type.NAME: _read_name,
    Type.DAY: _read_day,
    Type.INSTANT: _read_instant,
    Type.INTEGER: _read_integer,
    Type.REAL: _read_real,
    Type.FLAG: _read_flag,
    Type.SCHEDULE: _read_schedule,
    Type.JSON: _read_json,
    Type.NAMES: _read_names,
    Type.ANSWER: _read_answer,
    Type.ANSWERS: _read_answers,
    Type.REVISED: _read_revised,
    Type.WALK: _read_walk,
}
