"""Sign: an icon that only shows, and follows the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from ui import icons

if TYPE_CHECKING:
    from ui.theme import Theme


class Sign(QLabel):
    """An icon in the colour of a role; `size` in pixels at 100 %."""

    def __init__(
        self, theme: Theme, icon: str, role: str, size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._icon, self._role, self._size = icon, role, size
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the colour and size of the theme."""
        ratio = self.devicePixelRatioF()
        self.setPixmap(icons.pixmap(self.theme, self._icon, self._role, self._size, ratio))
