"""The agreement with a coach stands on one page, in both its forms."""

import pytest

from ally_journal.formats.agreement import agreement_html, agreement_pdf
from tests.formats.paper_text import read, words

PARTS = (
    "Working together: who sees what",
    "Client",
    "Coach",
    "Sponsor",
    "What the coach keeps",
    "Where secrecy ends",
    "When to turn to somebody else",
    "Coaching is no therapy",
    "not a work record",
    "Either of us may stop at any time",
    "International Coaching Federation’s Code of Ethics",
)


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_it_is_one_page_with_all_that_is_agreed(paper):
    data = agreement_pdf(paper)
    assert len(read(data).pages) == 1
    assert all(part in words(data) for part in PARTS)


def test_the_page_to_read_says_the_same():
    page = " ".join(agreement_html().split())
    assert all(part in page for part in PARTS)
    assert "____" in page
    assert "<script" not in page
