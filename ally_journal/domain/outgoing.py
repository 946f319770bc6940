"""An entry as it goes to a coach, before anybody's name is replaced: what is ticked, and no more.

What is not ticked is looked at for one thing only: that the title does not repeat it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ally_journal.domain.outgoing_pieces import Piece, of_answer, pieces
from ally_journal.domain.outgoing_title import may_go
from ally_journal.domain.outgoing_words import exact_day, has_days, week_of, without_days
from ally_journal.domain.share_fields import Field, goes, of_practice
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ally_journal.domain.entry import Entry, Revision
    from ally_journal.domain.practice import Practice
    from ally_journal.domain.promise import Promise

_BUILT_IN = "built in"


@dataclass(frozen=True, slots=True)
class OutgoingPart:
    """One answer below its question: plain paragraphs, in which nothing is replaced yet."""

    field: Field
    label: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutgoingEntry:
    """An entry with what is ticked of it.

    `practice` is the id of a practice that every journal has, else empty; `kind` its title; `when`
    a week, or a day where days are ticked. `tags` stand among the parts as well.
    """

    title: str
    practice: str
    kind: str
    when: str
    parts: tuple[OutgoingPart, ...]
    tags: tuple[str, ...]


def outgoing(
    entry: Entry,
    practice: Practice | None,
    fields: Collection[Field],
    promises: Sequence[Promise],
    *,
    revisions: Sequence[Revision] = (),
    week_starts: int = 0,
) -> OutgoingEntry:
    """An entry as plain paragraphs of the chosen fields. Whether it may go is not asked here.

    Args:
        entry: as it is kept.
        practice: of the entry; without one every answer needs `STORY`.
        fields: that are ticked.
        promises: any; those of the entry are taken.
        revisions: what the entry held before: a title that repeats it stays too.
        week_starts: 0 for Monday.

    Of a practice that is not to be told of (`needed_ally` without `NEEDED`) nothing is said: no
    part, no tag, neither the title nor which practice it was.
    """
    ticked = frozenset(fields)
    days = Field.DATES in ticked
    when = exact_day(entry.day) if days else week_of(entry.day, week_starts)
    if practice is not None and not goes(of_practice(practice), ticked):
        return OutgoingEntry(_nameless(), "", _nameless(), when, (), ())
    everything = tuple(pieces(entry, practice, promises, ticked))
    going = [one for one in everything if one.paragraphs and goes(one.wanted, ticked)]
    stays = [text for one in everything if one not in going for text in one.repeated]
    stays += [*_before(revisions, practice), *entry.people]
    kind = _kind(practice, days=days)
    return OutgoingEntry(
        _title(entry, stays, going, days=days) or kind,
        practice.id if practice and practice.source == _BUILT_IN else "",
        kind,
        when,
        tuple(OutgoingPart(one.field, one.label, one.paragraphs) for one in going),
        entry.tags if Field.WORDS in ticked else (),
    )


def _nameless() -> str:
    return _("An entry")


def _kind(practice: Practice | None, *, days: bool) -> str:
    title = practice.title if practice else _nameless()
    return title if days else without_days(title)


def _before(revisions: Sequence[Revision], practice: Practice | None) -> list[str]:
    """All that an entry said before it was edited."""
    answers = [answer for one in revisions for answer in one.answers]
    told = [piece for one in answers for piece in of_answer(one, practice, days=True)]
    return [text for piece in told for text in piece.repeated]


def _title(entry: Entry, stays: Sequence[str], going: Sequence[Piece], *, days: bool) -> str:
    """The title, empty where it repeats something that stays behind, or has a day that stays."""
    title = " ".join(entry.title.split())
    if not days and has_days(title):
        return ""
    told = [text for one in going for text in one.paragraphs]
    return title if may_go(title, stays, told) else ""
