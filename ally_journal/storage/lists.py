"""The rows of the person's own lists."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ally_journal.domain.list_item import ENTRY, ListItem
from ally_journal.errors import UnknownListItem
from ally_journal.ids import new_id
from ally_journal.storage.records import chunks
from ally_journal.storage.stamps import SqlRow, Stamp, from_micros, insert, to_micros, update

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ally_journal.storage.reader import Reader, ReadWriter

_SELECT = "SELECT id, list, text, position, created, detail FROM list_item"
_ORDER = "ORDER BY list, position, id"


def everything(reader: Reader) -> tuple[ListItem, ...]:
    """All items by list and in their order; those of an entry in the trash rest with it."""
    rows = reader.rows(f"{_SELECT} WHERE removed IS NULL {_ORDER}")
    return _without_trashed(reader, [_item(row) for row in rows])


def of(reader: Reader, name: str) -> tuple[ListItem, ...]:
    """The items of one list in their order; those of an entry in the trash rest with it."""
    rows = reader.rows(f"{_SELECT} WHERE list = ? AND removed IS NULL {_ORDER}", (name,))
    return _without_trashed(reader, [_item(row) for row in rows])


def load(reader: Reader, item_id: str) -> ListItem | None:
    """One item, or None."""
    row = reader.one(f"{_SELECT} WHERE id = ? AND removed IS NULL", (item_id,))
    return None if row is None else _item(row)


def known(reader: Reader, item_id: str, name: str | None = None) -> ListItem:
    """One item, of this list if one is named.

    Raises:
        UnknownListItem: there is none, or it stands on another list.
    """
    item = load(reader, item_id)
    if item is None or name not in {None, item.list}:
        raise UnknownListItem
    return item


def next_position(reader: Reader, name: str) -> int:
    """The place after the last one of a list."""
    row = reader.one(
        "SELECT coalesce(max(position), -1) + 1 FROM list_item WHERE list = ? AND removed IS NULL",
        (name,),
    )
    return int(row[0]) if row else 0


def add(tx: ReadWriter, item: ListItem, stamp: Stamp) -> None:
    """Write a new item."""
    insert(tx, "list_item", stamp.row(item.id, item.created) | _columns(item))


def append(
    tx: ReadWriter, name: str, text: str, detail: Mapping[str, Any], stamp: Stamp
) -> ListItem:
    """Write a new item at the end of a list."""
    place = next_position(tx, name)
    item = ListItem(new_id(stamp.now), name, text, place, stamp.now, dict(detail))
    add(tx, item, stamp)
    return item


def save(tx: ReadWriter, item: ListItem, stamp: Stamp) -> None:
    """Write an item as it stands now; one that was removed is there again."""
    row: SqlRow = {"changed": to_micros(stamp.now), "removed": None}
    update(tx, "list_item", item.id, row | _columns(item))


def remove(tx: ReadWriter, item_id: str, stamp: Stamp) -> None:
    """Take an item off its list; a tombstone without words stays."""
    now = to_micros(stamp.now)
    row: SqlRow = {"changed": now, "removed": now, "text": "", "detail": "{}"}
    update(tx, "list_item", item_id, row)


def remove_of_entry(tx: ReadWriter, entry_id: str, stamp: Stamp) -> None:
    """Erase what came out of an entry and was not worded anew since."""
    rows = tx.rows(f"{_SELECT} WHERE removed IS NULL {_ORDER}")
    for item in map(_item, rows):
        if item.entry == entry_id:
            remove(tx, item.id, stamp)


def put_in_order(tx: ReadWriter, items: Iterable[ListItem], stamp: Stamp) -> None:
    """Give these the places 0, 1, 2 …; only rows that move are written."""
    for place, item in enumerate(items):
        if item.position != place:
            row: SqlRow = {"changed": to_micros(stamp.now), "position": place}
            update(tx, "list_item", item.id, row)


def _columns(item: ListItem) -> SqlRow:
    return {
        "list": item.list,
        "text": item.text,
        "position": item.position,
        "detail": json.dumps(dict(item.detail), ensure_ascii=False),
    }


def _item(row: tuple[Any, ...]) -> ListItem:
    detail = json.loads(row[5])
    known = detail if isinstance(detail, dict) else {}
    return ListItem(row[0], row[1], row[2], row[3], from_micros(row[4]), known)


def _without_trashed(reader: Reader, items: Sequence[ListItem]) -> tuple[ListItem, ...]:
    named = sorted({item.entry for item in items if item.entry is not None})
    trashed = {
        row[0]
        for part in chunks(named)
        for row in reader.rows(
            "SELECT id FROM entry WHERE trashed IS NOT NULL"
            f" AND id IN ({', '.join('?' * len(part))})",
            part,
        )
    }
    return tuple(item for item in items if item.detail.get(ENTRY) not in trashed)
