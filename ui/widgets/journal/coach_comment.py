"""CoachComment: what a coach wrote beside an entry; it is theirs, and no part of the entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.icon_button import IconButton
from ui.widgets.shapes import painter_on
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.models.coach_words import CommentTold
    from ui.theme import Theme

BAR, BAR_INSET, RADIUS = 3, 8, 12


class CoachComment(Card):
    """Tab stops at it; Delete asks to take it away, as its cross does."""

    remove_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        told: CommentTold,
        *,
        placed: bool,
        barred: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`placed`: it stands at what it is about, else that is named; `barred`: with a bar."""
        super().__init__(theme, margins=(15, 7, 7, 11), gap=4, parent=parent)
        self.told, self._is_barred = told, barred
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        about = _about(told)
        self.setAccessibleName(f"{told.who}, {about}: {told.text} {told.since}".strip())
        self.remove = IconButton(theme, "close", _("Take this comment away"), parent=self)
        self.remove.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addLayout(centred(Text(theme, told.who, "smallm", "accent", parent=self)), 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        if not placed:
            self.body.addWidget(Text(theme, about, "small", "ink3", parent=self))
        self.body.addWidget(Text(theme, told.text, "quote", "ink", parent=self))
        if told.since:
            self.body.addWidget(Text(theme, told.since, "small", "honey", parent=self))

    def height_at(self, width: int) -> int:
        """How high it is at a width."""
        return max(self.body.heightForWidth(width), self.body.minimumSize().height())

    def focus_shape(self) -> tuple[QRect, int]:
        """The whole card."""
        return self.rect(), self.theme.px(RADIUS)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Delete from the page, where it takes the entry away."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the comment away, and never the entry."""
        if event.key() == Qt.Key.Key_Delete:
            self._ask()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar of a comment, at its left."""
        super().paintEvent(event)
        if not self._is_barred:
            return
        px = self.theme.px
        painter = painter_on(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("accent"))
        inset = px(BAR_INSET)
        painter.drawRoundedRect(
            QRectF(px(5), inset, px(BAR), self.height() - 2 * inset), px(1), px(1)
        )
        painter.end()

    def _ask(self) -> None:
        self.remove_asked.emit(self.told.id)


def _about(told: CommentTold) -> str:
    return _("On “{place}”").format(place=told.label) if told.label else _("On the whole entry")
