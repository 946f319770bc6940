"""CommentField: room for a comment beside its paragraph; Escape and Ctrl+Enter keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from ui.widgets.answer import Answer

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

LOWEST, HIGHEST = 84, 260
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CommentField(Answer):
    """Plain text in the serif of quotes."""

    kept = Signal()
    STYLE, ROOM = "quote", (16, 11, 12, 10)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        placeholder: str = "",
        lowest: int = LOWEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, name, placeholder=placeholder, lowest=lowest, highest=HIGHEST, parent=parent
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps what is written, so that no key loses it."""
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (is_control and event.key() in _ENTER):
            self.kept.emit()
            return
        super().keyPressEvent(event)
