"""The tables of an export: one file, a folder of them, or a zip archive."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from contextlib import contextmanager
from functools import partial
from io import BufferedReader, BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ally_journal.errors import SourceTooLarge, SourceUnreadable
from ally_journal.formats.csv_text import MOST_BYTES, Room, Table
from ally_journal.table_errors import TableMalformed

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FILES = 4_000
MOST_ARCHIVE_BYTES = 1 << 24
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_DATABASE = b"SQLite format 3\0"
_LEVELS = 3
_ENCRYPTED = 0x1
# What zipfile raises of a member that was damaged or made to do harm, besides its own error.
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    zlib.error,
    lzma.LZMAError,
)


@contextmanager
def tables_of(path: Path) -> Iterator[dict[PurePosixPath, Table]]:
    """Every table that stands at a path, by its place there; its own name for a single file.

    Raises:
        SourceUnreadable, SourceTooLarge.
        TableMalformed: it is no table, nor an archive of tables.
    """
    try:
        there = path.stat()
        if stat.S_ISDIR(there.st_mode):
            yield _of_folder(path)
        elif not stat.S_ISREG(there.st_mode):
            raise SourceUnreadable
        elif _begins(path).startswith(_ZIP):
            yield from _of_archive(path, there.st_size)
        else:
            yield {PurePosixPath(path.name): _of_file(path, there.st_size)}
    except zipfile.BadZipFile as error:
        raise TableMalformed(path.name, 0, "", "archive") from error
    except OSError as error:
        raise SourceUnreadable from error


def _open(path: Path) -> BufferedReader:
    return path.open("rb")


def _begins(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(len(_DATABASE))


def _of_file(path: Path, size: int) -> Table:
    if _begins(path) == _DATABASE:
        raise TableMalformed(path.name, 0, "", "database")
    if size > MOST_BYTES:
        raise SourceTooLarge
    return Table(path.name, partial(_open, path))


def _of_folder(folder: Path) -> dict[PurePosixPath, Table]:
    found: dict[PurePosixPath, Table] = {}
    room = Room()
    for number, path in enumerate(_files_in(folder, _LEVELS)):
        if number >= MOST_FILES:
            raise SourceTooLarge
        place = PurePosixPath(path.relative_to(folder).as_posix())
        if _is_table(place):
            found[place] = Table(str(place), partial(_open, path), room)
    return found


def _files_in(folder: Path, levels: int) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_symlink():
            continue
        if path.is_dir():
            if levels > 1:
                yield from _files_in(path, levels - 1)
        elif path.is_file():
            yield path


def _of_archive(path: Path, size: int) -> Iterator[dict[PurePosixPath, Table]]:
    if size > MOST_ARCHIVE_BYTES:
        raise SourceTooLarge
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if len(members) > MOST_FILES:
            raise SourceTooLarge
        found: dict[PurePosixPath, Table] = {}
        room = Room()
        for member in members:
            place = PurePosixPath(member.filename.replace("\\", "/"))
            _check_kind(path.name, place)
            if not member.is_dir() and _is_table(place):
                opened = partial(_open_member, archive, member, room)
                found[place] = Table(str(place), opened, room)
        yield found


def _check_kind(archive: str, place: PurePosixPath) -> None:
    """Archives that are something else are named for what they are."""
    if str(place) == "[Content_Types].xml" or place.name == "content.xml":
        raise TableMalformed(archive, 0, "", "spreadsheet")
    if place.suffix == ".daylio":
        raise TableMalformed(archive, 0, "", "backup")


def _is_table(place: PurePosixPath) -> bool:
    hidden = place.name.startswith(".") or "__MACOSX" in place.parts
    return place.suffix.casefold() in {".csv", ".txt", ".tsv"} and not hidden


def _open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: Room) -> BytesIO:
    """A member unpacked, up to what a table may have: a bomb ends there."""
    if member.flag_bits & _ENCRYPTED:
        raise TableMalformed(member.filename, 0, "", "locked")
    try:
        with archive.open(member) as stream:
            content = stream.read(MOST_BYTES + 1)
    except _BROKEN as error:
        raise TableMalformed(member.filename, 0, "", "archive") from error
    room.take(member.filename, len(content))
    return BytesIO(content)
