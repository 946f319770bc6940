"""Tables of other programs as text: any common encoding, separator and line end, within limits.

Read row by row; of a table that is made to do harm no more than a row is ever in memory.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from io import BufferedReader, RawIOBase, TextIOWrapper
from itertools import chain, count
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from typing_extensions import override

from ally_journal.errors import SourceTooLarge
from ally_journal.stopping import check
from ally_journal.table_errors import TableMalformed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from _typeshed import WriteableBuffer

Cells = list[str]

MOST_BYTES = 1 << 24
MOST_ROWS = 150_000
MOST_CELLS = 1_010
MOST_LETTERS = 1 << 18
"""Of one line of the file."""
MOST_LINES = 2_000
"""Of one row: a text may hold line ends."""
_PIECE = 1 << 16
_LOOKED_AT = 512
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ",;\t"
_UNDECODED = re.compile("[\udc80-\udcff]")


class Room:
    """How much all tables of an export may hold together; one that is read twice counts once."""

    def __init__(self) -> None:
        self._bytes, self._rows = 6 * MOST_BYTES, 2 * MOST_ROWS
        self._known_bytes: dict[str, int] = {}
        self._known_rows: dict[str, int] = {}

    def take(self, name: str, size: int) -> None:
        """Take room for the bytes of a table.

        Raises:
            SourceTooLarge: there is none left.
        """
        self._bytes -= max(0, size - self._known_bytes.get(name, 0))
        self._known_bytes[name] = max(size, self._known_bytes.get(name, 0))
        if self._bytes < 0:
            raise SourceTooLarge

    def take_row(self, name: str, number: int) -> None:
        """Take room for a row of a table, counted from 1.

        Raises:
            SourceTooLarge: there is none left.
        """
        if number <= self._known_rows.get(name, 0):
            return
        self._known_rows[name] = number
        self._rows -= 1
        if self._rows < 0:
            raise SourceTooLarge


@dataclass(frozen=True)
class Table:
    """A table by its name and what opens its bytes; it can be read more than once."""

    name: str
    open: Callable[[], BinaryIO]
    room: Room = field(default_factory=Room)

    def rows(self) -> Iterator[tuple[int, Cells]]:
        """Each row that is not empty, with the number of its first line, counted from 1.

        Raises:
            TableMalformed, SourceTooLarge.
        """
        encoding = self._encoding
        with self.open() as stream:
            lines = _Lines(self, BufferedReader(_Limited(stream)), encoding)
            yield from _rows(self, lines)

    @cached_property
    def first(self) -> tuple[int, Cells] | None:
        """The first row, as `rows` gives it; None where there is none.

        Raises:
            TableMalformed, SourceTooLarge.
        """
        return next(self.rows(), None)

    def head(self) -> tuple[int, Cells]:
        """The first row, as `rows` gives it.

        Raises:
            TableMalformed: there is none, or it cannot be read.
            SourceTooLarge.
        """
        return self.first or self.refuse(0, "", "empty")

    @cached_property
    def ends_open(self) -> bool:
        """Whether the last line has no line end: a file that was cut off ends so, and some others.

        Raises:
            TableMalformed, SourceTooLarge.
        """
        last = ""
        with self.open() as stream:
            lines = _Lines(self, BufferedReader(_Limited(stream)), self._encoding)
            for line in lines:
                last = line
                lines.begin_row()
        return not last.endswith(("\n", "\r"))

    @cached_property
    def _encoding(self) -> str:
        with self.open() as stream:
            return _encoding(self, stream)

    def refuse(self, line: int, column: str, reason: str) -> NoReturn:
        """Say where the table cannot be read, and why.

        Args:
            line: counted from 1; 0 for the whole table.
            column: its name, or its number counted from 1; "" for the whole line.
            reason: a code of `import_words`.

        Raises:
            TableMalformed: always.
        """
        raise TableMalformed(file=self.name, line=line, column=column, reason=reason)


class Heads:
    """The columns of a table by what they are called, whatever their order and capitals."""

    def __init__(self, table: Table, line: int, cells: Sequence[str]) -> None:
        self._table, self._line = table, line
        self._places: dict[str, int] = {}
        for place, cell in enumerate(cells):
            self._places.setdefault(plain_head(cell), place)

    def __contains__(self, name: str) -> bool:
        return plain_head(name) in self._places

    def need(self, *names: str) -> None:
        """Make sure that all these columns are there.

        Raises:
            TableMalformed: names the first that is missing.
        """
        for name in names:
            if name not in self:
                self._table.refuse(self._line, name, "no-column")

    def cell(self, cells: Sequence[str], *names: str) -> str:
        """What stands in the first of these columns that the table has; "" where none has it."""
        for name in names:
            place = self._places.get(plain_head(name))
            if place is not None:
                return cells[place].strip() if place < len(cells) else ""
        return ""


def plain_head(text: str) -> str:
    """A column's name as it is compared: small letters and digits only."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


class _Limited(RawIOBase):
    """A stream that gives no more bytes than a table may have."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream, self._left = stream, MOST_BYTES

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        data = self._stream.read(min(len(view), _PIECE))
        self._left -= len(data)
        if self._left < 0:
            raise SourceTooLarge
        check()
        view[: len(data)] = data
        return len(data)


class _Lines:
    """The lines of a table, counted; none is longer than a line may be."""

    def __init__(self, table: Table, stream: BufferedReader, encoding: str) -> None:
        self._table = table
        self._text = TextIOWrapper(stream, encoding, errors="surrogateescape", newline="")
        self.number = 0
        self._row_began = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = self._text.readline(MOST_LETTERS + 1)
        except UnicodeError:
            self._table.refuse(self.number + 1, "", "not-text")
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > MOST_LETTERS:
            self._table.refuse(self.number, "", "line-too-long")
        if "\0" in line or (not line.isascii() and _UNDECODED.search(line)):
            self._table.refuse(self.number, "", "not-text")
        if self.number - self._row_began >= MOST_LINES:
            self._table.refuse(self._row_began, "", "open-quote")
        return line

    def begin_row(self) -> int:
        """The number of the line with which the next row begins."""
        self._row_began = self.number + 1
        return self._row_began


def _encoding(table: Table, stream: BinaryIO) -> str:
    """By its mark, else UTF-16 where half of it is NUL, else UTF-8, else that of old Windows.

    What is UTF-8 beyond plain letters and then no more was damaged: its reading will tell where.
    """
    limited = _Limited(stream)
    first = limited.read(_PIECE)
    for mark, name in _BOMS:
        if first.startswith(mark):
            return name
    if b"\0" in first:
        return _wide(table, first)
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_plain = True
    try:
        while first:
            is_plain = decoder.decode(first).isascii() and is_plain
            first = limited.read(_PIECE)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        is_plain = is_plain and error.object[: error.start].isascii()
        return "cp1252" if is_plain else "utf-8"
    return "utf-8"


def _wide(table: Table, first: bytes) -> str:
    """UTF-16 without a mark: of plain letters every other byte is NUL."""
    high, low = first[0:_LOOKED_AT:2], first[1:_LOOKED_AT:2]
    if high.count(0) * 2 > len(high):
        return "utf-16-be"
    if low.count(0) * 2 > len(low):
        return "utf-16-le"
    return table.refuse(1, "", "not-text")


def _rows(table: Table, lines: _Lines) -> Iterator[tuple[int, Cells]]:
    separator, ahead = _separator(lines)
    first = _cells(ahead, separator)
    if first is not None and _is_filled(first):
        yield lines.number, first
    waiting = [ahead] if first is None else []
    reader = csv.reader(chain(waiting, lines), delimiter=separator, strict=True)
    began = lines.number if waiting else lines.begin_row()
    for number in count(1):
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            table.refuse(began, "", "open-quote" if "unexpected end" in str(error) else "quotes")
        if len(cells) > MOST_CELLS:
            table.refuse(began, "", "too-wide")
        table.room.take_row(table.name, number)
        if _is_filled(cells):
            yield began, cells
        began = lines.begin_row()


def _is_filled(cells: Cells) -> bool:
    return any(cell and not cell.isspace() for cell in cells)


def _separator(lines: _Lines) -> tuple[str, str]:
    """What parts the cells, and the first line if it is one of the table.

    It is what follows the first cell, a head or a day; names after it may hold any of them.

    Excel may say it itself, in a line of its own: `sep=;`.
    """
    line = next((one for one in lines if one.strip()), "")
    said = line.rstrip("\r\n").strip('"').casefold()
    if said.startswith("sep=") and len(said) == len("sep=;"):
        return said[-1], ""
    outside = "".join(line.split('"')[::2])
    return next((letter for letter in outside if letter in _SEPARATORS), _SEPARATORS[0]), line


def _cells(line: str, separator: str) -> Cells | None:
    """The cells of the first line, not always well quoted; None where a text in it goes on."""
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=separator, strict=True), [])
    except csv.Error as error:
        if "unexpected end" in str(error):
            return None
        return line.rstrip("\r\n").split(separator)
