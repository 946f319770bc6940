"""SentPaper: exactly what went out, read only, with what came back beside its paragraphs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.day_words import plain_day
from ally_journal.domain.packet import not_a_record
from ally_journal.language import _
from ui.models.coach_words import who_words, whole_heads
from ui.widgets.coach.beside_row import BesideRow
from ui.widgets.sharing_home.coach_note import CoachNote
from ui.widgets.sharing_home.entry_title import EntryTitle
from ui.widgets.sharing_home.filled_column import FilledColumn
from ui.widgets.sharing_home.notes_column import NotesColumn
from ui.widgets.sharing_home.told_block import ToldBlock
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ally_journal.domain.packet import Packet, PacketEntry
    from ally_journal.domain.preview import KeptComment
    from ui.models.sent_log import SentWhole
    from ui.theme import Theme


class SentPaper(QWidget):
    """`removed` is called with the id of a comment that is to go."""

    def __init__(
        self, theme: Theme, remove: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._remove = theme, remove
        self.rows = FilledColumn(theme, self)
        self.foot = Text(theme, "", "small", "ink3", parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.rows)
        self._column.addWidget(self.foot)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_sent(self, whole: SentWhole) -> None:
        """Show all of it."""
        self.rows.show_rows(_Rows(self.theme, whole, self._remove).all())
        people = ", ".join(whole.packet.people) if whole.packet else ""
        stood = _("Stood for people: {labels}.").format(labels=people) if people else ""
        line = not_a_record() if whole.packet else ""
        self.foot.setText(" ".join(filter(None, (line, stood))))

    def clear(self) -> None:
        """Let go of every word."""
        self.rows.clear()
        self.foot.setText("")

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._column.setSpacing(self.theme.px(16))


class _Rows:
    """Makes the rows, each when it is its turn."""

    def __init__(self, theme: Theme, whole: SentWhole, remove: Callable[[str], object]) -> None:
        self._theme, self._whole, self._remove = theme, whole, remove

    def all(self) -> Iterator[Callable[[], QWidget]]:
        packet = self._whole.packet
        if packet is None:
            yield self._nothing
        else:
            yield from self._question(packet)
            for number, entry in enumerate(packet.entries, 1):
                yield from self._entry(packet, number, entry)
        yield from self._rest(packet)

    def _nothing(self) -> QWidget:
        words = _("What went out is not kept here: it was made before, or all of it was deleted.")
        return Text(self._theme, words, "body", "ink2")

    def _question(self, packet: Packet) -> Iterator[Callable[[], QWidget]]:
        if packet.question:
            label = _("The question I want help with")
            yield lambda: self._row(ToldBlock(self._theme, label, packet.question), "question")

    def _entry(
        self, packet: Packet, number: int, entry: PacketEntry
    ) -> Iterator[Callable[[], QWidget]]:
        whole = self._whole
        yield lambda: self._row(
            EntryTitle(self._theme, entry.heading, entry.when, gone=number in whole.gone),
            str(number),
        )
        for part_number, part in enumerate(entry.parts, 1):
            for at, words in enumerate(part.paragraphs, 1):
                label = part.label if at == 1 else ""
                anchor = f"{number}.{part_number}.{at}"
                yield partial(self._paragraph, packet, anchor, label, words)

    def _paragraph(self, packet: Packet, anchor: str, label: str, words: str) -> QWidget:
        has_notes = bool(self._comments(anchor))
        block = ToldBlock(self._theme, label, words, packet.people, has_notes=has_notes)
        if int(anchor.partition(".")[0]) in self._whole.sealed:
            block.seal()
        return self._row(block, anchor)

    def _row(self, told: QWidget, anchor: str) -> QWidget:
        return BesideRow(self._theme, told, self._notes(self._comments(anchor)))

    def _rest(self, packet: Packet | None) -> Iterator[Callable[[], QWidget]]:
        """What was written to the whole of it, or to what is not there any more."""
        rest = [
            one
            for one in self._whole.comments
            if packet is None or not one.at or not packet.has(one.at)
        ]
        for kind, head in whole_heads().items():
            cards = [one for one in rest if one.kind is kind]
            if cards:
                yield partial(EntryTitle, self._theme, head)
                yield partial(self._notes, cards)

    def _notes(self, comments: list[KeptComment]) -> NotesColumn:
        return NotesColumn(self._theme, [self._card(one) for one in comments])

    def _card(self, comment: KeptComment) -> CoachNote:
        day = plain_day(comment.day, self._whole.today)
        who = who_words(comment.sender, comment.kind.value, day)
        card = CoachNote(self._theme, who, comment.text, about=comment.label, removable=True)
        if comment.changed:
            card.add_line(_("You changed the entry here since."), "honey")
        card.remove_asked.connect(partial(self._remove, comment.id))
        return card

    def _comments(self, anchor: str) -> list[KeptComment]:
        return [one for one in self._whole.comments if one.at == anchor and anchor]
