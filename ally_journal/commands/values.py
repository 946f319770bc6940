"""Days, moments and answers as they are typed or stand in a file."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ally_journal.clock import Clock, zone_of
from ally_journal.commands.asking import STDIN, standard_input
from ally_journal.domain.amounts import read_amount
from ally_journal.errors import BadAnswers, BadDate, BadTime, SourceTooLarge, SourceUnreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_BYTES = 1 << 24
_YEARS = range(1900, 2200)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NOON = time(12)


def day(text: str) -> date:
    """A day, typed as 2026-03-02.

    Raises:
        BadDate: it is not one, or not of our times.
    """
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None or found.year not in _YEARS:
        raise BadDate
    return found


def days(texts: Sequence[str]) -> tuple[date, ...]:
    """Several days; all of them are looked at before any is used."""
    return tuple(day(text) for text in texts)


def days_with_amounts(texts: Sequence[str]) -> tuple[tuple[date, ...], dict[date, float]]:
    """Days that stand alone, and those with an amount, typed as 2026-03-02=12.5.

    Raises:
        BadDate, BadAmount: one of them cannot be read.
    """
    alone, amounts = [], {}
    for text in texts:
        day_text, sign, amount = text.partition("=")
        if sign:
            amounts[day(day_text)] = read_amount(amount)
        else:
            alone.append(day(day_text))
    return tuple(alone), amounts


def moment(text: str, clock: Clock) -> datetime:
    """A moment in ISO form; without an offset it is local, without a time of day it is noon.

    Raises:
        BadTime: it is not one, or not of our times.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise BadTime from None
    if found.year not in _YEARS:
        raise BadTime
    if _DAY.fullmatch(text):
        found = datetime.combine(found, _NOON)
    return found if found.tzinfo else found.replace(tzinfo=zone_of(clock.zone()))


def answers(file: str) -> object:
    """What a JSON file of answers holds; `-` is standard input.

    Raises:
        SourceUnreadable, SourceTooLarge, BadAnswers.
    """
    try:
        content = _content(file)
    except OSError as error:
        raise SourceUnreadable from error
    if len(content) > MOST_BYTES:
        raise SourceTooLarge
    try:
        return json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant
        )
    except UnicodeDecodeError:
        raise BadAnswers(reason="not-utf-8") from None
    except RecursionError:
        raise BadAnswers(reason="too-deep") from None
    except ValueError as error:
        raise BadAnswers(place=_line(error), reason="not-json") from None


def _content(file: str) -> bytes:
    if file == STDIN:
        return standard_input().read(MOST_BYTES + 1)
    with Path(file).open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BadAnswers(reason="duplicate-key")
    return found


def _no_constant(_name: str) -> object:
    raise BadAnswers(reason="not-finite")


def _line(error: ValueError) -> str:
    return f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
