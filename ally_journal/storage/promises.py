"""Promises, their history, follow-ups, and the inbox of practices for tonight."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from ally_journal.domain.promise import FollowUp, Promise, PromiseKind, PromiseState
from ally_journal.storage.stamps import SqlRow, Stamp, from_micros, insert, to_micros, update

if TYPE_CHECKING:
    from ally_journal.storage.reader import Reader, ReadWriter

PromiseStanding: TypeAlias = tuple[PromiseState, datetime | None, date | None]
"""How a promise stands, when it was settled, and when it is due."""

_COLUMNS = (
    "p.id, p.kind, p.text, p.state, p.due, p.created, p.entry, e.practice, p.moved, p.settled,"
    " p.why"
)
_FROM = "FROM promise p LEFT JOIN entry e ON e.id = p.entry"


def add(tx: ReadWriter, promise: Promise, step: str, stamp: Stamp) -> None:
    """Write a new promise."""
    row: SqlRow = {
        "entry": promise.entry,
        "step": step,
        "kind": promise.kind.value,
        "text": promise.text,
        "state": promise.state.value,
        "due": promise.due.isoformat() if promise.due else None,
    }
    insert(tx, "promise", stamp.row(promise.id, promise.created) | row)
    _note(tx, promise, stamp)


def of_entry(reader: Reader, entry_id: str) -> tuple[tuple[Promise, str], ...]:
    """The promises that came out of an entry, each with the step it came from."""
    rows = reader.rows(
        f"SELECT {_COLUMNS}, p.step {_FROM} WHERE p.entry = ? AND p.removed IS NULL",
        (entry_id,),
    )
    return tuple((_promise(row), row[11]) for row in rows)


def everything(reader: Reader, *, open_only: bool) -> tuple[Promise, ...]:
    """Promises, those due first at the top; settled ones too unless `open_only`."""
    only = "AND p.settled IS NULL" if open_only else ""
    rows = reader.rows(
        f"SELECT {_COLUMNS} {_FROM} WHERE p.removed IS NULL {only}"
        " AND (e.trashed IS NULL OR e.id IS NULL) ORDER BY p.due IS NULL, p.due, p.id"
    )
    return tuple(_promise(row) for row in rows)


def of_person(reader: Reader, person: str | None) -> tuple[Promise, ...]:
    """Promises out of entries that somebody is in; None: out of those that nobody is in."""
    inside = "SELECT 1 FROM entry_person x WHERE x.entry = e.key"
    where = f"NOT EXISTS ({inside})" if person is None else f"EXISTS ({inside} AND x.person = ?)"
    rows = reader.rows(
        f"SELECT {_COLUMNS} {_FROM} WHERE p.removed IS NULL AND {where}"
        " AND (e.trashed IS NULL OR e.id IS NULL) ORDER BY p.due IS NULL, p.due, p.id",
        () if person is None else (person,),
    )
    return tuple(_promise(row) for row in rows)


def open_by_person(reader: Reader) -> dict[str, int]:
    """How many open promises there are with each person; "" for those about no one."""
    rows = reader.rows(
        f"SELECT coalesce(x.person, ''), count(*) {_FROM}"
        " LEFT JOIN entry_person x ON x.entry = e.key"
        " WHERE p.settled IS NULL AND p.removed IS NULL"
        " AND (e.trashed IS NULL OR e.id IS NULL) GROUP BY x.person"
    )
    return dict(rows)


def standings(reader: Reader, since: datetime) -> tuple[PromiseStanding, ...]:
    """How all open promises stand, and those that were settled since an instant."""
    kept = "p.removed IS NULL AND (e.trashed IS NULL OR e.id IS NULL)"
    columns = f"SELECT p.state, p.settled, p.due {_FROM}"
    rows = reader.rows(
        f"{columns} WHERE p.settled IS NULL AND {kept}"
        f" UNION ALL {columns} WHERE p.settled >= ? AND {kept}",
        (to_micros(since),),
    )
    return tuple((PromiseState(row[0]), _instant(row[1]), _day(row[2])) for row in rows)


def load(reader: Reader, promise_id: str) -> Promise | None:
    """One promise, or None."""
    row = reader.one(
        f"SELECT {_COLUMNS} {_FROM} WHERE p.id = ? AND p.removed IS NULL",
        (promise_id,),
    )
    return None if row is None else _promise(row)


def save(tx: ReadWriter, promise: Promise, stamp: Stamp) -> None:
    """Write how a promise stands now, and add it to its history."""
    _put(tx, promise, stamp)
    _note(tx, promise, stamp)


def take_back(tx: ReadWriter, promise: Promise, stamp: Stamp) -> None:
    """Write how a promise stood before its latest step, and forget that step."""
    _put(tx, promise, stamp)
    tx.run(
        "DELETE FROM promise_event WHERE id ="
        " (SELECT max(id) FROM promise_event WHERE promise = ?)",
        (promise.id,),
    )


def _put(tx: ReadWriter, promise: Promise, stamp: Stamp) -> None:
    row: SqlRow = {
        "changed": to_micros(stamp.now),
        "text": promise.text,
        "state": promise.state.value,
        "due": promise.due.isoformat() if promise.due else None,
        "moved": promise.moved,
        "settled": to_micros(promise.settled) if promise.settled else None,
        "why": promise.why,
    }
    update(tx, "promise", promise.id, row)


def history(reader: Reader, promise_id: str) -> tuple[tuple[PromiseState, date | None, str], ...]:
    """How a promise stood over time, oldest first: state, due, words."""
    rows = reader.rows(
        "SELECT state, due, text FROM promise_event WHERE promise = ? ORDER BY id", (promise_id,)
    )
    return tuple((PromiseState(row[0]), _day(row[1]), row[2]) for row in rows)


def add_follow_up(tx: ReadWriter, follow_up: FollowUp, stamp: Stamp) -> None:
    """Write that a practice is to be opened again on a day."""
    row: SqlRow = {
        "entry": follow_up.entry,
        "promise": follow_up.promise,
        "practice": follow_up.practice,
        "due": follow_up.due.isoformat(),
    }
    insert(tx, "follow_up", stamp.row(follow_up.id) | row)


def follow_ups(reader: Reader, until: date) -> tuple[FollowUp, ...]:
    """Open follow-ups that are due by a day, the longest due first.

    A promise that was let go is not asked about again.
    """
    rows = reader.rows(
        "SELECT f.id, f.entry, f.practice, f.due, f.promise FROM follow_up f"
        " JOIN entry e ON e.id = f.entry LEFT JOIN promise p ON p.id = f.promise"
        " WHERE f.settled IS NULL AND f.removed IS NULL AND e.trashed IS NULL AND f.due <= ?"
        " AND (p.id IS NULL OR p.state != ?) ORDER BY f.due, f.id",
        (until.isoformat(), PromiseState.DROPPED.value),
    )
    return tuple(
        FollowUp(row[0], row[1], row[2], date.fromisoformat(row[3]), row[4]) for row in rows
    )


def follow_up(reader: Reader, row_id: str) -> FollowUp | None:
    """One follow-up, also one that is settled; or None."""
    row = reader.one(
        "SELECT id, entry, practice, due, promise FROM follow_up WHERE id = ? AND removed IS NULL",
        (row_id,),
    )
    if row is None:
        return None
    return FollowUp(row[0], row[1], row[2], date.fromisoformat(row[3]), row[4])


def follow_ups_of(reader: Reader, entry_id: str) -> frozenset[tuple[str, str]]:
    """Practice and day of all follow-ups that an entry has asked for."""
    rows = reader.rows("SELECT practice, due FROM follow_up WHERE entry = ?", (entry_id,))
    return frozenset((row[0], row[1]) for row in rows)


def settle_row(tx: ReadWriter, table: str, row_id: str, stamp: Stamp) -> None:
    """Mark a follow-up or a row of the inbox as seen to."""
    now = to_micros(stamp.now)
    update(tx, table, row_id, {"settled": now, "changed": now})


def add_inbox(
    tx: ReadWriter,
    practice: str,
    carry: dict[str, Any],
    leaves: date,
    stamp: Stamp,
    *,
    row_id: str = "",
) -> None:
    """Put a practice into the inbox, once for each `row_id`; it leaves after the day `leaves`."""
    row: SqlRow = {"practice": practice, "carry": json.dumps(carry), "leaves": leaves.isoformat()}
    insert(tx, "inbox", stamp.row(row_id) | row, "INSERT OR IGNORE" if row_id else "INSERT")


def inbox(reader: Reader, today: date) -> tuple[tuple[str, str, dict[str, Any]], ...]:
    """What waits in the inbox: id, practice, answers to carry."""
    rows = reader.rows(
        "SELECT id, practice, carry FROM inbox WHERE settled IS NULL AND removed IS NULL"
        " AND leaves >= ? ORDER BY id",
        (today.isoformat(),),
    )
    return tuple((row[0], row[1], json.loads(row[2])) for row in rows)


def suggested(reader: Reader) -> frozenset[str]:
    """What a coach suggested of what waits in the inbox: ids."""
    rows = reader.rows("SELECT inbox.id FROM inbox JOIN comment USING (id) WHERE settled IS NULL")
    return frozenset(row[0] for row in rows)


def _note(tx: ReadWriter, promise: Promise, stamp: Stamp) -> None:
    row: SqlRow = {
        "promise": promise.id,
        "state": promise.state.value,
        "due": promise.due.isoformat() if promise.due else None,
        "text": promise.text,
    }
    insert(tx, "promise_event", stamp.row() | row)


def _promise(row: tuple[Any, ...]) -> Promise:
    return Promise(
        id=row[0],
        kind=PromiseKind(row[1]),
        text=row[2],
        state=PromiseState(row[3]),
        due=_day(row[4]),
        created=from_micros(row[5]),
        entry=row[6],
        practice=row[7] or "",
        moved=row[8],
        settled=_instant(row[9]),
        why=row[10],
    )


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
