"""Single values go out and come back, and what cannot be kept is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.formats.json_values import (
    Reason,
    Refused,
    instant_text,
    json_text,
    read_value,
    writer,
)
from ally_journal.formats.tables import Column, Type
from tests.formats.rows import VALUES


@given(st.data(), st.sampled_from(list(Type)))
def test_a_value_comes_back_as_it_was(data, kind):
    column = Column("x", kind)
    value = data.draw(VALUES[kind])
    write = writer(column)
    assert read_value(column, {"x": write(value) if write else value}) == value


@pytest.mark.parametrize(
    ("micros", "text"),
    [(0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z")],
)
def test_instants_are_utc_to_the_microsecond(micros, text):
    assert instant_text(micros) == text


def test_an_instant_may_have_fewer_digits():
    assert read_value(Column("x", Type.INSTANT), {"x": "1970-01-01T00:00:01.5Z"}) == 1_500_000


def test_null_is_missing_except_in_json():
    assert read_value(Column("x", Type.TEXT, null=True), {"x": None}) is None
    assert read_value(Column("x", Type.JSON, null=True), {"x": None}) == "null"
    assert read_value(Column("x", Type.JSON, null=True), {}) is None
    with pytest.raises(Refused) as caught:
        read_value(Column("x", Type.TEXT), {"x": None})
    assert caught.value.reason is Reason.MISSING


def test_json_is_kept_without_blanks():
    assert json_text({"é": [1, "a"]}) == '{"é":[1,"a"]}'
