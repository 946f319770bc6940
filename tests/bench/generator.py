"""Made-up journals of a given size, written by the repositories in one transaction, and kept.

    python -m tests.bench.generator 1000

A process of its own: it fills the database without wiping memory, which is settled by process.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from ally_journal.clock import FixedClock
from ally_journal.domain.entry import Answer, AnswerValue, Draft, Entry
from ally_journal.domain.habit import Habit, ScheduleChange
from ally_journal.domain.practice import Kind, Part, Practice, Step
from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.ids import new_id
from ally_journal.journal import Journal
from ally_journal.services import composing
from ally_journal.storage import connection, drafts, entries, habits, people, promises
from ally_journal.storage.keys import KdfCost
from ally_journal.storage.stamps import Stamp
from tests.bench.words import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ally_journal.domain.practice_files import PracticeLibrary
    from ally_journal.storage.vault import Transaction

ROOT = Path(__file__).resolve().parents[2]
STORE = ROOT / "build" / "bench"
PASSPHRASE = "heron by the slow river"
COST = KdfCost(19 * 1024, 1, 1)
NOW = datetime(2026, 3, 12, 18, 42, tzinfo=UTC)
ZONE = "Europe/Lisbon"
YEARS = timedelta(days=20 * 365)
PRACTICES = ("checkin", "catch", "debrief", "free", "action", "bias_check", "weekly", "plan")
SHAPES = (
    "ally_journal/storage/schema_0001.sql",
    "ally_journal/storage/schema_0002.sql",
    "tests/bench/generator.py",
    "tests/bench/words.py",
)
PROMISE_EVERY = 20
OPEN_PROMISES = 12


@dataclass(frozen=True)
class Made:
    """A journal on the disk, closed. `seconds` is how long its making took; 0 where it was kept."""

    folder: Path
    entries: int
    seconds: float = 0.0


def clock() -> FixedClock:
    """The moment at which every figure is taken."""
    return FixedClock(NOW, ZONE)


def made(size: int, store: Path = STORE) -> Made:
    """The journal with so many entries; made when there is none of today's schema yet."""
    folder = store / f"{size}-{_shape()}.ally"
    if folder.exists():
        return Made(folder, size)
    began = time.perf_counter()
    program = [sys.executable, "-m", "tests.bench.generator", str(size), str(folder)]
    subprocess.run(program, cwd=ROOT, check=True)
    return Made(folder, size, time.perf_counter() - began)


def make(size: int, folder: Path) -> None:
    """Write a journal; those of an older schema go."""
    connection._SETTINGS = (*connection._SETTINGS, "PRAGMA cache_size = -400000")
    draft = folder.with_name(f"making-{size}.ally")
    shutil.rmtree(draft, ignore_errors=True)
    journal, _code = Journal.create(draft, PASSPHRASE, clock(), COST)
    with journal._vault.atomic() as tx:
        _Maker(tx, journal.library, size).make()
    journal.settings.change(welcomed=True)
    journal.close()
    for old in folder.parent.glob(f"{size}-*.ally"):
        shutil.rmtree(old)
    draft.rename(folder)


def copied(journal: Made, to: Path) -> Path:
    """A copy that may be written to."""
    return shutil.copytree(journal.folder, to / "Bench.ally")


def _shape() -> str:
    contents = b"".join((ROOT / name).read_bytes() for name in SHAPES)
    return hashlib.sha256(contents).hexdigest()[:12]


class _Maker:
    """Writes one journal."""

    def __init__(self, tx: Transaction, library: PracticeLibrary, size: int) -> None:
        self._tx, self._size = tx, size
        self._speaker = Speaker(Random(size))  # noqa: S311 the same journal each time
        self._random = Random(size + 1)  # noqa: S311 the same
        self._practices = [library.get(name) for name in PRACTICES]

    def make(self) -> None:
        for number, instant in enumerate(self._instants()):
            self._entry(number, instant)
        self._habits()
        self._drafts()

    def _instants(self) -> Iterator[datetime]:
        step = YEARS / self._size
        return (NOW - YEARS + step * number for number in range(1, self._size + 1))

    def _entry(self, number: int, instant: datetime) -> None:
        practice = self._random.choices(self._practices, weights=(6, 3, 4, 4, 2, 2, 1, 1))[0]
        stamp = Stamp(instant, ZONE, instant.date())
        answers = self._answers(practice)
        entry = Entry(
            id=new_id(instant),
            practice=practice.id,
            practice_version=practice.version,
            title=composing.title(practice, answers),
            day=instant.date(),
            created=instant,
            changed=instant,
            zone=ZONE,
            answers=answers,
            people=self._speaker.names(self._random.choice((0, 0, 1, 2))),
            tags=self._speaker.tags(self._random.choice((0, 0, 0, 1, 2))),
            star=self._random.random() < 0.02,
        )
        words = composing.words(practice, {one.key: one.value for one in answers})
        entries.keep(self._tx, entry, words, stamp)
        people.put_into_entry(self._tx, entries.key_of(self._tx, entry.id), entry.people, stamp)
        if number % PROMISE_EVERY == 0:
            self._promise(entry, stamp, settled=self._size - number > OPEN_PROMISES * PROMISE_EVERY)

    def _promise(self, entry: Entry, stamp: Stamp, *, settled: bool) -> None:
        promise = Promise(
            id=new_id(stamp.now),
            kind=PromiseKind.PLAN,
            text=self._speaker.line(),
            state=PromiseState.PLANNED,
            due=entry.day + timedelta(days=7),
            created=stamp.now,
            entry=entry.id,
        )
        promises.add(self._tx, promise, "plan", stamp)
        if settled:
            self._tx.run(
                "UPDATE promise SET state = 'done', settled = changed WHERE id = ?", (promise.id,)
            )

    def _answers(self, practice: Practice) -> tuple[Answer, ...]:
        given = ((step, self._answer(step)) for step in practice.steps)
        return tuple(
            Answer(step.key, step.question, step.kind.value, value)
            for step, value in given
            if value is not None
        )

    def _answer(self, step: Step) -> AnswerValue | None:
        if step.kind is Kind.NOTE or (step.optional and self._random.random() < 0.5):
            return None
        if step.parts:
            return {part.key: self._value(part) for part in step.parts}
        return self._value(step)

    def _value(self, asked: Step | Part) -> AnswerValue:
        chosen = self._random.choice([option.id for option in asked.options] or [""])
        values: dict[Kind, AnswerValue] = {
            Kind.CHOICE: chosen,
            Kind.CHOICES: [chosen],
            Kind.SCALE: self._random.randint(1, len(asked.points) or 10),
            Kind.PEOPLE: list(self._speaker.names(1)),
            Kind.DATE: (NOW.date() + timedelta(days=7)).isoformat(),
        }
        found = values.get(asked.kind)
        if found is not None:
            return found
        if asked.kind is Kind.LIST:
            return [self._speaker.line(), self._speaker.line()]
        if asked.kind is Kind.IF_THEN:
            return {"if": self._speaker.line(), "then": self._speaker.line()}
        return self._speaker.passage() if asked.kind is Kind.LONG else self._speaker.line()

    def _habits(self) -> None:
        first = NOW.date() - timedelta(days=2 * 365)
        stamp = Stamp(NOW, ZONE, NOW.date())
        for name, schedule, practice, every in (
            ("Check-in", "3/week", "checkin", 2),
            ("Weekly review", "1/week", "weekly", 7),
            ("Walk at noon", "daily", "", 1),
        ):
            names = (practice,) if practice else ()
            habit = Habit(new_id(NOW), name, (ScheduleChange(first, schedule),), names)
            habits.add(self._tx, habit, stamp)
            for day in _days(first, every):
                habits.put_mark(self._tx, habit.id, day, "done", stamp)

    def _drafts(self) -> None:
        practice = self._practices[2]
        for number in range(3):
            instant = NOW - timedelta(hours=number + 1)
            stamp = Stamp(instant, ZONE, instant.date())
            answers = {one.key: one.value for one in self._answers(practice)[:3]}
            draft = Draft(
                new_id(instant), practice.id, practice.version, instant, ZONE, stamp.day, answers
            )
            drafts.save(self._tx, draft, stamp, self._speaker.line())


def _days(first: date, every: int) -> Iterator[date]:
    last = NOW.date()
    while first <= last:
        yield first
        first += timedelta(days=every)


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
