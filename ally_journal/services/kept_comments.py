"""Remarks that were kept: shown beside entries and packets, removed and put back."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.packet import RemarkKind
from ally_journal.domain.preview import KeptComment
from ally_journal.services.telling import retelling_of
from ally_journal.storage import comments
from ally_journal.storage.comments import RemovedComment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ally_journal.services.context import Context
    from ally_journal.services.telling import Retelling
    from ally_journal.storage.comments import Comment


def of_entry(context: Context, entry: str) -> tuple[KeptComment, ...]:
    """The remarks on an entry, by what went out and their places in it."""
    return _shown(context, comments.of_entry(context.vault, entry))


def of_sent(context: Context, sent: str) -> tuple[KeptComment, ...]:
    """All remarks that came back to what went out, in the order of its places."""
    return _shown(context, comments.of_sent(context.vault, sent))


def remove(context: Context, comment: str) -> tuple[RemovedComment | None, Change]:
    """Remove a remark; what is given back is all that is left of it."""
    with context.vault.atomic() as tx:
        there = comments.load(tx, comment)
        if there is None:
            return None, Change()
        comments.remove(tx, comment, context.stamp())
    return RemovedComment(there), _change(there)


def put_back(context: Context, removed: RemovedComment | None) -> Change:
    """Undo a removal; what was not removed stays as it is."""
    if removed is None:
        return Change()
    with context.vault.atomic() as tx:
        comments.put_back(tx, removed.comment, context.stamp())
    return _change(removed.comment)


def _change(comment: Comment) -> Change:
    return Change(entries=frozenset({comment.entry} if comment.entry else ()))


def _shown(context: Context, found: Iterable[Comment]) -> tuple[KeptComment, ...]:
    retold = cache(lambda sent: retelling_of(context, sent))
    ordered = sorted(found, key=lambda one: (one.created, one.sent, _numbers(one.anchor)))
    return tuple(_kept(one, retold(one.sent)) for one in ordered)


def _numbers(anchor: str) -> tuple[int, ...]:
    return tuple(int(number) for number in anchor.split(".")) if anchor else ()


def _kept(comment: Comment, retelling: Retelling | None) -> KeptComment:
    told = retelling.told_at(comment.anchor) if retelling else None
    return KeptComment(
        id=comment.id,
        sent=comment.sent,
        sender=comment.sender,
        day=comment.day,
        at=comment.anchor,
        entry=None if told and told.gone else comment.entry,
        label=_label(comment, retelling),
        paragraph=comment.paragraph,
        then=told.then if told else "",
        now=told.now if told else None,
        changed=told.changed if told else False,
        text=retelling.named(comment.text) if retelling else comment.text,
        kind=RemarkKind(comment.kind),
    )


def _label(comment: Comment, retelling: Retelling | None) -> str:
    if retelling is None:
        return ""
    part = retelling.part_at(comment.anchor)
    return retelling.named(part.label) if part else retelling.title_at(comment.anchor)
