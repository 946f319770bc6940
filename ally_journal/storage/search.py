"""Finding entries: rows of the timeline, counts by month and day, and full-text search.

Hits come in key order (newest first), which the full-text index gives without sorting; a listing
without search words comes in the order of the days.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ally_journal.domain.entry import EntrySummary
from ally_journal.domain.query import Query, excerpt_around, fts_match
from ally_journal.storage.reader import Reader
from ally_journal.storage.stamps import SqlValue, from_micros

_COLUMNS = (
    "e.key, e.id, e.practice, e.title, e.day, e.created, e.excerpt, e.star, e.trashed,"
    " (SELECT json_group_array(p.name) FROM entry_person x JOIN person p ON p.id = x.person"
    "  WHERE x.entry = e.key AND p.removed IS NULL),"
    " (SELECT json_group_array(t.tag) FROM entry_tag t WHERE t.entry = e.key)"
)
_KEPT = "e.state = 'kept' AND e.removed IS NULL AND e.trashed IS NULL"


@dataclass
class _Where:
    """Conditions and their values, collected side by side."""

    parts: list[str] = field(default_factory=list)
    args: list[SqlValue] = field(default_factory=list)

    def add(self, part: str, *args: SqlValue) -> None:
        """One more condition that must hold."""
        self.parts.append(part)
        self.args.extend(args)

    def sql(self) -> str:
        """All of them."""
        return " AND ".join(self.parts)


def find(
    reader: Reader, query: Query, limit: int, before: int | None = None
) -> tuple[EntrySummary, ...]:
    """The newest rows that fit, at most `limit`, below the key `before`."""
    where = _conditions(query)
    match = fts_match(query)
    if match is not None:
        source, order = "entry_text f CROSS JOIN entry e ON e.key = f.rowid", "f.rowid DESC"
        where.add("entry_text MATCH ?", match)
        if before is not None:
            where.add("f.rowid < ?", before)
    else:
        source, order = "entry e", "e.day DESC, e.key DESC"
        if before is not None:
            where.add("(e.day, e.key) < (SELECT day, key FROM entry WHERE key = ?)", before)
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM {source} WHERE {where.sql()} ORDER BY {order} LIMIT ?",  # noqa: S608 ours
        (*where.args, limit),
    )
    bodies = _bodies(reader, [row[0] for row in rows]) if match is not None else {}
    return tuple(_summary(row, query, bodies.get(row[0], "")) for row in rows)


def keys(reader: Reader, query: Query) -> tuple[int, ...]:
    """The keys of all entries that fit, oldest first; for exports."""
    where = _conditions(query)
    source = _source(query, where)
    rows = reader.rows(
        f"SELECT e.key FROM {source} WHERE {where.sql()} ORDER BY e.key",  # noqa: S608 ours
        where.args,
    )
    return tuple(key for (key,) in rows)


def count(reader: Reader, query: Query) -> int:
    """How many entries fit."""
    where = _conditions(query)
    source = _source(query, where)
    row = reader.one(f"SELECT count(*) FROM {source} WHERE {where.sql()}", where.args)  # noqa: S608 ours
    return int(row[0]) if row else 0


def months(reader: Reader, query: Query) -> tuple[tuple[int, int, int], ...]:
    """Year, month and number of the entries that fit, newest first."""
    where = _conditions(query)
    source = _source(query, where)
    rows = reader.rows(
        f"SELECT substr(e.day, 1, 7) AS month, count(*) FROM {source}"  # noqa: S608 ours
        f" WHERE {where.sql()} GROUP BY month ORDER BY month DESC",
        where.args,
    )
    return tuple((int(row[0][:4]), int(row[0][5:]), row[1]) for row in rows)


def day_counts(reader: Reader, first: date, last: date) -> dict[date, int]:
    """Days in a range that have entries, with their number."""
    rows = reader.rows(
        f"SELECT e.day, count(*) FROM entry e WHERE {_KEPT} AND e.day BETWEEN ? AND ?"  # noqa: S608 ours
        " GROUP BY e.day",
        (first.isoformat(), last.isoformat()),
    )
    return {date.fromisoformat(day): number for day, number in rows}


def practice_days(reader: Reader, first: date, last: date) -> tuple[tuple[date, str], ...]:
    """Day and practice of every entry in a range, oldest first."""
    rows = reader.rows(
        f"SELECT e.day, e.practice FROM entry e WHERE {_KEPT} AND e.day BETWEEN ? AND ?"  # noqa: S608 ours
        " ORDER BY e.day, e.key",
        (first.isoformat(), last.isoformat()),
    )
    return tuple((date.fromisoformat(day), practice) for day, practice in rows)


def choices(reader: Reader, step: str) -> tuple[tuple[date, str], ...]:
    """Day and chosen option of every answer to a step, oldest first."""
    rows = reader.rows(
        "SELECT e.day, a.value FROM answer a JOIN entry e ON e.key = a.entry"  # noqa: S608 ours
        f" WHERE a.step = ? AND a.kind IN ('choice', 'choices', 'scale') AND {_KEPT}"
        " ORDER BY e.day, e.key",
        (step,),
    )
    return tuple(
        (date.fromisoformat(day), value)
        for day, value in ((day, json.loads(text)) for day, text in rows)
        if isinstance(value, str)
    )


def trash(reader: Reader) -> tuple[EntrySummary, ...]:
    """Entries and drafts in the trash, the latest first."""
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM entry e WHERE e.trashed IS NOT NULL AND e.removed IS NULL"  # noqa: S608 ours
        " ORDER BY e.trashed DESC"
    )
    return tuple(_summary(row, None, "") for row in rows)


def on_days(reader: Reader, month_day: str, before: date) -> tuple[EntrySummary, ...]:
    """Entries of earlier years on this day of the year ("MM-DD"), newest first."""
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM entry e WHERE {_KEPT} AND substr(e.day, 6) = ? AND e.day < ?"  # noqa: S608 ours
        " ORDER BY e.day DESC, e.key DESC LIMIT 20",
        (month_day, before.isoformat()),
    )
    return tuple(_summary(row, None, "") for row in rows)


def _source(query: Query, where: _Where) -> str:
    match = fts_match(query)
    if match is None:
        return "entry e"
    where.add("entry_text MATCH ?", match)
    return "entry_text f CROSS JOIN entry e ON e.key = f.rowid"


def _conditions(query: Query) -> _Where:
    where = _Where()
    where.add(_KEPT)
    if query.practices:
        where.add(f"e.practice IN ({_marks(query.practices)})", *query.practices)
    for person in query.people:
        where.add(
            "EXISTS (SELECT 1 FROM entry_person x JOIN person p ON p.id = x.person"
            " WHERE x.entry = e.key AND p.removed IS NULL AND p.name = ? COLLATE NOCASE)",
            person,
        )
    for tag in query.tags:
        where.add(
            "EXISTS (SELECT 1 FROM entry_tag t WHERE t.entry = e.key AND t.tag = ? COLLATE NOCASE)",
            tag,
        )
    if query.first:
        where.add("e.day >= ?", query.first.isoformat())
    if query.last:
        where.add("e.day <= ?", query.last.isoformat())
    if query.starred:
        where.add("e.star = 1")
    return where


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def _bodies(reader: Reader, hits: list[int]) -> dict[int, str]:
    """The text around which a match is cut out, of the rows that are shown only."""
    rows = reader.rows(
        f"SELECT rowid, body FROM entry_text WHERE rowid IN ({', '.join('?' * len(hits))})",  # noqa: S608 ours
        hits,
    )
    return dict((row[0], row[1]) for row in rows)


def _summary(row: tuple[Any, ...], query: Query | None, body: str) -> EntrySummary:
    return EntrySummary(
        key=row[0],
        id=row[1],
        practice=row[2],
        title=row[3],
        day=date.fromisoformat(row[4]),
        created=from_micros(row[5]),
        excerpt=row[6],
        star=bool(row[7]),
        trashed=None if row[8] is None else from_micros(row[8]),
        people=tuple(sorted(json.loads(row[9]))),
        tags=tuple(sorted(json.loads(row[10]))),
        match=excerpt_around(body, query) if query is not None and body else "",
    )
