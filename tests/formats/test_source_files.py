from __future__ import annotations

import os
import zipfile

import pytest

from ally_journal.errors import ImportProblem, SourceTooLarge, SourceUnreadable
from ally_journal.formats.source_files import MOST_FILES, tables_of
from ally_journal.table_errors import TableMalformed
from tests.formats.loop_samples import NEW, archive, unpacked
from tests.pace import paced


def read(path):
    """Every row of every table."""
    with tables_of(path) as tables:
        return {str(place): [cells for _line, cells in one.rows()] for place, one in tables.items()}


def reason(path):
    with pytest.raises(TableMalformed) as raised:
        read(path)
    return raised.value.reason


def test_an_archive_and_its_folder_hold_the_same(tmp_path):
    assert read(archive(tmp_path, NEW)) == read(unpacked(tmp_path, NEW))


def test_one_file_stands_for_itself(tmp_path):
    path = tmp_path / "one.csv"
    path.write_text("a,b\n")
    assert read(path) == {"one.csv": [["a", "b"]]}


def test_what_no_table_is_and_what_a_computer_adds_is_passed_over(tmp_path):
    files = {"a.csv": "a,b\n", "__MACOSX/a.csv": "x", "sub/._b.csv": "x", "note.md": "x"}
    assert set(read(archive(tmp_path, files))) == {"a.csv"}
    assert set(read(unpacked(tmp_path, files))) == {"a.csv"}


@pytest.mark.parametrize(
    ("member", "why"),
    [
        ("[Content_Types].xml", "spreadsheet"),
        ("content.xml", "spreadsheet"),
        ("x.daylio", "backup"),
    ],
)
def test_other_archives_are_named_for_what_they_are(member, why, tmp_path):
    assert reason(archive(tmp_path, {member: "x"})) == why


def test_a_database_is_no_table(tmp_path):
    path = tmp_path / "Loop Habits Backup.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(100))
    assert reason(path) == "database"


@pytest.mark.parametrize("damage", [b"PK\x03\x04 and no more", b"PK\x05\x06"])
def test_a_damaged_archive_is_refused(damage, tmp_path):
    path = tmp_path / "made.zip"
    path.write_bytes(damage)
    assert reason(path) == "archive"


@pytest.mark.parametrize("at", range(40, 400, 24))
def test_an_archive_with_a_flipped_byte_is_read_or_refused(at, tmp_path):
    path = archive(tmp_path, NEW)
    content = bytearray(path.read_bytes())
    content[at] ^= 0xFF
    path.write_bytes(content)
    try:
        read(path)
    except ImportProblem:
        return


def test_an_archive_with_a_password_is_refused(tmp_path):
    path = archive(tmp_path, {"a.csv": "a,b\n"})
    content = bytearray(path.read_bytes())
    central = content.index(b"PK\x01\x02")
    content[6] |= 1
    content[central + 8] |= 1
    path.write_bytes(content)
    assert reason(path) == "locked"


def test_a_bomb_ends_soon(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(20):
            made.writestr(f"{number}.csv", b"a,b\n" * 4_000_000)
    with paced() as taken, pytest.raises((SourceTooLarge, TableMalformed)):
        read(path)
    assert taken.seconds < 5


def test_an_archive_of_too_many_files_is_refused(tmp_path):
    path = archive(tmp_path, {f"{number}.csv": "" for number in range(MOST_FILES + 1)})
    with pytest.raises(SourceTooLarge):
        read(path)


def test_what_is_not_there_or_no_file_is_not_read(tmp_path):
    with pytest.raises(SourceUnreadable):
        read(tmp_path / "none")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceUnreadable):
        read(tmp_path / "pipe")


def test_links_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "secret.csv").write_text("a,b\n")
    folder = unpacked(tmp_path, {"a.csv": "a,b\n"})
    (folder / "b.csv").symlink_to(tmp_path / "secret.csv")
    assert set(read(folder)) == {"a.csv"}


def test_a_folder_is_looked_into_no_deeper_than_an_export_goes(tmp_path):
    files = {"a/b/in.csv": "a,b\n", "a/b/c/out.csv": "a,b\n"}
    assert set(read(unpacked(tmp_path, files))) == {"a/b/in.csv"}
