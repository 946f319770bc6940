"""WeekCard: this week in seven marks and a sentence; never a target missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _, ngettext
from ui.widgets.card import Card
from ui.widgets.section_head import SectionHead
from ui.widgets.text import Text
from ui.widgets.week_dots import WeekDots
from ui.widgets.week_words import habits_sentence, spoken_week, week_marks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ally_journal.domain.habit import HabitView
    from ally_journal.domain.week_sum import WeekSum
    from ui.theme import Theme


class WeekCard(QWidget):
    """Days, habits, and how long this chapter goes on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(theme, margins=(18, 20, 18, 16))
        self.dots = WeekDots(theme)
        self.sentence = Text(theme, "", "text14", "ink2")
        self.chapter = Text(theme, "", "small", "ink3")
        card.body.addWidget(self.dots)
        card.body.addSpacing(theme.px(12))
        card.body.addWidget(self.sentence)
        card.body.addSpacing(theme.px(2))
        card.body.addWidget(self.chapter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(SectionHead(theme, _("This week")))
        column.addWidget(card)
        column.addStretch(1)

    def show_week(
        self, week: WeekSum, habits: Sequence[HabitView], today: date, chapter: int
    ) -> None:
        """Show a week; `chapter` is its number in the chapter that goes on, 0 for none."""
        spoken = spoken_week(week)
        self.dots.show_week(week_marks(week, today), spoken)
        self.sentence.setText(habits_sentence(habits, week) or spoken)
        words = weeks_words(chapter)
        self.chapter.setText(words)
        self.chapter.setVisible(bool(words))


def weeks_words(weeks: int) -> str:
    """How long there has been writing without two open weeks in a row; "" for no week."""
    if not weeks:
        return ""
    words = ngettext(
        "The first week of writing.", "{n} weeks of writing so far, weeks of rest included.", weeks
    )
    return words.format(n=weeks)
