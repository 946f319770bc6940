"""What goes out stands there whole, or not at all."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ally_journal.errors import DiskFull, TargetExists, TargetUnwritable, UnknownFormat
from ally_journal.formats.target import new_binary_file, new_file

NOBODY = 65534
CHILD = """
import os, sys
from pathlib import Path
from ally_journal.errors import JournalError
from ally_journal.formats.target import new_file
{before}
try:
    with new_file(Path(sys.argv[1])) as stream:
        stream.write("x" * 100_000)
except JournalError as error:
    print(type(error).__name__)
"""


def write(path: Path, text: str = "new", *, replace: bool = False) -> None:
    with new_file(path, replace=replace) as stream:
        stream.write(text)


def write_and_fail(path: Path, error: BaseException, *, replace: bool = False) -> None:
    with new_file(path, replace=replace) as stream:
        stream.write("x" * 100_000)
        raise error


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def in_a_child(path: Path, before: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", CHILD.format(before=before), str(path)],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    return ran.stdout.strip()


def test_it_is_there_whole_and_for_its_owner_only(tmp_path):
    write(tmp_path / "out.md", "Über\n")
    assert (tmp_path / "out.md").read_bytes() == "Über\n".encode()
    assert stat.S_IMODE((tmp_path / "out.md").stat().st_mode) == 0o600
    assert names(tmp_path) == ["out.md"]


def test_nothing_stands_there_before_the_end(tmp_path):
    with new_file(tmp_path / "out.md") as stream:
        stream.write("half")
        assert not (tmp_path / "out.md").exists()


def test_what_stands_there_is_left_alone(tmp_path):
    (tmp_path / "out.md").write_text("old")
    with pytest.raises(TargetExists):
        write(tmp_path / "out.md")
    assert (tmp_path / "out.md").read_text() == "old"
    assert names(tmp_path) == ["out.md"]


def test_what_came_meanwhile_is_left_alone(tmp_path):
    with pytest.raises(TargetExists), new_file(tmp_path / "out.md"):
        (tmp_path / "out.md").write_text("other")
    assert (tmp_path / "out.md").read_text() == "other"
    assert names(tmp_path) == ["out.md"]


def test_a_disk_without_hard_links_will_do(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    write(tmp_path / "out.md")
    assert names(tmp_path) == ["out.md"]
    with pytest.raises(TargetExists):
        write(tmp_path / "out.md")


def test_it_may_be_replaced_when_the_person_says_so(tmp_path):
    (tmp_path / "out.md").write_text("old")
    write(tmp_path / "out.md", replace=True)
    assert (tmp_path / "out.md").read_text() == "new"


@pytest.mark.parametrize("replace", [True, False])
@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_never_followed(tmp_path, replace, there):
    if there:
        (tmp_path / "aim").write_text("old")
    (tmp_path / "out.md").symlink_to(tmp_path / "aim")
    with pytest.raises(TargetExists):
        write(tmp_path / "out.md", replace=replace)
    assert (tmp_path / "out.md").is_symlink()
    assert (tmp_path / "aim").exists() is there


@pytest.mark.parametrize(
    "name",
    [
        "missing/out.md",
        "file/out.md",
        "folder",
        "con.md",
        "NUL",
        "Lpt1 .txt",
        "x" * 300,
        "a\0b",
        "",
    ],
)
def test_a_place_that_cannot_be_is_said_so(tmp_path, name):
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(TargetUnwritable):
        write(tmp_path / name)
    assert names(tmp_path) == ["file", "folder"]


@pytest.mark.parametrize("name", ["console.md", "null.txt", "14:02 talk.md", "né.md", "com.md"])
def test_ordinary_names_are_taken(tmp_path, name):
    write(tmp_path / name)
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_leaves_the_old_file_whole(tmp_path, fault):
    (tmp_path / "out.md").write_text("old")
    with pytest.raises(DiskFull):
        write_and_fail(tmp_path / "out.md", OSError(fault, "no room"), replace=True)
    assert (tmp_path / "out.md").read_text() == "old"
    assert names(tmp_path) == ["out.md"]


def test_a_quota_that_is_used_up_leaves_nothing_behind(tmp_path):
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))"
    assert in_a_child(tmp_path / "out.md", limit) == "DiskFull"
    assert names(tmp_path) == []


@pytest.mark.skipif(
    getattr(os, "getuid", int)() != 0 or os.name == "nt",
    reason="only root can become somebody else",
)
def test_a_folder_of_somebody_else_is_said_so(tmp_path):
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    assert in_a_child(tmp_path / "out.md", f"os.setuid({NOBODY})") == "TargetUnwritable"
    assert names(tmp_path) == []


@pytest.mark.parametrize("error", [UnknownFormat("x"), KeyboardInterrupt(), ValueError()])
def test_an_error_of_the_writer_leaves_nothing_behind(tmp_path, error):
    with pytest.raises(type(error)):
        write_and_fail(tmp_path / "out.md", error)
    assert names(tmp_path) == []


def test_bytes_are_written_as_they_are(tmp_path):
    with new_binary_file(tmp_path / "out.bin") as stream:
        stream.write(b"\r\n\xff")
    assert (tmp_path / "out.bin").read_bytes() == b"\r\n\xff"
