"""What a journal's JSON export holds: its tables and their fields, declared once.

A row is a plain dictionary with the values as the database has them: instants in whole
microseconds since 1970 (UTC), days as 'YYYY-MM-DD', flags as 0 and 1, JSON columns as JSON text.
Rows that belong to another (the answers of an entry) stand in a list inside it.

In the file instants are ISO 8601, flags are true and false, JSON columns are real JSON, and a
field that would be null is left out, as is an empty list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeAlias

from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.practice import Kind
from ally_journal.domain.promise import PromiseKind, PromiseState

FORMAT = "ally-journal"
VERSION = 2

Row: TypeAlias = dict[str, Any]


class Type(StrEnum):
    """What a column holds.

    A name is one line of at most 300 characters; an integer has 32 bits. The last five are JSON:
    a list of names, one answer, answers by step, those of a revision, and where a walk stands.
    """

    ID = "id"
    TEXT = "text"
    NAME = "name"
    DAY = "day"
    INSTANT = "instant"
    INTEGER = "integer"
    REAL = "real"
    FLAG = "flag"
    SCHEDULE = "schedule"
    JSON = "json"
    NAMES = "names"
    ANSWER = "answer"
    ANSWERS = "answers"
    REVISED = "revised"
    WALK = "walk"


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a row. `name` is the database's, `label` the file's where that differs.

    `one_of` closes the values. `knows` is the section whose ids it may hold; "" for no check.
    `since` is the version of the file that has it first; `before` what a row of an earlier one has.
    """

    name: str
    type: Type
    null: bool = False
    one_of: tuple[str, ...] = ()
    knows: str = ""
    label: str = ""
    since: int = 1
    before: str | None = None

    @property
    def key(self) -> str:
        """The field's name in the file."""
        return self.label or self.name


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind, of the database's table `name`.

    `lists` are the rows inside each row, by their field. No two rows agree in a column of `unique`,
    and no two that are not removed in a column of `unique_present`. `filled` are lists that hold
    something unless the row is removed. `plain`: in the file a row is the bare value of its only
    column, a text.
    """

    name: str
    columns: tuple[Column, ...]
    lists: Mapping[str, Table] = field(default_factory=dict)
    unique: tuple[str, ...] = ()
    unique_present: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    plain: bool = False


def _id(name: str, *, null: bool = False, knows: str = "", label: str = "") -> Column:
    return Column(name, Type.ID, null=null, knows=knows, label=label)


def _text(name: str) -> Column:
    return Column(name, Type.TEXT)


def _name(name: str, one_of: type[StrEnum] | tuple[str, ...] = (), *, label: str = "") -> Column:
    return Column(name, Type.NAME, one_of=tuple(map(str, one_of)), label=label)


def _day(name: str, *, null: bool = False) -> Column:
    return Column(name, Type.DAY, null=null)


def _instant(name: str, *, null: bool = False) -> Column:
    return Column(name, Type.INSTANT, null=null)


def _integer(name: str, *, null: bool = False) -> Column:
    return Column(name, Type.INTEGER, null=null)


def _json(name: str, kind: Type = Type.JSON, *, null: bool = False) -> Column:
    return Column(name, kind, null=null)


def _added(since: int, column: Column, before: str | None = "") -> Column:
    """A column that files before a version do not have."""
    return replace(column, since=since, before=before)


_KEPT = (
    _id("id"),
    _instant("created"),
    _instant("changed"),
    _name("zone"),
    _day("day"),
    _name("origin"),
    Column("merged", Type.TEXT, null=True),
    _instant("removed", null=True),
)


def _kept(
    name: str,
    *columns: Column,
    lists: Mapping[str, Table] | None = None,
    unique: tuple[str, ...] = ("id",),
    unique_present: tuple[str, ...] = (),
    filled: tuple[str, ...] = (),
) -> Table:
    """A table whose rows carry what every kept row carries."""
    return Table(name, (*_KEPT, *columns), lists or {}, unique, unique_present, filled)


ANSWERS = Table(
    "answer",
    (
        _name("step", label="key"),
        _text("question"),
        _name("kind", Kind),
        _json("value", Type.ANSWER),
    ),
)
NOTES = _kept("later_note", _text("text"))
REVISIONS = _kept(
    "revision", _id("parent", null=True), _text("title"), _json("answers", Type.REVISED)
)
ENTRY_PEOPLE = Table(
    "entry_person", (_id("person", knows="people", label="id"), _text("name")), unique=("person",)
)
ENTRY_TAGS = Table("entry_tag", (_text("tag"),), unique=("tag",), plain=True)
ALIASES = Table("person_alias", (_text("alias"),), unique=("alias",), plain=True)
PROMISE_EVENTS = _kept(
    "promise_event", _name("state", PromiseState), _day("due", null=True), _text("text")
)
SCHEDULES = Table(
    "habit_schedule", (_day("since"), Column("schedule", Type.SCHEDULE)), unique=("since",)
)
MARKS = _kept(
    "mark",
    _name("kind", ("done", "rest")),
    Column("amount", Type.REAL, null=True),
    unique=("id", "day"),
)

ENTRIES = _kept(
    "entry",
    _name("practice"),
    _integer("practice_version"),
    _name("state", ("draft", "kept")),
    _text("title"),
    _text("excerpt"),
    _id("event", null=True),
    Column("star", Type.FLAG),
    _name("sensitivity", Sensitivity),
    _instant("trashed", null=True),
    _json("walk", Type.WALK, null=True),
    _id("revises", null=True),
    _id("follows", null=True),
    lists={
        "answers": ANSWERS,
        "notes": NOTES,
        "revisions": REVISIONS,
        "people": ENTRY_PEOPLE,
        "tags": ENTRY_TAGS,
    },
)
PEOPLE = _kept(
    "person",
    _text("name"),
    _text("role"),
    _integer("pseudonym"),
    lists={"aliases": ALIASES},
    unique_present=("name",),
)
PROMISES = _kept(
    "promise",
    _id("entry", null=True, knows="entries"),
    _text("step"),
    _name("kind", PromiseKind),
    _text("text"),
    _name("state", PromiseState),
    _day("due", null=True),
    _integer("moved"),
    _instant("settled", null=True),
    _text("why"),
    lists={"history": PROMISE_EVENTS},
)
FOLLOW_UPS = _kept(
    "follow_up",
    _id("entry", knows="entries"),
    _id("promise", null=True),
    _name("practice"),
    _day("due"),
    _instant("settled", null=True),
)
INBOX = _kept(
    "inbox",
    _name("practice"),
    _json("carry", Type.ANSWERS),
    _day("leaves"),
    _instant("settled", null=True),
)
HABITS = _kept(
    "habit",
    _text("name"),
    _text("question"),
    _json("practices", Type.NAMES),
    _name("goal", ("done", "at-least", "at-most")),
    Column("target", Type.REAL, null=True),
    _text("unit"),
    _integer("position"),
    _day("archived", null=True),
    lists={"schedules": SCHEDULES, "marks": MARKS},
    unique_present=("name",),
    filled=("schedules",),
)
PAUSES = _kept(
    "pause",
    _id("habit", null=True, knows="habits"),
    _day("first"),
    _day("last"),
    _text("reason"),
)
SENT = _kept(
    "sent",
    _name("format"),
    _text("label"),
    _json("entries", Type.NAMES),
    _json("fields", Type.NAMES),
    _json("pseudonyms"),
    _text("content_hash"),
    _added(2, _text("packet_id")),
    _added(2, _json("packet", null=True), None),
    _added(2, _json("sources"), "{}"),
)
"""Without `reply_key`: the secret that opens what comes back stays in the journal."""
COMMENTS = _kept(
    "comment",
    _id("sent", null=True),
    _id("entry", null=True, knows="entries"),
    _text("step"),
    _integer("paragraph", null=True),
    _name("kind"),
    _text("text"),
    _added(2, _text("anchor")),
    _added(2, _text("sender")),
    _added(2, _text("reply")),
)
OWN_PRACTICES = _kept("own_practice", _name("practice"), _integer("version"), _text("source"))
LIST_ITEMS = _kept("list_item", _name("list"), _text("text"), _integer("position"), _json("detail"))
SETTINGS = Table("setting", (_name("name"), _json("value"), _instant("changed")), unique=("name",))

TABLES: Mapping[str, Table] = {
    "entries": ENTRIES,
    "people": PEOPLE,
    "promises": PROMISES,
    "follow_ups": FOLLOW_UPS,
    "inbox": INBOX,
    "habits": HABITS,
    "pauses": PAUSES,
    "rhythm_rests": _kept("rhythm_rest"),
    "sent": SENT,
    "comments": COMMENTS,
    "own_practices": OWN_PRACTICES,
    "list_items": LIST_ITEMS,
    "settings": SETTINGS,
}
"""The sections of the file, in its order."""
