from datetime import UTC, date, datetime

import pytest

from ally_journal.storage import comments
from ally_journal.storage.comments import PRACTICE, Comment
from ally_journal.storage.stamps import Stamp

NOW = datetime(2026, 3, 12, 18, 42, tzinfo=UTC)
STAMP = Stamp(NOW, "UTC", date(2026, 3, 12), comments.RECEIVED)


def remark(name, entry="e1", kind="comment", **more):
    values = {"step": "story", "paragraph": 2, "text": "Hm", "anchor": "1.1.2"} | more
    return Comment(
        id=name, sent="s1", entry=entry, kind=kind, sender="Ivy", reply="r1", day=STAMP.day,
        created=NOW, **values,
    )  # fmt: skip


@pytest.fixture
def kept(vault):
    rows = (remark("c1"), remark("c2", None, step="", paragraph=None, anchor=""))
    with vault.atomic() as tx:
        for row in (*rows, remark("c3", None, PRACTICE, text="plan")):
            comments.add(tx, row, STAMP)
    return rows


def test_remarks_are_read_as_they_came_without_suggested_practices(vault, kept):
    assert comments.of_entry(vault, "e1") == kept[:1]
    assert comments.of_sent(vault, "s1") == kept
    assert vault.one("SELECT origin FROM comment WHERE id = 'c1'") == ("received",)


def test_a_removed_remark_leaves_no_word_and_is_known(vault, kept):
    with vault.atomic() as tx:
        comments.remove(tx, "c1", STAMP)
    assert comments.load(vault, "c1") is None
    assert vault.one("SELECT text, sender FROM comment WHERE id = 'c1'") == ("", "")
    assert comments.known(vault, ["c1", "c3", "c4"]) == {"c1", "c3"}


def test_a_removal_can_be_undone(vault, kept):
    with vault.atomic() as tx:
        comments.remove(tx, "c1", STAMP)
        comments.put_back(tx, kept[0], STAMP)
    assert comments.load(vault, "c1") == kept[0]
