"""What belongs to entries in other tables, read for a chunk of them at once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ally_journal.domain.entry import Answer, LaterNote
from ally_journal.storage.stamps import from_micros

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.storage.reader import Reader

Rows = list[tuple[Any, ...]]

_ANSWERS = (
    "SELECT entry, step, question, kind, value FROM answer"
    " WHERE entry IN ({}) ORDER BY entry, position"
)
_PEOPLE = (
    "SELECT e.entry, p.name FROM entry_person e JOIN person p ON p.id = e.person"
    " WHERE e.entry IN ({}) AND p.removed IS NULL ORDER BY p.name"
)
_TAGS = "SELECT entry, tag FROM entry_tag WHERE entry IN ({}) ORDER BY tag"
_NOTES = (
    "SELECT entry, id, created, text FROM later_note"
    " WHERE entry IN ({}) AND removed IS NULL ORDER BY id"
)
_REVISIONS = "SELECT entry, count(*) FROM revision WHERE entry IN ({}) GROUP BY entry"


@dataclass(frozen=True, slots=True)
class Belongings:
    """Answers, people, tags, notes and numbers of revisions, by entry."""

    by_key: Mapping[str, Mapping[int, Rows]]
    by_id: Mapping[str, Mapping[str, Rows]]

    @classmethod
    def of(cls, reader: Reader, entries: Sequence[tuple[int, str]]) -> Belongings:
        """Read what belongs to these entries (key and id), at most a chunk of them."""
        keys = [key for key, _ in entries]
        ids = [entry_id for _, entry_id in entries]
        return cls(
            {sql: _grouped(reader, sql, keys) for sql in (_ANSWERS, _PEOPLE, _TAGS)},
            {sql: _grouped(reader, sql, ids) for sql in (_NOTES, _REVISIONS)},
        )

    def answers(self, key: int) -> tuple[Answer, ...]:
        """The answers of an entry, in their order."""
        rows = self.by_key[_ANSWERS].get(key, ())
        return tuple(Answer(row[1], row[2], row[3], json.loads(row[4])) for row in rows)

    def people(self, key: int) -> tuple[str, ...]:
        """The people of an entry, by name."""
        return tuple(row[1] for row in self.by_key[_PEOPLE].get(key, ()))

    def tags(self, key: int) -> tuple[str, ...]:
        """The tags of an entry."""
        return tuple(row[1] for row in self.by_key[_TAGS].get(key, ()))

    def notes(self, entry_id: str) -> tuple[LaterNote, ...]:
        """The later notes of an entry, oldest first."""
        rows = self.by_id[_NOTES].get(entry_id, ())
        return tuple(LaterNote(row[1], from_micros(row[2]), row[3]) for row in rows)

    def revisions(self, entry_id: str) -> int:
        """How often an entry was edited."""
        rows = self.by_id[_REVISIONS].get(entry_id, ())
        return rows[0][1] if rows else 0


def _grouped(reader: Reader, sql: str, owners: Sequence[Any]) -> dict[Any, Rows]:
    found: dict[Any, Rows] = defaultdict(list)
    for row in reader.rows(sql.format(", ".join("?" * len(owners))), owners):
        found[row[0]].append(row)
    return found
