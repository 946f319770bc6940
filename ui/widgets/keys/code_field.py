"""CodeField: where a recovery code is typed; all nine groups of it are seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyleOptionFrame
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

SMALLEST = 0.6
"""Of the size of what is typed elsewhere."""
CURSOR = 6
"""Pixels for the cursor, and for what Qt leaves free at both ends."""


class CodeField(LineField):
    """A code with wide letters is written smaller, so that none of it is out of sight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            _("Recovery code"),
            placeholder="XXXX-XXXX-XXXX-…",
            help=_("Nine groups of four. Small letters and blanks are fine."),
            parent=parent,
        )
        self.edit.textChanged.connect(self._fit)

    @override
    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        super().restyle()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, larger letters."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        font = QFont(self.theme.font("body"))
        needed = QFontMetricsF(font).horizontalAdvance(self.edit.text())
        part = min(1.0, self._room() / max(1.0, needed))
        size = int(font.pixelSize() * part) if part < 1 else font.pixelSize()
        font.setPixelSize(max(round(font.pixelSize() * SMALLEST), size))
        if font != self.edit.font():
            self.edit.setFont(font)

    def _room(self) -> int:
        option = QStyleOptionFrame()
        self.edit.initStyleOption(option)
        inside = self.edit.style().subElementRect(
            QStyle.SubElement.SE_LineEditContents, option, self.edit
        )
        return inside.width() - CURSOR
