"""Where a person acted, and which kinds of power they lent: dots and squares, never a ranking.

What is still undone stands below each of them: whoever sees what they did sees what is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.chart_parts import series_of, table_by_point, table_by_series
from ally_journal.domain.chart_words import nothing_yet
from ally_journal.domain.day_words import listed, number_word, sentence_case
from ally_journal.domain.insights import FEWEST_TO_DRAW, Form, Insight
from ally_journal.domain.tally import Tally
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ally_journal.domain.insights import Undone
    from ally_journal.domain.practice import Option
    from ally_journal.domain.ticked import Ticked

PRACTICE = "action"
TIMINGS = ("reply", "planned")
LEVELS = ("self", "person", "group", "system")
ASKED = frozenset({"they-asked", "i-asked-first", "they-had-told-me-before"})
GUESSED = "guessed"


def action_grid(ticked: Iterable[Ticked], undone: tuple[Undone, ...] = ()) -> Insight:
    """Where acts were aimed, in reply or planned; an act counts when it says both.

    Args:
        ticked: entries, oldest first; those of other practices count for nothing.
        undone: what is still open, the newest first; said where something was done.
    """
    tally = Tally()
    for one in ticked:
        timing, level = one.choice("timing"), one.choice("level")
        if one.practice == PRACTICE and timing in TIMINGS and level in LEVELS:
            tally.put(TIMINGS.index(timing), LEVELS.index(level), one)
    series = series_of(tally, TIMINGS, (_("Reply"), _("Planned")), len(LEVELS))
    points = (_("Myself"), _("One person"), _("A group"), _("A system"))
    return Insight(
        key="actions",
        form=Form.GRID,
        title=_("Where I act"),
        sentence=_grid_sentence(tally),
        caution=_("An empty square is an invitation."),
        table=table_by_series(_("Kind"), points, series),
        count=tally.total,
        points=points,
        series=series,
        entries=tally.entries,
        undone=undone if tally.total else (),
    )


def power_lent(
    ticked: Iterable[Ticked], kinds: Sequence[Option], undone: tuple[Undone, ...] = ()
) -> Insight:
    """Which kinds of power were lent, in the order of the question; an act stands in each of its.

    The first series holds acts that the person had asked for or was asked about; the second all
    others, also those that were not about one person.

    Args:
        ticked: entries, oldest first; those of other practices count for nothing.
        kinds: of power, as the step asks.
        undone: what is still open, the newest first; said where something was done.
    """
    acts = [one for one in ticked if one.practice == PRACTICE and one.choices("power", kinds)]
    tally, order = Tally(), [kind.id for kind in kinds]
    for one in acts:
        for kind in one.choices("power", kinds) or ():
            tally.put(int(one.choice("asked") not in ASKED), order.index(kind), one)
    labels = (_("asked first"), _("not asked, or no one to ask"))
    series = series_of(tally, ("asked", "other"), labels, len(order))
    points = tuple(sentence_case(kind.label) for kind in kinds)
    used = sum(bool(tally.number(0, at) or tally.number(1, at)) for at in range(len(order)))
    return Insight(
        key="power",
        form=Form.BARS,
        title=_("Power I lent"),
        sentence=_power_sentence(acts, used),
        caution=_("This is no ranking. An act stands in every kind that it used."),
        table=table_by_point(_("Kind of power"), points, series),
        count=len(acts),
        points=points,
        series=series,
        entries=tally.entries,
        undone=undone if tally.total else (),
    )


def _grid_sentence(tally: Tally) -> str:
    rows = [tally.row(row, len(LEVELS)) for row in range(len(TIMINGS))]
    squares = {(row, at): n for row, numbers in enumerate(rows) for at, n in enumerate(numbers)}
    most = max(squares.values())
    if not most:
        return nothing_yet()
    fullest = [square for square, number in squares.items() if number == most]
    if len(fullest) == 1 and most < tally.total >= FEWEST_TO_DRAW:
        row, at = fullest[0]
        said = _("So far you have acted most {where}, {how}.")
        said = said.format(where=_where(at), how=_how(row))
    else:
        said = _("So far you have acted {where}.").format(where=_everywhere(rows, tally.total))
    has_room = rows[1].count(0) > rows[0].count(0)
    return f"{said} {_('The planned side has room.')}" if has_room else said


def _everywhere(rows: Sequence[Sequence[int]], total: int) -> str:
    """Every square that holds something; with many acts only whom they were aimed at."""
    if total < FEWEST_TO_DRAW:
        squares = [
            (row, at) for row, numbers in enumerate(rows) for at, n in enumerate(numbers) if n
        ]
        return listed([f"{_where(at)} {_how(row)}" for row, at in squares])
    return listed([_where(at) for at in range(len(LEVELS)) if any(row[at] for row in rows)])


def _where(level: int) -> str:
    return (
        _("with yourself"), _("with one person"), _("with a group"), _("on a rule or system"),
    )[level]  # fmt: skip


def _how(timing: int) -> str:
    return (_("in reply"), _("as planned"))[timing]


def _power_sentence(acts: Sequence[Ticked], used: int) -> str:
    if not acts:
        return nothing_yet()
    said = ngettext(
        "So far you lent {n} kind of power.", "So far you lent {n} kinds of power.", used
    ).format(n=number_word(used))
    asked = sum(one.choice("asked") in ASKED for one in acts)
    known = asked + sum(one.choice("asked") == GUESSED for one in acts)
    if not known:
        return said
    return f"{said} {_share_words(asked, known)}"


def _share_words(asked: int, known: int) -> str:
    """In how many of the acts with someone their wish was known."""
    if asked == known:
        return _("In each act with someone, you had asked or been asked.")
    if not asked:
        words = ngettext(
            "In {n} act with someone, you guessed what they wanted.",
            "In {n} acts with someone, you guessed what they wanted.",
            known,
        )
        return words.format(n=number_word(known))
    words = _("In {asked} of {n} acts with someone, you had asked or been asked.")
    return words.format(asked=number_word(asked), n=number_word(known))
