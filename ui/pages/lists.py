"""Your lists: what matters, what reminds, whose back one has; each in the person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from ally_journal.changes import Change
from ally_journal.domain.list_item import LISTS
from ally_journal.language import _
from ui.models.lists_found import ListsFound, lists_found
from ui.overriding import override
from ui.places import ListsPlace, PromisesPlace, SettingsPlace
from ui.widgets.lists.list_card import ListCard
from ui.widgets.lists.list_words import list_words
from ui.widgets.region_page import BarredPage
from ui.widgets.sectioned_page import SectionedPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


class ListsPage(BarredPage):
    """All lists below one another; what is changed is kept at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("People & promises"), parent)
        self.desk = desk
        self._place = ListsPlace()
        words = {name: list_words(name, desk.library) for name in LISTS}
        sections = [(name, words[name].icon, words[name].title) for name in LISTS]
        subtitle = _("In your own words. They stay here until you take them off.")
        self.page = SectionedPage(self.theme, _("Your lists"), subtitle, sections, self)
        self.cards = {name: ListCard(desk, name, words[name]) for name in LISTS}
        for name, card in self.cards.items():
            self.page.add_section(name, card)
        self.page.end_sections()
        self.stand_below(self.page)
        self.bar.back_asked.connect(self._back)
        desk.changed.connect(self._follow)

    def arrive(self, place: ListsPlace) -> None:
        """Read the lists and show the one that was asked for."""
        self._place = place
        is_ours = place.back != "settings"
        self.bar.back.setText(_("People & promises") if is_ours else _("Settings"))
        self._read()
        if place.list in self.cards:
            QTimer.singleShot(0, self, self._show_asked)
        else:
            self.page.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """What is added or changed is written at once."""

    def forget(self) -> None:
        """Let go of everything that was read or typed."""
        for card in self.cards.values():
            card.forget()

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.page.list, *self.cards.values()]

    def _read(self) -> None:
        self.desk.ask(lists_found, self._show, owner=self)

    def _show(self, found: ListsFound) -> None:
        for card in self.cards.values():
            card.show_items(found)

    def _show_asked(self) -> None:
        self.page.show_section(self._place.list)
        self.cards[self._place.list].field.setFocus()

    def _follow(self, change: object) -> None:
        concerns = isinstance(change, Change) and (
            change.lists or change.entries or change.everything
        )
        if self.isVisible() and concerns:
            self._read()

    def _back(self) -> None:
        is_from_settings = self._place.back == "settings"
        self.desk.visit.emit(SettingsPlace("lists") if is_from_settings else PromisesPlace())
