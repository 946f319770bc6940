"""Entries as a table: a row an entry, a column a question, and nothing in it runs."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from ally_journal.formats.csv_export import csv_chunks
from tests.formats.entries import WORDING, answer, entry


def table(*entries):
    text = "".join(csv_chunks(lambda: entries, WORDING))
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_a_row_an_entry_and_a_column_a_question():
    head, one, two = table(
        entry(answer("Moss"), answer(7, "scale", "How strong?"), people=("Wren",), tags=("a", "b")),
        entry(answer("Ivy"), answer("Later", question="What next?")),
    )
    assert head[:5] == ["Day", "Practice", "Title", "People", "Tags"]
    assert head[5:8] == ["What happened?", "How strong?", "What next?"]
    assert one[:8] == ["14/3/2026", "After a hard talk", "Fern", "Wren", "a, b", "Moss", "7", ""]
    assert two[5:8] == ["Ivy", "", "Later"]


def test_later_notes_have_a_column_where_there_are_some():
    head, row = table(entry(answer("Moss"), notes=("One", "Two")))
    assert row[head.index("Later notes")] == "14/3/2026: One\n\n14/3/2026: Two"
    assert "Later notes" not in table(entry(answer("Moss")))[0]


def test_two_steps_that_ask_the_same_share_a_cell():
    head, row = table(entry(answer("Moss"), answer("Ivy")))
    assert row[head.index("What happened?")] == "Moss\n\nIvy"


def test_it_says_that_it_is_no_work_record_and_every_row_is_as_long_as_the_head():
    head, row = table(entry(answer("Moss")))
    assert head[-1] == "Private reflection. Not a work record."
    assert len(row) == len(head)


def written(text, question):
    """An entry with the same text wherever something is written."""
    more = {"title": text, "tags": (text,), "people": (question,), "notes": (text,)}
    return entry(answer(text, "text", question), **more)


@given(st.lists(st.tuples(st.text(), st.text(min_size=1)), min_size=1, max_size=4))
def test_no_cell_begins_as_a_formula_whatever_is_written(rows):
    made = table(*(written(text, question) for text, question in rows))
    assert len(made) == len(rows) + 1
    assert all(len(row) == len(made[0]) for row in made)
    for cell in (cell for row in made for cell in row):
        assert not cell.lstrip(' "\xa0\u200b\ufeff').startswith(tuple("=@＝＋－＠\t\r\n"))
