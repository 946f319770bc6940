"""What a practice file may hold: its keys and their types, checked before all else."""

from __future__ import annotations

import re
import tomllib
from typing import Annotated, Any, TypeAlias, TypeVar

import msgspec

from ally_journal.errors import PracticeFileError
from ally_journal.language import _

MOST_BYTES = 256 * 1024
"""A practice file is small; a larger one is something else."""

Number: TypeAlias = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31)]
"""Larger ones are no numbers of a practice; which of these fit is checked with their meaning."""

MOST_LINES = 4000
_KEY = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_DEEP = re.compile(rf"^[ \t]*+\[{{0,2}}+[ \t]*+{_KEY}(?:[ \t]*+\.[ \t]*+{_KEY}){{4}}", re.MULTILINE)
"""Five names in a row: no practice has such a key, and reading on costs the square of it."""

RawCondition: TypeAlias = dict[str, str | list[str]]

_T = TypeVar("_T")


class _Table(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A table that refuses keys it does not know."""


class RawOption(_Table, frozen=True):
    """An option that has an id of its own, or a condition."""

    label: str
    id: str = ""
    when: RawCondition = {}


class RawField(_Table, frozen=True):
    """What steps and parts have in common. `options` may be the name of a list."""

    key: str
    kind: str = ""
    options: str | list[str | RawOption] = ""
    points: list[str] = []
    low: str = ""
    high: str = ""
    most: Number | None = None
    default: str = ""
    share: str = ""


class RawPart(RawField, frozen=True):
    """One field of a step that asks for several."""

    label: str = ""


class RawHint(_Table, frozen=True):
    """A line that stands only where its condition holds."""

    text: str
    when: RawCondition


class RawStep(RawField, kw_only=True, frozen=True):
    """One question."""

    question: str
    help: str = ""
    short: bool = False
    optional: bool = False
    lens: bool = True
    export: bool = True
    stays: bool = False
    shows: str = ""
    parts: list[RawPart] = []
    hints: list[RawHint] = []
    when: RawCondition = {}
    unless: RawCondition = {}


class RawOffer(_Table, frozen=True):
    """A next step on the closing page."""

    practice: str
    label: str
    when: RawCondition = {}
    unless: RawCondition = {}
    carry: dict[str, str] = {}


class RawFollowUp(_Table, frozen=True):
    """A practice that opens again after some days."""

    practice: str
    days: Number
    when: RawCondition = {}
    asked: bool = False
    label: str = ""
    on: str = ""
    later: Number = 0
    carry: dict[str, str] = {}


class RawCount(_Table, frozen=True):
    """How many of the latest entries, in a row, a condition held of."""

    name: str
    when: RawCondition


class RawPromise(_Table, frozen=True):
    """A promise that comes out of answers."""

    kind: str
    text: str
    due: str = ""
    when: RawCondition = {}


class RawItem(_Table, frozen=True):
    """Something for one of the person's lists that comes out of answers."""

    list: str
    text: str
    when: RawCondition = {}


class RawSettle(_Table, frozen=True):
    """How the promise that is looked at again stands, by the answers."""

    state: str
    when: RawCondition
    text: str = ""
    due: str = ""
    why: str = ""


class RawSupport(_Table, frozen=True):
    """When the Support page opens."""

    when: RawCondition
    line: str = ""
    after: str = ""
    quiet: bool = False


class RawPractice(_Table, kw_only=True, frozen=True):
    """A whole practice file."""

    id: str
    title: str
    closing: str
    steps: list[RawStep]
    version: Number = 1
    minutes: str = ""
    opening: str = ""
    tagline: str = ""
    situation: str = ""
    line: str = ""
    group: str = "happened"
    icon: str = "pencil"
    on_today: Number = 0
    place: Number = 0
    gate: bool = False
    listed: bool = True
    schedulable: bool = True
    lens: bool = True
    export: bool = True
    share: str = ""
    private: bool = False
    lists: dict[str, list[str | RawOption]] = {}
    offers: list[RawOffer] = []
    follow_ups: list[RawFollowUp] = []
    promises: list[RawPromise] = []
    items: list[RawItem] = []
    settles: list[RawSettle] = []
    support: list[RawSupport] = []
    closings: list[RawHint] = []
    counts: list[RawCount] = []
    short_when: list[RawCondition] = []
    lens_off: list[RawCondition] = []


RawLists: TypeAlias = dict[str, list[str | RawOption]]


def parsed(text: str, file: str, kind: type[_T]) -> _T:
    """Read TOML text as one of the tables above.

    Raises:
        PracticeFileError: too large, not TOML, an unknown key, a wrong type, a missing key; or what
            would take long to read, such as very deep names.
    """
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise PracticeFileError(file, "", _("it is larger than 256 KiB"))
    if text.count("\n") > MOST_LINES:
        raise PracticeFileError(file, "", _("it has more than 4,000 lines"))
    if _DEEP.search(text):
        raise PracticeFileError(file, "", _("it is nested too deeply"))
    try:
        return msgspec.convert(_toml(text, file), kind)
    except msgspec.ValidationError as error:
        raise _refused(file, str(error)) from error


def _toml(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = _("it is not TOML: {error}").format(error=error)
        raise PracticeFileError(file, "", reason) from error
    except RecursionError as error:
        raise PracticeFileError(file, "", _("it is nested too deeply")) from error
    except ValueError as error:  # a number of thousands of digits
        raise PracticeFileError(file, "", _("a value in it cannot be read")) from error


def _refused(file: str, message: str) -> PracticeFileError:
    """The place and the reason of a message such as "Expected `str` … - at `$.steps[0].key`"."""
    reason, _at, place = message.partition(" - at ")
    missing = re.search(r"(?:unknown|required) field `([^`]*)`", reason)
    key = place.strip("`").removeprefix("$").lstrip(".")
    if missing:
        key = f"{key}.{missing[1]}".lstrip(".")
        unknown, lacking = _("there is no such key"), _("this key is missing")
        reason = unknown if "unknown" in reason else lacking
    return PracticeFileError(file, key, reason)
