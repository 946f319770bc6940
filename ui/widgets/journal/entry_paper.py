"""EntryPaper: one entry as it is read: when, what it is called, questions and answers, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ally_journal.language import _
from ui import icons
from ui.widgets.card import Card
from ui.widgets.journal.entry_comments import EntryComments
from ui.widgets.journal.reading_text import ReadingText, Told
from ui.widgets.passage import Passage
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme


class Note(Protocol):
    """A later note as it is shown."""

    @property
    def when(self) -> str:
        """How long after the entry."""

    @property
    def text(self) -> str:
        """What it says."""


class EntryPaper(QWidget):
    """Without its date, which stands in the bar of a page or above the title."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._icon_name = "journal"
        self._notes: list[QWidget] = []
        self.title = Text(theme, "", "display", "ink", parent=self)
        self._icon = QLabel(self)
        self._meta = Text(theme, "", "small", "ink3", parent=self)
        self.text = ReadingText(theme, _("What you wrote"), self)
        self.comments = EntryComments(theme, self.text)
        self._is_sealed = False
        self._build()
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_entry(self, title: str, meta: str, icon: str, told: Sequence[Told]) -> None:
        """Show this entry."""
        self._icon_name = icon
        self.title.setText(title)
        self._meta.setText(meta)
        self.text.show_told(told)
        self.text.setVisible(bool(told))
        self.restyle()

    def seal(self, *, on: bool) -> None:
        """Let nothing of the entry be copied, or again as of others; call it before showing."""
        self._is_sealed = on
        self.text.seal(on=on)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show the later notes under the text, the oldest first."""
        for card in self._notes:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._notes = [self._note_card(note) for note in notes]
        self._gap.setFixedHeight(self.theme.px(10))
        self._gap.setVisible(bool(notes))
        for card in self._notes:
            self._column.addWidget(card)

    def clear(self) -> None:
        """Let go of all text."""
        self.seal(on=False)
        self.show_entry("", "", self._icon_name, ())
        self.show_notes(())
        self.comments.show_comments(())

    def restyle(self) -> None:
        """Take new sizes and colours after a change of theme."""
        px = self.theme.px
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(self.theme, self._icon_name, "ink3", 16, ratio))
        self._column.setSpacing(px(12))
        self._head.setSpacing(px(6))
        self._line.setSpacing(px(8))
        self._icon.setContentsMargins(0, px(1), 0, 0)
        self._head.setContentsMargins(0, 0, 0, px(18))

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QVBoxLayout()
        self._line = QHBoxLayout()
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._meta, 1)
        self._head.addWidget(self.title)
        self._head.addLayout(self._line)
        self._column.addLayout(self._head)
        self._gap = QWidget(self)
        self._gap.hide()
        self._column.addWidget(self.text)
        self._column.addWidget(self._gap)

    def _note_card(self, note: Note) -> Card:
        card = Card(self.theme, "soft", margins=(18, 13, 18, 15), gap=6, parent=self)
        row = QHBoxLayout()
        row.addWidget(Text(self.theme, _("A later note"), "smallm", "onSoft", parent=card))
        row.addStretch(1)
        row.addWidget(Text(self.theme, note.when, "small", "onSoft", parent=card))
        card.body.addLayout(row)
        words = Passage(self.theme, note.text, "quote", "onSoft", parent=card)
        words.setAccessibleName(_("A later note, {when}").format(when=note.when))
        if self._is_sealed:
            words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.body.addWidget(words)
        return card
