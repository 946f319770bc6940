from __future__ import annotations

import pytest

from ally_journal.formats.loop_columns import names_over, plain_cells


def record(value):
    return f"Entry(timestamp=2026-03-02, value={value})"


def test_of_a_record_its_value_is_taken():
    row = f"2026-03-02,{record(-1)},{record(2)},{record(7350)},".split(",")
    assert plain_cells(row) == ["2026-03-02", "-1", "2", "7350", ""]


def test_a_record_is_known_with_and_without_its_comma():
    assert plain_cells(["2026-03-02", record(2), ""]) == ["2026-03-02", "2", ""]
    assert plain_cells(["2026-03-02", *record(2).split(",")]) == ["2026-03-02", "2"]


@pytest.mark.parametrize(
    "cell", ["Entry(value=2)", "Entry(timestamp=2026-03-02", "2", "YES_MANUAL"]
)
def test_what_is_no_record_stays_as_it_is(cell):
    assert plain_cells(["2026-03-02", cell]) == ["2026-03-02", cell]


def test_as_many_heads_as_columns_are_the_names():
    assert names_over(["Fern ", " Moss"], 2, []) == ["Fern", "Moss"]


def test_the_list_of_habits_puts_a_name_together():
    assert names_over(["Moss", "stones", "Fern"], 2, ["Fern", "Moss,stones"]) == [
        "Moss,stones",
        "Fern",
    ]


def test_a_space_after_the_comma_puts_a_name_together():
    heads = ["Fern", "No teal", " no amber", " no rust", "Moss"]
    assert names_over(heads, 3, []) == ["Fern", "No teal, no amber, no rust", "Moss"]


@pytest.mark.parametrize("heads", [["Moss", "stones", "Fern"], ["Moss", " stones", " Fern"]])
def test_where_the_columns_do_not_come_out_there_are_no_names(heads):
    assert names_over(heads, 2, []) == []
