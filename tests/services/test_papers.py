"""Sheets that need no journal."""

import stat

import pytest

from ally_journal.errors import TargetExists
from ally_journal.services import papers


def test_the_agreement_is_written_for_its_owner_only(tmp_path):
    path = papers.agreement(tmp_path / "agreement.pdf", letter=True)
    assert path.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_stands_there_stays(tmp_path):
    (tmp_path / "mine.pdf").write_text("mine")
    with pytest.raises(TargetExists):
        papers.agreement(tmp_path / "mine.pdf")
    assert papers.agreement(tmp_path / "mine.pdf", replace=True).read_bytes().startswith(b"%PDF")


def test_it_can_be_read_as_a_page():
    assert papers.agreement_html().startswith("<!DOCTYPE html>")
