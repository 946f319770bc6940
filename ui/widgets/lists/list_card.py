"""ListCard: one list with its rows, a line to add to it, and what may be added with one click."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.day_words import plain_day
from ally_journal.domain.list_item import MOST_CHARACTERS, is_same
from ally_journal.language import _
from ui.places import EntryPlace
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.line_field import LineField
from ui.widgets.lists.list_row import ListRow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.list_item import ListItem
    from ui.desk import Desk
    from ui.models.lists_found import ListsFound
    from ui.widgets.lists.list_words import ListWords

MOST_IDEAS = 5


class ListCard(QWidget):
    """Writes through the desk, and follows what is read of its list."""

    def __init__(
        self, desk: Desk, name: str, words: ListWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self.theme, self.name, self.words = desk, desk.theme, name, words
        self.rows: list[ListRow] = []
        self.ideas: list[Button] = []
        self._lines: list[QFrame] = []
        self._items: tuple[ListItem, ...] = ()
        self.card = Card(self.theme, margins=(0, 0, 0, 0), parent=self)
        self.field = LineField(self.theme, placeholder=words.asks, parent=self)
        self.field.edit.setMaxLength(MOST_CHARACTERS)
        self.field.edit.setAccessibleName(f"{words.title}: {words.asks}")
        self.add = Button(self.theme, _("Add"), "secondary", "sm", icon="plus", parent=self)
        self.add.setAccessibleName(_("Add to “{list}”").format(list=words.title))
        self._below = QWidget(self)
        self._build()
        self.restyle()
        self.field.returned.connect(self._take)
        self.add.clicked.connect(self._take)
        self.theme.changed.connect(self.restyle)

    def show_items(self, found: ListsFound) -> None:
        """Show the list as it stands; not while words are being changed."""
        items = found.items[self.name]
        if any(row.is_changing for row in self.rows) or (self.rows and items == self._items):
            return
        held, self._items = self._held(), items
        self._clear()
        for item in items:
            self._add_line()
            self._add_row(item, found)
        if self.rows:
            self.rows[0].is_first = self.rows[-1].is_last = True
        self._show_ideas()
        if held is not None:
            self._focus_again(*held)

    def forget(self) -> None:
        """Let go of everything that was read or typed."""
        self._items = ()
        self._clear()
        self.field.setText("")

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        px = self.theme.px
        self._column.setSpacing(px(4))
        self._under.setContentsMargins(px(20), px(12), px(14), px(14))
        self._under.setSpacing(px(10))
        self._typing.setSpacing(px(8))
        self._flow.set_gaps(px(8), px(8))

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(self.theme, self.words.title, "heading"))
        self._column.addWidget(Text(self.theme, self.words.line, "small", "ink3"))
        self._column.addSpacing(self.theme.px(4))
        self._column.addWidget(self.card)
        self._under = QVBoxLayout(self._below)
        self._typing = QHBoxLayout()
        self._typing.addWidget(self.field, 1)
        self._typing.addWidget(self.add)
        self._under.addLayout(self._typing)
        self._flow = FlowLayout()
        self._under.addLayout(self._flow)
        self.card.body.addWidget(self._below)

    # What is shown.

    def _add_row(self, item: ListItem, found: ListsFound) -> None:
        source = found.sources.get(item.entry) if item.entry is not None else None
        words = (
            _("From {practice}, {day}").format(
                practice=source.practice, day=plain_day(source.day, found.today)
            )
            if source
            else ""
        )
        row = ListRow(self.theme, item, words, self)
        row.reworded.connect(partial(self._reword, item))
        row.shifted.connect(partial(self._shift, item))
        row.removed.connect(partial(self._remove, item))
        row.entry_asked.connect(self._look)
        self.card.body.insertWidget(self.card.body.count() - 1, row)
        self.rows.append(row)

    def _add_line(self) -> None:
        """A hairline between two rows."""
        if self.rows:
            line = QFrame(self)
            line.setObjectName("hairline")
            line.setFixedHeight(1)
            self.card.body.insertWidget(self.card.body.count() - 1, line)
            self._lines.append(line)

    def _show_ideas(self) -> None:
        """What may be added with one click, as far as it is not on the list."""
        known = [item.text for item in self._items]
        new = [one for one in self.words.ideas if not any(is_same(one, text) for text in known)]
        for idea in new[:MOST_IDEAS]:
            button = Button(self.theme, idea, "quiet", "sm", icon="plus", parent=self._below)
            button.setAccessibleName(_("Add: {words}").format(words=idea))
            button.clicked.connect(partial(self._add_idea, idea))
            self._flow.addWidget(button)
            button.show()
            self.ideas.append(button)

    def _clear(self) -> None:
        for widget in (*self.rows, *self._lines, *self.ideas):
            widget.hide()
            self.card.body.removeWidget(widget)
            self._flow.removeWidget(widget)
            widget.deleteLater()
        self.rows, self._lines, self.ideas = [], [], []

    def _held(self) -> tuple[str, int, int] | None:
        """Which item or idea has the focus, and at which place: (item, row, idea)."""
        focus = QApplication.focusWidget()
        for number, row in enumerate(self.rows):
            if focus is not None and (focus is row or row.isAncestorOf(focus)):
                return row.item.id, number, -1
        for number, button in enumerate(self.ideas):
            if focus is button:
                return "", -1, number
        return None

    def _focus_again(self, item: str, row: int, idea: int) -> None:
        """Back to the same item, else to what stands in its place now, else to the field."""
        by_item = [one for one in self.rows if one.item.id == item]
        if idea >= 0:
            left = self.ideas
            target: QWidget = left[min(idea, len(left) - 1)] if left else self.field
        elif by_item or self.rows:
            chosen = by_item[0] if by_item else self.rows[min(row, len(self.rows) - 1)]
            target = chosen.more
        else:
            target = self.field
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the person does.

    def _take(self) -> None:
        text = self.field.text()
        self.field.setFocus()
        if text.strip():
            self.field.setText("")
            self._add_text(text)

    def _add_idea(self, text: str) -> None:
        self._add_text(text)

    def _add_text(self, text: str) -> None:
        name = self.name
        self._desk.write(lambda journal: journal.lists.add(name, text))

    def _reword(self, item: ListItem, text: str) -> None:
        self._desk.write(lambda journal: journal.lists.change(item.id, text))

    def _shift(self, item: ListItem, by: int) -> None:
        place = next((n for n, one in enumerate(self._items) if one.id == item.id), 0)
        if 0 <= place + by < len(self._items):
            self._desk.write(lambda journal: journal.lists.move(item.id, place + by))

    def _remove(self, item: ListItem) -> None:
        desk = self._desk

        def put_back(gone: ListItem) -> None:
            desk.write(lambda journal: journal.lists.put_back(gone))

        def say(gone: ListItem) -> None:
            desk.messages.say(_("It is off the list."), _("Undo"), partial(put_back, gone))

        desk.write(lambda journal: journal.lists.remove(item.id), say)

    def _look(self, entry: str) -> None:
        self._desk.visit.emit(EntryPlace(entry))
