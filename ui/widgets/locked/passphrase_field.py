"""PassphraseField: a secret line that says when caps lock is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from ally_journal.language import _
from ui.overriding import override
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme


class PassphraseField(LineField):
    """What is typed is hidden behind an eye; nothing of it is learnt by an input method."""

    def __init__(
        self, theme: Theme, label: str, *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, label, placeholder=placeholder, secret=True, parent=parent)
        self.edit.installEventFilter(self)

    def take(self) -> str:
        """What was typed; the field is empty afterwards, and so is its way back."""
        text = self.text()
        self.wipe()
        return text

    def wipe(self) -> None:
        """Empty the field."""
        self.setText("")  # `clear` could be undone
        self.clear_error()
        self.set_help("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell caps lock by the letters that come: Qt cannot be asked."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._look_at(event)
        return super().eventFilter(watched, event)

    def _look_at(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self.set_help("")
            return
        letter = event.text()
        if len(letter) == 1 and letter.lower() != letter.upper():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            is_on = letter.isupper() != has_shift
            self.set_help(_("Caps lock is on.") if is_on else "")
