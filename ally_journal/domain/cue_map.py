"""Where a quick judgement or a loaded word came up, and what set it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.chart_parts import series_of, table_by_series
from ally_journal.domain.chart_words import nothing_yet
from ally_journal.domain.day_words import number_word, sentence_case
from ally_journal.domain.insights import Form, Insight
from ally_journal.domain.tally import Tally
from ally_journal.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ally_journal.domain.practice import Option
    from ally_journal.domain.ticked import Ticked

FEWEST_FOR_A_MAP = 8
CUES = {"catch": "set_off", "bias_check": "cue"}
"""The step that asks for the cue, by practice."""


def cue_map(
    ticked: Iterable[Ticked], settings: Sequence[Option], cues: Sequence[Option]
) -> Insight:
    """Settings by cues: those that came up, in the order of the questions.

    With fewer than eight entries that say both, neither series nor table hold anything.

    Args:
        ticked: entries, oldest first; an entry stands in each cue that was ticked.
        settings: as the step asks.
        cues: as the step asks.
    """
    known = list(_known(ticked, settings, cues))
    shown = known if len(known) >= FEWEST_FOR_A_MAP else []
    rows = [one for one in settings if any(row == one.id for _entry, row, _found in shown)]
    columns = [one for one in cues if any(one.id in found for _entry, _row, found in shown)]
    tally = Tally()
    for entry, setting, found in shown:
        for cue in found:
            tally.put(_place(rows, setting), _place(columns, cue), entry)
    points = tuple(sentence_case(one.label) for one in columns)
    labels = [sentence_case(one.label) for one in rows]
    series = series_of(tally, [one.id for one in rows], labels, len(columns))
    return Insight(
        key="cues",
        form=Form.GRID,
        title=_("What sets it off, and where"),
        sentence=_sentence(len(known), tally, rows, columns),
        caution=_("It shows where you noticed, not where it happens."),
        table=table_by_series(_("Where"), points, series),
        count=len(known),
        points=points,
        series=series,
        entries=tally.entries,
        fewest=FEWEST_FOR_A_MAP,
    )


def _known(
    ticked: Iterable[Ticked], settings: Sequence[Option], cues: Sequence[Option]
) -> Iterator[tuple[Ticked, str, tuple[str, ...]]]:
    """Entries that say both, with the setting and the cues."""
    for one in ticked:
        found = one.choices(CUES.get(one.practice, ""), cues)
        for setting in (found and one.choices("setting", settings)) or ():
            yield one, setting, found or ()


def _place(options: Sequence[Option], chosen: str) -> int:
    return [one.id for one in options].index(chosen)


def _sentence(count: int, tally: Tally, rows: Sequence[Option], columns: Sequence[Option]) -> str:
    if not count:
        return nothing_yet()
    if count < FEWEST_FOR_A_MAP:
        words = ngettext(
            "So far {n} entry says where it was and what set it off. The map opens with eight.",
            "So far {n} entries say where it was and what set it off. The map opens with eight.",
            count,
        )
        return words.format(n=number_word(count))
    squares = [(row, at) for row in range(len(rows)) for at in range(len(columns))]
    most = max(tally.number(*square) for square in squares)
    fullest = [square for square in squares if tally.number(*square) == most]
    if len(fullest) > 1:
        return _("So far no place and cue stand out.")
    row, column = fullest[0]
    return _("Named together most so far: {cue} and {setting}.").format(
        cue=columns[column].label, setting=rows[row].label
    )
