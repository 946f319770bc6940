from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from ally_journal.storage.stamps import (
    Stamp,
    from_micros,
    insert_sql,
    to_micros,
    update,
    update_sql,
)

NOW = datetime(2026, 3, 12, 18, 42, 7, 123_456, tzinfo=UTC)


EARLY, LATE = datetime(1, 1, 2), datetime(9999, 12, 30)  # noqa: DTZ001 bounds are told without a zone


@given(st.datetimes(EARLY, LATE, timezones=st.just(UTC)))
def test_an_instant_comes_back_to_the_microsecond(instant):
    assert from_micros(to_micros(instant)) == instant


def test_the_same_instant_in_another_zone_is_the_same_number():
    assert to_micros(NOW) == to_micros(NOW.astimezone(timezone(timedelta(hours=14))))


def test_every_row_says_when_where_and_how_it_came_to_be():
    row = Stamp(NOW, "Europe/Lisbon", date(2026, 3, 12), "imported json").row("id")
    assert row == {
        "id": "id",
        "created": to_micros(NOW),
        "changed": to_micros(NOW),
        "zone": "Europe/Lisbon",
        "day": "2026-03-12",
        "origin": "imported json",
    }


def test_a_row_can_tell_of_an_earlier_moment_and_gets_an_id_of_its_own():
    stamp = Stamp(NOW, "UTC", date(2026, 3, 12))
    first, second = (stamp.row(created=NOW - timedelta(days=1)) for _ in range(2))
    assert first["created"] < first["changed"]
    assert first["id"] != second["id"]


def test_statements_bind_every_value():
    assert insert_sql("t", ("a", "b")) == "INSERT INTO t (a, b) VALUES (?, ?)"
    assert update_sql("t", ("a", "b")) == "UPDATE t SET a = ?, b = ? WHERE id = ?"


def test_an_update_says_how_many_rows_there_were(vault):
    with vault.atomic() as tx:
        assert update(tx, "setting", "leaf 1", {"value": "moss"}, key="name") == 1
        assert update(tx, "setting", "none", {"value": "moss"}, key="name") == 0
