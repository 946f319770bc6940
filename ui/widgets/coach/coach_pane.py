"""CoachPane: what is in the packet, whom its labels stand for, how to ask; other packets below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _, ngettext
from ui.widgets.coach.pane_row import PaneRow
from ui.widgets.coach.person_pill import PersonPill
from ui.widgets.link import Link
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.coach_notes import CoachNotes
    from ally_journal.domain.packet import Packet
    from ui.models.coach_packets import HeldPacket
    from ui.theme import Theme

WIDTH, MOST_PILLS = 268, 26


class CoachPane(ScrollPage):
    """`entry_chosen` counts from 1; `packet_chosen` carries another packet that is open."""

    entry_chosen = Signal(int)
    packet_chosen = Signal(object)
    other_asked = Signal()
    print_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=WIDTH * 3, margins=(20, 26, 16, 20), parent=parent)
        self.rows: list[PaneRow] = []
        self.others: list[PaneRow] = []
        self._held: QWidget | None = None

    def show_packet(self, packet: Packet, others: Sequence[HeldPacket]) -> None:
        """Show what is in it; `others` are open too, by the client's label."""
        self.forget()
        self._held = QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._add_entries(column, packet)
        self._add_people(column, packet.people)
        self._add_others(column, others)
        self.column.addWidget(self._held)
        self._held.show()  # at once: what is not yet seen cannot hold the focus

    def forget(self) -> None:
        """Let go of every word."""
        self.rows, self.others = [], []
        if self._held is not None:
            self.column.removeWidget(self._held)
            self._held.hide()
            self._held.deleteLater()
            self._held = None

    def show_current(self, entry: int) -> None:
        """This entry is read now."""
        for number, row in enumerate(self.rows, 1):
            row.setChecked(number == entry)

    def show_notes(self, notes: CoachNotes) -> None:
        """Say how many comments each entry has."""
        for number, row in enumerate(self.rows, 1):
            count = notes.count(number)
            words = ngettext("{n} comment", "{n} comments", count).format(n=count)
            row.show_beside(words if count else "")

    def _add_entries(self, column: QVBoxLayout, packet: Packet) -> None:
        self._head(column, _("In this packet"))
        self.rows = []
        for number, entry in enumerate(packet.entries, 1):
            row = PaneRow(self.theme, entry.heading, entry.when)
            row.setCheckable(True)
            row.clicked.connect(partial(self.entry_chosen.emit, number))
            column.addWidget(row)
            self.rows.append(row)

    def _add_people(self, column: QVBoxLayout, people: Sequence[str]) -> None:
        px = self.theme.px
        if people:
            column.addSpacing(px(28))
            self._head(column, _("People"))
        for number, label in enumerate(people[:MOST_PILLS]):
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, px(4))
            row.setSpacing(px(8))
            row.addWidget(PersonPill(self.theme, label))
            words = "" if number else _("the same in each entry")
            row.addWidget(Text(self.theme, words, "small", "ink3"), 1, _MIDDLE)
            column.addLayout(row)
        column.addSpacing(px(20))
        column.addWidget(Text(self.theme, _how_to_ask(), "small", "ink2"))

    def _add_others(self, column: QVBoxLayout, others: Sequence[HeldPacket]) -> None:
        px = self.theme.px
        column.addSpacing(px(28))
        self.others = []
        if others:
            self._head(column, _("Also open"))
        for held in others:
            row = PaneRow(self.theme, held.name)
            row.clicked.connect(partial(self.packet_chosen.emit, held))
            column.addWidget(row)
            self.others.append(row)
        for words, signal in (
            (_("Open another packet…"), self.other_asked),
            (_("Print it, with room for notes…"), self.print_asked),
        ):
            link = Link(self.theme, words)
            link.clicked.connect(signal)
            line = QHBoxLayout()
            line.addWidget(link)
            line.addStretch(1)
            column.addLayout(line)

    def _head(self, column: QVBoxLayout, words: str) -> None:
        column.addWidget(Text(self.theme, words, "smallm", "ink2"))
        column.addSpacing(self.theme.px(8))


def _how_to_ask() -> str:
    return _(
        "Ask about the next step, not about who it was. If it sounds frightening or unsafe, say so "
        "and point to help near them."
    )


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
