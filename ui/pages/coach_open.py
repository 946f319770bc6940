"""Where a coach opens a packet, without any journal: in place of the unlock page."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.practice_files import load_built_in
from ally_journal.language import _
from ui.actions import tip
from ui.locked_places import CoachKeyPlace, CoachOpenPlace, CoachPlace
from ui.models.coach_packets import CoachPackets
from ui.opening import first_place
from ui.places import SupportPlace
from ui.widgets.coach.coach_guard import CoachGuard
from ui.widgets.coach.packet_opening import PacketOpening
from ui.widgets.coach.pane_row import PaneRow
from ui.widgets.link import Link
from ui.widgets.locked.locked_page import LockedPage
from ui.widgets.locked.rows import hairline, row_of
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.services.coaching import OpenedPacket
    from ui.desk import Desk
    from ui.models.coach_packets import HeldPacket

WIDEST = 480


class CoachOpenPage(LockedPage):
    """Packets that are open or wait for their words, then the file of another one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        foot = _("Nothing of a packet is kept on this computer.")
        super().__init__(desk.theme, foot, widest=WIDEST, parent=parent)
        self.desk = desk
        self.packets, self.guard = CoachPackets.of(desk), CoachGuard.of(desk)
        self.rows: list[PaneRow] = []
        self._build()
        self._connect()

    def arrive(self, place: CoachOpenPlace) -> None:
        """Wait for a file, or for what opens the one that is known."""
        self.desk.background.aside(_warm_up)
        self.opening.forget()
        self._list()
        if place.packet is not None:
            self.opening.take_file(place.packet)
        self.opening.begin()

    def leave(self) -> None:
        """Forget what was typed; what is being opened is ended."""
        self.opening.forget()

    def forget(self) -> None:
        """A lock: what is open is sealed."""
        self.opening.forget()
        self.packets.seal()

    def _build(self) -> None:
        theme = self.theme
        words = _(
            "For coaches: what somebody sealed for you. It needs no journal; you read it, answer "
            "beside it, and hand back one locked file."
        )
        self.opening = PacketOpening(self.desk)
        self._held = QWidget()
        self._held_column = QVBoxLayout(self._held)
        self._held_column.setContentsMargins(0, 0, 0, 0)
        self._held_column.setSpacing(0)
        self._head = Text(theme, _("Packets that you have here"), "smallm", "ink2")
        self._held_column.addWidget(self._head)
        self.key = Link(theme, _("Your key as a coach"))
        self.back = Link(theme, _("To the journal"))
        self.support = Link(theme, _("Support page"), icon="care")
        self.support.setToolTip(tip("support"))
        self.column.addWidget(Text(theme, _("Read a packet"), "display"))
        self.gap(4)
        self.column.addWidget(Text(theme, words, "body", "ink2"))
        self.gap(20)
        self.column.addWidget(self._held)
        self.column.addWidget(self.opening)
        self.gap(20)
        self.column.addWidget(hairline())
        self.gap(14)
        self.column.addLayout(row_of(self.key, 1, self.back, 1, self.support))

    def _connect(self) -> None:
        self.opening.opened.connect(self._opened)
        self.key.clicked.connect(lambda: self.desk.visit.emit(CoachKeyPlace()))
        self.back.clicked.connect(self._go)
        self.support.clicked.connect(lambda: self.desk.visit.emit(SupportPlace()))
        self.guard.listen(self)

    def _list(self) -> None:
        for row in self.rows:
            self._held_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for held in self.packets.listed():
            row = PaneRow(self.theme, held.name, _state_words(held))
            row.clicked.connect(partial(self._choose, held))
            self._held_column.addWidget(row)
            self.rows.append(row)
        self._head.setVisible(bool(self.rows))
        gap = self.theme.px(20) if self.rows else 0
        self._held_column.setContentsMargins(0, 0, 0, gap)

    def _choose(self, held: HeldPacket) -> None:
        if held.opened is not None:
            self.desk.visit.emit(CoachPlace(held))
        else:
            self.opening.take_file(held.path)

    def _opened(self, path: object, opened: object) -> None:
        held = self.packets.take(cast("Path", path), cast("OpenedPacket", opened))
        self.desk.visit.emit(CoachPlace(held))

    def _go(self) -> None:
        """On to the journal; packets are closed first, since its lock empties all memory."""
        if self.packets.is_unsaved:
            self.guard.ask_to_lose(self._leave_all)
        else:
            self._leave_all()

    def _leave_all(self) -> None:
        self.packets.close_all()
        self.desk.begins_at = None
        self.desk.visit.emit(first_place(self.desk.folder))


def _warm_up() -> None:
    """Import what a packet is read with while somebody still types."""
    import_module("ui.pages.coach")
    load_built_in()


def _state_words(held: HeldPacket) -> str:
    if held.opened is not None:
        return _("Open")
    if held.is_unsaved:
        return _("Covered. What you wrote waits, sealed; open it again to go on.")
    return _("Covered. Open it again to go on.")
