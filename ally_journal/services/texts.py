"""Every text of a packet, one by one: where it stands, and what a correction of it is keyed by."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ally_journal.domain.entry import Entry
    from ally_journal.domain.outgoing import OutgoingEntry
    from ally_journal.domain.preview import Choice

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Text:
    """One text that goes out, before anything is replaced in it; see `preview.Piece`."""

    at: str
    place: str
    words: str
    text: str


@dataclass
class _Places:
    """Gives each text its place: the same text of a part has the same, wherever it stands."""

    seen: Counter[str] = field(default_factory=Counter)

    def of(self, entry: str, part: str, text: str) -> str:
        """A place that no other text of the packet has."""
        name = f"{entry}/{part}/{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}"
        self.seen[name] += 1
        return f"{name}/{self.seen[name]}"


def texts_of(
    choice: Choice, picked: Sequence[Entry], going: Sequence[OutgoingEntry]
) -> tuple[Text, ...]:
    """All texts that can hold a word of the person, in the order of the packet."""
    places = _Places()
    question = choice.question.strip()
    found = []
    if question:
        place = places.of("", "question", question)
        found.append(Text("question", place, _("the question"), question))
    for number, (entry, one) in enumerate(zip(picked, going, strict=True), 1):
        found += _of_entry(places, number, entry.id, one)
    return tuple(found)


def _of_entry(places: _Places, number: int, entry: str, going: OutgoingEntry) -> Iterator[Text]:
    where = _("entry {n}").format(n=number)
    for name, text in (("title", going.title), ("kind", going.kind)):
        if text:
            words = f"{where}, {_('title')}"
            yield Text(f"{number}.{name}", places.of(entry, name, text), words, text)
    for part_number, part in enumerate(going.parts, 1):
        at, name = f"{number}.{part_number}", str(part.field)
        words = f"{where}, {part.label}" if part.label else where
        if part.label:
            place = places.of(entry, f"{name}.label", part.label)
            yield Text(f"{at}.label", place, where, part.label)
        for line, text in enumerate(part.paragraphs, 1):
            yield Text(f"{at}.{line}", places.of(entry, name, text), words, text)
