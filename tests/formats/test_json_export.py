"""What goes out as JSON and comes back is equal."""

import io
import json
import os
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3
from hypothesis import HealthCheck, given, settings

from ally_journal.formats.json_export import write_json
from ally_journal.formats.json_import import read_json
from ally_journal.formats.tables import TABLES
from tests.formats.rows import example, journals
from tests.pace import paced

NOW = datetime(2026, 3, 15, 8, tzinfo=UTC)
SCHEMAS = sorted((Path(__file__).parents[2] / "ally_journal/storage").glob("schema_*.sql"))
STAYS = {"sent": {"reply_key"}}
"""Secrets of a journal, which no export carries."""


def written(tables, **more) -> str:
    stream = io.StringIO()
    write_json(tables, stream, NOW, **more)
    return stream.getvalue()


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(journals())
def test_what_goes_out_comes_back_equal(tmp_path_factory, tables):
    path = tmp_path_factory.mktemp("out") / "journal.json"
    path.write_text(written(tables), encoding="utf-8", newline="")
    assert read_json(path) == tables


def test_it_is_json_that_people_can_read():
    told = json.loads(written(example()))
    entry = told["entries"][0]
    assert [told["format"], told["version"], told["whole"]] == ["ally-journal", 2, True]
    assert told["exported"] == "2026-03-15T08:00:00.000000Z"
    assert entry["created"] == "2026-03-14T09:26:53.589793Z"
    assert entry["star"] is True
    assert entry["people"] == [{"id": example()["people"][0]["id"], "name": "Wren"}]
    assert entry["answers"][1] == {
        "key": "level", "question": "How strong?", "kind": "scale", "value": 7,
    }  # fmt: skip
    assert "trashed" not in entry


def test_a_part_says_so():
    assert json.loads(written({}, whole=False))["whole"] is False


def test_one_row_stands_on_one_line():
    lines = [line for line in written(example()).splitlines() if line.startswith('{"id"')]
    assert len(lines) == 12


def test_rows_are_taken_one_at_a_time():
    entry = example()["entries"][0]
    entry["excerpt"] = "x" * 10_000
    tracemalloc.start()
    with Path(os.devnull).open("w", encoding="utf-8") as stream:
        write_json({"entries": (dict(entry) for _ in range(2_000))}, stream, NOW)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


def test_every_table_and_column_of_the_schema_goes_out(schema_columns):
    links = {"answer": {"entry", "position"}, "entry_tag": {"entry"}, "entry_person": {"entry"},
             "revision": {"entry"}, "later_note": {"entry"}, "person_alias": {"person"},
             "promise_event": {"promise"}, "habit_schedule": {"habit"}, "mark": {"habit"},
             "entry": {"key"}}  # fmt: skip
    told = {name: columns | links.get(name, set()) for name, columns in described()}
    told["entry_person"].discard("name")
    assert told == {name: columns for name, columns in schema_columns if name != "vault"}


def described():
    waiting = list(TABLES.values())
    while waiting:
        table = waiting.pop()
        waiting += table.lists.values()
        yield table.name, {column.name for column in table.columns}


def rows_of(connection, name):
    return connection.execute(f"PRAGMA table_info({name})")


@pytest.fixture
def schema_columns():
    connection = sqlcipher3.connect(":memory:")
    for script in SCHEMAS:
        connection.executescript(script.read_text(encoding="utf-8"))
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    ours = [name for (name,) in names if not name.startswith(("entry_text", "sqlite_"))]
    found = [
        (name, {row[1] for row in rows_of(connection, name)} - STAYS.get(name, set()))
        for name in ours
    ]
    connection.close()
    return found


def test_ten_thousand_entries_go_out_quickly():
    entry = example()["entries"][0]
    with paced() as taken:
        written({"entries": [entry] * 10_000})
    assert taken.seconds < 3
