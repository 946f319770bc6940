"""The same rows by plain statements: what the database itself takes for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ally_journal.storage.connection import connect, fetch
from ally_journal.storage.header_file import read_header
from ally_journal.storage.keys import DatabaseKey, passphrase_bytes
from ally_journal.storage.unlocking import by_passphrase

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.storage.vault import Vault

Rows = dict[str, list[dict[str, Any]]]
_BY_KEY = ("answer", "entry_person", "entry_tag")
_BY_ID = ("promise", "follow_up")
_WORDS = ("title", "body", "people", "tags")


def rows_of(vault: Vault, entry_id: str) -> Rows:
    """Every row that stands in the database because of an entry, by table."""
    with vault._live.use() as conn:
        found = {"entry": _rows(conn, "entry", "id", entry_id)}
        key = found["entry"][0]["key"]
        found |= {table: _rows(conn, table, "entry", key) for table in _BY_KEY}
        found |= {table: _rows(conn, table, "entry", entry_id) for table in _BY_ID}
        found["promise_event"] = [
            row
            for one in found["promise"]
            for row in _rows(conn, "promise_event", "promise", one["id"])
        ]
        words = fetch(
            conn, "SELECT title, body, people, tags FROM entry_text WHERE rowid = ?", (key,)
        )
    found["entry_text"] = [{"rowid": key, **dict(zip(_WORDS, row, strict=True))} for row in words]
    return found


class RawVault:
    """A vault's database without the journal around it, set up as the journal sets it up."""

    def __init__(self, folder: Path, passphrase: str) -> None:
        header = read_header(folder).header
        root = by_passphrase(header, passphrase_bytes(passphrase))
        self.conn = connect(folder / "journal.db", DatabaseKey(root, header.salt).spec())

    def close(self) -> None:
        """Let it go."""
        self.conn.close()

    def put(self, rows: Rows) -> None:
        """Insert rows that are not to be timed."""
        self._commit([("INSERT", table, row) for table, of in rows.items() for row in of])

    def keep(self, rows: Rows) -> None:
        """What keeping a draft writes: its row changed, everything else new, in one transaction."""
        new = [(table, row) for table, of in rows.items() if table != "entry" for row in of]
        changed = [("UPDATE", "entry", row) for row in rows["entry"]]
        self._commit([*changed, *(("INSERT", table, row) for table, row in new)])

    def _commit(self, writes: list[tuple[str, str, dict[str, Any]]]) -> None:
        run = self.conn.execute
        run("BEGIN IMMEDIATE")
        for verb, table, row in writes:
            if verb == "UPDATE":
                parts = ", ".join(f"{name} = ?" for name in row if name not in {"key", "id"})
                values = [value for name, value in row.items() if name not in {"key", "id"}]
                run(f"UPDATE {table} SET {parts} WHERE id = ?", (*values, row["id"]))  # noqa: S608 names of ours
            else:
                names, marks = ", ".join(row), ", ".join("?" * len(row))
                run(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608 the same
        run("UPDATE vault SET counter = counter + 1")
        run("COMMIT")


def everything(conn: Any) -> Any:
    """All rows of all entries, in their order, a chunk at a time."""
    keys = [
        key for (key,) in fetch(conn, "SELECT key FROM entry WHERE state = 'kept' ORDER BY key")
    ]
    for start in range(0, len(keys), 400):
        part = keys[start : start + 400]
        marks = ", ".join("?" * len(part))
        for table, column in (("entry", "key"), *((name, "entry") for name in _BY_KEY)):
            yield from fetch(
                conn,
                f"SELECT * FROM {table} WHERE {column} IN ({marks}) ORDER BY {column}",  # noqa: S608 the same
                part,
            )


def _rows(conn: Any, table: str, column: str, value: str | int) -> list[dict[str, Any]]:
    cursor = conn.execute(f"SELECT * FROM {table} WHERE {column} = ?", (value,))  # noqa: S608 the same
    names = [one[0] for one in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
