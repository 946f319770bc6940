"""No cell of a table is ever taken for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.formats.csv_cell import harmless

SIGNS = "=+-@＝＋－＠"
UNSEEN = " \t\r\n\"'\xa0\u200b\ufeff\u2060\xad"


@given(st.text(UNSEEN, max_size=4), st.sampled_from(SIGNS), st.text(min_size=1))
def test_a_cell_that_would_run_has_an_apostrophe_before_it(before, sign, rest):
    cell = before + sign + "a" + rest
    assert harmless(cell) == f"'{cell}"


@given(st.text())
def test_a_cell_keeps_what_was_written(cell):
    assert harmless(cell) in {cell, f"'{cell}"}


@pytest.mark.parametrize(
    "cell", ["", "moss", "7", "-7", "+1.5", "a=b", "ivy@wall", "2026-03-14", "“=”"]
)
def test_what_is_harmless_stays_as_it_is(cell):
    assert harmless(cell) == cell


@pytest.mark.parametrize("cell", ["\tmoss", "\rmoss", "\nmoss", " \tmoss", "-", "-1+2", "＝1"])
def test_tabs_line_ends_and_sums_do_not_begin_a_cell(cell):
    assert harmless(cell).startswith("'")
