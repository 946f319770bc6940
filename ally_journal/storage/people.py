"""People of the journal: made-up names, roles, aliases, and who is in which entry.

Each name, or what somebody else is called, belongs to one person. The search index holds beside
the words of an entry all names of its people; whatever changes a name says so there.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ally_journal.domain.person import Person, name_key
from ally_journal.domain.query import index_text
from ally_journal.storage.stamps import SqlRow, Stamp, insert, to_micros, update

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ally_journal.storage.reader import Reader, ReadWriter

_CHUNK = 400


def everyone(reader: Reader) -> tuple[Person, ...]:
    """All people, by name, with the number of kept entries they are in."""
    aliases: dict[str, list[str]] = {}
    for person, alias in reader.rows("SELECT person, alias FROM person_alias ORDER BY alias"):
        aliases.setdefault(person, []).append(alias)
    entries = _entries(reader)
    rows = reader.rows(
        "SELECT id, name, role, pseudonym FROM person WHERE removed IS NULL"
        " ORDER BY name COLLATE NOCASE"
    )
    return tuple(
        Person(row[0], row[1], row[2], row[3], tuple(aliases.get(row[0], ())), entries[row[0]])
        for row in rows
    )


def load(reader: Reader, person: str) -> Person | None:
    """One person with their aliases, without the number of their entries."""
    row = reader.one(
        "SELECT id, name, role, pseudonym FROM person WHERE id = ? AND removed IS NULL", (person,)
    )
    if row is None:
        return None
    return Person(row[0], row[1], row[2], row[3], aliases_of(reader, person))


def aliases_of(reader: Reader, person: str) -> tuple[str, ...]:
    """What else somebody is called."""
    sql = "SELECT alias FROM person_alias WHERE person = ? ORDER BY alias"
    return tuple(alias for (alias,) in reader.rows(sql, (person,)))


def _entries(reader: Reader) -> Counter[str]:
    """In how many kept entries each person is: all of them less the few in the trash.

    Only kept entries have people. Both questions are answered by an index alone.
    """
    everywhere = "SELECT person, count(*) FROM entry_person GROUP BY person"
    in_trash = (
        "SELECT x.person, count(*) FROM entry e CROSS JOIN entry_person x ON x.entry = e.key"
        " WHERE e.trashed IS NOT NULL GROUP BY x.person"
    )
    found = Counter(dict(reader.rows(everywhere)))
    found.subtract(dict(reader.rows(in_trash)))
    return found


def names_starting(reader: Reader, start: str, limit: int = 8) -> tuple[str, ...]:
    """Names that begin with these letters, for completion."""
    rows = reader.rows(
        "SELECT name FROM person WHERE removed IS NULL"
        " AND substr(name, 1, length(?)) = ? COLLATE NOCASE ORDER BY name LIMIT ?",
        (start, start, limit),
    )
    return tuple(name for (name,) in rows)


def found_id(reader: Reader, name: str) -> str | None:
    """The id of the person with this name (or alias), in any spelling of its letters."""
    row = reader.one(
        "SELECT id FROM person WHERE removed IS NULL AND name = ? COLLATE NOCASE UNION ALL"
        " SELECT person FROM person_alias WHERE alias = ? COLLATE NOCASE LIMIT 1",
        (name, name),
    )
    if row is not None:
        return str(row[0])
    if name.isascii():
        return None
    # SQLite compares only the letters of ASCII without case.
    known = reader.rows(
        "SELECT id, name FROM person WHERE removed IS NULL"
        " UNION ALL SELECT person, alias FROM person_alias"
    )
    wanted = name_key(name)
    return next((person for person, other in known if name_key(other) == wanted), None)


def called(reader: Reader) -> dict[str, str]:
    """What everybody is called now, by `name_key` of each of their names."""
    rows = reader.rows(
        "SELECT a.alias, p.name FROM person_alias a JOIN person p ON p.id = a.person"
        " WHERE p.removed IS NULL UNION ALL SELECT name, name FROM person WHERE removed IS NULL"
    )
    return {name_key(known): name for known, name in rows}


def person_id(tx: ReadWriter, name: str, stamp: Stamp, role: str = "") -> str:
    """The id of the person with this name (or alias), made if nobody has it yet."""
    found = found_id(tx, name)
    if found is not None:
        return found
    highest = tx.one("SELECT coalesce(max(pseudonym), 0) FROM person")
    new = stamp.row()
    pseudonym = (highest[0] if highest else 0) + 1
    insert(tx, "person", new | {"name": name, "role": role, "pseudonym": pseudonym})
    return str(new["id"])


def put_into_entry(tx: ReadWriter, key: int, names: Iterable[str], stamp: Stamp) -> None:
    """Make these the people of an entry."""
    tx.run("DELETE FROM entry_person WHERE entry = ?", (key,))
    for person in dict.fromkeys(person_id(tx, name, stamp) for name in names):
        insert(tx, "entry_person", {"entry": key, "person": person})


def change(tx: ReadWriter, person: str, stamp: Stamp, **columns: str) -> bool:
    """Change name or role; whether there was such a person."""
    return bool(update(tx, "person", person, {"changed": to_micros(stamp.now), **columns}))


def put_aliases(tx: ReadWriter, person: str, aliases: Iterable[str]) -> None:
    """Make these what somebody is called besides their name."""
    tx.run("DELETE FROM person_alias WHERE person = ?", (person,))
    for alias in aliases:
        insert(tx, "person_alias", {"person": person, "alias": alias})


def remove(tx: ReadWriter, person: str, stamp: Stamp) -> None:
    """Take a person out of all entries and leave a tombstone without a name."""
    for table in ("entry_person", "person_alias"):
        tx.run(f"DELETE FROM {table} WHERE person = ?", (person,))
    now = to_micros(stamp.now)
    row: SqlRow = {"changed": now, "name": "", "role": "", "removed": now, "merged": None}
    update(tx, "person", person, row)


def bring_back(tx: ReadWriter, person: str, name: str, role: str, stamp: Stamp) -> bool:
    """Let a tombstone be somebody again; whether there was one."""
    now = to_micros(stamp.now)
    row: SqlRow = {"changed": now, "name": name, "role": role, "removed": None}
    return bool(update(tx, "person", person, row))


def keys_of(reader: Reader, person: str) -> tuple[int, ...]:
    """The keys of all entries that somebody is in, also of those in the trash."""
    sql = "SELECT entry FROM entry_person WHERE person = ? ORDER BY entry"
    return tuple(key for (key,) in reader.rows(sql, (person,)))


def add_to_entries(tx: ReadWriter, person: str, keys: Iterable[int]) -> None:
    """Put somebody into entries that are still there."""
    for key in keys:
        tx.run(
            "INSERT OR IGNORE INTO entry_person (entry, person)"
            " SELECT key, ? FROM entry WHERE key = ? AND state = 'kept' AND removed IS NULL",
            (person, key),
        )


def take_out_of_entries(tx: ReadWriter, person: str, keys: Iterable[int]) -> None:
    """Take somebody out of entries."""
    for key in keys:
        tx.run("DELETE FROM entry_person WHERE entry = ? AND person = ?", (key, person))


def ids_of_entries(reader: Reader, keys: Sequence[int]) -> frozenset[str]:
    """The ids that belong to keys of entries."""
    found: set[str] = set()
    for part in _chunks(keys):
        marks = ", ".join("?" * len(part))
        found.update(
            row[0] for row in reader.rows(f"SELECT id FROM entry WHERE key IN ({marks})", part)
        )
    return frozenset(found)


def latest_days(reader: Reader) -> dict[str, str]:
    """The last day, as ISO, on which each person was in an entry."""
    rows = reader.rows(
        "SELECT x.person, max(e.day) FROM entry_person x JOIN entry e ON e.key = x.entry"
        " WHERE e.removed IS NULL GROUP BY x.person"
    )
    return dict(rows)


def added_before(reader: Reader, day: date) -> frozenset[str]:
    """The ids of those who were added before a day."""
    sql = "SELECT id FROM person WHERE removed IS NULL AND day < ?"
    return frozenset(person for (person,) in reader.rows(sql, (day.isoformat(),)))


def searchable(reader: Reader, names: Iterable[str]) -> str:
    """All names of these people, as the index holds them; names that nobody has yet as well."""
    found: list[str] = []
    for name in names:
        person = found_id(reader, name)
        someone = None if person is None else load(reader, person)
        found += [name] if someone is None else someone.names
    return " ".join(found)


def index_names(tx: ReadWriter, keys: Sequence[int]) -> None:
    """Put the names that people have now into the search index for these entries."""
    for part in _chunks(keys):
        marks = ", ".join("?" * len(part))
        inside = (
            "SELECT x.entry, p.name FROM entry_person x JOIN person p ON p.id = x.person"
            f" WHERE x.entry IN ({marks}) AND p.removed IS NULL UNION ALL"
            " SELECT x.entry, a.alias FROM entry_person x JOIN person_alias a"
            f" ON a.person = x.person WHERE x.entry IN ({marks})"
        )
        names: dict[int, list[str]] = {key: [] for key in part}
        for key, name in tx.rows(inside, (*part, *part)):
            names[key].append(name)
        for key, found in names.items():
            words = index_text(" ".join(found))
            tx.run("UPDATE entry_text SET people = ? WHERE rowid = ?", (words, key))


def _chunks(keys: Sequence[int]) -> Iterable[Sequence[int]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))
