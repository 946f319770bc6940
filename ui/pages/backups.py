"""All backups: to test, to restore, to copy off this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.overriding import override
from ui.places import BackupsPlace, SettingsPlace
from ui.widgets.backups.backups_panel import BackupsPanel
from ui.widgets.journal.page_bar import PageBar
from ui.widgets.page_tab import tab_on
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from ui.desk import Desk

WIDTH = 820


class BackupsPage(QWidget):
    """The list of the settings, with all of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.bar = PageBar(self.theme, _("Settings"), self)
        self.page = ScrollPage(self.theme, widest=WIDTH, margins=(36, 22, 36, 36), centred=True)
        self.panel = BackupsPanel(desk)
        self._build()
        self.restyle()
        self.bar.back_asked.connect(self._back)
        self.theme.changed.connect(self.restyle)

    def arrive(self, _place: BackupsPlace) -> None:
        """Read the list."""
        self.panel.show_now()
        self.bar.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing waits to be written."""

    def forget(self) -> None:
        """Let go of what was read."""
        self.panel.forget()

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self.page.column.setSpacing(self.theme.px(20))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the page as it is seen, then to the sidebar."""
        return tab_on(self, self.regions(), forward=next)

    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.panel]

    def _back(self) -> None:
        self.desk.visit.emit(SettingsPlace("safety"))

    def _build(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = _("Whole copies of the journal, encrypted, on this computer.")
        self.page.column.addWidget(TitleBlock(self.theme, _("Backups"), words))
        self.page.column.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.page, 1)
