"""Names, addresses, numbers and words taken out of a text before it goes to somebody else.

People become "Person A", the same within a packet; e-mail addresses, telephone numbers, links and
paths become "[e-mail]", "[number]", "[link]"; the client's own words a bar. It is no anonymity: who
knows the people may know them still.

What is found, and what is not:

- Names and aliases whole, in any case, with any accents, possessive or plural, joined by "-", "_",
  a point or nothing. Each telling word of a name alone, too; in pieces ("Lark-spur", "Lark spur",
  W/r/e/n, across tags and cells); drawn otherwise (small capitals, circled letters); two with at
  most an "and" between them ("wrenandjo"). In pieces that are words, in small letters with blanks
  ("corn flower"), it stays: `leak_check` stops it.
- Initials (J.S., JS, J/S, J&S, J. Stone, Juniper S.), and a single capital that stands alone,
  unless a word such as "plan" or "grade" stands before it. Shortenings such as HR count with points
  only, R&D and the like not at all; the article "A" and "I" only where they can be neither.
- Everyday words that are names ("Will") with a capital only. Plants and colours in any case.
- The client's words in any case, joined, as plurals; "Moss Ltd" and "Team Xylo" without their kind
  too, unless what is left is a word of every day, a plant or a colour.
- Days, times, years and amounts of money are no telephone numbers; long numbers of accounts count.
- Where several people may be meant, the longest name decides, then the whole before a part of one;
  where that is not enough it is "someone".
- A misspelt name is not replaced, but for a letter or two too many at the end or beginning of a
  long one: `leak_check` stops it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.redaction_contacts import contacts
from ally_journal.domain.redaction_corrections import corrected
from ally_journal.domain.redaction_letters import cast, named_again
from ally_journal.domain.redaction_names import NameFinder
from ally_journal.domain.redaction_text import tidied
from ally_journal.domain.redaction_values import (
    Cast,
    Correction,
    Known,
    Mark,
    MarkKind,
    Redacted,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "Cast",
    "Correction",
    "Known",
    "Mark",
    "MarkKind",
    "Redacted",
    "Redactor",
    "cast",
    "named_again",
    "tidied",
]


class Redactor:
    """Takes out of texts what one cast says; made once for all texts of a packet."""

    def __init__(self, cast: Cast) -> None:
        self._names = NameFinder(cast)

    def apply(self, text: str, corrections: Sequence[Correction] = ()) -> Redacted:
        """The text as it goes out. `corrections` are those of its own place only."""
        source = tidied(text)
        spans = corrected(self._spans(source), corrections, len(source))
        return _written(source, spans)

    def appearing(self, texts: Iterable[str]) -> frozenset[str]:
        """Ids of those who appear in texts, or may be meant in them."""
        return frozenset().union(
            *(span.who for text in texts for span in self._spans(tidied(text)))
        )

    def _spans(self, source: str) -> list[Span]:
        taken = contacts(source)
        rest, last = [], 0
        for span in taken:
            rest += [source[last : span.start], "\0" * (span.end - span.start)]
            last = span.end
        rest.append(source[last:])
        return sorted((*taken, *self._names.spans("".join(rest))), key=lambda span: span.start)


def _written(source: str, spans: Sequence[Span]) -> Redacted:
    text: list[str] = []
    marks: list[Mark] = []
    last = length = 0
    for span in spans:
        start = length + span.start - last
        end = start + len(span.shown)
        text += [source[last : span.start], span.shown]
        was = source[span.start : span.end]
        marks.append(Mark(start, end, span.kind, was, (span.start, span.end)))
        last, length = span.end, end
    text.append(source[last:])
    return Redacted("".join(text), tuple(marks), source)
