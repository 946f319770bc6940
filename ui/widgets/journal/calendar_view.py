"""CalendarView: the days with an entry, eight months at a time; a day opens what was written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.day_words import full_day, month_name
from ally_journal.language import _, ngettext
from ui.widgets.card import Card
from ui.widgets.heat_map import HeatMap
from ui.widgets.icon_button import IconButton
from ui.widgets.journal.page_bar import PageBar
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.theme import Theme

WIDTH = 820
WEEKS = 36
STRONGEST = 4


class CalendarView(QWidget):
    """`day_asked` tells a day, `range_asked` the first and last day whose counts are wanted."""

    day_asked = Signal(date)
    range_asked = Signal(date, date)
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._today = self._last = date.min
        self._counts: Mapping[date, int] = {}
        self.bar = PageBar(theme, _("Journal"), self)
        self._scroll = ScrollPage(theme, widest=WIDTH, margins=(36, 22, 36, 36), centred=True)
        self._heading = Text(theme, "", "heading", "ink")
        self.earlier = IconButton(theme, "left", _("Earlier"))
        self.later = IconButton(theme, "right", _("Later"))
        self.map = HeatMap(theme, _("Days with an entry"))
        self._sentence = Text(theme, "", "quote", "ink2")
        self._build()
        self._connect()

    def begin(self, today: date) -> None:
        """Start with the months that end today."""
        self._today = today
        self._go_to(today)

    def show_counts(self, counts: Mapping[date, int]) -> None:
        """Show how many entries each day has."""
        self._counts = counts
        levels = {day: min(STRONGEST, number + 1) for day, number in counts.items() if number}
        self.map.show_days(self.first, self._last, levels, self._today, self.words)
        days = len([day for day, number in counts.items() if number])
        words = ngettext("You wrote on {n} day.", "You wrote on {n} days.", days)
        self._sentence.setText(words.format(n=days))

    @property
    def first(self) -> date:
        """The first day that is shown, a Monday."""
        start = self._last - timedelta(weeks=WEEKS - 1)
        return start - timedelta(days=start.weekday())

    def words(self, day: date) -> str:
        """A day read out."""
        number = self._counts.get(day, 0)
        words = ngettext("{n} entry", "{n} entries", number).format(n=number or _("no"))
        return f"{full_day(day, self._today)}: {words}"

    def _go_to(self, last: date) -> None:
        self._last = min(last, self._today)
        first, end = self.first, self._last
        begin = month_name(first.month)
        begin = begin if first.year == end.year else f"{begin} {first.year}"
        self._heading.setText(f"{begin} – {month_name(end.month)} {end.year}")
        self.later.setEnabled(self._last < self._today)
        self.range_asked.emit(first, end)

    def _earlier(self) -> None:
        self._go_to(self.first - timedelta(days=1))

    def _later(self) -> None:
        self._go_to(self._last + timedelta(weeks=WEEKS))

    def _build(self) -> None:
        px = self.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._scroll, 1)
        card = Card(self.theme, margins=(22, 18, 22, 18), gap=10)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        note = _("Arrow keys move by day, Page Up and Page Down by month, Enter opens the day.")
        card.body.addLayout(head)
        card.body.addWidget(self._sentence)
        card.body.addWidget(self.map)
        card.body.addWidget(Text(self.theme, note, "small", "ink3"))
        self._scroll.column.addWidget(TitleBlock(self.theme, _("Calendar")))
        self._scroll.column.addSpacing(px(16))
        self._scroll.column.addWidget(card)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self.back_asked)
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        self.map.day_chosen.connect(self.day_asked)
        self.map.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
