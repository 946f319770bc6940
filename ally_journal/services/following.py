"""Looking again at a promise: how it stands follows from the answers of the later entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.answers import as_text, day_from
from ally_journal.domain.conditions import found, value_of
from ally_journal.domain.practice import Kind
from ally_journal.domain.promise import PromiseKind, PromiseState
from ally_journal.storage import promises

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.practice import SettleRule
    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.domain.walk import Walk
    from ally_journal.storage.reader import Reader, ReadWriter
    from ally_journal.storage.stamps import Stamp


def settle_followed(
    tx: ReadWriter, walk: Walk, promise_id: str | None, stamp: Stamp
) -> SettleRule | None:
    """Say how the promise stands that an entry looked at again.

    Args:
        tx: the transaction that keeps the entry.
        walk: with its answers.
        promise_id: the promise; None where the entry looked at none.
        stamp: of now.

    Returns:
        The rule by which it was settled; None where it stands as before.
    """
    rule = next(iter(walk.settles), None)
    promise = promises.load(tx, promise_id) if promise_id else None
    if rule is None or promise is None:
        return None
    stands = promise.standing(
        PromiseState(rule.state),
        stamp.now,
        due=_day(walk, rule.due, stamp.day),
        text=_words(walk, rule.text),
        why=_words(walk, rule.why),
    )
    promises.save(tx, stands, stamp)
    return rule


def followed_promise(reader: Reader, library: PracticeLibrary, entry: str, by: str) -> str | None:
    """The promise of an entry that a practice looks at again: its repair, else its first.

    None for a practice that says nothing on promises, and where the entry gave none.
    """
    if not library.practices[by].settles:
        return None
    known = [promise for promise, _step in promises.of_entry(reader, entry)]
    repairs = [one for one in known if one.kind is PromiseKind.REPAIR]
    return next((one.id for one in (*repairs, *known)), None)


def _words(walk: Walk, name: str) -> str:
    field = found(name, walk.unfolded.steps) if name else None
    value = value_of(name, walk.unfolded.said, walk.unfolded.steps) if name else None
    if field is None or value is None:
        return ""
    return " ".join(as_text(field, value).split())


def _day(walk: Walk, name: str, today: date) -> date | None:
    value = walk.unfolded.said.get(name)
    is_day = name in walk.unfolded.steps and walk.unfolded.steps[name].kind is Kind.DATE
    return day_from(value, today) if is_day and isinstance(value, str) else None
