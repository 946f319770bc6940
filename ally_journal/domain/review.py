"""Looking back on a span of days: what was done, what is still undone, what was noticed, and when.

Promises come in that order on purpose: whoever sees what they did sees next what is still open.
Nothing here is a score, and "sooner" is said only where there is enough to say it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ally_journal.domain.day_words import (
    listed,
    number_word,
    plain_day,
    sentence_case,
    weekday_name,
)
from ally_journal.domain.insights import NOTICED
from ally_journal.domain.promise import PromiseState
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FEWEST_TO_COMPARE = 8
"""Answers in each of two spans, below which nothing is said of sooner or later."""

MOST_NAMED, LONGEST = 4, 70
_EARLY = frozenset(NOTICED[:2])
_KEPT = {PromiseState.DONE, PromiseState.CHECKED}


@dataclass(frozen=True, slots=True)
class Said:
    """A promise as a review needs it: its words, how it stands, when settled, when due."""

    text: str
    state: PromiseState
    settled: date | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One span, both days inclusive.

    `done`: words of promises that were done in it, in that order; `let_go`: how many were let go;
    `undone`: those that are open now, due first. `noticed`: how often by option id; `before`: the
    same in the span before.
    """

    first: date
    last: date
    done: tuple[str, ...] = ()
    let_go: int = 0
    undone: tuple[Said, ...] = ()
    noticed: tuple[tuple[str, int], ...] = ()
    before: tuple[tuple[str, int], ...] = ()


def review(
    promises: Iterable[Said],
    noticed: Iterable[tuple[date, str]],
    first: date,
    last: date,
    before: date,
) -> Review:
    """Look back on a span.

    Args:
        promises: all there are; what is open counts whenever it was made.
        noticed: journal day and option id of each answer to "when did you notice".
        first: the first day.
        last: the last day, today at the latest.
        before: the first day of the span before, which ends where this begins.
    """
    known, answers = list(promises), list(noticed)
    settled = sorted(
        (one for one in known if one.settled is not None and first <= one.settled <= last),
        key=lambda one: one.settled or first,
    )
    still_open = [one for one in known if one.state.is_open]
    return Review(
        first=first,
        last=last,
        done=tuple(one.text for one in settled if one.state in _KEPT),
        let_go=sum(one.state is PromiseState.DROPPED for one in settled),
        undone=tuple(sorted(still_open, key=lambda one: (one.due is None, one.due or last))),
        noticed=_counted(day_key for day_key in answers if first <= day_key[0] <= last),
        before=_counted(day_key for day_key in answers if before <= day_key[0] < first),
    )


def done_lines(found: Review) -> tuple[str, ...]:
    """What was done, in the person's own words; a kind word where nothing was."""
    if not found.done:
        return (_("Nothing was ticked off. That can be so."),)
    return _first_few([_short(one) for one in found.done])


def undone_lines(found: Review, today: date) -> tuple[str, ...]:
    """What is still undone, those due first; a plain word where nothing is."""
    if not found.undone:
        return (_("Nothing is open on your list."),)
    return _first_few([_with_day(one, today) for one in found.undone])


def promises_sentence(found: Review, today: date) -> str:
    """How many were done and are open, and when the first of these is due."""
    done, still = len(found.done), len(found.undone)
    parts = [ngettext("{n} was done.", "{n} were done.", done).format(n=number_word(done))]
    parts += [ngettext("{n} is open", "{n} are open", still).format(n=number_word(still))]
    due = found.undone[0].due if found.undone else None
    parts[1] += _(", the first {day}.").format(day=_due(due, today)) if due else "."
    shown = [
        sentence_case(part) for part, number in zip(parts, (done, still), strict=True) if number
    ]
    return " ".join(shown) or _("None are open.")


def noticed_sentence(found: Review) -> str:
    """When things were noticed in the span; empty where nothing was."""
    number = _total(found.noticed)
    if not number:
        return ""
    if number == 1:
        return _("You caught one thing, {when}.").format(when=_when()[found.noticed[0][0]])
    labels = {
        NOTICED[0]: _("{n} as it happened"),
        NOTICED[1]: _("{n} the same day"),
        NOTICED[2]: _("{n} later"),
        NOTICED[3]: _("{n} when someone told you"),
    }
    parts = [labels[key].format(n=number_word(count)) for key, count in found.noticed]
    words = _("You caught {n} things: {parts}.")
    return words.format(n=number_word(number), parts=listed(parts))


def sooner_sentence(found: Review) -> str:
    """Whether more was noticed at once or the same day than before; empty without enough to say."""
    if min(_total(found.noticed), _total(found.before)) < FEWEST_TO_COMPARE:
        return ""
    now, then = _early_share(found.noticed), _early_share(found.before)
    if now > then:
        return _("More of them at once or the same day than in the time before.")
    return ""


def _counted(answers: Iterable[tuple[date, str]]) -> tuple[tuple[str, int], ...]:
    numbers = Counter(key for _day, key in answers)
    return tuple((key, numbers[key]) for key in NOTICED if numbers[key])


def _when() -> dict[str, str]:
    words = (_("as it happened"), _("the same day"), _("later"), _("when someone told you"))
    return dict(zip(NOTICED, words, strict=True))


def _total(noticed: Iterable[tuple[str, int]]) -> int:
    return sum(number for _key, number in noticed)


def _early_share(noticed: Sequence[tuple[str, int]]) -> float:
    return sum(number for key, number in noticed if key in _EARLY) / _total(noticed)


def _first_few(words: Sequence[str]) -> tuple[str, ...]:
    """The first few, and how many there are beside them."""
    rest = len(words) - MOST_NAMED
    if rest <= 0:
        return tuple(words)
    more = ngettext("and one more", "and {n} more", rest).format(n=number_word(rest))
    return (*words[:MOST_NAMED], more)


def _with_day(one: Said, today: date) -> str:
    if one.due is None:
        return _short(one.text)
    return _("{text} · {day}").format(text=_short(one.text), day=_due(one.due, today))


def _short(text: str) -> str:
    """A promise in a few words."""
    if len(text) <= LONGEST:
        return text.rstrip(" .")
    cut = text[: LONGEST - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,.;:") + "…"


def _due(due: date, today: date) -> str:
    """When something is due, without a word of lateness."""
    days = (due - today).days
    near = {0: _("for today"), 1: _("for tomorrow"), -1: _("since yesterday")}
    if days in near:
        return near[days]
    if 1 < days < 7:  # noqa: PLR2004 the days of a week
        return _("for {day}").format(day=weekday_name(due.weekday()))
    words = _("since {day}") if days < 0 else _("for {day}")
    return words.format(day=plain_day(due, today))
