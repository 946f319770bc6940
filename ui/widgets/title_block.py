"""TitleBlock: the title of a page and one line under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme


class TitleBlock(QWidget):
    """Display title and subtitle."""

    def __init__(
        self, theme: Theme, title: str, subtitle: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._title = Text(theme, title, "display", "ink", parent=self)
        self._subtitle = Text(theme, subtitle, "body", "ink3", parent=self)
        self._subtitle.setVisible(bool(subtitle))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._subtitle)
        self.restyle()
        theme.changed.connect(self.restyle)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Show another line under it, or none."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def restyle(self) -> None:
        """Take a new gap after a change of text size."""
        self._column.setSpacing(self.theme.px(2))
