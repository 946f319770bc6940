"""All backups: to test, to restore, to copy off this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ally_journal.language import _
from ui.overriding import override
from ui.places import BackupsPlace, SettingsPlace
from ui.widgets.backups.backups_panel import BackupsPanel
from ui.widgets.region_page import BarredPage
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk

WIDTH = 820


class BackupsPage(BarredPage):
    """The list of the settings, with all of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Settings"), parent)
        self.desk = desk
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

    @override
    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self.page.column.setSpacing(self.theme.px(20))

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.panel]

    def _back(self) -> None:
        self.desk.visit.emit(SettingsPlace("safety"))

    def _build(self) -> None:
        words = _("Whole copies of the journal, encrypted, on this computer.")
        self.page.column.addWidget(TitleBlock(self.theme, _("Backups"), words))
        self.page.column.addWidget(self.panel)
        self.stand_below(self.page)
