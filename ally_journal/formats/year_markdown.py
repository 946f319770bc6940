"""A year looked back on, as Markdown for a page of the journal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.year_words import YearItem, YearPart

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def year_markdown(subtitle: str, parts: Sequence[YearPart]) -> str:
    """The text: a heading for each part, its sentences and its list. Words are escaped."""
    return "\n\n".join((escaped(subtitle), *map(_part, parts)))


def escaped(text: str) -> str:
    """Text in one line that Markdown leaves as it is."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _part(part: YearPart) -> str:
    blocks = [f"## {escaped(part.title)}", *map(escaped, part.lines)]
    if part.items:
        blocks.append("\n".join(map(_item, part.items)))
    if part.note:
        blocks.append(f"*{escaped(part.note)}*")
    return "\n\n".join(blocks)


def _item(item: YearItem) -> str:
    words = escaped(item.text)
    return f"- {escaped(item.label)}: {words}" if item.label else f"- {words}"
