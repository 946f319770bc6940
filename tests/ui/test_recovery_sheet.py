"""The recovery code on paper."""

import sys

import pytest
from PySide6.QtGui import QGuiApplication

from ui.recovery_sheet import as_pdf, write_privately

CODE = "-".join(["7KQ4"] * 9)


def test_the_sheet_is_one_page_of_pdf(qapp):
    made = as_pdf(CODE, "DejaVu Sans")
    assert made.startswith(b"%PDF")
    assert made.count(b"/Type /Page\n") == 1


def test_it_is_written_for_this_person_only_over_what_was_there(tmp_path):
    target = tmp_path / "code.pdf"
    target.write_bytes(b"longer than what comes")
    write_privately(target, b"short")
    assert target.read_bytes() == b"short"


@pytest.mark.skipif(sys.platform == "win32", reason="no permission bits there")
def test_what_others_could_read_before_they_cannot_read_now(tmp_path):
    target = tmp_path / "code.pdf"
    target.touch(0o644)
    target.chmod(0o644)
    write_privately(target, b"made")
    assert target.stat().st_mode & 0o777 == 0o600


def test_nothing_else_is_left_beside_it(tmp_path):
    write_privately(tmp_path / "code.pdf", b"made")
    assert [one.name for one in tmp_path.iterdir()] == ["code.pdf"]


def test_it_needs_no_temporary_file_and_leaves_the_clipboard_alone(qapp, monkeypatch, tmp_path):
    QGuiApplication.clipboard().setText("theirs")
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "nowhere"))
    assert as_pdf(CODE, "DejaVu Sans").rstrip().endswith(b"%%EOF")
    assert QGuiApplication.clipboard().text() == "theirs"


def test_it_names_nobody(qapp):
    assert b"/Author ()" in as_pdf(CODE, "DejaVu Sans")
