"""EntryComments: a coach's comments beside an entry's text, or below the answers they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from typing_extensions import override

from ui.widgets.journal.coach_comment import CoachComment
from ui.widgets.journal.comment_places import Spot, spot_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.models.coach_words import CommentTold
    from ui.theme import Theme
    from ui.widgets.journal.comment_margin import CommentMargin
    from ui.widgets.journal.reading_text import ReadingText

INDENT, GAP = 18, 10


class EntryComments(QObject):
    """They lie above the room that the text leaves for them, and are no part of it."""

    remove_asked = Signal(str)

    def __init__(self, theme: Theme, text: ReadingText) -> None:
        super().__init__(text)
        self.theme, self._text = theme, text
        self._told: tuple[CommentTold, ...] = ()
        self._margin: CommentMargin | None = None
        self._is_placing = False
        self.cards: list[CoachComment] = []
        self._spots: list[Spot | None] = []
        self._soon = QTimer(self, singleShot=True, interval=0)  # once all of the page has its place
        self._soon.timeout.connect(self.place)
        text.laid_out.connect(self.place)
        text.laid_out.connect(self._soon.start)
        text.installEventFilter(self)
        paper = text.parentWidget()
        if paper is not None:
            paper.installEventFilter(self)
        theme.changed.connect(self._make)

    def show_comments(self, told: Sequence[CommentTold]) -> None:
        """Show these; the text that they are about is shown already."""
        if tuple(told) != self._told or self.cards:
            self._told = tuple(told)
            self._make()

    def stand_in(self, margin: CommentMargin | None) -> None:
        """Stand in this margin; without one below the answers."""
        if margin is not self._margin:
            if self._margin is not None:
                self._margin.show_cards((), ())
            self._margin = margin
            self._make()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What moves the text moves them."""
        if event.type() == QEvent.Type.Move and self._margin is not None:
            self._soon.start()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Put every card where its paragraph is now."""
        if self._is_placing or not (self.cards or self._told):
            return
        self._is_placing = True
        document = self._text.document()
        self._spots = [spot_of(document, card.told) for card in self.cards]
        if self._margin is not None:
            self._margin.show_cards(self.cards, [self._span(spot) for spot in self._spots])
        else:
            self._place_below()
        self._is_placing = False

    def _make(self) -> None:
        if self._margin is not None:
            self._margin.show_cards((), ())
        for card in self.cards:
            card.hide()
            card.deleteLater()
        parent: QWidget = self._margin or self._text
        document = self._text.document()
        self.cards = [
            CoachComment(
                self.theme,
                one,
                placed=spot_of(document, one) is not None,
                barred=self._margin is None,
                parent=parent,
            )
            for one in self._told
        ]
        for card in self.cards:
            card.remove_asked.connect(self.remove_asked)
            card.show()
        if not self.cards:
            self._text.leave_room({})
        self.place()
        if self._margin is not None:
            self._text.leave_room({})

    def _span(self, spot: Spot | None) -> tuple[int, int] | None:
        """From where to where the paragraph stands, in the margin's own coordinates."""
        if spot is None or self._margin is None:
            return None
        top, bottom = self._text.span_of(spot.block)
        shift = self._text.mapTo(self._text.window(), self._text.rect().topLeft()).y()
        shift -= self._margin.mapTo(self._margin.window(), self._margin.rect().topLeft()).y()
        return top + shift, bottom + shift

    def _place_below(self) -> None:
        """Ask the text for room below each answer, then lie in it."""
        px = self.theme.px
        left, gap = px(INDENT), px(GAP)
        width = max(1, self._text.viewport().width() - left)
        ends: dict[int, list[CoachComment]] = {}
        last = self._text.document().lastBlock().blockNumber()
        for card, spot in zip(self.cards, self._spots, strict=True):
            ends.setdefault(spot.end if spot else last, []).append(card)
        rooms = {
            end: sum(card.height_at(width) + gap for card in cards) for end, cards in ends.items()
        }
        self._text.leave_room(rooms)
        for end, cards in ends.items():
            top = self._text.span_of(end)[1] + gap
            for card in cards:
                height = card.height_at(width)
                card.setGeometry(QRect(left, top, width, height))
                top += height + gap
