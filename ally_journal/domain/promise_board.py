"""The board of promises: planned, done, made smaller, moved, let go; and how long repairs took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import dated, listed, number_word, sentence_case
from ally_journal.domain.insights import Insight, Table
from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

_MENDED = (PromiseState.DONE, PromiseState.CHECKED)
FEWEST_REPAIRS = 5
"""With fewer, each stands by itself; from here on the middle one is said too."""


class Standing(StrEnum):
    """The columns of the board, in their order."""

    PLANNED = "planned"
    DONE = "done"
    SMALLER = "smaller"
    MOVED = "moved"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True)
class Placed:
    """A promise on the board.

    `closed`: its day of closing. `days`: how long a repair took from owning it; None for what is no
    repair or not done.
    """

    promise: Promise
    standing: Standing
    days: int | None
    closed: date | None


@dataclass(frozen=True, slots=True)
class Board:
    """Every promise in its column: open ones by their day, closed ones the latest first."""

    today: date
    placed: tuple[Placed, ...]

    def column(self, standing: Standing) -> tuple[Placed, ...]:
        """The promises that stand so."""
        return tuple(one for one in self.placed if one.standing is standing)

    @property
    def open(self) -> int:
        """How many are still to be done."""
        return sum(one.promise.state.is_open for one in self.placed)

    @property
    def repair_days(self) -> tuple[int, ...]:
        """The days that each repair took, the shortest first."""
        return tuple(sorted(one.days for one in self.placed if one.days is not None))


def board(
    promises: Sequence[Promise],
    today: date,
    day_of: Callable[[datetime], date],
    mended: Mapping[str, datetime] | None = None,
) -> Board:
    """Put promises on the board.

    Args:
        promises: those due first at the top.
        today: the journal day of now.
        day_of: the journal day of an instant.
        mended: when each repair was first done, by id; without it, when it was settled.
    """
    still_open = [one for one in promises if one.settled is None]
    closed = [one for one in promises if one.settled is not None]
    closed.sort(key=lambda one: one.settled or one.created, reverse=True)
    return Board(today, tuple(_placed(one, day_of, mended or {}) for one in (*still_open, *closed)))


def standing_of(promise: Promise) -> Standing:
    """The column of a promise: how it stands now, whatever it was before."""
    return {
        PromiseState.OWNED: Standing.PLANNED,
        PromiseState.PLANNED: Standing.PLANNED,
        PromiseState.DONE: Standing.DONE,
        PromiseState.CHECKED: Standing.DONE,
        PromiseState.SMALLER: Standing.SMALLER,
        PromiseState.MOVED: Standing.MOVED,
        PromiseState.DROPPED: Standing.LET_GO,
    }[promise.state]


def standing_words(standing: Standing) -> str:
    """The head of a column."""
    return {
        Standing.PLANNED: _("Planned"),
        Standing.DONE: _("Done"),
        Standing.SMALLER: _("Made smaller"),
        Standing.MOVED: _("Moved"),
        Standing.LET_GO: _("Let go"),
    }[standing]


def days_words(days: int) -> str:
    """How long a repair took."""
    if not days:
        return _("mended the same day")
    return ngettext("mended after {n} day", "mended after {n} days", days).format(n=days)


def board_insight(found: Board) -> Insight:
    """The board as a sentence and a table; what was done comes before what is undone."""
    head = (_("Promise"), _("How it stands"), _("Day"), _("Days to repair"))
    rows = tuple(
        (
            one.promise.text,
            standing_words(one.standing),
            _day_words(one),
            "" if one.days is None else str(one.days),
        )
        for one in found.placed
    )
    return Insight(
        key="promises",
        title=_("What became of them"),
        sentence=" ".join(filter(None, (_counts_sentence(found), repairs_sentence(found)))),
        caution=_("Letting one go counts as closing it."),
        table=Table(head, rows),
        count=len(found.placed),
    )


def repairs_sentence(found: Board) -> str:
    """How long repairs took so far; empty without any. Never a count of mistakes."""
    days = found.repair_days
    if not days:
        return ""
    low, high = days[0], days[-1]
    if low == high:
        same = ngettext("A repair took {n} day so far.", "A repair took {n} days so far.", low)
        return same.format(n=number_word(low)) if low else _("You mended it the same day so far.")
    words = _("Repairs took from {low} to {high} days so far.").format(
        low=number_word(low), high=number_word(high)
    )
    if len(days) < FEWEST_REPAIRS:
        return words
    middle = _("Half of them were done within {n} days.").format(
        n=number_word(days[(len(days) - 1) // 2])
    )
    return f"{words} {middle}"


def _counts_sentence(found: Board) -> str:
    done = len(found.column(Standing.DONE))
    gone = len(found.column(Standing.LET_GO))
    parts = [
        ngettext("{n} was done", "{n} were done", done).format(n=number_word(done)) if done else "",
        ngettext("{n} was let go", "{n} were let go", gone).format(n=number_word(gone))
        if gone
        else "",
    ]
    said = listed([part for part in parts if part])
    return _("{said}.").format(said=sentence_case(said)) if said else _("Nothing is closed yet.")


def days_to_mend(
    one: Promise, day_of: Callable[[datetime], date], mended: Mapping[str, datetime]
) -> int | None:
    """How many days a repair took from owning it to doing it; None for what is none or not done.

    Args:
        one: the promise.
        day_of: the journal day of an instant.
        mended: when each repair was first done, by id; without it, when it was settled.
    """
    when = mended.get(one.id, one.settled)
    if when is None or one.kind is not PromiseKind.REPAIR or one.state not in _MENDED:
        return None
    return max(0, (day_of(when) - day_of(one.created)).days)


def _placed(
    promise: Promise, day_of: Callable[[datetime], date], mended: Mapping[str, datetime]
) -> Placed:
    closed = None if promise.settled is None else day_of(promise.settled)
    return Placed(promise, standing_of(promise), days_to_mend(promise, day_of, mended), closed)


def _day_words(one: Placed) -> str:
    day = one.closed or one.promise.due
    return "" if day is None else dated(day)
