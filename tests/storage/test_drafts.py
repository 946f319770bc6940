from dataclasses import replace
from datetime import timedelta

import pytest

from ally_journal.errors import UnknownEntry
from ally_journal.storage import drafts
from ally_journal.storage.stamps import Stamp
from tests.storage.samples import NOW, STAMP, TODAY, draft, entry, keep


def save(vault, one, excerpt="", stamp=STAMP):
    with vault.atomic() as tx:
        drafts.save(tx, one, stamp, excerpt)
    return one


def test_a_draft_is_read_back_as_it_was_saved(vault):
    one = draft(
        answers={"facts": "moss", "level": 7, "who": ["Wren"], "plan": {"if": "a", "then": "b"}},
        skipped=frozenset({"feel", "body"}),
        at="next",
        title="The call",
        short=True,
        event="event",
        revises="entry",
        follows="promise",
    )
    assert drafts.load(vault, save(vault, one).id) == one


def test_saved_again_a_draft_stays_one_row(vault):
    one = save(vault, draft(answers={"facts": "moss"}))
    save(vault, replace(one, answers={"facts": "ivy"}, at="feel"))
    assert drafts.load(vault, one.id).answers == {"facts": "ivy"}
    assert len(drafts.summaries(vault)) == 1


def test_the_latest_draft_comes_first(vault):
    save(vault, draft("old"), "old words")
    save(vault, draft("new"), stamp=Stamp(NOW + timedelta(hours=1), "UTC", TODAY))
    found = drafts.summaries(vault)
    assert [one.id for one in found] == ["new", "old"]
    assert found[1].excerpt == "old words"


def test_a_draft_in_the_trash_is_not_listed(vault):
    save(vault, draft())
    with vault.atomic() as tx:
        tx.run("UPDATE entry SET trashed = 1")
    assert drafts.summaries(vault) == ()


def test_a_kept_entry_is_no_draft(vault):
    kept = keep(vault, entry())
    with pytest.raises(UnknownEntry):
        drafts.load(vault, kept.id)


def test_removing_takes_a_draft_and_never_an_entry(vault):
    kept, one = keep(vault, entry()), save(vault, draft())
    with vault.atomic() as tx:
        drafts.remove(tx, one.id)
        drafts.remove(tx, kept.id)
    assert vault.rows("SELECT id FROM entry") == [(kept.id,)]
