"""ReadCard: step 2. The exact page that goes out, its key above, what may leak, and one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from ally_journal.domain.packet import not_a_record
from ally_journal.language import _
from ui.models.share_lines import counted, key_signs, page_lines, source_span
from ui.models.share_words import bare_words, left_out_words, no_anonymity
from ui.models.sharing import BLANK
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.locked.rows import hairline
from ui.widgets.sharing.key_row import KeyRow
from ui.widgets.sharing.leak_card import LeakCard
from ui.widgets.sharing.paper_text import PaperText
from ui.widgets.sharing.word_menu import word_menu
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ally_journal.domain.preview import FoundLeak, Preview
    from ui.models.sharing import Sharing
    from ui.theme import Theme


STACK_BELOW = 560


class ReadCard(Card):
    """`caret_moved`: where the caret stands now, in its own coordinates."""

    caret_moved = Signal(QRect)

    def __init__(self, theme: Theme, sharing: Sharing, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(27, 20, 28, 14), gap=8, parent=parent)
        self._sharing = sharing
        self._count = Text(theme, "", "small", "ink3", parent=self)
        self._empty = Text(
            theme, _("Tick an entry, and what your coach would see stands here."), "text14", "ink3",
            parent=self,
        )  # fmt: skip
        self.key = KeyRow(theme, self)
        self.leaks = LeakCard(theme, self)
        self.paper = PaperText(theme, self)
        self.blank = Button(theme, _("Blank it"), "secondary", "sm", parent=self)
        self.blank.setToolTip(_("Blank the selected words (B)"))
        self.stays = Text(theme, "", "small", "ink2", parent=self)
        self._hint = Text(theme, "", "small", "ink2", parent=self)
        self._foot = Text(theme, not_a_record(), "small", "ink3", parent=self)
        self._fill()
        self._connect()
        self.follow()

    def follow(self) -> None:
        """Show the preview as it is now."""
        preview = self._sharing.preview
        has_text = preview is not None and bool(preview.packet.entries or preview.packet.question)
        self._empty.setVisible(not has_text)
        for part in (self.paper, self._hint, self.blank, self._foot, self._guess):
            part.setVisible(has_text)
        self._show(preview)
        self._take_selection()

    def forget(self) -> None:
        """Leave no word of it."""
        self.key.show_signs(())
        self.leaks.show_leaks(())
        self.paper.forget()
        self._count.setText("")

    def blank_picked(self) -> None:
        """Blank what is selected, or the word at the caret."""
        if self._sharing.is_settled:
            self._sharing.correct(BLANK, self.paper.picked())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, what was taken out is counted below the heading."""
        super().resizeEvent(event)
        is_narrow = self.theme.effective(self.width()) < STACK_BELOW
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)

    def _show(self, preview: Preview | None) -> None:
        held = self.leaks.is_held
        if held:
            # Before the button that has it goes away, else the page scrolls to wherever it lands.
            self.paper.setFocus(Qt.FocusReason.OtherFocusReason)
        self.key.show_signs(key_signs(preview) if preview else ())
        self.leaks.show_leaks(preview.leaks if preview else ())
        self.paper.show_lines(
            page_lines(preview) if preview else (), preview.leaks if preview else ()
        )
        self._count.setText(counted(preview) if preview else "")
        self._count.setVisible(bool(self._count.text()))
        self.stays.setText(_notes(preview) if preview else "")
        self.stays.setVisible(bool(self.stays.text()))
        if held:
            self.leaks.hold()

    def _fill(self) -> None:
        theme = self.theme
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(Text(theme, _("What they will see"), "heading", parent=self), 1)
        head.addLayout(centred(self._count))
        self._guess = Text(theme, no_anonymity(), "small", "ink2", parent=self)
        hint = QHBoxLayout()
        hint.setSpacing(theme.px(10))
        hint.addLayout(centred(self._hint), 1)
        hint.addWidget(self.blank)
        self._hint.setText(
            _("Select a word and press B to blank it; Ctrl+Z brings it back. Enter on a word "
              "shows what else can be done with it.")
        )  # fmt: skip
        self.body.addLayout(head)
        for part in (self.key, hairline(), self.leaks, self.stays, self._empty, self.paper):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addLayout(hint)
        for part in (hairline(), self._guess, self._foot):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.paper.blank_asked.connect(self.blank_picked)
        self.blank.clicked.connect(self.blank_picked)
        self.paper.undo_asked.connect(self._sharing.undo)
        self.paper.redo_asked.connect(self._sharing.redo)
        self.paper.menu_asked.connect(self._ask_menu)
        self.paper.selectionChanged.connect(self._take_selection)
        self.paper.cursorPositionChanged.connect(self._tell_caret)
        self.leaks.blank_asked.connect(self._blank_leak)
        self.leaks.fine_asked.connect(self._sharing.let_through)
        self.leaks.look_asked.connect(self.paper.show_leak)

    def _blank_leak(self, leak: FoundLeak) -> None:
        if leak.piece is not None and self._sharing.is_settled:
            span = source_span(leak.piece.redacted, leak.leak.start, leak.leak.end)
            self._sharing.correct(BLANK, [(leak.piece, *span)])

    def _ask_menu(self, rect: QRect) -> None:
        paper = self.paper
        menu = word_menu(self.theme, paper, self._sharing, paper.picked(), paper.mark_at_caret())
        if menu is not None:
            menu.popup(paper.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 2)))

    def _take_selection(self) -> None:
        self.blank.setEnabled(self.paper.textCursor().hasSelection())

    def _tell_caret(self) -> None:
        if self.paper.hasFocus():
            rect = self.paper.cursorRect()
            self.caret_moved.emit(QRect(self.paper.mapTo(self, rect.topLeft()), rect.size()))


def _notes(preview: Preview) -> str:
    bare = sum(not entry.parts for entry in preview.packet.entries)
    return " ".join(filter(None, (left_out_words(preview.left_out), bare_words(bare))))
