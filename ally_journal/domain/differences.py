"""What changed between two wordings of an entry: question by question, and word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_COMPARED = 4_000_000
"""Two passages whose numbers of words make more than this together are told apart as a whole."""

# A word with the room after it, one sign, or one character of a script without spaces.
_WIDE = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(rf"[{_WIDE}]\s*|(?:(?![{_WIDE}])\w)[^\W{_WIDE}'’\u0300-\u036f-]*"
                    rf"(?:['’\u0300-\u036f-]+[^\W{_WIDE}]*)*\s*|[^\w\s]\s*|\s+")  # fmt: skip


class Kind(StrEnum):
    """What became of a stretch of text, or of the answer to a question."""

    SAME = "same"
    ADDED = "added"
    TAKEN_OUT = "taken-out"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row that share their fate: same, added or taken out."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the answer to one question."""

    question: str
    kind: Kind
    stretches: tuple[Stretch, ...]


class Answered(NamedTuple):
    """A question by its key, its wording, and its answer as text."""

    key: str
    question: str
    text: str


def differences(before: Sequence[Answered], after: Sequence[Answered]) -> tuple[Difference, ...]:
    """Every question of either wording, in the order of the later one, with what changed.

    A question that was only asked before stands where it stood.
    """
    earlier = {one.key: one for one in before}
    later = {one.key: one for one in after}
    return tuple(_difference(earlier.get(key), later.get(key)) for key in _order(before, after))


def compared(before: str, after: str) -> tuple[Stretch, ...]:
    """The words of both texts in reading order: what stayed, what was taken out, what came in."""
    if before == after:
        return (Stretch(Kind.SAME, after),) if after else ()
    return tuple(_joined(_by_lines(before, after)))


def _order(before: Sequence[Answered], after: Sequence[Answered]) -> list[str]:
    order = [one.key for one in after]
    previous: str | None = None
    for one in before:
        if one.key not in order:
            order.insert(0 if previous is None else order.index(previous) + 1, one.key)
        previous = one.key
    return order


def _difference(before: Answered | None, after: Answered | None) -> Difference:
    shown = after or before or Answered("", "", "")
    stretches = compared(before.text if before else "", after.text if after else "")
    kinds = {one.kind for one in stretches}
    kind = kinds.pop() if len(kinds) == 1 else Kind.CHANGED if kinds else Kind.SAME
    return Difference(shown.question, kind, stretches)


def _by_lines(before: str, after: str) -> Iterator[Stretch]:
    """Lines first, so that a long text costs no more than what was changed in it."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for tag, first, last, start, end in _steps(old, new):
        if tag == "equal":
            yield Stretch(Kind.SAME, "".join(new[start:end]))
        else:
            yield from _by_words("".join(old[first:last]), "".join(new[start:end]))


def _by_words(before: str, after: str) -> Iterator[Stretch]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) * len(new) > MOST_COMPARED:
        yield from (Stretch(Kind.TAKEN_OUT, before), Stretch(Kind.ADDED, after))
        return
    for tag, first, last, start, end in _steps(_bare(old), _bare(new)):
        if tag == "equal":
            yield Stretch(Kind.SAME, "".join(new[start:end]))
        else:
            yield Stretch(Kind.TAKEN_OUT, "".join(old[first:last]))
            yield Stretch(Kind.ADDED, "".join(new[start:end]))


def _steps(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _bare(tokens: Sequence[str]) -> list[str]:
    """Words without the room after them: a word stays the same at the end of a line."""
    return [token.strip() or token for token in tokens]


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Neighbours of the same kind as one; empty ones left out."""
    held: Stretch | None = None
    for one in stretches:
        if not one.text:
            continue
        if held is not None and held.kind is one.kind:
            held = Stretch(held.kind, held.text + one.text)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held
