"""Bringing in habits, marks and notes of other programs: looked at first, then all or nothing.

A habit, and a note's page, has an id that follows from what the file says: the same file brought in
twice changes nothing, also where a habit was renamed here or a page put into the trash. What is
marked here is never overwritten.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.clock import zone_of
from ally_journal.domain.entry import Answer, Entry
from ally_journal.domain.habit import Habit, ScheduleChange
from ally_journal.domain.habit_import import (
    Incoming,
    IncomingHabit,
    Left,
    LeftOut,
    Plan,
    PlannedHabit,
)
from ally_journal.errors import UnknownFormat
from ally_journal.ids import new_id
from ally_journal.services import composing
from ally_journal.storage import entries, habits, imported

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from ally_journal.domain.habit_import import IncomingPage
    from ally_journal.domain.practice import Practice
    from ally_journal.services.context import Context
    from ally_journal.storage.reader import Reader
    from ally_journal.storage.stamps import Stamp
    from ally_journal.storage.transaction import Transaction

FORMATS = ("loop", "daylio")
ANY = "csv"
"""Whichever of them the file is of, by what stands in it."""
_ID_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_NOON = time(12)
_FREE = "free"


@dataclass(frozen=True, slots=True)
class _Match:
    """A habit of the file, and the one here that it is; `is_new` while there is none."""

    incoming: IncomingHabit
    id: str
    name: str
    is_new: bool
    fresh: frozenset[date]


class ImportingService:
    """Reads files of other programs, says what would come in, and brings it in."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def read(self, form: str, path: Path) -> Incoming:
        """What a file holds; nothing is kept.

        Args:
            form: loop, daylio, or csv for whichever of them it is.
            path: of the file, or of the folder that an archive was unpacked to.

        Raises:
            UnknownFormat, SourceUnreadable, SourceTooLarge.
            TableMalformed: where the file cannot be read, and why.
        """
        today = self._context.today()
        if form == ANY:
            from ally_journal.formats.foreign import program_of  # noqa: PLC0415 rarely needed

            form = program_of(path)
        if form == "loop":
            from ally_journal.formats.loop_import import loop_incoming  # noqa: PLC0415 the same

            return loop_incoming(path, today)
        if form == "daylio":
            from ally_journal.formats.daylio_import import (  # noqa: PLC0415 the same
                daylio_incoming,
            )

            return daylio_incoming(path, today)
        raise UnknownFormat(form)

    def plan(self, incoming: Incoming) -> Plan:
        """What would come in, and what is here already; nothing is changed."""
        vault = self._context.vault
        return self._plan(vault, incoming, _match(vault, incoming))

    def _plan(self, reader: Reader, incoming: Incoming, matched: list[_Match]) -> Plan:
        pages = set(map(_page_id, incoming.pages))
        there = imported.entries_here(reader, sorted(pages))
        gone = len(incoming.habits) - len(matched)
        return Plan(
            incoming.program,
            tuple(map(_planned, matched)),
            fresh_pages=len(pages - there),
            pages_there=len(there),
            left=(*incoming.left, *([LeftOut(Left.REMOVED, gone)] if gone else ())),
        )

    def bring(
        self, incoming: Incoming, only: Collection[str] | None = None, *, pages: bool = True
    ) -> tuple[Plan, Change]:
        """Bring it in, in one transaction; what was done.

        Args:
            incoming: what `read` gave.
            only: the keys of the habits that are wanted; all of them by default.
            pages: bring the notes too.

        Raises:
            DiskFull, DiskTrouble, ReadOnly: nothing was changed.
        """
        wanted = tuple(one for one in incoming.habits if only is None or one.key in only)
        chosen = Incoming(incoming.program, wanted, incoming.pages if pages else (), incoming.left)
        return self._context.with_room(lambda: self._bring(chosen))

    def _bring(self, incoming: Incoming) -> tuple[Plan, Change]:
        stamp = self._context.stamp(f"imported {incoming.program}")
        with self._context.vault.atomic() as tx:
            matched = _match(tx, incoming)
            plan = self._plan(tx, incoming, matched)
            for match in matched:
                _keep_habit(tx, match, stamp)
            kept = self._keep_pages(tx, incoming.pages, stamp)
        return plan, Change(habits=bool(plan.habits), entries=frozenset(kept))

    def _keep_pages(
        self, tx: Transaction, pages: tuple[IncomingPage, ...], stamp: Stamp
    ) -> list[str]:
        there = imported.entries_here(tx, sorted(map(_page_id, pages)))
        practice = self._context.library.get(_FREE)
        kept: list[str] = []
        for page in sorted(pages, key=lambda one: (one.day, one.at or _NOON)):
            entry = _entry(page, practice, stamp)
            if entry.id in there:
                continue
            answers = {one.key: one.value for one in entry.answers}
            entries.keep(tx, entry, composing.words(practice, answers), stamp)
            there.add(entry.id)
            kept.append(entry.id)
        return kept


def _match(reader: Reader, incoming: Incoming) -> list[_Match]:
    """Each habit with the one here that it is: by its id, else by its name, else a new one.

    One of the same name that is measured otherwise is another habit. What was removed here for ever
    does not come back.
    """
    here = imported.habits_here(reader)
    names = {one.name.casefold(): one for one in here.values() if not one.is_removed}
    marked = imported.marked_days(reader)
    found = []
    for habit in incoming.habits:
        same = names.get(habit.name.casefold())
        known = here.get(_habit_id(habit)) or (same if same and same.goal == habit.goal else None)
        if known is not None and known.is_removed:
            continue
        name = known.name if known else habit.name
        if known is None and same is not None:
            name = f"{habit.name} ({incoming.program})"
        there = marked.get(known.id, set()) if known else set()
        fresh = frozenset(day for day in habit.days if day.isoformat() not in there)
        found.append(
            _Match(habit, known.id if known else _habit_id(habit), name, known is None, fresh)
        )
    return found


def _entry(page: IncomingPage, practice: Practice, stamp: Stamp) -> Entry:
    """A free page; its moment is its time where this computer is, noon where it has none."""
    given = {"title": page.title, "page": page.text}
    answers = tuple(
        Answer(step.key, step.question, step.kind.value, given[step.key])
        for step in practice.steps
        if given.get(step.key)
    )
    moment = datetime.combine(page.day, page.at or _NOON, tzinfo=zone_of(stamp.zone))
    return Entry(
        id=_page_id(page),
        practice=practice.id,
        practice_version=practice.version,
        title=composing.title(practice, answers, page.title),
        day=page.day,
        created=moment.astimezone(UTC),
        changed=stamp.now,
        zone=stamp.zone,
        answers=answers,
        origin=stamp.origin,
    )


def _planned(match: _Match) -> PlannedHabit:
    days, rests = match.incoming.days, match.incoming.marks.rests - match.incoming.marks.done
    return PlannedHabit(
        key=match.incoming.key,
        name=match.name,
        schedule=match.incoming.schedule,
        is_new=match.is_new,
        fresh=len(match.fresh),
        there=len(days) - len(match.fresh),
        first=min(match.fresh, default=None),
        last=max(match.fresh, default=None),
        is_archived=match.incoming.is_archived,
        is_measured=match.incoming.target is not None,
        rests=len(rests & match.fresh),
        rests_there=len(rests - match.fresh),
    )


def _keep_habit(tx: Transaction, match: _Match, stamp: Stamp) -> None:
    incoming = match.incoming
    if match.is_new:
        habits.add(tx, _habit(match, stamp.day), stamp)
        if incoming.is_archived:
            last = min(max(incoming.days, default=stamp.day), stamp.day)
            habits.change(tx, match.id, stamp, archived=last.isoformat())
    done, amounts = incoming.marks.done, incoming.marks.amounts
    days = {day: ("done" if day in done else "rest", amounts.get(day)) for day in match.fresh}
    imported.add_marks(tx, match.id, days, stamp)


def _habit(match: _Match, today: date) -> Habit:
    """A new habit, from its first mark on."""
    incoming = match.incoming
    first = min(incoming.days, default=today)
    return Habit(
        id=match.id,
        name=match.name,
        schedules=(ScheduleChange(min(first, today), incoming.schedule.text),),
        question=incoming.question,
        goal=incoming.goal,
        target=incoming.target,
        unit=incoming.unit,
    )


def _habit_id(incoming: IncomingHabit) -> str:
    return new_id(_ID_TIME, _number(incoming.key))


def _page_id(page: IncomingPage) -> str:
    """The same in every time zone: it has the page's day, not its moment."""
    return new_id(datetime.combine(page.day, _NOON, tzinfo=UTC), _number(page.key))


def _number(key: str) -> int:
    """What stands in an id for chance: it follows from the key."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "replace")).digest()[:10])
