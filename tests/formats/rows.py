"""Made-up rows of every table of the export, from the tables' own description."""

import json
from typing import Any

from hypothesis import strategies as st

from ally_journal.formats.json_values import json_text
from ally_journal.formats.tables import TABLES, Column, Row, Table, Type

TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=20)
IDS = st.uuids().map(str)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(1 << 63), (1 << 63) - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
INTEGERS = st.integers(-(1 << 63), (1 << 63) - 1)
ANSWER = st.recursive(
    TEXTS | INTEGERS | st.lists(TEXTS, max_size=3),
    lambda inner: st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
ANSWERS = st.dictionaries(TEXTS, ANSWER, max_size=3)
REVISED = st.fixed_dictionaries(
    {"key": TEXTS, "question": TEXTS, "kind": TEXTS, "value": ANSWER},
)
WALK = st.fixed_dictionaries(
    {"answers": ANSWERS, "skipped": st.lists(TEXTS, max_size=2)},
    optional={"at": st.none() | TEXTS, "short": st.booleans()},
)
VALUES = {
    Type.ID: IDS,
    Type.TEXT: TEXTS,
    Type.NAME: TEXTS.map(lambda text: text.replace("\n", "")),
    Type.DAY: st.dates().map(str),
    Type.INSTANT: st.integers(-(10**15), 10**17),
    Type.INTEGER: st.integers(-(1 << 31), (1 << 31) - 1),
    Type.REAL: st.floats(allow_nan=False, allow_infinity=False),
    Type.FLAG: st.sampled_from([0, 1]),
    Type.JSON: JSON.map(json_text),
    Type.SCHEDULE: st.sampled_from(["daily", "mon,fri", "3/week", "2/month", "every-14-days"]),
    Type.NAMES: st.lists(TEXTS.map(lambda text: text.replace("\n", "")), max_size=2).map(json_text),
    Type.ANSWER: ANSWER.map(json_text),
    Type.ANSWERS: ANSWERS.map(json_text),
    Type.REVISED: st.lists(REVISED, max_size=2).map(json_text),
    Type.WALK: WALK.map(json_text),
}


def of_column(column: Column) -> st.SearchStrategy[Any]:
    """Values of one column; references are put right later."""
    values = st.sampled_from(column.one_of) if column.one_of else VALUES[column.type]
    return st.none() | values if column.null else values


def of_table(table: Table) -> st.SearchStrategy[Any]:
    """Rows of one table with the rows inside them."""
    columns = {column.name: of_column(column) for column in table.columns}
    inner = {
        name: st.lists(
            of_table(one), min_size=int(name in table.filled), max_size=2, unique_by=_keys(one)
        )
        for name, one in table.lists.items()
    }
    return st.fixed_dictionaries(columns | inner)


def _keys(table: Table) -> tuple[Any, ...]:
    names = (*table.unique, *table.unique_present)
    return tuple(lambda row, name=name: row[name] for name in names) or (id,)


def journals() -> st.SearchStrategy[dict[str, list[Row]]]:
    """Whole journals; every reference is to a row that is there, or none."""
    sections = {
        section: st.lists(of_table(table), max_size=2, unique_by=_keys(table))
        for section, table in TABLES.items()
    }
    return st.fixed_dictionaries(sections).map(_put_right)


def _put_right(tables: dict[str, list[Row]]) -> dict[str, list[Row]]:
    for section, table in TABLES.items():
        tables[section] = [row for row in tables[section] if _referring(row, table, tables)]
    return tables


def _referring(row: Row, table: Table, tables: dict[str, list[Row]]) -> bool:
    """Make the row's references known ones; False where it cannot be."""
    for column in table.columns:
        known = [one["id"] for one in tables[column.knows]] if column.knows else []
        if column.knows and row[column.name] is not None:
            row[column.name] = known[0] if known else None
            if not known and not column.null:
                return False
    for name, inner in table.lists.items():
        row[name] = [one for one in row[name] if _referring(one, inner, tables)]
        if any(column.knows for column in inner.columns):
            row[name] = row[name][:1]
    return True


def example() -> dict[str, list[Row]]:
    """A small journal, the same at every run."""
    return json.loads(json.dumps(EXAMPLE))


def _id(number: int) -> str:
    return f"01890000-0000-7000-8000-{number:012}"


def _kept(number: int, **more: Any) -> Row:
    return {
        "id": _id(number), "created": 1_773_480_413_589_793, "changed": 1_773_480_413_589_793,
        "zone": "Europe/Lisbon", "day": "2026-03-14", "origin": "written",
        "merged": None, "removed": None,
    } | more  # fmt: skip


EXAMPLE: dict[str, list[Row]] = {
    "entries": [
        _kept(
            1, practice="debrief", practice_version=1, state="kept", title="Fern", excerpt="A talk",
            event=None, star=1, sensitivity="private", trashed=None, walk=None, revises=None,
            follows=None, tags=[{"tag": "repair"}], people=[{"person": _id(2), "name": "Wren"}],
            answers=[
                {"step": "what", "question": "What happened?", "kind": "long", "value": '"A talk"'},
                {"step": "level", "question": "How strong?", "kind": "scale", "value": "7"},
            ],
            notes=[_kept(3, text="Later")],
            revisions=[_kept(4, parent=None, title="", answers="[]")],
        ),
    ],
    "people": [_kept(2, name="Wren", role="peer", pseudonym=1, aliases=[{"alias": "W."}])],
    "promises": [
        _kept(
            5, entry=_id(1), step="repair", kind="repair", text="Write to Wren", state="planned",
            due="2026-03-20", moved=0, settled=None, why="",
            history=[_kept(6, state="planned", due="2026-03-20", text="Write to Wren")],
        ),
    ],
    "follow_ups": [
        _kept(7, entry=_id(1), promise=None, practice="check_in", due="2026-03-21", settled=None)
    ],
    "inbox": [_kept(8, practice="bias", carry="{}", leaves="2026-03-21", settled=None)],
    "habits": [
        _kept(
            9, name="Walk first", question="", practices='["check_in"]', goal="done", target=None,
            unit="", position=0, archived=None,
            schedules=[{"since": "2026-03-01", "schedule": "3/week"}],
            marks=[_kept(10, kind="done", amount=None)],
        ),
    ],
    "pauses": [_kept(11, habit=None, first="2026-03-01", last="2026-03-07", reason="away")],
    "rhythm_rests": [_kept(12)],
    "sent": [
        _kept(13, format="html", label="to my coach", entries="[]", fields="[]", pseudonyms="{}",
              content_hash="", packet_id="", packet='{"format":"ally-journal-packet"}',
              sources="{}"),
    ],
    "comments": [
        _kept(14, sent=_id(13), entry=_id(1), step="what", paragraph=1, kind="comment", text="And?",
              anchor="1.1.1", sender="Coach", reply=""),
    ],
    "own_practices": [_kept(15, practice="mine", version=1, source="title = 'Mine'")],
    "list_items": [_kept(16, list="values", text="Patience", position=0, detail="{}")],
    "settings": [{"name": "day_ends", "value": "120", "changed": 1_773_480_413_589_793}],
}  # fmt: skip
