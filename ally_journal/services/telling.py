"""An entry as it goes out before anything is replaced, and what became of a paragraph since."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ally_journal.domain.outgoing import outgoing
from ally_journal.domain.packet import Packet
from ally_journal.domain.preview import ThenAndNow
from ally_journal.domain.redaction import Cast, Known, MarkKind, Redactor, named_again, tidied
from ally_journal.domain.share_fields import Field
from ally_journal.errors import UnknownEntry
from ally_journal.services import sent_log
from ally_journal.services.context import Context
from ally_journal.services.strangers import is_stranger, strangers
from ally_journal.storage import entries, people, promises, sent
from ally_journal.storage.sent import Sent

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from ally_journal.domain.entry import Entry
    from ally_journal.domain.outgoing import OutgoingEntry
    from ally_journal.domain.packet import PacketPart

_DIGITS = 16
_ANYBODY = "¤"
"""Stands for everybody where two texts are compared."""
_LEAST_ALIKE = 0.35
"""Of the words of a paragraph that was edited, so many are still there."""
_MOST_ORDERED = 2_000
"""Words of a paragraph whose order is compared too; it takes their number squared."""


def told(context: Context, entry: Entry, fields: Collection[Field]) -> OutgoingEntry:
    """An entry as plain paragraphs of the chosen fields."""
    practice = context.library.find(entry.practice)
    known = [promise for promise, _step in promises.of_entry(context.vault, entry.id)]
    return outgoing(
        entry,
        practice,
        fields,
        known,
        revisions=entries.revisions(context.vault, entry.id) if entry.revisions else (),
        week_starts=context.settings.week_starts,
    )


def _going(context: Context, line: Sent) -> Iterator[Entry]:
    for entry in line.entries:
        with suppress(UnknownEntry):
            yield entries.load(context.vault, entry)


def digest_of(text: str) -> str:
    """What names a paragraph as the person wrote it; two spellings of it have the same."""
    return hashlib.sha256(tidied(text).encode()).hexdigest()[:_DIGITS]


def cast_of(context: Context, line: Sent) -> Cast:
    """Who stood behind the labels of a packet, by today's names; without those removed since.

    Who was on no list then is called as the entries of today have it.
    """
    today = {person.id: person.name for person in people.everyone(context.vault)}
    if any(map(is_stranger, line.people.values())):
        today |= {one.id: one.name for one in strangers(_going(context, line), context.library)}
    return Cast(
        tuple(
            Known(person, (today[person],), label)
            for label, person in line.people.items()
            if person in today
        )
    )


@dataclass
class Retelling:
    """A packet beside the journal of today."""

    context: Context
    line: Sent
    packet: Packet
    cast: Cast
    titles: Mapping[str, str]

    def __post_init__(self) -> None:
        self._by_number = {one["number"]: entry for entry, one in self.line.sources.items()}
        self._today: dict[str, OutgoingEntry] = {}
        self._told: dict[str, ThenAndNow | None] = {}
        self._redactor: Redactor | None = None

    def named(self, text: str) -> str:
        """A text with the person's own names."""
        return named_again(text, self.cast)

    def entry_at(self, at: str) -> str | None:
        """The id of the entry that an anchor is in; None where it was deleted for ever."""
        return self._by_number.get(_first(at)) if at else None

    def title_at(self, at: str) -> str:
        """The title of that entry: today's, or where it has gone that of then."""
        if not at:
            return ""
        here = self.titles.get(self.entry_at(at) or "")
        if here or not self.packet.has(at.partition(".")[0]):
            return here or ""
        entry = self.packet.entries[_first(at) - 1]
        return self.named(entry.title or entry.kind)

    def is_gone(self, at: str) -> bool:
        """Whether the entry of an anchor has gone: to the trash, or for ever."""
        return bool(at) and self.entry_at(at) not in self.titles

    def part_at(self, at: str) -> PacketPart | None:
        """The part of the packet that an anchor is in."""
        if self.packet.text_at(at) is None:
            return None
        entry, part, _line = (int(number) for number in at.split("."))
        return self.packet.entries[entry - 1].parts[part - 1]

    def told_at(self, at: str) -> ThenAndNow | None:
        """A paragraph then and now; None where the anchor names none that is still known."""
        if at not in self._told:
            self._told[at] = self._then_and_now(at)
        return self._told[at]

    def _then_and_now(self, at: str) -> ThenAndNow | None:
        text, part = self.packet.text_at(at), self.part_at(at)
        if text is None or part is None:
            return None
        then, gone = self.named(text), self.is_gone(at)
        entry = self.entry_at(at)
        if gone or entry is None:
            return ThenAndNow(then, None, changed=False, gone=True)
        before = self.line.sources[entry]["paragraphs"]
        place, lines = at.partition(".")[2], self._lines(entry, part)
        now, changed = found_again(then, place, before, lines, self._nameless)
        return ThenAndNow(then, now, changed, gone=False)

    def _lines(self, entry: str, part: PacketPart) -> Sequence[str]:
        """The paragraphs of today that one of then can be among."""
        if entry not in self._today:
            fields = frozenset(Field(one) for one in self.line.fields if one in set(Field))
            whole = entries.load(self.context.vault, entry)
            self._today[entry] = told(self.context, whole, fields)
        parts = [one for one in self._today[entry].parts if str(one.field) == part.field]
        same = [one for one in parts if one.label == self.named(part.label)]
        return [line for one in (same or parts) for line in one.paragraphs]

    def _nameless(self, text: str) -> str:
        """A text in which all people are the same: whoever was renamed since is no other word."""
        if self._redactor is None:
            listed = people.everyone(self.context.vault)
            others = strangers(_going(self.context, self.line), self.context.library)
            everyone = [Known(one.id, one.names, _ANYBODY) for one in (*listed, *others)]
            self._redactor = Redactor(Cast(tuple(everyone)))
        redacted = self._redactor.apply(text)
        marks = [one for one in redacted.marks if one.kind is MarkKind.PERSON]
        ends = [0, *(mark.end for mark in marks)]
        starts = [*(mark.start for mark in marks), len(redacted.text)]
        pairs = zip(ends, starts, strict=True)
        return _ANYBODY.join(redacted.text[end:start] for end, start in pairs)


def retelling_of(context: Context, sent_id: str) -> Retelling | None:
    """What went out beside the journal of today; None where it is not known any more."""
    line, packet = sent.load(context.vault, sent_id), sent_log.sent_packet(context, sent_id)
    if line is None or packet is None:
        return None
    titles = sent_log.titles(context, line.entries)
    return Retelling(context, line, packet, cast_of(context, line), titles)


def _first(at: str) -> int:
    return int(at.partition(".")[0])


def found_again(
    then: str,
    at: str,
    before: Mapping[str, str],
    lines: Sequence[str],
    nameless: Callable[[str], str] = str,
) -> tuple[str | None, bool]:
    """The paragraph of today and whether it is another one than then.

    Args:
        then: as it went out.
        at: its place in the entry.
        before: digests of all paragraphs of then by their places.
        lines: the paragraphs of today that it can be among.
        nameless: makes texts comparable in which people have other names by now.
    """
    digests = [digest_of(line) for line in lines]
    own = before.get(at, "")
    if own in digests:
        return lines[digests.index(own)], False
    known = set(before.values())
    fresh = [line for line, one in zip(lines, digests, strict=True) if one not in known]
    if len(fresh) == len(lines) == 1:
        return fresh[0], True
    bare = nameless(then) if fresh else ""
    likeness = {line: _alike(bare, nameless(line)) for line in fresh}
    best = max(fresh, key=lambda line: likeness[line], default=None)
    return (best, True) if best is not None and likeness[best] > _LEAST_ALIKE else (None, True)


def _alike(one: str, other: str) -> float:
    """From 0 to 1, by words."""
    words, others = one.split(), other.split()
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return matcher.quick_ratio() if len(words) + len(others) > _MOST_ORDERED else matcher.ratio()
