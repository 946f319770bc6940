"""Tables of other programs as text: any common encoding, separator and line end, within limits.

Read row by row; of a table that is made to do harm no more than a row is ever in memory.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BufferedReader, RawIOBase, TextIOWrapper
from itertools import chain
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


class Room:
    """How much all tables of an export may hold together, those that are read twice twice."""

    def __init__(self) -> None:
        self._bytes, self._rows = 6 * MOST_BYTES, 2 * MOST_ROWS

    def take(self, size: int) -> None:
        """Take room for bytes.

        Raises:
            SourceTooLarge: there is none left.
        """
        self._bytes -= size
        if self._bytes < 0:
            raise SourceTooLarge

    def take_row(self) -> None:
        """Take room for a row.

        Raises:
            SourceTooLarge: there is none left.
        """
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
        with self.open() as stream:
            encoding = _encoding(self, stream)
        with self.open() as stream:
            lines = _Lines(self, BufferedReader(_Limited(stream)), encoding)
            yield from _rows(self, lines)

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
        self._text = TextIOWrapper(stream, encoding=encoding, newline="")
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
        if "\0" in line:
            self._table.refuse(self.number, "", "not-text")
        if self.number - self._row_began >= MOST_LINES:
            self._table.refuse(self._row_began, "", "open-quote")
        return line

    def begin_row(self) -> int:
        """The number of the line with which the next row begins."""
        self._row_began = self.number + 1
        return self._row_began


def _encoding(table: Table, stream: BinaryIO) -> str:
    """By its mark, else UTF-16 where half of it is NUL, else UTF-8, else that of old Windows."""
    limited = _Limited(stream)
    first = limited.read(_PIECE)
    for mark, name in _BOMS:
        if first.startswith(mark):
            return name
    if b"\0" in first:
        return _wide(table, first)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while first:
            decoder.decode(first)
            first = limited.read(_PIECE)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
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
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            table.refuse(began, "", "open-quote" if "unexpected end" in str(error) else "quotes")
        if len(cells) > MOST_CELLS:
            table.refuse(began, "", "too-wide")
        table.room.take_row()
        if _is_filled(cells):
            yield began, cells
        began = lines.begin_row()


def _is_filled(cells: Cells) -> bool:
    return any(cell and not cell.isspace() for cell in cells)


def _separator(lines: _Lines) -> tuple[str, str]:
    """What parts the cells, and the first line if it is one of the table.

    Excel may say it itself, in a line of its own: `sep=;`.
    """
    line = next((one for one in lines if one.strip()), "")
    said = line.rstrip("\r\n").strip('"').casefold()
    if said.startswith("sep=") and len(said) == len("sep=;"):
        return said[-1], ""
    outside = "".join(line.split('"')[::2])
    return max(_SEPARATORS, key=outside.count), line


def _cells(line: str, separator: str) -> Cells | None:
    """The cells of the first line, not always well quoted; None where a text in it goes on."""
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=separator, strict=True), [])
    except csv.Error as error:
        if "unexpected end" in str(error):
            return None
        return line.rstrip("\r\n").split(separator)
