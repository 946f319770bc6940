import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.insights import Table
from ally_journal.formats.chart_csv import table_csv

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


def read_back(text):
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_table_has_its_head_a_mark_and_line_ends_of_the_standard():
    table = Table(("Month", "later"), (("March", "2"), ("April, May", 'the "last"')))
    assert table_csv(table) == '\ufeffMonth,later\r\nMarch,2\r\n"April, May","the ""last"""\r\n'


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+SUM(A1)", "-cmd|x", "@A1", "\t=1", "\r=1", " =1", "\N{FULLWIDTH EQUALS SIGN}1"],
)
def test_no_cell_is_a_formula(cell):
    assert read_back(table_csv(Table(("Kind",), ((cell,),))))[1] == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["-3", "+2", "0.5", "one-to-one", "a=b", ""])
def test_what_is_no_formula_stays(cell):
    assert read_back(table_csv(Table(("Kind", "n"), ((cell, "x"),))))[1] == [cell, "x"]


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
def test_whatever_is_in_a_table_comes_back(rows):
    found = read_back(table_csv(Table(("a", "b"), tuple(rows))))
    assert len(found) == len(rows) + 1
    for row, back in zip(rows, found[1:], strict=True):
        assert all(cell in {one, f"'{one}"} for one, cell in zip(row, back, strict=True))
