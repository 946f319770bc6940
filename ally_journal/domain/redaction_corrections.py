"""What the client corrects by hand: words blanked, kept, or given to somebody.

Later corrections win over earlier ones. Whatever touches a replaced name takes the whole of it:
no half of a name is ever left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.packet import BAR
from ally_journal.domain.redaction_letters import someone
from ally_journal.domain.redaction_values import MarkKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.redaction_values import Correction

BLANK, KEEP, PERSON = "blank", "keep", "person"


def corrected(
    spans: Sequence[Span], corrections: Sequence[Correction], length: int
) -> tuple[Span, ...]:
    """The spans of a text of that length, as they are after the corrections.

    Places outside the text, and acts that are not known, change nothing.
    """
    found = list(spans)
    for one in corrections:
        start, end = max(one.start, 0), min(one.end, length)
        if start >= end or one.act not in (BLANK, KEEP, PERSON):
            continue
        touched = [span for span in found if span.start < end and start < span.end]
        found = [span for span in found if span.end <= start or end <= span.start]
        if one.act != KEEP:
            found.append(_by_hand(one, touched, start, end))
    return tuple(sorted(found, key=lambda span: span.start))


def _by_hand(one: Correction, touched: Sequence[Span], start: int, end: int) -> Span:
    start = min([start, *(span.start for span in touched)])
    end = max([end, *(span.end for span in touched)])
    if one.act == BLANK:
        return Span(start, end, MarkKind.BLANK, BAR)
    return Span(start, end, MarkKind.PERSON, one.label or someone())
