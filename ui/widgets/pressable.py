"""Pressable: what every painted button has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.overriding import override

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.theme import Theme


class Pressable(QAbstractButton):
    """A button that paints itself: theme, hover, Enter as well as Space, the shape of its ring."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(text)
        theme.changed.connect(self.restyle)

    @property
    def words(self) -> str:
        """The text as it is read."""
        return self.text().replace("&&", "&")

    @property
    def look(self) -> str:
        """How it stands: disabled, pressed, hover or rest."""
        if not self.isEnabled():
            return "disabled"
        if self.isDown():
            return "pressed"
        return "hover" if self.underMouse() else "rest"

    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        self.updateGeometry()
        self.update()

    def focus_shape(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and the radius of that."""
        return self.rect(), self.theme.px(8)

    @override
    def setText(self, text: str) -> None:
        """Show this text; an ampersand in it is an ampersand, never a shortcut."""
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _STRONG:
            self.click()
            return
        super().keyPressEvent(event)


# Ctrl+Enter and its kin belong to the page.
_STRONG = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)
