"""CardWall: cards below each other, those of half width in pairs where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme

GAP = 20


class CardWall(QWidget):
    """Say with `lay_out` which cards stand in which order; hidden ones leave no hole.

    A card whose `is_wide` is true takes the whole width.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.pairs: list[QBoxLayout] = []
        self._shown: list[tuple[QWidget, ...]] = []
        self._across = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(GAP), 0, 0)
        self._column.setSpacing(theme.px(GAP))
        theme.changed.connect(self.restyle)

    def lay_out(self, cards: Sequence[QWidget]) -> None:
        """Stand these cards on the wall, in this order; cheap where nothing is new."""
        rows = _rows(cards)
        same = 0
        while same < min(len(rows), len(self._shown)) and rows[same] == self._shown[same]:
            same += 1
        self._drop_from(same)
        for row in rows[same:]:
            self._add(row)
        self._shown = rows

    def set_across(self, *, across: bool) -> None:
        """Whether pairs stand beside each other."""
        self._across = across
        self.restyle()

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        gap, direction = self.theme.px(GAP), QBoxLayout.Direction
        self._column.setSpacing(gap)
        self._column.setContentsMargins(0, gap, 0, 0)
        for pair in self.pairs:
            pair.setDirection(direction.LeftToRight if self._across else direction.TopToBottom)
            pair.setSpacing(gap)

    def _drop_from(self, row: int) -> None:
        while self._column.count() > row:
            item = self._column.takeAt(self._column.count() - 1)
            layout = item.layout() if item is not None else None
            if isinstance(layout, QBoxLayout):
                while layout.takeAt(0) is not None:
                    pass
                self.pairs.remove(layout)
                layout.deleteLater()

    def _add(self, row: tuple[QWidget, ...]) -> None:
        if len(row) == 1:
            self._column.addWidget(row[0])
            return
        direction = QBoxLayout.Direction
        pair = QBoxLayout(direction.LeftToRight if self._across else direction.TopToBottom)
        pair.setSpacing(self.theme.px(GAP))
        for card in row:
            pair.addWidget(card, 1)
        self._column.addLayout(pair)
        self.pairs.append(pair)


def _rows(cards: Sequence[QWidget]) -> list[tuple[QWidget, ...]]:
    """Wide cards alone, halves by two; a wide one lets a half that waits find its other half."""
    rows: list[tuple[QWidget, ...]] = []
    half: QWidget | None = None
    held: list[tuple[QWidget, ...]] = []
    for card in cards:
        if getattr(card, "is_wide", False):
            (rows if half is None else held).append((card,))
        elif half is None:
            half = card
        else:
            rows += [(half, card), *held]
            half, held = None, []
    return rows if half is None else [*rows, (half,), *held]
