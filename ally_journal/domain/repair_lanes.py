"""Repairs on their way: owned, planned, done, checked. Each stands for itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ally_journal.domain.chart_words import nothing_yet
from ally_journal.domain.day_words import number_word, plain_day, sentence_case
from ally_journal.domain.insights import Form, Insight, Lane, Table
from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.domain.promise_board import days_to_mend, days_words
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

OWNED, PLANNED, DONE, CHECKED = range(4)
_AT = {
    PromiseState.OWNED: OWNED,
    PromiseState.PLANNED: PLANNED,
    PromiseState.SMALLER: PLANNED,
    PromiseState.MOVED: PLANNED,
    PromiseState.DONE: DONE,
    PromiseState.CHECKED: CHECKED,
}


def repair_lanes(
    promises: Sequence[Promise],
    today: date,
    day_of: Callable[[datetime], date],
    *,
    since: date,
    mended: Mapping[str, datetime] | None = None,
) -> Insight:
    """Every repair with the station it has come to: open ones by their day, then the closed ones.

    Args:
        promises: of any kind, those due first at the top.
        today: the journal day of now.
        day_of: the journal day of an instant.
        since: the first day of the span; what was closed before is left out.
        mended: when each was first done, by id; without it, when it was settled.
    """
    shown = _shown(promises, day_of, since)
    days = {one.id: days_to_mend(one, day_of, mended or {}) for one in shown}
    lanes = tuple(_lane(one, today, day_of, days[one.id]) for one in shown)
    points = (_("Owned"), _("Planned"), _("Done"), _("Checked"))
    rows = tuple(
        (lane.text, _stands(one, points), lane.note) for one, lane in zip(shown, lanes, strict=True)
    )
    return Insight(
        key="repairs",
        form=Form.LANES,
        title=_("Repairs"),
        sentence=_sentence(shown),
        caution=_("A repair is closed when you have asked, or when asking is not welcome."),
        table=Table((_("Repair"), _("How it stands"), _("When")), rows),
        count=len(lanes),
        points=points,
        lanes=lanes,
        fewest=1,
    )


def _shown(
    promises: Sequence[Promise], day_of: Callable[[datetime], date], since: date
) -> tuple[Promise, ...]:
    """Open repairs in their order, then those that were closed in the span, the latest first."""
    repairs = [one for one in promises if one.kind is PromiseKind.REPAIR]
    closed = [one for one in repairs if not one.state.is_open and _is_within(one, day_of, since)]
    closed.sort(key=lambda one: one.settled or one.created, reverse=True)
    return (*(one for one in repairs if one.state.is_open), *closed)


def _is_within(one: Promise, day_of: Callable[[datetime], date], since: date) -> bool:
    return day_of(one.settled or one.created) >= since


def _lane(one: Promise, today: date, day_of: Callable[[datetime], date], days: int | None) -> Lane:
    settled = None if one.settled is None else day_of(one.settled)
    note = _open_note(one, today) if one.state.is_open else _closed_note(one, settled, today, days)
    at = _AT.get(one.state, PLANNED if one.due else OWNED)
    return Lane(one.text, note, at, one.entry or "", one.id, one.state.is_open)


def _open_note(one: Promise, today: date) -> str:
    if one.due is None:
        return _("no day yet")
    words = {
        PromiseState.MOVED: _("moved to {day}"),
        PromiseState.SMALLER: _("made smaller, for {day}"),
    }.get(one.state, _("planned for {day}"))
    near = {today: _("today"), today + timedelta(days=1): _("tomorrow")}
    return words.format(day=near.get(one.due) or plain_day(one.due, today))


def _closed_note(one: Promise, day: date | None, today: date, days: int | None) -> str:
    if day is None:
        return "" if days is None else days_words(days)
    words = {
        PromiseState.DONE: _("done on {day}, {days}"),
        PromiseState.CHECKED: _("checked on {day}, {days}"),
    }.get(one.state, _("let go on {day}"))
    return words.format(day=plain_day(day, today), days=days_words(days or 0))


def _stands(one: Promise, points: Sequence[str]) -> str:
    return points[_AT[one.state]] if one.state in _AT else _("Let go")


def _sentence(shown: Sequence[Promise]) -> str:
    said: list[str] = []
    for at in (OWNED, PLANNED, DONE, CHECKED, None):
        number = sum(_AT.get(one.state) == at for one in shown)
        if number:
            words = _with_noun(at, number) if not said else _without_noun(at, number)
            said.append(sentence_case(words.format(n=number_word(number))))
    return " ".join(said) or nothing_yet()


def _with_noun(at: int | None, number: int) -> str:
    return {
        OWNED: ngettext("{n} repair is owned.", "{n} repairs are owned.", number),
        PLANNED: ngettext("{n} repair is planned.", "{n} repairs are planned.", number),
        DONE: ngettext("{n} repair is done.", "{n} repairs are done.", number),
        CHECKED: ngettext(
            "{n} repair is done, and you asked how it is now.",
            "{n} repairs are done, and you asked how it is now.",
            number,
        ),
        None: ngettext("{n} repair was let go.", "{n} repairs were let go.", number),
    }[at]


def _without_noun(at: int | None, number: int) -> str:
    return {
        OWNED: ngettext("{n} is owned.", "{n} are owned.", number),
        PLANNED: ngettext("{n} is planned.", "{n} are planned.", number),
        DONE: ngettext("{n} is done.", "{n} are done.", number),
        CHECKED: ngettext(
            "{n} is done, and you asked how it is now.",
            "{n} are done, and you asked how it is now.",
            number,
        ),
        None: ngettext("{n} was let go.", "{n} were let go.", number),
    }[at]
