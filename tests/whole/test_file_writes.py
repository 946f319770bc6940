"""Files are written where the person said, and in the program's own folders of the home."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.whole.traces import CHANGING, changed_paths, watching

DEVICES = {"/dev/null", "/dev/tty"}


def allowed(sandbox):
    ours = [sandbox.home / one / "ally-journal" for one in (".config", ".cache", ".local/state")]
    return (sandbox.documents, sandbox.exports, sandbox.runtime / "ally-journal", *ours)


def test_a_session_writes_only_where_it_may(sandbox, session):
    trace = sandbox.traces / "files"
    calls = f"open,openat,openat2,{CHANGING}"
    done = sandbox.run(session, before=watching(trace, calls))
    assert done.code == 0, done.err.decode()
    changed = changed_paths(trace) - DEVICES
    assert any(path.endswith("journal.db") for path in changed)
    assert [path for path in changed if not may_be(path, sandbox)] == []


def may_be(path, sandbox):
    """Whether it is inside a place that may be written to, or a folder on the way to one."""
    found = Path(path)
    if not found.is_absolute():
        # unlinkat and its kin name files of a folder that was opened: only a backup's are.
        return found.name == path
    return any(found.is_relative_to(one) or one.is_relative_to(found) for one in allowed(sandbox))


@pytest.mark.parametrize(
    ("line", "paths"),
    [
        ('1 openat(AT_FDCWD, "/a", O_RDONLY|O_CLOEXEC) = 3', set()),
        ('1 openat(AT_FDCWD, "/a", O_RDWR|O_CREAT, 0600) = 3', {"/a"}),
        ('1 openat(AT_FDCWD, "/a", O_WRONLY) = -1 EACCES (Permission denied)', set()),
        ('1 rename("/a", "/b") = 0', {"/a", "/b"}),
        ('1 mkdir("/a", 0700) = 0', {"/a"}),
        ("1 +++ exited with 0 +++", set()),
    ],
)
def test_a_line_of_the_watch_is_read_for_what_it_changed(line, paths, tmp_path):
    trace = tmp_path / "trace"
    trace.write_text(line + "\n")
    assert changed_paths(trace) == paths
