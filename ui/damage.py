"""Damage met while the journal is open: it can be locked, and what helps then stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ui.locked_places import UnlockPlace

if TYPE_CHECKING:
    from ally_journal.errors import JournalError
    from ui.desk import Desk


class DamageWay(QObject):
    """The way from a damaged journal that is open to the page with its ways on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.messages.damage_asked.connect(self.go)

    def go(self, told: object) -> None:
        """Lock, and ask for the passphrase: what helps needs it."""
        desk = self._desk
        desk.goes_on_locked = True
        desk.lock_requested.emit()
        desk.goes_on_locked = False
        desk.visit.emit(UnlockPlace(damage=cast("JournalError", told)))
