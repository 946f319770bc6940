"""Making a packet of a choice: every text of it redacted, with its marks, and nothing else in it.

The letters of people are given anew for every packet, among those who appear in it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from ally_journal.domain.packet import Packet, PacketEntry, PacketPart
from ally_journal.domain.preview import Piece, Preview
from ally_journal.domain.redaction import Cast, Correction, Redactor, cast
from ally_journal.formats.age_file import new_key
from ally_journal.services.choosing import chosen
from ally_journal.services.leaks import found_in
from ally_journal.services.strangers import names_of, strangers
from ally_journal.services.taken_out import words_of
from ally_journal.services.telling import digest_of, told
from ally_journal.services.texts import Text, texts_of
from ally_journal.storage import people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.entry import Entry
    from ally_journal.domain.outgoing import OutgoingEntry
    from ally_journal.domain.person import Person
    from ally_journal.domain.preview import Choice
    from ally_journal.domain.redaction import Redacted
    from ally_journal.services.context import Context

_PERSON = "person"


@dataclass(frozen=True, slots=True)
class _Stage:
    """Who stands behind which label, who is watched for, and the corrections by their place."""

    cast: Cast
    watched: Cast
    corrections: Mapping[str, list[Correction]]


def preview(context: Context, choice: Choice) -> Preview:
    """Exactly what would go out; nothing is written."""
    picked, left_out = chosen(context, choice.entries)
    going = [told(context, entry, choice.fields) for entry in picked]
    texts = texts_of(choice, picked, going)
    stage = _stage(context, choice, picked, texts)
    redactor = Redactor(stage.cast)
    pieces = tuple(
        Piece(
            one.at,
            one.place,
            one.words,
            redactor.apply(one.text, stage.corrections.get(one.place, ())),
        )
        for one in texts
    )
    key = new_key()
    made = _packet(context, choice, going, pieces, small=stage.cast, reply_key=key.recipient)
    return Preview(
        choice=choice,
        packet=made,
        pieces=pieces,
        cast=stage.cast,
        watched=stage.watched,
        leaks=found_in(pieces, stage.watched, choice),
        left_out=left_out,
        entries=tuple(entry.id for entry in picked),
        sources={
            entry.id: _source(number, one)
            for number, (entry, one) in enumerate(zip(picked, going, strict=True), 1)
        },
        reply_identity=key.identity,
    )


def _stage(
    context: Context, choice: Choice, picked: Sequence[Entry], texts: Sequence[Text]
) -> _Stage:
    listed = people.everyone(context.vault)
    everyone = (*listed, *strangers(picked, context.library, names_of(listed)))
    words = (*words_of(context.vault), *sorted(choice.blank))
    all_of_them = cast(everyone, words, random.Random(choice.seed))  # noqa: S311 the letters of people, no secret
    there = Redactor(all_of_them).appearing(one.text for one in texts)
    there |= {one.label for one in choice.corrections if one.act == _PERSON}
    present = [person for person in everyone if person.id in there]
    small = cast(present, words, random.Random(choice.seed))  # noqa: S311 the letters of people, no secret
    return _Stage(small, _watched(small, everyone), _by_place(choice, small))


def _watched(small: Cast, everyone: Sequence[Person]) -> Cast:
    """Everybody is looked for in what is finished, also those who have no label in it."""
    labels = {known.person: known.label for known in small.known}
    known = cast(everyone, small.words, random.Random(0)).known  # noqa: S311 the letters of people, no secret
    return replace(
        small, known=tuple(replace(one, label=labels.get(one.person, "")) for one in known)
    )


def _by_place(choice: Choice, small: Cast) -> dict[str, list[Correction]]:
    """Corrections by their place; where one names a person by id, it gets the label of today."""
    labels = {known.person: known.label for known in small.known}
    found: dict[str, list[Correction]] = {}
    for one in choice.corrections:
        named = replace(one, label=labels.get(one.label, one.label))
        found.setdefault(one.place, []).append(named)
    return found


def _packet(
    context: Context,
    choice: Choice,
    going: Sequence[OutgoingEntry],
    pieces: Sequence[Piece],
    *,
    small: Cast,
    reply_key: str,
) -> Packet:
    texts = {one.at: one.redacted for one in pieces}
    shown = "\n".join(one.redacted.text for one in pieces)
    return Packet(
        id=str(uuid4()),
        created=context.today(),
        sender=choice.sender.strip(),
        question=_text(texts, "question"),
        people=tuple(sorted(_labels(small, shown), key=_order)),
        entries=tuple(_entry(number, one, texts) for number, one in enumerate(going, 1)),
        reply_key=reply_key,
    )


def _labels(small: Cast, shown: str) -> list[str]:
    """The labels that stand in what goes out; "Person A" does not stand in "Person AB"."""
    labels = [known.label for known in small.known]
    return [one for one in labels if re.search(rf"{re.escape(one)}(?!\w)", shown)]


def _order(label: str) -> tuple[int, str]:
    return len(label), label


def _entry(number: int, going: OutgoingEntry, texts: Mapping[str, Redacted]) -> PacketEntry:
    parts = tuple(
        PacketPart(
            str(part.field),
            _text(texts, f"{number}.{place}.label"),
            tuple(
                _text(texts, f"{number}.{place}.{line}")
                for line in range(1, len(part.paragraphs) + 1)
            ),
        )
        for place, part in enumerate(going.parts, 1)
    )
    return PacketEntry(
        _text(texts, f"{number}.title"),
        going.practice,
        _text(texts, f"{number}.kind"),
        going.when,
        parts,
    )


def _text(texts: Mapping[str, Redacted], at: str) -> str:
    found = texts.get(at)
    return found.text if found else ""


def _source(number: int, going: OutgoingEntry) -> dict[str, object]:
    """Where an entry stands, and what its paragraphs were before anything was replaced."""
    paragraphs = {
        f"{place}.{line}": digest_of(text)
        for place, part in enumerate(going.parts, 1)
        for line, text in enumerate(part.paragraphs, 1)
    }
    return {"number": number, "paragraphs": paragraphs}
