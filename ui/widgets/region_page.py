"""RegionPage: a page made of regions; Tab goes through them, its breakpoints follow the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.overriding import override
from ui.widgets.journal.page_bar import PageBar
from ui.widgets.page_tab import tab_on

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme


class RegionPage(QWidget):
    """Say in `regions` what it is made of, and in `restyle` what depends on the room there is."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, ground: str = "page"
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self]

    def restyle(self) -> None:
        """Take new sizes after a change of theme or of the window's size."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breakpoints follow the window."""
        super().resizeEvent(event)
        self.restyle()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the page as it is seen, then to the sidebar."""
        return tab_on(self, self.regions(), forward=next)


class BarredPage(RegionPage):
    """A bar with the way back stands above, whatever else the page is below it."""

    def __init__(
        self, theme: Theme, back: str, parent: QWidget | None = None, *, ground: str = "page"
    ) -> None:
        """`back` names where the way back leads."""
        super().__init__(theme, parent, ground=ground)
        self.bar = PageBar(theme, back, self)

    def stand_below(self, body: QWidget, *feet: QWidget) -> None:
        """Put the body, which takes all the room that is left, below the bar; feet below it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(body, 1)
        for foot in feet:
            column.addWidget(foot)
