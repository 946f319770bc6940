from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ally_journal.errors import SourceTooLarge
from ally_journal.formats.csv_text import MOST_BYTES, MOST_ROWS, Heads, Room, Table
from ally_journal.table_errors import TableMalformed
from tests.pace import paced

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=6)


def table(content: bytes | str) -> Table:
    data = content.encode() if isinstance(content, str) else content
    return Table("made.csv", lambda: BytesIO(data))


def rows(content: bytes | str) -> list[list[str]]:
    return [cells for _line, cells in table(content).rows()]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_every_common_encoding_is_read(encoding):
    assert rows("Date,Größe\n2026-03-02,é\n".encode(encoding)) == [
        ["Date", "Größe"],
        ["2026-03-02", "é"],
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_separator_and_line_end_is_read(separator, end):
    assert rows(f"a{separator}b{end}1{separator}2{end}") == [["a", "b"], ["1", "2"]]


def test_a_spreadsheet_may_name_its_separator():
    assert rows("sep=;\na;b,c\n") == [["a", "b,c"]]
    assert rows('"sep=;"\r\na;b\r\n') == [["a", "b"]]


def test_a_separator_in_quotes_is_none():
    assert rows('"a,b,c";d\n1;2\n') == [["a,b,c", "d"], ["1", "2"]]


def test_a_row_is_known_by_its_first_line():
    found = list(table('a,b\n"one\ntwo",x\n\ny,z\n').rows())
    assert found == [(1, ["a", "b"]), (2, ["one\ntwo", "x"]), (5, ["y", "z"])]


def test_the_first_row_may_have_line_ends_too():
    found = list(table('2026-03-02,"one\ntwo"\n2026-03-01,three\n').rows())
    assert found == [(1, ["2026-03-02", "one\ntwo"]), (3, ["2026-03-01", "three"])]


def test_heads_that_are_not_well_quoted_are_read_all_the_same():
    assert rows('Date,"Walk" early,Swim\n1,2,3\n')[0] == ["Date", '"Walk" early', "Swim"]


@pytest.mark.parametrize("content", ["", "\n\n", ",,\n", b"\xef\xbb\xbf", "  \r\n"])
def test_an_empty_table_has_no_rows(content):
    assert rows(content) == []


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ('a,b\n1,"open\n2,3\n', 2, "open-quote"),
        ('a,b\n1,"x"y\n', 2, "quotes"),
        (b"a,b\n\x00\xff\x01\x02\n", 1, "not-text"),
        (b"a,b\n\x81\x8d\n", 2, "not-text"),
        ("a,b\n" + "x" * (1 << 18) + ",1\n", 2, "line-too-long"),
        ("a,b\n" + "," * 5000 + "1\n", 2, "too-wide"),
        ('a,b\n1,"' + "\n" * 3000 + '"\n', 2, "open-quote"),
        ('a,b\n1,"' + "x" * 140_000 + '"\n', 2, "quotes"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(content, line, reason):
    with pytest.raises(TableMalformed) as raised:
        rows(content)
    assert (raised.value.line, raised.value.reason) == (line, reason)
    assert raised.value.file == "made.csv"


@pytest.mark.parametrize(
    "content",
    [
        b"a" * (MOST_BYTES + 1),
        b"x,y\n" * (MOST_BYTES // 4 + 1),
        b"\n" * (MOST_BYTES + 1),
        b'"' * MOST_BYTES,
        b'"a\n' * (MOST_BYTES // 3),
        b"," * MOST_BYTES,
        b"\xff\xfe" + b"\x00\xd8" * 1000,
        b'1,"\n","\n","\n",' * (MOST_BYTES // 16),
    ],
    ids=["one line", "rows", "lines", "quotes", "open quotes", "commas", "surrogates", "one row"],
)
def test_a_table_made_to_do_harm_ends_soon(content):
    with paced() as taken, pytest.raises((TableMalformed, SourceTooLarge)):
        rows(content)
    assert taken.seconds < 5


@given(ROWS, st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]))
@example([["sep=", ";"], ["a", "b"]], ",", "\n")
def test_what_the_standard_library_writes_is_read_as_it_was(made, separator, end):
    out = StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(
        [["Date" + separator, "Value"], *made]
    )
    wanted = [row for row in made if any(cell and not cell.isspace() for cell in row)]
    text = f"sep={separator}{end}" + out.getvalue()
    assert rows(text.encode("utf-8"))[1:] == wanted


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(content):
    try:
        found = rows(content)
    except (TableMalformed, SourceTooLarge):
        return
    assert all(isinstance(cell, str) for row in found for cell in row)


def test_columns_are_known_in_any_spelling():
    heads = Heads(table(""), 1, [" Archived? ", "Target type", "full_date"])
    assert heads.cell(["yes", "most"], "archived") == "yes"
    assert heads.cell(["yes", " most "], "Target Type") == "most"
    assert heads.cell(["yes", "most"], "Full Date") == ""
    assert heads.cell(["yes"], "Note") == ""


def test_a_column_that_is_missing_is_named():
    with pytest.raises(TableMalformed) as raised:
        Heads(table(""), 3, ["Date"]).need("Date", "Value")
    assert (raised.value.line, raised.value.column) == (3, "Value")


def test_a_table_that_is_read_again_takes_no_more_room():
    room = Room()
    for _time in range(9):
        room.take("made.csv", 6 * MOST_BYTES)
        for number in range(1, 2 * MOST_ROWS, MOST_ROWS // 2):
            room.take_row("made.csv", number)
    with pytest.raises(SourceTooLarge):
        room.take("other.csv", 1)


def test_the_rows_of_all_tables_together_have_an_end():
    room = Room()
    for number in range(1, MOST_ROWS + 1):
        room.take_row("fern.csv", number)
        room.take_row("moss.csv", number)
    with pytest.raises(SourceTooLarge):
        room.take_row("moss.csv", MOST_ROWS + 1)


@pytest.mark.parametrize(
    ("text", "is_open"), [("a,b\n1,2", True), ("a,b\r\n1,2\r\n", False), ("a\r", False), ("", True)]
)
def test_an_open_end_is_known(text, is_open):
    assert table(text.encode("utf-16")).ends_open is is_open


def test_the_first_row_is_read_once():
    opened = []

    def opening():
        opened.append(1)
        return BytesIO(b"a,b\n1,2\n")

    made = Table("made.csv", opening)
    assert (made.first, made.first) == ((1, ["a", "b"]), (1, ["a", "b"]))
    assert len(opened) == 2


def test_what_follows_the_first_cell_parts_the_others():
    assert rows("Date,Tea; no milk; no sugar; no cup,\n2026-03-02,2,\n")[0] == [
        "Date",
        "Tea; no milk; no sugar; no cup",
        "",
    ]


@pytest.mark.parametrize("damage", [b"\xc3", b"\xff\n", b"\xe2\x82,2\n"])
def test_text_that_was_damaged_is_not_read_as_that_of_old_windows(damage):
    content = "Date,Größe\n2026-03-02,é\n".encode() + b"2026-03-01," + damage
    with pytest.raises(TableMalformed) as raised:
        rows(content)
    assert (raised.value.line, raised.value.reason) == (3, "not-text")


def test_a_table_of_many_bytes_in_few_rows_is_too_large():
    line = b"a," + b"b" * 100_000 + b"\n"
    assert len(rows(line * 3)) == 3
    with pytest.raises(SourceTooLarge):
        rows(line * (MOST_BYTES // len(line) + 1))


def test_a_row_that_is_read_again_takes_no_more_room():
    room = Room()
    for _ in range(2 * MOST_ROWS + 1):
        room.take_row("made.csv", 1)
    room.take_row("made.csv", 2)
