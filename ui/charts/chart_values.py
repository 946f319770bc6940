"""What the charts are drawn from: plain frozen values, the same ones always give the same picture.

Days are ordinals. Colours are #rrggbb by token; sizes in pixels of the screen before its ratio.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from ally_journal.domain.day_words import short_month
from ally_journal.domain.habit_words import earlier_chapters, length_words, unit_on
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.habit import HabitView, Pause
    from ally_journal.domain.insights import Insight

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Colours and type of a picture."""

    colors: tuple[tuple[str, str], ...]
    family: str
    size: float
    ratio: float

    def hex(self, token: str) -> str:
        """The colour of a token."""
        return dict(self.colors)[token]


@dataclass(frozen=True, slots=True)
class ChapterBar:
    """One chapter: its days, its length and what is written on it; pauses lie inside it."""

    first: int
    last: int
    length: float
    words: str
    is_open: bool
    pauses: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ChaptersChart:
    """Chapters over time."""

    bars: tuple[ChapterBar, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class StrengthChart:
    """Strength from 0 to 1, day by day from `first`; in a pause it is flat."""

    first: int
    values: tuple[float, ...]
    pauses: tuple[Span, ...]
    faint: str
    half: str
    full: str
    pause: str


@dataclass(frozen=True, slots=True)
class StackChart:
    """Parts of a whole by month, the strongest below; None is a gap with its word."""

    months: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    gaps: tuple[tuple[int, str], ...]


Chart: TypeAlias = "ChaptersChart | StrengthChart | StackChart"


def chapters_chart(view: HabitView, first: date, today: date) -> ChaptersChart:
    """The chapters of a habit that reach into the days from `first` to today."""
    earlier = set(earlier_chapters(view))
    bars = []
    for chapter in view.standing.chapters:
        if chapter.last < first:
            continue
        is_open = chapter not in earlier
        words = length_words(chapter.length, unit_on(view.habit, chapter.first))
        last = today if is_open else chapter.last
        bars.append(
            ChapterBar(
                chapter.first.toordinal(),
                last.toordinal(),
                chapter.length,
                _("{length} so far").format(length=words) if is_open else words,
                is_open,
                _within(view.marks.pauses, chapter.first.toordinal(), last.toordinal()),
            )
        )
    begin = min((bar.first for bar in bars), default=today.toordinal())
    return ChaptersChart(tuple(bars), begin, today.toordinal())


def strength_chart(view: HabitView, first: date) -> StrengthChart:
    """The strength of a habit from a day on."""
    curve = [(day, value) for day, value in view.standing.curve if day >= first]
    begin = curve[0][0].toordinal() if curve else first.toordinal()
    end = curve[-1][0].toordinal() if curve else begin
    return StrengthChart(
        begin,
        tuple(round(value, 4) for _day, value in curve),
        _within(view.marks.pauses, begin, end),
        _("faint"),
        _("half"),
        _("full"),
        _("pause"),
    )


def stack_chart(insight: Insight) -> StackChart:
    """When something was noticed, by month."""
    return StackChart(
        insight.points,
        tuple((one.label, one.values) for one in insight.series),
        tuple(sorted(insight.gaps.items())),
    )


def month_starts(first: int, last: int, most: int = 6) -> list[tuple[int, str]]:
    """First days of months between two days with their short names, at most so many."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    months = range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month)
    found = [
        (date(at // 12, at % 12 + 1, 1).toordinal(), short_month(at % 12 + 1)) for at in months
    ]
    found = [one for one in found if first - 3 <= one[0] <= last]
    step = -(-len(found) // most) or 1
    return found[::step]


def _within(pauses: Sequence[Pause], first: int, last: int) -> tuple[Span, ...]:
    spans = sorted(
        (max(first, pause.first.toordinal()), min(last, pause.last.toordinal())) for pause in pauses
    )
    return tuple(span for span in spans if span[0] <= span[1])
