"""The trash made ready for its page, in the journal's lane; and emptying it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import listed, number_word, sentence_case
from ally_journal.domain.entry import EntrySummary
from ally_journal.errors import UnknownEntry
from ally_journal.language import ngettext

if TYPE_CHECKING:
    from ally_journal.changes import Change
    from ally_journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Trashed:
    """One thing in the trash; `notes` are its later notes, `is_draft`: it was never kept."""

    row: EntrySummary
    notes: int
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Emptying:
    """What emptying the trash would erase, in words, and which backups still hold some of it.

    `aside`: how many journals that were put aside lie beside this one.
    """

    sentence: str
    holding: tuple[Path, ...]
    backups: int
    aside: int = 0


def read_trash(journal: Journal) -> tuple[Trashed, ...]:
    """Everything in the trash, the latest first."""
    return tuple(_trashed(journal, row) for row in journal.reading.trash())


def read_emptying(journal: Journal) -> Emptying:
    """What there is to know before the trash is emptied."""
    things = read_trash(journal)
    holding = journal.copies.holding(*(one.row.created for one in things)) if things else ()
    paths = tuple(one.path for one in holding)
    copies = journal.copies
    return Emptying(erased_sentence(things), paths, len(copies.all()), copies.put_aside())


def empty_trash(journal: Journal) -> Change:
    """Erase what is in the trash.

    Raises:
        VaultError: what was not erased until then is still there.
    """
    return journal.bin.empty()


def new_backup(journal: Journal) -> object:
    """A backup without what was erased, to be made before the ones that hold it go."""
    return journal.copies.begin("trash")


def erased_sentence(things: tuple[Trashed, ...]) -> str:
    """What emptying does: "Three entries and one later note are erased …"."""
    drafts = sum(one.is_draft for one in things)
    entries, notes = len(things) - drafts, sum(one.notes for one in things)
    counted = (
        (entries, ngettext("{n} entry", "{n} entries", entries)),
        (drafts, ngettext("{n} draft", "{n} drafts", drafts)),
        (notes, ngettext("{n} later note", "{n} later notes", notes)),
    )
    parts = [words.format(n=number_word(count)) for count, words in counted if count]
    return ngettext(
        "{what} is erased from this journal and its search, for good. All else stays.",
        "{what} are erased from this journal and its search, for good. All else stays.",
        entries + drafts + notes,
    ).format(what=sentence_case(listed(parts)))


def _trashed(journal: Journal, row: EntrySummary) -> Trashed:
    try:
        return Trashed(row, len(journal.reading.entry(row.id).notes), is_draft=False)
    except UnknownEntry:
        return Trashed(row, 0, is_draft=True)
