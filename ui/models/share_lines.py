"""The preview of a packet as lines to show, and where a word of a line stands in what was written.

Only what goes out is in the lines: a blanked word is nowhere in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.domain.preview import Piece
from ally_journal.domain.redaction_values import Mark, MarkKind, Redacted
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.packet import PacketEntry
    from ally_journal.domain.preview import Preview

QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the page. `style`: "title", "label", "words" or "small".

    `piece` is None for what is ours, such as the week; nothing in it can be blanked.
    """

    text: str
    style: str
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class KeySign:
    """A sign of the key: the pill's label, or a bar where it is empty; and what it stands for."""

    label: str
    words: str


def page_lines(preview: Preview) -> tuple[Line, ...]:
    """Everything that the coach gets to read, from top to bottom."""
    return tuple(_lines(preview))


def key_signs(preview: Preview) -> tuple[KeySign, ...]:
    """What each sign on the page stands for: "Person A" was Wren."""
    names = {known.label: known.names[0] for known in preview.cast.known}
    shown: dict[str, KeySign] = {}
    here = {word.casefold() for word in preview.choice.blank}
    blanked = listed = 0
    for mark, text in _marks(preview):
        if mark.kind is MarkKind.PERSON and text not in shown:
            name = names.get(text)
            words = _("was {name}").format(name=name) if name else _("may be one of several people")
            shown[text] = KeySign(text, words)
        elif mark.kind in _STAND_INS:
            shown.setdefault(text, KeySign(text, _stand_in(mark.kind)))
        by_hand = mark.kind is MarkKind.BLANK or mark.was.casefold() in here
        blanked += mark.kind in _BARS and by_hand
        listed += mark.kind in _BARS and not by_hand
    return (*sorted(shown.values(), key=lambda one: (len(one.label), one.label)),
            *_bars(blanked, listed))  # fmt: skip


def counted(preview: Preview) -> str:
    """How much was taken out: "2 names replaced, 1 word blanked"."""
    found = list(_marks(preview))
    names = len({text for mark, text in found if mark.kind is MarkKind.PERSON})
    others = sum(mark.kind in _STAND_INS for mark, _text in found)
    bars = sum(mark.kind in _BARS for mark, _text in found)
    parts = (
        (names, ngettext("{n} name replaced", "{n} names replaced", names)),
        (others, ngettext("{n} address or number", "{n} addresses or numbers", others)),
        (bars, ngettext("{n} word blanked", "{n} words blanked", bars)),
    )
    return ", ".join(words.format(n=number) for number, words in parts if number)


def source_span(redacted: Redacted, start: int, end: int) -> tuple[int, int]:
    """Where what stands from `start` to `end` stands in the tidied source; all of a mark or none.

    An empty piece gives an empty span.
    """
    return _source(redacted, start, is_end=False), _source(redacted, end, is_end=True)


def word_around(text: str, at: int) -> tuple[int, int]:
    """The word that a caret stands in or behind; an empty span where there is none."""
    start = end = at
    while start and _is_of_word(text[start - 1]):
        start -= 1
    while end < len(text) and _is_of_word(text[end]):
        end += 1
    return start, end


def mark_around(redacted: Redacted, at: int) -> Mark | None:
    """The mark that a caret stands in."""
    return next((one for one in redacted.marks if one.start <= at < one.end), None)


def _source(redacted: Redacted, at: int, *, is_end: bool) -> int:
    shift = 0
    for mark in redacted.marks:
        if at < mark.end and (at > mark.start or (at == mark.start and not is_end)):
            return mark.source[1] if is_end else mark.source[0]
        if at < mark.end:
            break
        shift = mark.source[1] - mark.end
    return at + shift


def _lines(preview: Preview) -> Iterator[Line]:
    packet = preview.packet
    if packet.sender:
        yield Line(_("From {name}").format(name=packet.sender), "small")
    question = preview.piece(QUESTION)
    if question is not None and question.redacted.text:
        yield Line(_("The question I want help with"), "label")
        yield Line(question.redacted.text, "words", question)
    for number, entry in enumerate(packet.entries, 1):
        yield from _entry(preview, number, entry)


def _entry(preview: Preview, number: int, entry: PacketEntry) -> Iterator[Line]:
    title = preview.piece(f"{number}.title")
    kind = preview.piece(f"{number}.kind")
    yield Line(entry.title or entry.kind or _("Entry {n}").format(n=number), "title",
               title if entry.title else kind)  # fmt: skip
    yield Line(" · ".join(one for one in (entry.when, entry.kind) if one), "small")
    for at, part in enumerate(entry.parts, 1):
        if part.label:
            yield Line(part.label, "label", preview.piece(f"{number}.{at}.label"))
        for line, text in enumerate(part.paragraphs, 1):
            yield Line(text, "words", preview.piece(f"{number}.{at}.{line}"))


def _marks(preview: Preview) -> Iterator[tuple[Mark, str]]:
    for piece in preview.pieces:
        for mark in piece.redacted.marks:
            yield mark, piece.redacted.text[mark.start : mark.end]


def _bars(blanked: int, listed: int) -> Iterator[KeySign]:
    if blanked:
        words = ngettext("you blanked a word", "you blanked {n} times", blanked)
        yield KeySign("", words.format(n=blanked))
    if listed:
        words = ngettext("a word of your list", "{n} words of your list", listed)
        yield KeySign("", words.format(n=listed))


def _stand_in(kind: MarkKind) -> str:
    return {
        MarkKind.EMAIL: _("was an e-mail address"),
        MarkKind.PHONE: _("was a telephone number"),
        MarkKind.LINK: _("was a link"),
    }[kind]


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter in "'’-_█"


_BARS = frozenset({MarkKind.BLANK, MarkKind.WORD})
_STAND_INS = frozenset({MarkKind.EMAIL, MarkKind.PHONE, MarkKind.LINK})
