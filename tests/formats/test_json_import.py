"""Only a whole and proper export comes in; whatever else it is, it is named."""

import io
import json
import os
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ally_journal.errors import SourceMalformed, SourceTooLarge, SourceUnreadable, Stopped
from ally_journal.formats.json_export import write_json
from ally_journal.formats.json_import import Limits, read_json, read_rows
from ally_journal.stopping import Stop
from tests.formats.rows import example

ID = "01890000-0000-7000-8000-000000000099"


@pytest.fixture(scope="module")
def whole() -> str:
    stream = io.StringIO()
    write_json(example(), stream, datetime(2026, 3, 15, tzinfo=UTC))
    return stream.getvalue()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "in.json"


def refused(path, content: str | bytes) -> SourceMalformed:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(SourceMalformed) as caught:
        read_json(path)
    return caught.value


def changed(whole, section, **fields) -> str:
    told = json.loads(whole)
    told[section][0] |= fields
    return json.dumps(told)


def test_an_export_is_read(path, whole):
    path.write_text(whole)
    assert read_json(path) == example()


def test_a_byte_order_mark_does_no_harm(path, whole):
    path.write_text(whole, encoding="utf-8-sig")
    assert read_json(path) == example()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "not-an-object"),
        ("[]", "not-an-object"),
        ("null", "not-an-object"),
        ("{}", "not-json"),
        ('{"entries": []}', "not-one-of"),
        ('{"format": "other", "version": 1}', "not-one-of"),
        ('{"format": "ally-journal", "version": 3, "entries": []}', "newer-version"),
        ('{"format": "ally-journal", "version": true}', "not-one-of"),
        ('{"format": "ally-journal", "version": 1, "entries": {}}', "wrong-type"),
        ('{"format": "ally-journal", "version": 1, "more": 1}', "unknown-field"),
        ('{"format": "ally-journal", "format": "ally-journal"}', "duplicate-key"),
        ('{"format": "ally-journal", "version": 1} x', "not-json"),
        ('{"format": "ally-journal", "version": NaN}', "not-finite"),
        ('{"format": "ally-journal", "version": 1e999}', "not-finite"),
        ('{"format": "ally-journal", "version": ' + "9" * 5_000 + "}", "number-too-large"),
        ('{"format": "ally-journal", "version": 1, "exported": {"a": 1, "a": 2}}', "duplicate-key"),
        ('{"format": ' + "[" * 100_000, "too-deep"),
        (b'{"format": "\xff"}', "not-utf-8"),
        (b"\xff\xfe{\x00}\x00", "not-utf-8"),
        (b"SQLite format 3\0", "not-an-object"),
    ],
)
def test_what_is_no_export_is_refused(path, content, reason):
    assert refused(path, content).reason == reason


@pytest.mark.parametrize(
    ("section", "fields", "place", "reason"),
    [
        ("entries", {"id": 1}, "entries[0].id", "not-an-id"),
        ("entries", {"id": "../../x"}, "entries[0].id", "not-an-id"),
        ("entries", {"day": "2026-02-30"}, "entries[0].day", "not-a-day"),
        ("entries", {"day": "20260214"}, "entries[0].day", "not-a-day"),
        ("entries", {"created": "2026-03-14"}, "entries[0].created", "not-an-instant"),
        ("entries", {"created": 5}, "entries[0].created", "not-an-instant"),
        ("entries", {"created": "2026-03-14T25:00:00Z"}, "entries[0].created", "not-an-instant"),
        ("entries", {"created": None}, "entries[0].created", "missing"),
        ("entries", {"star": 1}, "entries[0].star", "wrong-type"),
        ("entries", {"state": "lost"}, "entries[0].state", "not-one-of"),
        ("entries", {"practice_version": True}, "entries[0].practice_version", "wrong-type"),
        ("entries", {"practice_version": 1.0}, "entries[0].practice_version", "wrong-type"),
        ("entries", {"practice_version": 1 << 63}, "entries[0]", "number-too-large"),
        ("entries", {"title": "a\0b"}, "entries[0].title", "nul"),
        ("entries", {"title": "\ud800"}, "entries[0].title", "surrogate"),
        ("entries", {"title": "x" * 1_000_001}, "entries[0].title", "too-long"),
        ("entries", {"zone": "x" * 301}, "entries[0].zone", "too-long"),
        ("entries", {"secret": 1}, "entries[0]", "unknown-field"),
        ("entries", {"answers": {}}, "entries[0].answers", "wrong-type"),
        ("entries", {"answers": [1]}, "entries[0].answers[0]", "wrong-type"),
        ("entries", {"tags": [1]}, "entries[0].tags[0]", "wrong-type"),
        ("entries", {"tags": ["a", "a"]}, "entries[0].tags", "twice"),
        ("entries", {"people": [{"id": ID, "name": "x"}]}, "entries[0].people[0].id",
         "unknown-reference"),
        ("promises", {"entry": ID}, "promises[0].entry", "unknown-reference"),
        ("habits", {"goal": "win"}, "habits[0].goal", "not-one-of"),
        ("habits", {"target": "3"}, "habits[0].target", "wrong-type"),
        ("inbox", {"carry": {"a": "\0"}}, "inbox[0].carry", "nul"),
        ("inbox", {"carry": {"\udfff": 1}}, "inbox[0].carry", "surrogate"),
        ("inbox", {"carry": 5}, "inbox[0].carry", "wrong-type"),
        ("inbox", {"carry": {"a": 1.5}}, "inbox[0].carry", "wrong-type"),
        ("inbox", {"carry": {"a": [["b"]]}}, "inbox[0].carry", "wrong-type"),
        ("people", {"pseudonym": 1 << 31}, "people[0].pseudonym", "number-too-large"),
        ("habits", {"practices": 5}, "habits[0].practices", "wrong-type"),
        ("habits", {"practices": [5]}, "habits[0].practices", "wrong-type"),
        ("habits", {"schedules": []}, "habits[0].schedules", "missing"),
        ("habits", {"schedules": [{"since": "2026-03-02", "schedule": "now"}]},
         "habits[0].schedules[0].schedule", "not-one-of"),
        ("entries", {"walk": 5}, "entries[0].walk", "wrong-type"),
        ("entries", {"walk": {"at": 5}}, "entries[0].walk", "wrong-type"),
        ("entries", {"walk": {"short": 1}}, "entries[0].walk", "wrong-type"),
        ("entries", {"walk": {"skipped": [5]}}, "entries[0].walk", "wrong-type"),
        ("entries", {"walk": {"answers": []}}, "entries[0].walk", "wrong-type"),
        ("entries", {"walk": {"more": 5}}, "entries[0].walk", "unknown-field"),
        ("entries", {"answers": [{"key": "a", "question": "b", "kind": "text", "value": None}]},
         "entries[0].answers[0].value", "missing"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(path, whole, section, fields, place, reason):
    error = refused(path, changed(whole, section, **fields))
    assert (error.place, error.reason) == (place, reason)


def test_nesting_in_an_answer_has_an_end(path, whole):
    deep = [["x"]]
    for _ in range(40):
        deep = [deep]
    assert refused(path, changed(whole, "inbox", carry=deep)).reason == "too-deep"


def test_no_row_stands_there_twice(path, whole):
    told = json.loads(whole)
    told["people"] *= 2
    error = refused(path, json.dumps(told))
    assert (error.place, error.reason) == ("people[1]", "twice")


def test_no_text_of_the_file_is_in_the_error(path, whole):
    error = refused(path, whole.replace('"title": "Fern"', '"canary": "canary"'))
    assert "canary" not in f"{error!r}{error}{error.__context__!r}{error.__cause__!r}"


def test_large_files_are_refused_before_they_are_read(path):
    with path.open("wb") as stream:
        stream.truncate(1 << 40)
    with pytest.raises(SourceTooLarge):
        read_json(path)


@pytest.mark.parametrize("limits", [Limits(rows=0), Limits(file_bytes=10)])
def test_limits_hold(path, whole, limits):
    path.write_text(whole)
    with pytest.raises(SourceTooLarge):
        read_json(path, limits)


@pytest.mark.parametrize("letter", ["x", "[],"])
def test_a_row_without_end_is_too_large(path, letter):
    start = '{"format": "ally-journal", "version": 1, "entries": [{"id": '
    path.write_text(start + ('"' if letter == "x" else "[") + letter * 1_000_000)
    with pytest.raises(SourceTooLarge):
        read_json(path, Limits(row=300_000))


def test_a_place_that_cannot_be_read_is_said_so(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("missing", "pipe", ".", "a\0b"):
        with pytest.raises(SourceUnreadable):
            read_json(tmp_path / name)


def test_rows_longer_than_a_piece_are_read(path, whole):
    long = changed(whole, "entries", title='é\\"' * 200_000)
    path.write_text(json.dumps(json.loads(long), ensure_ascii=False))
    assert len(read_json(path)["entries"][0]["title"]) == 600_000


def test_rows_come_one_by_one(path, whole):
    path.write_text(whole)
    sections = [section for section, _ in read_rows(path)]
    assert sections[0] == "entries"
    assert len(sections) == 13


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damage_is_always_said_in_our_words(tmp_path_factory, whole, data):
    path = tmp_path_factory.getbasetemp() / "damaged.json"
    at = data.draw(st.integers(0, len(whole) - 1))
    piece = data.draw(st.sampled_from(["", "\0", '"', "{", "]", ",", "9", "-", "\\", "null", "é"]))
    path.write_text(whole[:at] + piece + whole[at + data.draw(st.integers(0, 3)) :])
    try:
        read_json(path)
    except SourceMalformed:
        return


def test_reading_ends_where_its_job_is_stopped(path, whole):
    path.write_text(whole)
    stop = Stop()
    with stop.here():
        stop.ask()
        with pytest.raises(Stopped):
            read_json(path)


def test_a_file_of_the_first_version_has_what_stood_for_later_fields(path, whole):
    told = json.loads(whole)
    told["version"] = 1
    for row, names in (("sent", ("packet_id", "packet", "sources")),
                       ("comments", ("anchor", "sender", "reply"))):  # fmt: skip
        for name in names:
            del told[row][0][name]
    path.write_text(json.dumps(told), encoding="utf-8")
    read = read_json(path)
    assert [read["sent"][0][n] for n in ("packet_id", "packet", "sources")] == ["", None, "{}"]
    assert read["comments"][0]["anchor"] == ""


def test_a_file_of_the_first_version_with_later_fields_is_refused(path, whole):
    told = whole.replace('"version": 2', '"version": 1', 1)
    assert refused(path, told).reason == "unknown-field"
