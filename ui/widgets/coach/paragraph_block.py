"""ParagraphBlock: label and text of a paragraph, with the bar that says it has a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.shapes import painter_on, rounded
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme
    from ui.widgets.coach.packet_text import PacketText

INSIDE, UP, BAR, BAR_LEFT, RADIUS = 18, 8, 3, 4, 10


class ParagraphBlock(QWidget):
    """A label, or none, above the words; soft ground while a comment to it is written."""

    def __init__(
        self, theme: Theme, label: str, text: PacketText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.text = theme, text
        self.label = Text(theme, label, "smallm", "ink2", parent=self)
        self.label.setVisible(bool(label))
        self._has_notes = self._is_written = False
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.label)
        self._column.addWidget(text)
        if text.is_cut:
            words = _("This paragraph goes on. Only its beginning is shown.")
            self._column.addWidget(Text(theme, words, "small", "ink3"))
        text.entered.connect(self.update)
        text.left.connect(self.update)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_state(self, *, has_notes: bool, is_written: bool) -> None:
        """Something was kept here, or is being written."""
        self._has_notes, self._is_written = has_notes, is_written
        self.label.set_role("onSoft" if is_written else "ink2")
        self.text.setProperty("onSoft", is_written)
        self.text.viewport().update()
        self.update()

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        px = self.theme.px
        self._column.setContentsMargins(px(INSIDE), px(UP), px(INSIDE), px(UP))
        self._column.setSpacing(px(4))

    def focus_shape(self) -> tuple[QRect, int]:
        """The ring goes around the whole of it."""
        return self.rect(), self.theme.px(RADIUS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, bar, and a line around it while the keyboard is here."""
        px, color = self.theme.px, self.theme.color
        painter = painter_on(self)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_here = self.text.hasFocus() and self.text.is_by_key
        line = color("accent") if is_here or (self._is_written and self.theme.is_contrast) else None
        if self._is_written or is_here:
            ground = color("soft") if self._is_written else None
            rounded(painter, rect, px(RADIUS), ground, line, 2 * self.theme.k if is_here else 1)
        if self._has_notes or self._is_written:
            bar = QRectF(px(BAR_LEFT), px(UP), px(BAR), self.height() - 2 * px(UP))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent"))
            painter.drawRoundedRect(bar, px(1), px(1))
        painter.end()
