"""ChartCards: a card for each chart that has anything, made when it is first shown, then kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.widgets.insights.waiting_card import WaitingCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.insights import Insight
    from ui.charts.drawer import Drawer
    from ui.theme import Theme
    from ui.widgets.insights.chart_card import ChartCard


class ChartCards(QObject):
    """`opened` tells a title and ids of entries; `made` a card that is new."""

    opened = Signal(str, tuple)
    made = Signal(object)

    def __init__(self, theme: Theme, drawer: Drawer, wall: QWidget) -> None:
        super().__init__(wall)
        self._theme, self._drawer, self._wall = theme, drawer, wall
        self.cards: dict[str, ChartCard] = {}
        self.waiting = WaitingCard(theme, wall)
        self.waiting.hide()
        self._order: list[str] = []

    def works(
        self, insights: Sequence[Insight], today: date, lay_out: Callable[[], object]
    ) -> list[Callable[[], object]]:
        """What is to be done to show these, in pieces; `lay_out` stands new cards on the wall."""
        with_any = [one for one in insights if one.count]
        names = [one.title for one in insights if not one.count]
        self._order = [one.key for one in with_any]
        works: list[Callable[[], object]] = [self._hide_others]
        for one in with_any:
            works += [partial(self._fill, one, today), partial(self._stand, one, lay_out)]
        return [*works, partial(self.waiting.show_names, names), lay_out]

    def shown(self) -> list[QWidget]:
        """The cards in their order."""
        known = [self.cards[key] for key in self._order if key in self.cards]
        return [*known, self.waiting]

    def forget(self) -> None:
        """Let go of what is shown."""
        for card in self.cards.values():
            card.forget()

    def _fill(self, insight: Insight, today: date) -> None:
        from ui.widgets.insights.chart_card import ChartCard  # noqa: PLC0415 not at first

        card = self.cards.get(insight.key)
        if card is None:
            card = self.cards[insight.key] = ChartCard(
                self._theme, self._drawer, insight.form, self._wall
            )
            card.hide()
            card.opened.connect(partial(self._tell, card))
            self.made.emit(card)
        card.show_chart(insight, today)

    def _stand(self, insight: Insight, lay_out: Callable[[], object]) -> None:
        lay_out()
        self.cards[insight.key].show()

    def _tell(self, card: ChartCard, ids: tuple[str, ...]) -> None:
        self.opened.emit(card.name, ids)

    def _hide_others(self) -> None:
        self.waiting.hide()
        for key, card in self.cards.items():
            if key not in self._order:
                card.hide()
