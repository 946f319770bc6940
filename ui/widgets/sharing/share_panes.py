"""SharePanes: the steps of sharing; the first two side by side where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.sharing.pane import SharePane

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QRect

    from ui.theme import Theme

CHOOSE, READ, SEAL, DONE = 1, 2, 3, 4
LEFT, SIDE, TOP, BOTTOM, GAP = 318, 36, 30, 14, 20


class SharePanes(QWidget):
    """Where there is little room, the head scrolls with the step that is shown."""

    def __init__(
        self,
        theme: Theme,
        head: QWidget,
        cards: Mapping[int, QWidget],
        parent: QWidget | None = None,
    ) -> None:
        """`cards`: one for each step, CHOOSE to DONE."""
        super().__init__(parent)
        self.theme, self._head = theme, head
        self._panes = {step: SharePane(theme, card, self) for step, card in cards.items()}
        self._column = QVBoxLayout(self)
        self._top = QVBoxLayout()
        self._row = QHBoxLayout()
        self._column.addLayout(self._top)
        self._column.addLayout(self._row, 1)
        for step, pane in self._panes.items():
            self._row.addWidget(pane, 0 if step == CHOOSE else 1)

    def show_step(self, step: int, *, is_wide: bool) -> None:
        """Show the panes of a step."""
        for one, pane in self._panes.items():
            pane.setVisible(one == step or (is_wide and {one, step} == {CHOOSE, READ}))
        if is_wide:
            self._top.addWidget(self._head)
        else:
            self._panes[step].take_head(self._head)
        self._restyle(is_wide=is_wide)

    def shown(self) -> list[QWidget]:
        """Those that can be seen, from the left."""
        return [pane for pane in self._panes.values() if not pane.isHidden()]

    def show_rect(self, step: int, rect: QRect) -> None:
        """Scroll to a place of a card, in its own coordinates."""
        pane = self._panes[step]
        place = pane.card.pos() + rect.center()
        pane.ensureVisible(place.x(), place.y(), 0, rect.height() * 2)

    def _restyle(self, *, is_wide: bool) -> None:
        px, left = self.theme.px, self._panes[CHOOSE]
        for pane in self._panes.values():
            side = 0 if is_wide else SIDE
            pane.set_margins(side, 0 if is_wide else TOP, side, BOTTOM, BOTTOM)
        left.setMinimumWidth(px(LEFT) if is_wide else 0)
        left.setMaximumWidth(px(LEFT) if is_wide else _NO_END)
        side = px(SIDE) if is_wide else 0
        self._column.setContentsMargins(side, px(TOP) if is_wide else 0, side, 0)
        self._column.setSpacing(px(BOTTOM) if is_wide else 0)
        self._row.setSpacing(px(GAP))


_NO_END = 16_777_215
