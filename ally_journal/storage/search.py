"""Finding entries: rows of the timeline, counts by month and day, and full-text search.

Hits come in key order (newest first), which the full-text index gives without sorting; a listing
without search words comes in the order of the days.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ally_journal.domain.entry import EntrySummary, Sensitivity
from ally_journal.domain.excerpts import plain_row
from ally_journal.domain.query import Query, excerpt_around, fold, fts_match
from ally_journal.domain.ticked import Ticked
from ally_journal.storage.stamps import SqlValue, from_micros

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ally_journal.storage.reader import Reader

    Told = Callable[[str, str, Any], str]
    """The words of an answer that holds choices: of which practice, of which step, what is kept."""

_COLUMNS = (
    "e.key, e.id, e.practice, e.title, e.day, e.created, e.excerpt, e.star, e.trashed,"
    " (SELECT json_group_array(p.name) FROM entry_person x JOIN person p ON p.id = x.person"
    "  WHERE x.entry = e.key AND p.removed IS NULL),"
    " (SELECT json_group_array(t.tag) FROM entry_tag t WHERE t.entry = e.key), e.sensitivity"
)
_ALL = "entry e"
_OF_CHOICES = frozenset({"choice", "choices"})
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
    reader: Reader,
    query: Query,
    limit: int,
    before: int | None = None,
    told: Told | None = None,
) -> tuple[EntrySummary, ...]:
    """The newest rows that fit, at most `limit`, below the key `before`.

    Without `told`, choices are left out of what is shown of a hit: they are kept by the ids of
    options, which are nobody's words.
    """
    where, source = _conditions(reader, query)
    searched = source != _ALL
    if before is not None and searched:
        where.add("f.rowid < ?", before)
    elif before is not None:
        where.add("(e.day, e.key) < (SELECT day, key FROM entry WHERE key = ?)", before)
    order = "f.rowid DESC" if searched else "e.day DESC, e.key DESC"
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM {source} WHERE {where.sql()} ORDER BY {order} LIMIT ?",
        (*where.args, limit),
    )
    texts = _texts(reader, {row[0]: row[2] for row in rows}, told) if searched and rows else {}
    return tuple(_summary(row, query, texts.get(row[0], "")) for row in rows)


def keys(reader: Reader, query: Query) -> tuple[int, ...]:
    """The keys of all entries that fit, oldest first; for exports."""
    where, source = _conditions(reader, query)
    rows = reader.rows(
        f"SELECT e.key FROM {source} WHERE {where.sql()} ORDER BY e.key",
        where.args,
    )
    return tuple(key for (key,) in rows)


def count(reader: Reader, query: Query) -> int:
    """How many entries fit."""
    where, source = _conditions(reader, query)
    row = reader.one(f"SELECT count(*) FROM {source} WHERE {where.sql()}", where.args)
    return int(row[0]) if row else 0


def months(reader: Reader, query: Query) -> tuple[tuple[int, int, int], ...]:
    """Year, month and number of the entries that fit, newest first."""
    where, source = _conditions(reader, query)
    # By day, because the index of days is in that order: months alone would sort every entry.
    rows = reader.rows(
        f"SELECT e.day, count(*) FROM {source} WHERE {where.sql()} GROUP BY e.day", where.args
    )
    found: Counter[str] = Counter()
    for day, number in rows:
        found[day[:7]] += number
    newest_first = sorted(found.items(), reverse=True)
    return tuple((int(month[:4]), int(month[5:]), number) for month, number in newest_first)


def day_counts(reader: Reader, first: date, last: date) -> dict[date, int]:
    """Days in a range that have entries, with their number."""
    rows = reader.rows(
        f"SELECT e.day, count(*) FROM entry e WHERE {_KEPT} AND e.day BETWEEN ? AND ?"
        " GROUP BY e.day",
        (first.isoformat(), last.isoformat()),
    )
    return {date.fromisoformat(day): number for day, number in rows}


def practice_days(reader: Reader, first: date, last: date) -> tuple[tuple[date, str], ...]:
    """Day and practice of every entry in a range, oldest first."""
    rows = reader.rows(
        f"SELECT e.day, e.practice FROM entry e WHERE {_KEPT} AND e.day BETWEEN ? AND ?"
        " ORDER BY e.day, e.key",
        (first.isoformat(), last.isoformat()),
    )
    return tuple((date.fromisoformat(day), practice) for day, practice in rows)


def ticked(reader: Reader, steps: Sequence[str], first: date, last: date) -> tuple[Ticked, ...]:
    """The entries of a range that answer one of some steps by ticks, oldest first.

    Free text is never read here: of what the steps ask, only choices and scales.
    """
    rows = reader.rows(
        "SELECT e.key, e.id, e.day, e.practice, coalesce(e.event, ''), a.step, a.value"
        " FROM entry e CROSS JOIN answer a ON a.entry = e.key"
        f" WHERE {_KEPT} AND e.day BETWEEN ? AND ?"
        f" AND a.step IN ({_marks(tuple(steps))}) AND a.kind IN ('choice', 'choices', 'scale')"
        " ORDER BY e.day, e.key",
        (first.isoformat(), last.isoformat(), *steps),
    )
    read = {text: json.loads(text) for text in {row[6] for row in rows}}
    return tuple(
        Ticked(
            same[0][1],
            date.fromisoformat(same[0][2]),
            same[0][3],
            same[0][4],
            {row[5]: read[row[6]] for row in same},
        )
        for _key, group in groupby(rows, key=itemgetter(0))
        if (same := list(group))
    )


def first_ticked(reader: Reader, step: str) -> date | None:
    """The day of the oldest entry that answers a step by ticks."""
    row = reader.one(
        "SELECT e.day FROM answer a CROSS JOIN entry e ON e.key = a.entry"
        f" WHERE a.step = ? AND a.kind IN ('choice', 'choices', 'scale') AND {_KEPT}"
        " ORDER BY a.entry LIMIT 1",
        (step,),
    )
    return None if row is None else date.fromisoformat(row[0])


def of_ids(reader: Reader, ids: Sequence[str]) -> tuple[EntrySummary, ...]:
    """The kept entries among these ids, newest first."""
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM {_ALL} WHERE e.id IN (SELECT value FROM json_each(?)) AND {_KEPT}"
        " ORDER BY e.day DESC, e.key DESC",
        (json.dumps(list(ids)),),
    )
    return tuple(_summary(row, None, "") for row in rows)


def of_person(reader: Reader, person: str, limit: int) -> tuple[EntrySummary, ...]:
    """The latest entries that somebody is in, newest first."""
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM entry e WHERE {_KEPT}"
        " AND +e.key IN (SELECT entry FROM entry_person WHERE person = ?)"
        " ORDER BY e.day DESC, e.key DESC LIMIT ?",
        (person, limit),
    )
    return tuple(_summary(row, None, "") for row in rows)


def trash(reader: Reader) -> tuple[EntrySummary, ...]:
    """Entries and drafts in the trash, the latest first."""
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM entry e WHERE e.trashed IS NOT NULL AND e.removed IS NULL"
        " ORDER BY e.trashed DESC"
    )
    return tuple(_summary(row, None, "") for row in rows)


def on_days(reader: Reader, month_day: str, before: date) -> tuple[EntrySummary, ...]:
    """Entries of earlier years on this day of the year ("MM-DD"), newest first."""
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM entry e WHERE {_KEPT} AND substr(e.day, 6) = ? AND e.day < ?"
        " ORDER BY e.day DESC, e.key DESC LIMIT 20",
        (month_day, before.isoformat()),
    )
    return tuple(_summary(row, None, "") for row in rows)


def _conditions(reader: Reader, query: Query) -> tuple[_Where, str]:
    """The conditions of a query, and the tables they speak of.

    The plus before a key keeps SQLite from gathering and sorting everything that a filter fits: it
    goes through the days from the newest and stops at the last row that is shown.
    """
    where, source = _Where(), _ALL
    match = fts_match(query)
    if match.wanted:
        source = "entry_text f CROSS JOIN entry e ON e.key = f.rowid"
        where.add("entry_text MATCH ?", match.expression)
    elif match.unwanted:
        where.add(
            "e.key NOT IN (SELECT rowid FROM entry_text WHERE entry_text MATCH ?)", match.unwanted
        )
    where.add(_KEPT)
    _add_practices(where, query)
    _add_people(reader, where, query)
    _add_tags(where, query)
    if query.first:
        where.add("e.day >= ?", query.first.isoformat())
    if query.last:
        where.add("e.day <= ?", query.last.isoformat())
    if query.starred is not None:
        where.add("e.star = ?", int(query.starred))
    return where, source


def _add_practices(where: _Where, query: Query) -> None:
    if query.practices:
        names = tuple(fold(one) for one in query.practices)
        where.add(
            "+e.key IN (SELECT key FROM entry WHERE state = 'kept' AND removed IS NULL"
            f" AND trashed IS NULL AND practice IN ({_marks(names)}))",
            *names,
        )
    for one in query.not_practices:
        where.add("e.practice <> ?", fold(one))


def _add_people(reader: Reader, where: _Where, query: Query) -> None:
    if not query.people and not query.not_people:
        return
    known = reader.rows(
        "SELECT id, name FROM person WHERE removed IS NULL"
        " UNION ALL SELECT person, alias FROM person_alias"
    )
    for names, verb in ((query.people, "IN"), (query.not_people, "NOT IN")):
        for wanted in names:
            ids = tuple(person for person, name in known if fold(name) == fold(wanted))
            where.add(
                f"+e.key {verb} (SELECT entry FROM entry_person WHERE person IN ({_marks(ids)}))",
                *ids,
            )


def _add_tags(where: _Where, query: Query) -> None:
    for tags, verb in ((query.tags, "IN"), (query.not_tags, "NOT IN")):
        for tag in tags:
            where.add(
                f"+e.key {verb} (SELECT entry FROM entry_tag WHERE tag = ? COLLATE NOCASE)", tag
            )


def _marks(values: tuple[object, ...]) -> str:
    return ", ".join("?" * len(values))


def _texts(reader: Reader, practices: dict[int, str], told: Told | None) -> dict[int, str]:
    """The words of the rows that are shown, as they were written, to cut a match out of."""
    rows = reader.rows(
        f"SELECT entry, step, kind, value FROM answer WHERE entry IN ({_marks((*practices,))})"
        " AND kind NOT IN ('scale', 'date') ORDER BY entry, position",
        (*practices,),
    )
    texts: dict[int, list[str]] = {}
    for key, step, kind, kept in rows:
        value = json.loads(kept)
        has_parts = isinstance(value, dict) and kind != "if_then"
        if told and (has_parts or kind in _OF_CHOICES):
            words = [told(practices[key], step, value)]
        else:
            words = [] if kind in _OF_CHOICES else _strings(value)
        texts.setdefault(key, []).extend(filter(None, words))
    return {key: " · ".join(parts) for key, parts in texts.items()}


def _strings(value: object) -> list[str]:
    """All strings inside a value of JSON."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for one in value.values() for text in _strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in _strings(one)]
    return []


def _summary(row: tuple[Any, ...], query: Query | None, body: str) -> EntrySummary:
    title, excerpt = row[3], row[6]
    if title and excerpt.startswith(title.rstrip("…")):  # the first words written, not a name
        title = plain_row(title)
    return EntrySummary(
        key=row[0],
        id=row[1],
        practice=row[2],
        title=title,
        day=date.fromisoformat(row[4]),
        created=from_micros(row[5]),
        excerpt=plain_row(excerpt),
        star=bool(row[7]),
        trashed=None if row[8] is None else from_micros(row[8]),
        people=tuple(sorted(json.loads(row[9]))),
        tags=tuple(sorted(json.loads(row[10]))),
        sensitivity=Sensitivity(row[11]),
        match=excerpt_around(body, query) if query is not None and body else "",
    )
