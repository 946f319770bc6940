from datetime import UTC, date, datetime

import pytest

from ally_journal.domain.preview import SentRow
from ally_journal.domain.share_fields import Field
from ui.models.sent_log import fields_words, form_word, told, went_out_words

TODAY = date(2026, 3, 12)
ROW = SentRow(
    "1",
    datetime(2026, 3, 5, 18, 30, tzinfo=UTC),
    "packet",
    "my coach",
    (("a", "The delay call"), ("b", None), ("", None)),
    ("plans", "learned", "of a later version"),
    2,
)


def test_a_line_says_when_in_the_time_of_here_and_to_whom():
    assert told(ROW, TODAY, "UTC+02:00").head == "Thursday 5 March, 20:30 · to my coach"


def test_what_has_gone_is_counted():
    assert told(ROW, TODAY, "UTC").entries == "“The delay call” and 2 entries that have gone"


def test_form_fields_and_replies_are_named():
    words = "a locked file · What I learned; Plans and open promises · 2 replies"
    assert told(ROW, TODAY, "UTC").form == words


@pytest.mark.parametrize("form", ["packet", "pdf", "html", "markdown", "csv", "json", "other"])
def test_every_form_has_a_word(form):
    assert form_word(form)


def test_all_fields_are_not_listed():
    assert fields_words([str(one) for one in Field]) == "all fields"


def test_a_reply_says_what_it_answers():
    said = "It answers what went out on 5 March, to my coach."
    assert went_out_words(ROW, TODAY, "UTC") == said
