"""A person's own practice, read from a file that anybody may have written.

The checks are those of the practices that come with the program, and a few more: what is read here
is shown as it is, so nothing in it may be endless or out of sight.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from typing import TYPE_CHECKING, Any

from ally_journal.domain.practice_files import read_practice
from ally_journal.domain.practice_schema import MOST_BYTES
from ally_journal.errors import PracticeFileError
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.practice import Practice

MOST_VERSION = 1_000_000
LONGEST_TITLE, LONGEST_TEXT, LONGEST_NAME = 120, 2000, 80

_VERSION = re.compile(r"^version[ \t]*=[ \t]*[0-9_]+(?=[ \t]*(?:#|$))", re.MULTILINE)
_SHORT_KEYS = frozenset({"title", "opening", "tagline", "minutes", "icon", "key", "id"})
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_ALLOWED = frozenset("\n\t\u200c\u200d\u00ad")
"""Line ends, and what scripts and emoji are joined by."""


def text_of(content: bytes, file: str) -> str:
    """The text of a practice file, with line ends made one.

    Raises:
        PracticeFileError: too large, or no UTF-8.
    """
    if len(content) > MOST_BYTES:
        raise PracticeFileError(file, "", _("it is larger than 256 KiB"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PracticeFileError(file, "", _("it is not plain text in UTF-8")) from error
    return text.replace("\r\n", "\n")


def read_own(text: str, file: str = "") -> Practice:
    """Make a practice of the text of a file, whoever wrote it.

    Args:
        text: TOML, at most 256 KiB.
        file: the file's name, for messages.

    Raises:
        PracticeFileError: it is not right; with the key and the reason, both short.
    """
    try:
        practice = read_practice(text, file)
        trouble = next(_troubles(tomllib.loads(text)), None)
    except PracticeFileError as error:
        raise PracticeFileError(file, _plain(error.key), _plain(error.reason)) from error
    except (ValueError, RecursionError) as error:
        raise PracticeFileError(file, "", _("a value in it cannot be read")) from error
    if practice.version > MOST_VERSION:
        trouble = ("version", _("it is too large"))
    if trouble is not None:
        raise PracticeFileError(file, _plain(trouble[0]), trouble[1])
    return practice


def with_version(text: str, version: int) -> str:
    """The text of a practice file with this version, whatever it says; else as it was."""
    before = tomllib.loads(text)
    line = f"version = {version}"
    changed = _VERSION.sub(line, text, count=1)
    for candidate in (changed, f"{line}\n{text}"):
        try:
            if tomllib.loads(candidate) == before | {"version": version}:
                return candidate
        except tomllib.TOMLDecodeError:
            continue
    return text


def is_same(one: str, other: str) -> bool:
    """Whether two files say the same, their versions, comments and line breaks aside."""
    return _said(one) == _said(other)


def _said(text: str) -> dict[str, Any]:
    return {key: value for key, value in tomllib.loads(text).items() if key != "version"}


def _troubles(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Texts that are too long or hold what cannot be seen: place and reason."""
    for place, key, text in _texts(table):
        if any(unicodedata.category(one) in _UNSEEN and one not in _ALLOWED for one in text):
            yield place, _("it holds a character that cannot be seen")
        if len(text) > (LONGEST_TITLE if key in _SHORT_KEYS else LONGEST_TEXT):
            yield place, _("it is too long")


def _texts(table: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every text of a file: its place, the last name of the place, the text. Names count too."""
    waiting: list[tuple[str, str, Any]] = [("", "", table)]
    while waiting:
        place, key, value = waiting.pop()
        if isinstance(value, str):
            yield place, key, value
        elif isinstance(value, dict):
            for name, inner in value.items():
                yield f"{place}.{name}".lstrip("."), "key", name
                waiting.append((f"{place}.{name}".lstrip("."), name, inner))
        elif isinstance(value, list):
            waiting += [(f"{place}[{at}]", key, inner) for at, inner in enumerate(value)]


def _plain(words: str) -> str:
    """At most a line of it, with nothing that cannot be seen."""
    seen = "".join(one for one in words[: 2 * LONGEST_NAME] if one.isprintable())
    return seen if len(seen) <= 2 * LONGEST_NAME - 1 else f"{seen[:LONGEST_NAME]}…"
