"""PromiseBoard: what became of promises, in five columns; then what is still undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ally_journal.domain.promise_board import (
    Standing,
    board_insight,
    days_words,
    standing_words,
)
from ally_journal.language import _, ngettext
from ui.overriding import override
from ui.widgets.card import Card
from ui.widgets.insights.insight_card import InsightCard
from ui.widgets.link import Link
from ui.widgets.promise_words import due_words
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from ally_journal.domain.promise_board import Board, Placed
    from ui.theme import Theme

MOST = 2
LINES = 3
# Effective widths of the card: five columns, three, two; below, one.
FIVE_FROM, THREE_FROM, TWO_FROM = 820, 480, 320
DAYS = 3
_WIDTHS = {5: (1, 1, 1, 1, 1), 3: (2, 2, 2, 3, 3), 2: (1, 1, 1, 1, 2), 1: (1, 1, 1, 1, 1)}
"""How wide each column is, by the number of columns in the first row: no row has a hole."""


class PromiseBoard(InsightCard):
    """`undone_asked`: the person wants to see what is still open."""

    undone_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, numbers=(DAYS,), parent=parent)
        self.columns: dict[Standing, BoardColumn] = {}
        self._room = QWidget(self)
        self._grid = QGridLayout(self._room)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for standing in Standing:
            self.columns[standing] = BoardColumn(theme, standing, self._room)
        self.picture.addWidget(self._room)
        self.undone = Link(theme, "", icon_after="right", parent=self)
        self.undone.clicked.connect(self.undone_asked)
        row = QHBoxLayout()
        row.addWidget(self.undone)
        row.addStretch(1)
        self.body.addLayout(row)
        self._number = 0
        self._fit()
        theme.changed.connect(self._fit)

    def show_board(self, board: Board) -> None:
        """Show these; nothing at all without any promise."""
        for work in self.works(board):
            work()

    def works(self, board: Board) -> list[Callable[[], object]]:
        """What is to be done to show these, in pieces for several turns."""
        columns = [
            partial(column.show_placed, board.column(standing), board)
            for standing, column in self.columns.items()
        ]
        words = partial(self.show_insight, board_insight(board))
        return [words, *columns, partial(self._end, board)]

    def _end(self, board: Board) -> None:
        self.setVisible(bool(board.placed))
        self.undone.setVisible(board.open > 0)
        undone = ngettext(
            "What is still undone? {n} is open", "What is still undone? {n} are open", board.open
        )
        self.undone.setText(undone.format(n=board.open))

    def forget(self) -> None:
        """Let go of everything that was read."""
        for column in self.columns.values():
            column.forget()
        self.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer columns beside each other where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.theme.effective(self.width())
        steps = ((FIVE_FROM, 5), (THREE_FROM, 3), (TWO_FROM, 2))
        number = next((columns for least, columns in steps if wide >= least), 1)
        self._grid.setSpacing(self.theme.px(8))
        if number == self._number:
            return
        self._number = number
        widths, at = _WIDTHS[number], 0
        across = sum(widths[:number])
        for column, width in zip(self.columns.values(), widths, strict=True):
            self._grid.removeWidget(column)
            self._grid.addWidget(column, at // across, at % across, 1, width)
            at += width
        for place in range(max(map(sum, _WIDTHS.values()))):
            self._grid.setColumnStretch(place, 1 if place < across else 0)


class BoardColumn(Card):
    """A column with its name and number, the nearest promises, and how many more there are."""

    def __init__(self, theme: Theme, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", margins=(8, 10, 8, 10), gap=8, parent=parent)
        self.name = standing_words(standing)
        self._moves = standing is Standing.MOVED
        self._head = Text(theme, self.name, "smallm", "ink")
        self._count = Text(theme, "", "small", "ink2")
        self._cards = QWidget(self)
        self.more = Text(theme, "", "small", "ink2")
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        top.addWidget(self._head, 1)
        top.addWidget(self._count)
        self.body.addLayout(top)
        self.body.addWidget(self._cards)
        rest = QHBoxLayout()
        rest.setContentsMargins(theme.px(4), 0, 0, 0)
        rest.addWidget(self.more)
        self.body.addLayout(rest)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_placed(self, placed: tuple[Placed, ...], board: Board) -> None:
        """Show the first few of these."""
        self._count.setText(str(len(placed)) if placed else "")
        cards = QWidget(self)
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(6))
        for one in placed[:MOST]:
            column.addWidget(self._card(one, board))
        self._put(cards)
        rest = len(placed) - MOST
        self.more.setText(_("{n} more").format(n=rest) if rest > 0 else "")
        self.more.setVisible(rest > 0)
        self.setAccessibleName(f"{self.name}: {len(placed)}")

    def forget(self) -> None:
        """Let go of what is shown."""
        self._put(QWidget(self))
        self._count.setText("")

    def _put(self, cards: QWidget) -> None:
        self.body.replaceWidget(self._cards, cards, Qt.FindChildOption.FindDirectChildrenOnly)
        self._cards.hide()
        self._cards.deleteLater()
        self._cards = cards

    def _card(self, one: Placed, board: Board) -> Card:
        card = Card(self.theme, margins=(10, 8, 10, 8))
        card.body.addWidget(Text(self.theme, one.promise.text, "small", "ink", lines=LINES))
        words = self._words(one, board)
        if words:
            card.body.addWidget(Text(self.theme, words, "small", "ink3", lines=2))
        return card

    def _words(self, one: Placed, board: Board) -> str:
        if one.days is not None:
            return days_words(one.days)
        day = due_words(one.closed or one.promise.due, board.today)
        return _("to {day}").format(day=day) if day and self._moves else day
