"""Fixed line height for documents, because fonts of the chain differ in their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

PARAGRAPH_GAP = 10


def set_line_height(document: QTextDocument, pixels: int, gap: int) -> None:
    """Give every paragraph this line height, and this gap before the next one, in pixels."""
    kind = QTextBlockFormat()
    kind.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    kind.setBottomMargin(gap)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(kind)
