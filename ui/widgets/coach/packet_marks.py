"""Where a packet says that something was taken out: labels of people, and blanked words."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ally_journal.domain.packet import BAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_MARKS, MOST_LABELS, LONGEST_LABEL = 500, 100, 60
"""A packet may come from anybody: what is beyond these is shown as plain text."""

_FIRM = "\N{NO-BREAK SPACE}"
# What stands for an address, a number, a link; these words are of the packet, not of a language.
_OTHERS = (r"\[e-mail\]", r"\[number\]", r"\[link\]")


def firm(text: str, people: Sequence[str]) -> str:
    """The text with every label in one piece, so that none breaks over two lines."""
    for label in _labels(people):
        text = text.replace(label, label.replace(" ", _FIRM))
    return text


def marks(text: str, people: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """From where to where a mark stands, and whether it is a blanked word."""
    firm_ones = (re.escape(one.replace(" ", _FIRM)) for one in _labels(people))
    labels = sorted(firm_ones, key=len, reverse=True)
    parts = "|".join([*(rf"{one}\b" for one in labels), *_OTHERS, re.escape(BAR)])
    for found in islice(re.finditer(parts, text), MOST_MARKS):
        yield found.start(), found.end(), found[0] == BAR


def _labels(people: Sequence[str]) -> list[str]:
    return [one for one in people[:MOST_LABELS] if one.strip() and len(one) <= LONGEST_LABEL]
