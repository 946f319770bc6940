"""WeekNote: the week at a glance, made from what was kept; nothing in it is scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from ally_journal.domain.day_words import weekday_name
from ally_journal.domain.entry import EntrySummary
from ally_journal.domain.habit import HabitView
from ally_journal.domain.review import Review, noticed_sentence, promises_sentence
from ally_journal.domain.week_sum import WeekSum
from ally_journal.language import _
from ui import icons
from ui.widgets.card import Card
from ui.widgets.practice.shown_note import ShownNote
from ui.widgets.text import Text
from ui.widgets.week_dots import WeekDots
from ui.widgets.week_words import habits_sentence, spoken_week, week_marks

if TYPE_CHECKING:
    from ally_journal.journal import Journal

MOST_ENTRIES, MOST_READ = 5, 60
SIDE_BY_SIDE_FROM = 600


@dataclass(frozen=True, slots=True)
class WeekFound:
    """What the note shows."""

    week: WeekSum
    entries: tuple[EntrySummary, ...]
    habits: tuple[HabitView, ...]
    review: Review


def week_found(journal: Journal) -> WeekFound:
    """Read the week that holds today, in the lane of the journal."""
    week = journal.insights.week()
    entries = journal.reading.find(limit=MOST_READ)
    of_week = tuple(entry for entry in entries if week.first <= entry.day <= week.last)
    habits, review = journal.habits.views(), journal.reviews.week()
    return WeekFound(week, tuple(reversed(of_week)), habits, review)


class WeekNote(ShownNote):
    """Seven days, what was written on them, promises and habits in a sentence each."""

    @override
    def begin(self) -> None:
        """Ask for the week."""
        self.desk.ask(week_found, self._show, owner=self)

    def _show(self, found: WeekFound) -> None:
        theme = self.tools.theme
        card = Card(theme, margins=(20, 20, 20, 10))
        dots = WeekDots(theme)
        dots.setMaximumWidth(theme.px(300))
        dots.show_week(week_marks(found.week, self.tools.today), spoken_week(found.week))
        card.body.addWidget(dots)
        card.body.addSpacing(theme.px(10))
        for entry in found.entries[-MOST_ENTRIES:]:
            card.body.addWidget(self._line())
            card.body.addWidget(self._row(entry))
        if not found.entries:
            quiet = _("Nothing written this week so far. A quiet week is fine.")
            card.body.addWidget(Text(theme, quiet, "quote", "ink2"))
            card.body.addSpacing(theme.px(10))
        self.column.addWidget(card)
        self.column.addSpacing(theme.px(6))
        self.column.addLayout(self._below(found))

    def _row(self, entry: EntrySummary) -> QWidget:
        theme, px = self.tools.theme, self.tools.theme.px
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, px(8), px(4), px(8))
        line.setSpacing(px(12))
        day = Text(theme, weekday_name(entry.day.weekday())[:3], "label", "ink3")
        day.setFixedWidth(px(44))
        practice = self.desk.library.get(entry.practice)
        icon = QLabel()
        ratio = self.devicePixelRatioF()
        icon.setPixmap(icons.pixmap(theme, practice.icon, "ink2", 16, ratio))
        line.addWidget(day)
        line.addWidget(icon)
        line.addWidget(Text(theme, entry.title, "text14", lines=1), 1)
        if entry.title != practice.title:
            line.addWidget(Text(theme, practice.title, "small", "ink3", lines=1))
        return row

    def _line(self) -> QFrame:
        line = QFrame()
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        return line

    def _below(self, found: WeekFound) -> QBoxLayout:
        theme = self.tools.theme
        is_wide = theme.effective(self.window().width()) >= SIDE_BY_SIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(way)
        row.setSpacing(theme.px(14))
        habits = habits_sentence(found.habits, found.week) or _("No habits yet.")
        look = found.review
        promises = promises_sentence(look, self.tools.today)
        noticed = noticed_sentence(look)
        words = ((_("Promises"), (promises,)), (_("Habits"), (habits, noticed)))
        for head, sentences in words:
            card = Card(theme, margins=(18, 12, 18, 12), gap=2)
            card.body.addWidget(Text(theme, head, "label"))
            for sentence in filter(None, sentences):
                card.body.addWidget(Text(theme, sentence, "text14", "ink2"))
            card.body.addStretch(1)
            row.addWidget(card, 1)
        return row
