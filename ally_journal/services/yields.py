"""What an entry leaves behind when it is kept: promises and follow-ups; and what conditions ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ally_journal.clock import zone_of
from ally_journal.domain import query as queries
from ally_journal.domain.answers import as_text, day_from
from ally_journal.domain.list_item import is_same
from ally_journal.domain.practice_counts import LOOKED_BACK, counted
from ally_journal.domain.promise import FollowUp, Promise, PromiseKind, PromiseState
from ally_journal.ids import new_id
from ally_journal.services import following
from ally_journal.storage import entries, promises, search

if TYPE_CHECKING:
    from ally_journal.domain.entry import AnswerValue, Draft, Entry
    from ally_journal.domain.practice import PromiseRule, SettleRule
    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.domain.walk import Walk
    from ally_journal.services.context import Context
    from ally_journal.storage.reader import ReadWriter
    from ally_journal.storage.stamps import Stamp

_WEEK = timedelta(days=7)


def facts(context: Context, draft: Draft) -> dict[str, int | str]:
    """What the journal knows that conditions may ask for.

    `hour` of now; `event.entries_7d`, kept entries on the same event in the last 7 days;
    `plan.moved`, how often the promise that is looked at again was moved; `asks.themes`, whether
    the person lets practices ask what a thing was about; and the counts of the practice.
    """
    now = context.clock.now()
    known: dict[str, int | str] = {
        "hour": now.astimezone(zone_of(context.clock.zone())).hour,
        "event.entries_7d": 0,
        "plan.moved": 0,
        "asks.themes": int(context.settings.ask_themes),
    }
    if draft.event is not None:
        known["event.entries_7d"] = entries.count_on_event(
            context.vault, draft.event, now - _WEEK, but=draft.id
        )
    if draft.follows is not None:
        promise = promises.load(context.vault, draft.follows)
        known["plan.moved"] = promise.moved if promise else 0
    return known | _counts(context, draft)


def _counts(context: Context, draft: Draft) -> dict[str, int]:
    """What the entries before this one say together, for a practice that counts."""
    practice = context.library.practices.get(draft.practice)
    if practice is None or not practice.counts:
        return {}
    rows = search.find(context.vault, queries.parse(f"practice:{practice.id}"), LOOKED_BACK + 1)
    earlier = (entries.load(context.vault, row.id) for row in rows if row.id != draft.id)
    return counted(
        practice, [{answer.key: answer.value for answer in entry.answers} for entry in earlier]
    )


def keep_promises(
    tx: ReadWriter,
    entry: Entry,
    walk: Walk,
    stamp: Stamp,
    *,
    before: Entry | None = None,
    settled: SettleRule | None = None,
) -> None:
    """Write the promises that the answers of an entry give.

    A promise that came out of the same step before is brought up to date while it is open: in what
    an edit changed, so that what was moved or made smaller meanwhile stays. What an earlier entry
    on the same event promises in the same words for the same day is not promised twice.

    Args:
        tx: the transaction that keeps the entry.
        entry: as it is kept.
        walk: with its answers.
        stamp: of now.
        before: the entry before an edit.
        settled: how the promise was settled that this entry looked at again; the words it took are
            no promise of their own.
    """
    known = {step: promise for promise, step in promises.of_entry(tx, entry.id)}
    earlier = None if before is None else walk.of(before)
    for rule in walk.promises:
        promise = _promise(entry, walk, rule, stamp)
        if promise is None or (settled is not None and settled.text == rule.text):
            continue
        there = known.get(rule.text)
        was = None if before is None or earlier is None else _promise(before, earlier, rule, stamp)
        # Given before and not there: it was settled in another way.
        is_new = was is None or earlier is None or rule not in earlier.promises
        if there is None and is_new and not _is_promised(tx, promise, entry):
            promises.add(tx, promise, rule.text, stamp)
        elif there is not None and there.state.is_open:
            stands = _brought_up_to_date(there, was, promise)
            if stands != there:
                promises.save(tx, stands, stamp)


def keep_follow_ups(
    tx: ReadWriter, entry: Entry, walk: Walk, stamp: Stamp, library: PracticeLibrary
) -> None:
    """Write when an entry is to be looked at again, once for each practice and day.

    Args:
        tx: the transaction that keeps the entry, with its promises.
        entry: as it is kept.
        walk: with its answers.
        stamp: of now.
        library: where the practices are that follow up.
    """
    asked = promises.follow_ups_of(tx, entry.id)
    for follow_up in walk.follow_ups:
        due = walk.follow_up_day(follow_up, entry.day)
        if not follow_up.asked and (follow_up.practice, due.isoformat()) not in asked:
            by = follow_up.practice
            promise_id = following.followed_promise(tx, library, entry.id, by)
            row = FollowUp(new_id(stamp.now), entry.id, by, due, promise_id)
            promises.add_follow_up(tx, row, stamp)


def _is_promised(tx: ReadWriter, new: Promise, entry: Entry) -> bool:
    """Whether another entry on the event gave the same, and it is open: it was carried along."""
    return any(
        (one.kind, one.due) == (new.kind, new.due)
        and is_same(one.text, new.text)
        and one.entry is not None
        and _event(entries.load(tx, one.entry)) == _event(entry)
        for one in promises.everything(tx, open_only=True)
    )


def _event(entry: Entry) -> str:
    return entry.event or entry.id


def _brought_up_to_date(there: Promise, was: Promise | None, now: Promise) -> Promise:
    """A promise with the words and the day that the answers give now, where they gave others."""
    text = there.text if was is not None and was.text == now.text else now.text
    due = there.due if was is not None and was.due == now.due else now.due
    return replace(there, text=text, due=due)


def _promise(entry: Entry, walk: Walk, rule: PromiseRule, stamp: Stamp) -> Promise | None:
    """The promise that a rule finds in the answers; None where nothing was said."""
    text = " ".join(_said(walk, rule.text).split())
    if not text:
        return None
    kind = PromiseKind(rule.kind)
    state = PromiseState.OWNED if kind is PromiseKind.REPAIR else PromiseState.PLANNED
    due = _due(walk, rule.due, entry.day)
    if kind is PromiseKind.REPAIR and due is not None:
        state = PromiseState.PLANNED
    return Promise(new_id(stamp.now), kind, text, state, due, stamp.now, entry.id)


def _said(walk: Walk, name: str) -> str:
    """The words of a step, or of one part of it ("repair.text")."""
    key, _, part_key = name.partition(".")
    for step, value in walk.kept_answers:
        if step.key == name:
            return as_text(step, value)
        part = next((one for one in step.parts if one.key == part_key), None)
        if step.key == key and part is not None and isinstance(value, dict):
            found: AnswerValue | None = value.get(part_key)
            return "" if found is None else as_text(part, found)
    return ""


def _due(walk: Walk, rule: str, day: date) -> date | None:
    if not rule:
        return None
    return day_from(rule if rule.startswith("+") else _said_raw(walk, rule), day)


def _said_raw(walk: Walk, key: str) -> str:
    return next((str(value) for step, value in walk.kept_answers if step.key == key), "")
