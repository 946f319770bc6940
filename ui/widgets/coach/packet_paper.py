"""PacketPaper: one entry of a packet to read and to comment on, then what is for the whole."""

from __future__ import annotations

from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.coach.beside_row import BESIDE, GAP, PARAGRAPH
from ui.widgets.coach.entry_head import EntryHead
from ui.widgets.coach.packet_text import PacketText
from ui.widgets.coach.paragraph_row import ParagraphRow
from ui.widgets.coach.whole_packet import WholePacket
from ui.widgets.link import Link
from ui.widgets.locked.rows import row_of
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from ally_journal.domain.packet import Packet, PacketEntry
    from ui.models.coach_writing import CoachWriting
    from ui.theme import Theme

WIDEST = PARAGRAPH + GAP + BESIDE
AT_ONCE, AT_A_TIME = 60, 10
BESIDE_FROM = 800
"""The effective width of the paper from which comments stand beside their paragraphs."""


class PacketPaper(ScrollPage):
    """Nothing on it can be edited but what the coach writes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            widest=WIDEST,
            margins=(18, 14, 30, 24),
            ground="paper",
            centred=True,
            parent=parent,
        )
        self._held: QWidget | None = None
        self._middle: QVBoxLayout | None = None
        self._parts: list[ParagraphRow | EntryHead | WholePacket] = []
        self._waiting: Iterator[Callable[[], ParagraphRow]] = iter(())
        self._room = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_some)
        self.more = Link(theme, _("Show what follows"), parent=self)
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self._may_be_beside = True

    def show_entry(
        self,
        packet: Packet,
        number: int,
        writing: CoachWriting,
        practices: Sequence[tuple[str, str]],
    ) -> None:
        """Show the entry with this number, from 1; a packet may also be without any."""
        self.forget()
        self._held = QWidget()
        column, self._middle = _column(self._held), _column()
        column.setSpacing(self.theme.px(8))
        self._middle.setSpacing(self.theme.px(8))
        if number <= len(packet.entries):
            entry = packet.entries[number - 1]
            self._parts.append(EntryHead(self.theme, writing, str(number), entry))
            column.addWidget(self._parts[0])
            self._waiting = self._rows(packet, entry, number, writing)
        column.addWidget(self._question(packet))
        column.addLayout(self._middle)
        column.addLayout(row_of(self.more, 1))
        self._show_more()
        whole = WholePacket(self.theme, writing, practices)
        self._parts.append(whole)
        column.addWidget(whole)
        self.column.addWidget(self._held)
        self._held.show()  # at once: what is not yet seen cannot hold the focus
        self.verticalScrollBar().setValue(0)
        self._fit()

    def row(self, anchor: str) -> ParagraphRow | None:
        """The row of a paragraph, where it is shown."""
        return next((one for one in self.paragraphs() if one.anchor == anchor), None)

    @property
    def _has_whole(self) -> bool:
        return bool(self._parts) and isinstance(self._parts[-1], WholePacket)

    def paragraphs(self) -> list[ParagraphRow]:
        """The paragraphs from top to bottom."""
        return [one for one in self._parts if isinstance(one, ParagraphRow)]

    def begin(self) -> None:
        """Go to the first paragraph."""
        rows = self.paragraphs()
        if rows:
            rows[0].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let go of every word."""
        self._later.stop()
        self._parts, self._waiting, self._middle = [], iter(()), None
        self.more.setParent(self)
        self.more.hide()
        held, self._held = self._held, None
        if held is not None:
            self.column.removeWidget(held)
            held.hide()
            held.deleteLater()

    def allow_beside(self, *, on: bool) -> None:
        """Whether the window is wide enough at all for comments beside paragraphs."""
        self._may_be_beside = on
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Comments go below their paragraphs where there is no room beside."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_beside = self._may_be_beside and self.theme.effective(self.width()) >= BESIDE_FROM
        self.set_widest(WIDEST if is_beside else PARAGRAPH)
        for part in self._parts:
            part.set_beside(on=is_beside)

    def _show_more(self) -> None:
        """So many paragraphs at a time: a packet may come from anybody, and hold very many."""
        self._room = AT_ONCE
        self.more.hide()
        self._show_some()

    def _show_some(self) -> None:
        """As many as nobody notices; the window goes on in between."""
        made = [make() for make in islice(self._waiting, min(AT_A_TIME, self._room))]
        for one in made:
            if self._middle is not None:
                self._middle.addWidget(one)
        at = len(self._parts) - self._has_whole
        self._parts[at:at] = made
        self._room -= len(made)
        following = next(self._waiting, None)
        if following is not None:
            self._waiting = chain((following,), self._waiting)
        if following is not None and self._room:
            self._later.start()
        self.more.setVisible(following is not None and not self._room)
        if made:
            self._fit()

    def _question(self, packet: Packet) -> QWidget:
        px = self.theme.px
        inner = QWidget(self._held)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(18), px(4), px(18), px(4))
        column.setSpacing(px(4))
        column.addWidget(Text(self.theme, _("The question I want help with"), "smallm", "ink2"))
        text = PacketText(
            self.theme, packet.question, packet.people, _("The question I want help with")
        )
        column.addWidget(text)
        inner.setMaximumWidth(px(WIDEST))
        inner.setHidden(not packet.question)
        return inner

    def _rows(
        self, packet: Packet, entry: PacketEntry, number: int, writing: CoachWriting
    ) -> Iterator[Callable[[], ParagraphRow]]:
        for part_number, part in enumerate(entry.parts, 1):
            shown = ((at, words) for at, words in enumerate(part.paragraphs, 1) if words.strip())
            for first, (at, words) in enumerate(shown):
                name = _("{label}, paragraph {n}. Enter comments on it.")
                named = name.format(label=part.label, n=at)
                yield partial(
                    _row,
                    writing,
                    f"{number}.{part_number}.{at}",
                    "" if first else part.label,
                    partial(PacketText, self.theme, words, packet.people, named),
                )


def _row(
    writing: CoachWriting, anchor: str, label: str, make: Callable[[], PacketText]
) -> ParagraphRow:
    return ParagraphRow(writing, anchor, label, make())


def _column(holder: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout() if holder is None else QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    return column
