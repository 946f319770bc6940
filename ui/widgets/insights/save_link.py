"""SaveLink: a quiet way to have a chart as a file: its table, or its picture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ally_journal.language import _
from ui.widgets.link import Link
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme


class SaveLink(Link):
    """`asked` tells the form: csv, png or svg."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Save"), icon="share", parent=parent)
        self._menu: Menu | None = None
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> Menu:
        """Show what it can be saved as."""
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = Menu(self.theme, self)
        menu.head(_("Save as a file"))
        for form, words, icon in (
            ("csv", _("The table, for a spreadsheet (CSV)"), "table"),
            ("png", _("The picture, ready to look at (PNG)"), "insights"),
            ("svg", _("The picture, sharp at any size (SVG)"), "insights"),
        ):
            menu.item(words, icon, then=partial(self.asked.emit, form))
        menu.popup_at(self)
        return menu
