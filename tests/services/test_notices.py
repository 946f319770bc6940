from __future__ import annotations

import shutil
from datetime import date, timedelta

import pytest

from ally_journal.errors import DiskTrouble
from ally_journal.journal import Journal
from ally_journal.services.notices import Notice, NoticeKind
from tests.services.conftest import PASSPHRASE


@pytest.fixture
def reopened(journal, clock):
    """Close the journal, do something to it, open it again; what there is to know then."""
    opened = []

    def reopen(between=lambda _folder: None):
        journal.close()
        between(journal.folder)
        opened.append(Journal.open(journal.folder, PASSPHRASE, clock))
        return opened[-1]

    yield reopen
    for one in opened:
        one.close()


def kinds(journal):
    return [notice.kind for notice in journal.notices()]


def test_of_a_new_journal_there_is_nothing_to_know(journal, reopened):
    assert journal.notices() == ()
    assert reopened().notices() == ()


def test_an_older_copy_is_pointed_out_until_it_is_taken_for_the_journal(journal, clock, tmp_path):
    copy = tmp_path / "copy.db"
    journal.close()
    shutil.copy(journal.folder / "journal.db", copy)
    newer = Journal.open(journal.folder, PASSPHRASE, clock)
    for what in ("moss", "ivy"):
        newer.writing.write("catch", {"what": what})
    newer.close()
    shutil.copy(copy, journal.folder / "journal.db")
    for _time in range(2):
        older = Journal.open(journal.folder, PASSPHRASE, clock)
        assert older.notices()[0] == Notice(NoticeKind.OLDER_COPY, count=2)
        for what in ("fern", "rose", "sage"):
            older.writing.write("catch", {"what": what})
        older.close()
    older = Journal.open(journal.folder, PASSPHRASE, clock)
    older.accept_copy()
    assert older.notices() == ()
    older.close()
    again = Journal.open(journal.folder, PASSPHRASE, clock)
    assert again.notices() == ()
    again.close()


def test_second_copies_are_named(journal):
    (journal.folder / "journal (1).db").touch()
    assert journal.notices() == (Notice(NoticeKind.CONFLICTED_COPY, 1, ("journal (1).db",)),)


def test_a_journal_that_can_only_be_read_says_so(journal):
    journal._vault.read_only = True
    assert kinds(journal) == [NoticeKind.READ_ONLY]


def test_a_journal_that_could_get_no_passphrase_says_so_once(journal):
    journal._vault.read_only, journal._vault.passphrase_kept = True, False
    assert kinds(journal) == [NoticeKind.READ_BY_CODE]


def test_an_end_without_locking_is_noticed_once(journal, reopened, clock):
    journal._vault._begun = False
    opened = reopened()
    assert kinds(opened) == [NoticeKind.UNCLEAN_END]
    opened.close()
    again = Journal.open(journal.folder, PASSPHRASE, clock)
    assert kinds(again) == []
    again.close()


def test_a_mended_header_is_told(reopened):
    opened = reopened(lambda folder: (folder / "vault.json").unlink())
    assert kinds(opened) == [NoticeKind.HEADER_MENDED]


def test_what_was_never_done_is_asked_for_after_two_weeks(journal, clock):
    clock.instant += timedelta(days=13)
    assert journal.notices() == ()
    clock.instant += timedelta(days=2)
    assert journal.notices() == (
        Notice(NoticeKind.COPY_ELSEWHERE_DUE),
        Notice(NoticeKind.DRILL_DUE),
    )


def test_what_was_done_long_ago_is_asked_for_with_its_day(journal, clock):
    journal.settings.change(code_checked="2026-03-12", copied_elsewhere="2026-03-12")
    clock.instant += timedelta(days=30)
    assert journal.notices() == ()
    clock.instant += timedelta(days=61)
    day = date(2026, 3, 12)
    assert journal.notices() == (
        Notice(NoticeKind.COPY_ELSEWHERE_DUE, day=day),
        Notice(NoticeKind.DRILL_DUE, day=day),
    )


def test_trouble_while_looking_is_no_notice(journal, monkeypatch):
    def trouble(_sql):
        raise DiskTrouble

    monkeypatch.setattr(journal._vault, "rows", trouble)
    assert journal.notices() == ()
