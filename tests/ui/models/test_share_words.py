"""The words of the page for sharing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ally_journal.domain.entry import EntrySummary, Sensitivity
from ally_journal.domain.leak_check import Leak
from ally_journal.domain.practice_files import load_built_in
from ally_journal.domain.preview import FoundLeak, ShareRow
from ui.models.share_words import bare_words, leak_words, leaks_sentence, left_out_words, row_line

DAY = date(2026, 3, 12)


def row(sensitivity):
    when = datetime(2026, 3, 12, tzinfo=UTC)
    summary = EntrySummary(1, "e", "free", "The call", DAY, when, (), (), "")
    may_go = sensitivity is not Sensitivity.NEVER
    return ShareRow(summary, sensitivity, may_go, sensitivity is Sensitivity.COACH)


def test_a_row_says_its_day_its_practice_and_how_far_it_may_go():
    words = row_line(row(Sensitivity.PRIVATE), load_built_in(), DAY)
    assert words.replace("\N{NO-BREAK SPACE}", " ") == "12 March · A free page · private"


def test_one_that_never_leaves_says_so():
    assert "never leaves" in row_line(row(Sensitivity.NEVER), load_built_in(), DAY)


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("name", "may be a name"),
        ("near", "close to a name"),
        ("email", "e-mail"),
        ("other", "may be a name"),
    ],
)
def test_a_leak_says_what_it_may_be_and_where(kind, part):
    words = leak_words(FoundLeak("entry 2", None, Leak(kind, 0, 4), "Wrne"))
    assert part in words
    assert "Wrne" in words
    assert "entry 2" in words


def test_numbers():
    assert left_out_words(0) == bare_words(0) == ""
    assert bare_words(3).startswith("3 entries")
    assert left_out_words(2).startswith("2 chosen entries")
    assert leaks_sentence(1).startswith("One word")
    assert leaks_sentence(3).startswith("3 words")
