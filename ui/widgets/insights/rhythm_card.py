"""RhythmCard: the weeks of the journal, chapter by chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.day_words import plain_month
from ally_journal.domain.rhythm import WeekState
from ally_journal.language import _, ngettext
from ui.widgets.centred import centred
from ui.widgets.insights.insight_card import InsightCard
from ui.widgets.legend import Legend
from ui.widgets.mark_rows import MarkRows
from ui.widgets.marks import MarkState, mark_word
from ui.widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.habit import Chapter
    from ally_journal.domain.insights import Insight
    from ally_journal.domain.rhythm import Rhythm
    from ui.theme import Theme

CHAPTERS = 3
MOST_MARKS = 104
"""Two years of weeks; what lies before is said in words."""
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
        earlier = len(states) - MOST_MARKS
        if earlier > 0:
            states = states[earlier:]
            before = ngettext("{n} week before these", "{n} weeks before these", earlier)
            head.addLayout(centred(Text(self.theme, before.format(n=earlier), "small", "ink3")))
        spoken = f"{name}, {length}: " + ", ".join(mark_word(state) for state in states)
        chapter.addLayout(head)
        chapter.addWidget(MarkRows(self.theme, states, spoken))
        return chapter


def _span_words(chapter: Chapter, today: date, *, is_now: bool) -> tuple[str, str]:
    first, last, length = chapter.first, chapter.last, chapter.length
    begin, end = plain_month(first, today), plain_month(last, today)
    if is_now:
        name = _("Since {month}").format(month=begin)
    else:
        name = begin if begin == end else _("{first} to {last}").format(first=begin, last=end)
    return name, ngettext("{n} week", "{n} weeks", length).format(n=length)
