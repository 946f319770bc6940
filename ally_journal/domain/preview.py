"""What is about to go out, what went out, and what came back: the values that pages show.

A place in a packet is named by an anchor, see `packet.py`. What is replaced and is no paragraph has
one too: "question", "sender", "2.title", "2.kind", "2.1.label".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from ally_journal.domain.entry import EntrySummary, Sensitivity
from ally_journal.domain.leak_check import Leak
from ally_journal.domain.packet import Packet, RemarkKind, Reply
from ally_journal.domain.redaction_values import Cast, Correction, Redacted
from ally_journal.domain.share_fields import Field


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person picked for a packet.

    Attributes:
        entries: ids, in the order in which they go out. What may not go is left out and counted.
        fields: which parts of them.
        question: what they want help with.
        sender: what they want to be called.
        corrections: by hand, word by word; each names the `place` of a `Piece`.
        seed: chance of the letters: the same seed gives the same people the same letters.
        allowed: words that the leak check may let through, as the person typed or saw them.
        blank: words that are blanked in this packet beside those of the person's list.
    """

    entries: tuple[str, ...]
    fields: frozenset[Field]
    question: str = ""
    sender: str = ""
    corrections: tuple[Correction, ...] = ()
    seed: int = 0
    allowed: frozenset[str] = frozenset()
    blank: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ShareRow:
    """An entry to choose from. `may_go` is False for one that never leaves; `ticked` beforehand."""

    summary: EntrySummary
    sensitivity: Sensitivity
    may_go: bool
    ticked: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of the packet with its replacements.

    Attributes:
        at: its anchor.
        place: what a `Correction` of it is keyed by: the entry, the field and the very text; so
            it comes along when the choice changes, and never lands on other words.
        words: where it stands, for a person: "entry 2, What I learned".
        redacted: the text as it goes out, and its marks.
    """

    at: str
    place: str
    words: str
    redacted: Redacted


@dataclass(frozen=True, slots=True)
class FoundLeak:
    """A word that was to stay and goes out: where in words, the piece if it is in one, the word."""

    place: str
    piece: Piece | None
    leak: Leak
    word: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Preview:
    """Exactly what goes out once it is sealed.

    Attributes:
        choice: that it was made from.
        packet: redacted, with its id and its reply key.
        pieces: every text of it with its marks, in its order.
        cast: who stands behind which label, those in the packet only.
        watched: everybody and every word that the leak check looks for.
        leaks: what it found; sealing stops for them.
        left_out: chosen entries that may not go: drafts, trash, those that never leave.
        entries: ids of those in the packet, in its order.
        sources: by entry, digests of its paragraphs before anything was replaced.
        reply_identity: the other half of the reply key; a secret.
    """

    choice: Choice
    packet: Packet
    pieces: tuple[Piece, ...]
    cast: Cast
    watched: Cast
    leaks: tuple[FoundLeak, ...]
    left_out: int
    entries: tuple[str, ...]
    sources: dict[str, dict[str, object]] = field(repr=False)
    reply_identity: str = field(repr=False)

    def piece(self, at: str) -> Piece | None:
        """The piece at an anchor."""
        return next((one for one in self.pieces if one.at == at), None)

    @property
    def replaced(self) -> int:
        """How many words were replaced."""
        return sum(len(one.redacted.marks) for one in self.pieces)


@dataclass(frozen=True, slots=True)
class SentRow:
    """A line of the log of what went out.

    Attributes:
        id: of the row.
        made: when, in UTC.
        format: "packet", "pdf", "html" or "markdown"; exports have theirs.
        label: to whom, in the person's own words.
        entries: id and title of each; the title is None for one that has gone, and so is the id
            (empty) once it was deleted for ever.
        fields: which went along.
        replies: how many came back.
        digest: SHA-256 of what went out, hexadecimal.
        has_packet: what went out can be shown again: `sharing.sent_packet`.
        missing: characters of a PDF that no font could show; known only when it is written.
    """

    id: str
    made: datetime
    format: str
    label: str
    entries: tuple[tuple[str, str | None], ...]
    fields: tuple[str, ...]
    replies: int
    digest: str = ""
    has_packet: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoachRow:
    """A coach whose key is kept, by the person's own words for them."""

    id: str
    label: str
    public: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """A paragraph as it went out, with the person's own names, and as it stands today.

    `now` is None where the entry, or the paragraph, is not there any more; `gone` tells the first.
    """

    then: str
    now: str | None
    changed: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class IncomingNote:
    """A remark of a reply that is looked at before it is kept.

    Attributes:
        id: that it has once kept: it follows from the reply, so twice received is once kept.
        at: its anchor.
        entry: id of the entry; None for the whole packet, and where it was deleted for ever.
        title: of the entry today; as it went out where it has gone.
        question: label of the part that the paragraph stands in; empty otherwise.
        told: the paragraph then and now; None for a remark on an entry or on the whole.
        gone: the entry has gone: the remark is kept with the packet.
        text: what the coach wrote, with the person's own names.
        is_new: it was not kept before.
    """

    id: str
    at: str
    entry: str | None
    title: str
    question: str
    told: ThenAndNow | None
    gone: bool
    text: str
    kind: RemarkKind
    is_new: bool

    @property
    def then(self) -> str:
        """The paragraph as it went out."""
        return self.told.then if self.told else ""

    @property
    def now(self) -> str | None:
        """The paragraph as it stands today."""
        return self.told.now if self.told else None

    @property
    def changed(self) -> bool:
        """Whether it was edited since."""
        return self.told is not None and self.told.changed


@dataclass(frozen=True, slots=True)
class SuggestedPractice:
    """A practice that a reply suggests; `known` where the journal has it."""

    id: str
    title: str
    known: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class Incoming:
    """A reply that was opened and checked against what went out; nothing is kept yet.

    `is_known`: all of it was kept before. `digest`: of the reply, hexadecimal.
    """

    reply: Reply
    digest: str
    sent: SentRow
    notes: tuple[IncomingNote, ...]
    practices: tuple[SuggestedPractice, ...]
    is_known: bool


@dataclass(frozen=True, slots=True)
class KeptComment:
    """A remark that stands beside an entry, or with its packet.

    Attributes:
        id: of the row.
        sent: id of the `SentRow` that it came back to.
        sender: who wrote it, as they call themselves.
        day: when it came home.
        at: its anchor in the packet.
        entry: id of the entry; None for the whole packet, or where it has gone.
        label: of the part that it is about; the entry's title of then for a whole entry.
        paragraph: which of that part, from 1; None for a whole entry or packet.
        then: the paragraph as it went out, with the person's own names.
        now: as it stands today; None where it is not there any more.
        changed: it was edited since.
        text: with the person's own names.
    """

    id: str
    sent: str
    sender: str
    day: date
    at: str
    entry: str | None
    label: str
    paragraph: int | None
    then: str
    now: str | None
    changed: bool
    text: str
    kind: RemarkKind
