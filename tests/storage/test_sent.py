from datetime import UTC, date, datetime

import pytest

from ally_journal.storage import comments, sent
from ally_journal.storage.comments import Comment
from ally_journal.storage.stamps import Stamp

NOW = datetime(2026, 3, 12, 18, 42, tzinfo=UTC)
STAMP = Stamp(NOW, "UTC", date(2026, 3, 12))
LINE = sent.Sent(
    "s1", NOW, "packet", "Ivy", ("e1", "e2"), ("learned", "plans"),
    {"Person A": "p1"}, "abc", "packet-1",
    {"e1": {"number": 1, "paragraphs": {"1.1": "f00"}}}, has_packet=True,
)  # fmt: skip


@pytest.fixture
def line(vault):
    with vault.atomic() as tx:
        sent.add(tx, LINE, STAMP, packet='{"a":1}', reply_key="SECRET")
    return LINE


def test_what_was_written_is_read_as_it_was(vault, line):
    assert sent.everything(vault) == (line,)
    assert sent.load(vault, "s1") == line
    assert sent.packet_text(vault, "s1") == '{"a":1}'
    assert sent.reply_keys(vault) == (("s1", "SECRET"),)


def test_what_is_not_there_is_none(vault):
    assert (sent.load(vault, "s1"), sent.packet_text(vault, "s1")) == (None, None)


def test_a_secret_is_taken_over_only_where_none_is(vault, line):
    with vault.atomic() as tx:
        sent.take_reply_key(tx, "s1", "OTHER")
        tx.run("UPDATE sent SET reply_key = '' WHERE id = 's1'")
        sent.take_reply_key(tx, "s1", "AGAIN")
    assert sent.reply_keys(vault) == (("s1", "AGAIN"),)


def test_replies_are_counted_and_not_their_remarks(vault, line):
    with vault.atomic() as tx:
        for number, reply in enumerate(("r1", "r1", "r2")):
            row = Comment(f"c{number}", "s1", None, "", None, "comment", "Hm", "", "Ivy", reply,
                          STAMP.day, NOW)  # fmt: skip
            comments.add(tx, row, STAMP)
    assert sent.reply_counts(vault) == {"s1": 2}


@pytest.mark.parametrize("odd", ["7", "[]", '{"e1": 7}', '{"e1": {"number": 0, "paragraphs": {}}}',
                                 '{"e1": {"number": 1, "paragraphs": {"1.1": []}}}'])  # fmt: skip
def test_odd_json_that_was_brought_in_is_left_out(vault, line, odd):
    with vault.atomic() as tx:
        tx.run("UPDATE sent SET sources = ?, pseudonyms = ?", (odd, odd))
    (found,) = sent.everything(vault)
    assert (found.sources, found.people) == ({}, {})


def people(vault):
    return sent.load(vault, "s1").people


def test_labels_are_given_to_another_one_and_back(vault, line):
    with vault.atomic() as tx:
        given = sent.give_labels(tx, "p1", "p2")
    assert (given, people(vault)) == ((("s1", "Person A"),), {"Person A": "p2"})
    with vault.atomic() as tx:
        assert sent.give_labels(tx, "p2", "p1", ()) == ()
        assert sent.give_labels(tx, "p2", "p1", given) == given
    assert people(vault) == {"Person A": "p1"}


@pytest.mark.parametrize("odd", ["7", "[]", '{"Person A": 7}'])
def test_odd_labels_that_were_brought_in_stay(vault, line, odd):
    with vault.atomic() as tx:
        tx.run("UPDATE sent SET pseudonyms = ?", (odd,))
        assert sent.give_labels(tx, "p1", "p2") == ()


def test_a_row_that_is_taken_back_never_was(vault, line):
    with vault.atomic() as tx:
        sent.forget(tx, "s1")
    assert vault.rows("SELECT * FROM sent") == []
