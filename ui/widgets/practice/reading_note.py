"""ReadingNote: the entries of a month, to be read back one by one without leaving the walk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.day_words import plain_day
from ally_journal.domain.month_sum import month_title
from ally_journal.language import _
from ui.models.reading import read_entry
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.journal.entry_paper import EntryPaper
from ui.widgets.link import Link
from ui.widgets.practice_row import PracticeRow
from ui.widgets.scrolling import show_whole
from ui.widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.entry import EntrySummary
    from ally_journal.domain.month_sum import MonthEntries
    from ui.desk import Desk
    from ui.models.reading import Reading

AT_ONCE = 8


class ReadingNote(QWidget):
    """A list, and in its place the one that is being read; the answer above stays as it is."""

    def __init__(self, desk: Desk, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.theme, self._today = desk, desk.theme, today
        self.rows: dict[str, PracticeRow] = {}
        self._to_come: list[EntrySummary] = []
        self.more: Link | None = None
        self.paper: EntryPaper | None = None
        self._shown: Card | None = None
        self._list = QWidget(self)
        self._inside = QVBoxLayout(self._list)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, self.theme.px(22), 0, 0)
        self._column.addWidget(self._list)
        desk.ask(lambda journal: journal.reviews.month_entries(), self._show, owner=self)

    def _show(self, found: MonthEntries) -> None:
        theme = self.theme
        month = month_title(found)
        if not found.entries:
            words = _("There is nothing from {month} to read back. You can go on.")
            self._inside.addWidget(Text(theme, words.format(month=month), "small", "ink3"))
            return
        head = _("Written in {month}").format(month=month)
        self._inside.addWidget(Text(theme, head, "smallm", "ink2"))
        self._inside.addSpacing(theme.px(6))
        self._rows = Card(theme, margins=(8, 6, 8, 6))
        self._inside.addWidget(self._rows)
        self.more = Link(theme, _("Show more"))
        self.more.clicked.connect(self._show_more)
        self._inside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        if not found.is_whole:
            words = _("Some pages that are for you alone are left out. Journal has them.")
            self._inside.addWidget(Text(theme, words, "small", "ink3"))
        self._to_come = list(found.entries)
        self._show_more()

    def _show_more(self) -> None:
        had_focus = self.more is not None and self.more.hasFocus()
        shown, self._to_come = self._to_come[:AT_ONCE], self._to_come[AT_ONCE:]
        for entry in shown:
            row = self._row(entry)
            self._rows.body.addWidget(row)
            row.show()
        if self.more is not None:
            self.more.setVisible(bool(self._to_come))
        if had_focus and shown:
            self.rows[shown[0].id].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, entry: EntrySummary) -> PracticeRow:
        practice = self._desk.library.get(entry.practice)
        day = plain_day(entry.day, self._today)
        line = day if entry.title == practice.title else f"{day} · {practice.title}"
        row = PracticeRow(self.theme, practice.icon, entry.title, line)
        row.clicked.connect(partial(self.open_entry, entry.id))
        self.rows[entry.id] = row
        return row

    def open_entry(self, entry: str) -> None:
        """Read one of them here."""
        self._desk.ask(partial(read_entry, entry), self._open, owner=self)

    def _open(self, found: Reading) -> None:
        if self._shown is not None:
            return
        theme = self.theme
        card = Card(theme, margins=(24, 14, 24, 22), parent=self)
        back = Button(theme, _("Back to the list"), "quiet", "sm", icon="left")
        back.clicked.connect(partial(self.close_entry, found.entry.id))
        card.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addSpacing(theme.px(6))
        self.paper = EntryPaper(theme)
        meta = f"{found.practice} · {found.when}"
        self.paper.show_entry(found.entry.title, meta, found.icon, found.told)
        self.paper.show_notes(found.notes)
        card.body.addWidget(self.paper)
        self._list.hide()
        self._column.addWidget(card)
        card.show()
        self._shown = card
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, back, partial(show_whole, back))

    def close_entry(self, entry: str) -> None:
        """Back to the list, at the entry that was read."""
        card, paper = self._shown, self.paper
        self._shown = self.paper = None
        if paper is not None:
            paper.clear()
        if card is not None:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._list.show()
        self.rows[entry].setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self.rows[entry], partial(show_whole, self.rows[entry]))
