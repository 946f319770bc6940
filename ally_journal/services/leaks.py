"""The last look before something goes out: at the finished bytes and at the name of the file.

Every text of the packet's JSON is looked at by itself. In a page that people read, the words that
are ours (and the week, which may be in May) are no leak; whatever else stands there stands in the
JSON too.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from ally_journal.domain.leak_check import LeakCheck
from ally_journal.domain.preview import FoundLeak
from ally_journal.language import _
from ally_journal.packet_errors import LeakFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ally_journal.domain.packet import Packet
    from ally_journal.domain.preview import Choice, Piece, Preview
    from ally_journal.domain.redaction import Cast

_KEEP = "keep"
_OURS = frozenset({"format", "version", "id", "created", "reply_key", "notice", "page"})
"""Of the packet's JSON: what is ours. The page is looked at as it is read."""
_OURS_OF_ENTRY = frozenset({"practice", "when", "field"})


def found_in(pieces: Sequence[Piece], watched: Cast, choice: Choice) -> tuple[FoundLeak, ...]:
    """What would leak of the texts of a packet, by the place; sealing looks at the bytes again."""
    kept = {one.place: _kept(one, choice) for one in pieces}
    check = LeakCheck(watched)
    found = [
        FoundLeak(piece.words, piece, leak, piece.redacted.text[leak.start : leak.end])
        for piece in pieces
        for leak in check.leaks(piece.redacted.text, choice.allowed | kept[piece.place])
    ]
    sender = choice.sender.strip()
    found += [
        FoundLeak(_("what you are called"), None, leak, sender[leak.start : leak.end])
        for leak in check.leaks(sender, choice.allowed)
    ]
    return tuple(found)


def _kept(piece: Piece, choice: Choice) -> frozenset[str]:
    """Words of a piece that the person said are to stay as they are."""
    source = piece.redacted.source
    return frozenset(
        source[one.start : one.end]
        for one in choice.corrections
        if one.act == _KEEP and one.place == piece.place
    )


def check_name(preview: Preview, name: str) -> None:
    """Look at the name of the file.

    Raises:
        LeakFound.
    """
    found = LeakCheck(preview.watched).leaks(name, preview.choice.allowed)
    _stop([_("the file’s name")] * len(found))


def check_packet(preview: Preview, data: bytes) -> None:
    """Look at every text of the finished JSON.

    Raises:
        LeakFound.
    """
    check = LeakCheck(preview.watched)
    by_text = {piece.redacted.text: piece for piece in preview.pieces}
    found: list[str] = []
    for text in _texts(json.loads(data)):
        piece = by_text.get(text)
        allowed = preview.choice.allowed | (_kept(piece, preview.choice) if piece else frozenset())
        words = piece.words if piece else _("what you are called")
        found += [words] * len(check.leaks(text, allowed))
    _stop(found)


def check_page(preview: Preview, text: str, bare: Callable[[Packet], str]) -> None:
    """Look at the text of a finished page.

    Args:
        preview: that it was made of.
        text: as it can be read in the finished bytes.
        bare: gives the text of the same page of another packet; asked where something was found.

    Raises:
        LeakFound.
    """
    choice, check = preview.choice, LeakCheck(preview.watched)
    allowed = choice.allowed.union(*(_kept(piece, choice) for piece in preview.pieces))
    if not check.leaks(text, allowed):
        return
    ours = _words_of_ours(preview, bare)
    allowed |= {ours[leak.start : leak.end] for leak in check.leaks(ours)}
    still = check.leaks(text, allowed)
    _stop([_where(preview.pieces, text[leak.start : leak.end]) for leak in still])


def _words_of_ours(preview: Preview, bare: Callable[[Packet], str]) -> str:
    """What stands on the page whatever the person wrote."""
    packet = preview.packet
    empty = replace(packet, sender="", question="", people=(), entries=())
    weeks = [entry.when for entry in packet.entries]
    return "\n".join([bare(empty), *weeks])


def _where(pieces: Iterable[Piece], word: str) -> str:
    for piece in pieces:
        if word in piece.redacted.text:
            return piece.words
    return _("the page")


def _texts(value: object, ours: frozenset[str] = _OURS) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, _OURS_OF_ENTRY)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in ours:
                yield from _texts(one, _OURS_OF_ENTRY)


def _stop(places: Sequence[str]) -> None:
    if places:
        raise LeakFound(len(places), tuple(dict.fromkeys(places)))
