"""A packet that went out of a journal, and a coach's reply to it, for the tests of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.packet import Remark, RemarkKind
from tests.services.sharing_samples import choice, debrief, sent

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.domain.entry import Entry
    from ally_journal.journal import Journal
    from tests.services.sharing_samples import Sent


class Trip:
    """Two entries that went out, and what the coach wrote to them."""

    def __init__(self, journal: Journal, folder: Path) -> None:
        self.entry = debrief(journal)
        self.other, _change = journal.writing.write(
            "free", {"title": "The blue idea", "page": "Moss grows on the north side."}
        )
        made = choice(self.entry.id, self.other.id, question="How do I hold the floor?")
        self.out: Sent = sent(journal, folder, made)

    def at(self, words: str) -> str:
        """The anchor of the paragraph with these words."""
        pieces = [one for one in self.out.preview.pieces if words in one.redacted.source]
        return next(one.at for one in pieces if one.at.replace(".", "").isdecimal())

    def label(self, name: str) -> str:
        """What stands for somebody in the packet."""
        known = self.out.preview.cast.known
        return next(one.label for one in known if one.names[0] == name)

    def reply(self, *more: Remark, name: str = "reply.age") -> Path:
        """A reply with a comment on a paragraph, one on an entry, and some on the whole."""
        return self.out.reply(
            Remark(self.at("talked over"), f"What did {self.label('Juniper')}’s face do?"),
            Remark("2", "Keep this one."),
            Remark("", "Thank you for these."),
            Remark("", "Who could hold the floor with you?", RemarkKind.QUESTION),
            *more,
            name=name,
            sender="Marigold",
            practices=("plan", "none_such"),
        )


def begin(folder: Path) -> object:
    """A call for the journal's lane that makes a trip."""
    return lambda journal: (Trip(journal, folder), Change(everything=True))


def bring_home(trip: Trip, *more: Remark) -> object:
    """A call that keeps the reply."""

    def keep(journal: Journal) -> tuple[None, Change]:
        return None, journal.receiving.keep(journal.receiving.look(trip.reply(*more)))

    return keep


def reworded(journal: Journal, entry: Entry, text: str) -> Change:
    """Edit what happened."""
    from dataclasses import replace  # noqa: PLC0415 for this alone

    draft = journal.writing.edit(entry.id)
    _kept, change = journal.writing.keep(replace(draft, answers=draft.answers | {"facts": text}))
    return change
