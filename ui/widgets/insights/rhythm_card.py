"""RhythmCard: the weeks of the journal, chapter by chapter; DaysCard: the days with an entry."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.day_words import full_day, plain_month
from ally_journal.domain.rhythm import WeekState
from ally_journal.language import _, ngettext
from ui.widgets.centred import centred
from ui.widgets.heat_map import HeatMap
from ui.widgets.insights.insight_card import InsightCard
from ui.widgets.legend import Legend
from ui.widgets.mark_rows import MarkRows
from ui.widgets.marks import MarkState, mark_word, paint_mark
from ui.widgets.shapes import rounded
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPainter

    from ally_journal.domain.habit import Chapter, Pause
    from ally_journal.domain.insights import Insight
    from ally_journal.domain.rhythm import Rhythm
    from ui.theme import Theme

CHAPTERS = 3
STRONGEST = 4
_STATES = (*(MarkState.KEPT, MarkState.TOUCHED, MarkState.REST, MarkState.PAUSED, MarkState.OPEN),)


class RhythmCard(InsightCard):
    """The newest chapters, each with the marks of its weeks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, numbers=(2,), parent=parent)
        self._lines = QWidget(self)
        self.picture.addWidget(self._lines)
        self.picture.addWidget(Legend(theme, _STATES, self))

    def show_rhythm(self, rhythm: Rhythm, insight: Insight, today: date) -> None:
        """Show the rhythm of the journal."""
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, self.theme.px(6))
        column.setSpacing(self.theme.px(12))
        for number, chapter in enumerate(reversed(rhythm.chapters[-CHAPTERS:])):
            is_now = number == 0 and bool(rhythm.length)
            end = today if is_now else chapter.last
            states = [
                MarkState(week.state.value)
                for week in rhythm.weeks
                if chapter.first <= week.first <= end and week.state is not WeekState.RUNNING
            ]
            column.addLayout(self._row(_span_words(chapter, today, is_now=is_now), states, is_now))
        self.picture.replaceWidget(self._lines, rows)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = rows
        self.show_insight(insight)

    def _row(
        self,
        words: tuple[str, str],
        states: list[MarkState],
        is_now: bool,  # noqa: FBT001 the newest row is said in stronger ink
    ) -> QVBoxLayout:
        name, length = words
        chapter, head = QVBoxLayout(), QHBoxLayout()
        chapter.setSpacing(self.theme.px(4))
        head.setSpacing(self.theme.px(8))
        head.addWidget(Text(self.theme, name, "text14", "ink" if is_now else "ink2"))
        head.addLayout(centred(Text(self.theme, length, "small", "ink3")))
        head.addStretch(1)
        spoken = f"{name}, {length}: " + ", ".join(mark_word(state) for state in states)
        chapter.addLayout(head)
        chapter.addWidget(MarkRows(self.theme, states, spoken))
        return chapter


class DaysCard(InsightCard):
    """`day_asked` tells a day that was opened."""

    day_asked = Signal(date)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, numbers=(1,), note=_("Arrow keys move day by day."), parent=parent)
        self.map = HeatMap(theme, _("Days with an entry"), self)
        self._counts: Mapping[date, int] = {}
        self._pauses: tuple[Pause, ...] = ()
        legend = Legend(theme, (), self)
        for word, level in ((_("none"), 0), (_("one"), 2), (_("two"), 3), (_("three or more"), 4)):
            legend.add(word, partial(self._paint_sign, level))
        legend.add(_("pause"), self._paint_pause)
        self.picture.addWidget(self.map)
        self.picture.addWidget(legend)
        self.map.day_chosen.connect(self.day_asked)

    def show_days(
        self,
        span: tuple[date, date],
        counts: Mapping[date, int],
        insight: Insight,
        pauses: Sequence[Pause] = (),
    ) -> None:
        """Show on which days there is an entry, from the first to today."""
        first, today = span
        self._counts, self._pauses = counts, tuple(pauses)
        levels = {day: min(STRONGEST, number + 1) for day, number in counts.items() if number}
        is_pause = self._is_pause if pauses else None
        self.map.show_days(
            first, today, levels, today, partial(self._spoken, today), is_pause=is_pause
        )
        self.show_insight(insight)

    def _spoken(self, today: date, day: date) -> str:
        number = self._counts.get(day, 0)
        words = ngettext("{n} entry", "{n} entries", number).format(n=number or _("no"))
        if not number and self._is_pause(day):
            words = _("pause")
        return f"{full_day(day, today)}: {words}"

    def _is_pause(self, day: date) -> bool:
        return any(pause.first <= day <= pause.last for pause in self._pauses)

    def _paint_pause(self, painter: QPainter, rect: QRectF) -> None:
        self._paint_sign(0, painter, rect)
        paint_mark(painter, rect.adjusted(2, 2, -2, -2), MarkState.PAUSED, self.theme)

    def _paint_sign(self, level: int, painter: QPainter, rect: QRectF) -> None:
        token = ("sunken", "s1", "s2", "s3", "s4")[level]
        line = self.theme.color("s3") if level == 2 else None  # noqa: PLR2004 the pale step
        rounded(painter, rect, self.theme.px(4), self.theme.color(token), line)


def _span_words(chapter: Chapter, today: date, *, is_now: bool) -> tuple[str, str]:
    first, last, length = chapter.first, chapter.last, chapter.length
    begin, end = plain_month(first, today), plain_month(last, today)
    if is_now:
        name = _("Since {month}").format(month=begin)
    else:
        name = begin if begin == end else _("{first} to {last}").format(first=begin, last=end)
    return name, ngettext("{n} week", "{n} weeks", length).format(n=length)
