from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ally_journal.errors import DiskFull
from ally_journal.journal import Journal
from ally_journal.services.notices import Notice, NoticeKind
from tests.services.conftest import PASSPHRASE


@pytest.fixture
def reopened(journal, clock):
    """Close the journal and open it again, a minute later."""
    opened = [journal]

    def reopen():
        opened[-1].close()
        clock.instant += timedelta(minutes=1)
        opened.append(Journal.open(journal.folder, PASSPHRASE, clock))
        return opened[-1]

    yield reopen
    opened[-1].close()


def draft_of(journal, what="moss"):
    return replace(
        journal.writing.begin("catch"),
        answers={"what": what},
        at="what",
        skipped=frozenset({"who"}),
        title="The gate",
    )


def drafts(journal):
    return {journal.writing.resume(one.id).answers["what"] for one in journal.reading.drafts()}


def brought_back(journal):
    return sum(n.count for n in journal.notices() if n.kind is NoticeKind.DRAFT_BROUGHT_BACK)


def test_a_spooled_draft_is_a_draft_again_as_it_was_left(journal, reopened):
    draft = draft_of(journal)
    journal.writing.spool(draft)
    again = reopened()
    assert again.writing.resume(draft.id) == draft
    assert again.notices() == (Notice(NoticeKind.DRAFT_BROUGHT_BACK, count=1),)
    assert again.reading.drafts()[0].excerpt == "moss"
    once_more = reopened()
    assert once_more.notices() == ()
    assert len(once_more.reading.drafts()) == 1


def test_it_takes_the_place_of_what_was_saved_before(journal, reopened, clock):
    draft = draft_of(journal)
    journal.writing.save_draft(draft)
    clock.instant += timedelta(seconds=5)
    journal.writing.spool(replace(draft, answers={"what": "moss and more"}))
    assert drafts(reopened()) == {"moss and more"}


def test_what_was_saved_later_stays_and_it_comes_back_beside_it(journal, reopened, clock):
    draft = draft_of(journal)
    journal.writing.spool(draft)
    clock.instant += timedelta(seconds=5)
    journal.writing.save_draft(replace(draft, answers={"what": "ivy"}))
    assert drafts(reopened()) == {"moss", "ivy"}


def test_what_is_there_already_is_not_brought_back_again(journal, reopened, monkeypatch):
    draft = draft_of(journal)
    journal.writing.save_draft(draft)
    journal.writing.spool(draft)
    again = reopened()
    assert brought_back(again) == 0
    assert len(again.reading.drafts()) == 1


@pytest.mark.parametrize("kept", [True, False])
def test_a_draft_that_was_kept_or_discarded_comes_back_beside_it_once(
    journal, reopened, monkeypatch, kept
):
    draft = draft_of(journal)
    journal.writing.spool(draft)
    journal.writing.save_draft(draft)
    if kept:
        journal.writing.keep(draft)
    else:
        journal.writing.discard(draft.id)
    with monkeypatch.context() as stuck:
        stuck.setattr("ally_journal.storage.spool.Spool.drop", lambda _self: None)
        again = reopened()
    assert drafts(again) == {"moss"}
    assert brought_back(again) == 1
    assert again.reading.drafts()[0].id != draft.id
    once_more = reopened()
    assert len(once_more.reading.drafts()) == 1
    assert once_more.reading.count() == int(kept)


def test_an_edit_goes_on_being_one_only_while_its_entry_is_there(journal, reopened):
    entry, _ = journal.writing.write("catch", {"what": "moss"})
    journal.writing.spool(journal.writing.edit(entry.id))
    journal.writing.spool(replace(draft_of(journal, "ivy"), revises="019-not-there"))
    revised = {one.excerpt: one.revises for one in reopened().reading.drafts()}
    assert revised == {"moss": entry.id, "ivy": None}


@pytest.mark.parametrize("title", ["a\0b", "a\ud800b"])
def test_a_title_that_cannot_be_kept_holds_up_nothing(journal, reopened, title):
    draft = replace(draft_of(journal), title=title)
    journal.writing.spool(draft)
    assert reopened().writing.resume(draft.id) == replace(draft, title="")


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"not json"])
def test_what_is_no_draft_stays_in_the_spool(journal, reopened, content):
    journal._vault.spool(content)
    again = reopened()
    assert again.notices() == ()
    assert again._vault.spooled() == [content]


def test_whatever_is_wrong_with_one_the_journal_opens(journal, reopened, monkeypatch):
    draft = draft_of(journal)
    journal.writing.spool(draft)

    def broken(*_args):
        raise AttributeError

    with monkeypatch.context() as bug:
        bug.setattr("ally_journal.services.composing.words", broken)
        assert drafts(reopened()) == set()
    assert drafts(reopened()) == {"moss"}


def test_one_that_is_no_draft_holds_up_no_other(journal, reopened):
    journal._vault.spool(b"{}")
    journal.writing.spool(draft_of(journal))
    again = reopened()
    assert drafts(again) == {"moss"}
    assert brought_back(again) == 1
    assert brought_back(reopened()) == 0


def test_where_it_cannot_be_saved_it_stays_in_the_spool(journal, reopened, monkeypatch):
    journal.writing.spool(draft_of(journal))

    def full(*_args):
        raise DiskFull

    with monkeypatch.context() as disk:
        disk.setattr("ally_journal.storage.drafts.save", full)
        assert reopened().reading.drafts() == ()
    assert drafts(reopened()) == {"moss"}


def test_text_in_the_spool_cannot_be_read(journal, state_home):
    journal.writing.spool(draft_of(journal, "a word like periwinkle"))
    (spooled,) = (state_home / "ally-journal" / "spool").iterdir()
    assert b"periwinkle" not in spooled.read_bytes()
    assert journal.folder.name not in spooled.name
