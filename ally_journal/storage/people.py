"""People of the journal: made-up names, roles, aliases, and who is in which entry."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ally_journal.domain.person import Person
from ally_journal.storage.stamps import Stamp, insert, to_micros, update

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ally_journal.storage.reader import Reader, ReadWriter


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


def person_id(tx: ReadWriter, name: str, stamp: Stamp, role: str = "") -> str:
    """The id of the person with this name (or alias), made if nobody has it yet."""
    row = tx.one(
        "SELECT id FROM person WHERE removed IS NULL AND name = ? COLLATE NOCASE UNION ALL"
        " SELECT person FROM person_alias WHERE alias = ? COLLATE NOCASE LIMIT 1",
        (name, name),
    )
    if row is not None:
        return str(row[0])
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


def remove(tx: ReadWriter, person: str, stamp: Stamp) -> None:
    """Take a person out of all entries and leave a tombstone without a name."""
    for table in ("entry_person", "person_alias"):
        tx.run(f"DELETE FROM {table} WHERE person = ?", (person,))
    now = to_micros(stamp.now)
    update(tx, "person", person, {"changed": now, "name": "", "role": "", "removed": now})
