"""ReplyPaper: a reply before it is kept: each comment beside the paragraph that it is about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.models.coach_words import who_words, whole_heads
from ui.widgets.banner import Banner
from ui.widgets.coach.beside_row import BesideRow
from ui.widgets.locked.rows import hairline
from ui.widgets.sharing_home.coach_note import CoachNote
from ui.widgets.sharing_home.entry_title import EntryTitle
from ui.widgets.sharing_home.filled_column import FilledColumn
from ui.widgets.sharing_home.notes_column import NotesColumn
from ui.widgets.sharing_home.suggested_list import SuggestedList
from ui.widgets.sharing_home.told_block import ToldBlock
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ally_journal.domain.preview import Incoming, IncomingNote
    from ui.theme import Theme


class ReplyPaper(QWidget):
    """`sent_asked`: what it answers is wanted."""

    sent_asked = Signal()

    def __init__(
        self, theme: Theme, incoming: Incoming, about: str, parent: QWidget | None = None
    ) -> None:
        """`about`: what it answers, in words."""
        super().__init__(parent)
        self.theme, self.incoming = theme, incoming
        self.rows = FilledColumn(theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(14))
        self._column.addWidget(Text(theme, _head_words(incoming), "title", "ink", parent=self))
        self._column.addWidget(Text(theme, about, "text14", "ink2", parent=self))
        if incoming.is_known:
            self._column.addWidget(self._known())
        self._column.addWidget(self.rows)
        if incoming.practices:
            self._column.addWidget(hairline())
            self.suggested = SuggestedList(theme, incoming.practices, self)
            self._column.addWidget(self.suggested)
        self.rows.show_rows(self._all())

    def _known(self) -> Banner:
        words = _("You have this reply already. Nothing in it is new.")
        banner = Banner(self.theme, "calm", "check", words, _("See what is kept"), parent=self)
        banner.acted.connect(self.sent_asked)
        return banner

    def _all(self) -> Iterator[Callable[[], QWidget]]:
        comments = [one for one in self.incoming.notes if one.at]
        number = ""
        for at, notes in _by_place(comments):
            entry = at.partition(".")[0]
            if entry != number:
                number = entry
                yield partial(self._title, notes[0], notes if "." not in at else [])
            if "." in at:
                yield partial(self._paragraph, notes)
        yield from self._whole()

    def _title(self, note: IncomingNote, notes: Sequence[IncomingNote]) -> QWidget:
        title = EntryTitle(self.theme, note.title, gone=note.gone)
        return BesideRow(self.theme, title, self._cards(notes))

    def _paragraph(self, notes: Sequence[IncomingNote]) -> QWidget:
        first = notes[0]
        block = ToldBlock(self.theme, first.question, first.then, has_notes=True)
        if not first.then:
            block.hide()  # shown before it has a parent, it would be a window for a moment
        if first.told is not None and not first.gone:
            block.show_since(first.now, changed=first.changed, gone=False)
        return BesideRow(self.theme, block, self._cards(notes))

    def _whole(self) -> Iterator[Callable[[], QWidget]]:
        for kind, head in whole_heads().items():
            notes = [one for one in self.incoming.notes if not one.at and one.kind is kind]
            if notes:
                yield partial(EntryTitle, self.theme, head)
                yield partial(self._cards, notes)

    def _cards(self, notes: Sequence[IncomingNote]) -> NotesColumn:
        return NotesColumn(self.theme, [self._card(one) for one in notes])

    def _card(self, note: IncomingNote) -> CoachNote:
        who = who_words(self.incoming.reply.sender, note.kind.value)
        card = CoachNote(self.theme, who, note.text, about=note.question or note.title)
        if not note.is_new and not self.incoming.is_known:
            card.add_line(_("You have this one already."))
        return card


def _by_place(notes: Sequence[IncomingNote]) -> list[tuple[str, list[IncomingNote]]]:
    """Comments by their places, in the order of the packet."""
    places: dict[str, list[IncomingNote]] = {}
    for note in notes:
        places.setdefault(note.at, []).append(note)
    return sorted(places.items(), key=lambda one: [int(number) for number in one[0].split(".")])


def _head_words(incoming: Incoming) -> str:
    sender = incoming.reply.sender.strip()
    return _("A reply from {name}").format(name=sender) if sender else _("A reply")
