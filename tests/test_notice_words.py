"""Every notice has its words, kind and plain."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ally_journal.notice_words import words_of
from ally_journal.sentences import notice_sentence
from ally_journal.services.notices import Notice, NoticeKind

DAY = date(2026, 3, 12)


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_notice_has_its_words(kind):
    words = notice_sentence(Notice(kind, 2, ("journal 2.db",), DAY))
    assert words[0].isupper() or words[0].isdigit()
    assert words.endswith(".")
    assert "{" not in words
    assert not re.search(r"!|\bshould\b|\bfailed\b|\binvalid\b|\berror\b", words.lower())


@pytest.mark.parametrize("kind", [NoticeKind.COPY_ELSEWHERE_DUE, NoticeKind.DRILL_DUE])
def test_what_was_done_once_is_told_from_what_never_was(kind):
    assert "2026-03-12" in words_of(Notice(kind, day=DAY))
    assert words_of(Notice(kind)) != words_of(Notice(kind, day=DAY))
    assert "None" not in words_of(Notice(kind))


@pytest.mark.parametrize("kind", [NoticeKind.OLDER_COPY, NoticeKind.DRAFT_BROUGHT_BACK])
def test_one_is_told_from_several(kind):
    assert words_of(Notice(kind, 1)) != words_of(Notice(kind, 3)).replace("3", "1")
    assert "3" in words_of(Notice(kind, 3))


def test_second_copies_are_named():
    words = words_of(Notice(NoticeKind.CONFLICTED_COPY, 2, ("journal 2.db", "journal (1).db")))
    assert "journal 2.db, journal (1).db" in words
