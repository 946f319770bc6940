"""Contacts: people somebody trusts, on Support; kept in the journal and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ally_journal.domain.list_item import ListItem

CONTACTS = "contacts"
"""The list on which they are kept."""

LONGEST = 120
_LINE, _NUMBER = "line", "number"


@dataclass(frozen=True, slots=True)
class Contact:
    """A name, a few words (when, where), and a number to call; only the name has to be there."""

    id: str
    name: str
    line: str = ""
    number: str = ""


def contact_of(item: ListItem) -> Contact:
    """The contact that an item of the list holds."""
    said = {key: item.detail.get(key) for key in (_LINE, _NUMBER)}
    known = {key: one for key, one in said.items() if isinstance(one, str)}
    return Contact(item.id, item.text, known.get(_LINE, ""), known.get(_NUMBER, ""))


def detail_of(line: str, number: str) -> dict[str, str]:
    """What the list keeps beside the name: on one line each, and not too long."""
    return {_LINE: _one_line(line), _NUMBER: _one_line(number)}


def _one_line(text: str) -> str:
    plain = "".join(one if one.isprintable() else " " for one in text)
    return " ".join(plain.split())[:LONGEST]
