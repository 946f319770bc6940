"""Card: a ground for things that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.theme import Theme

KINDS = ("card", "soft", "honey", "sunken", "accent")


class Card(QFrame):
    """A rounded frame with a column in `body`; its kind is its object name in the style sheet."""

    def __init__(
        self,
        theme: Theme,
        kind: str = "card",
        *,
        margins: tuple[int, int, int, int] = (20, 18, 20, 18),
        gap: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Margins (left, top, right, bottom) and the gap between things in pixels at 100 %."""
        super().__init__(parent)
        self.theme = theme
        self._margins, self._gap = margins, gap
        self.setObjectName(kind)
        self.body = QVBoxLayout(self)
        self.restyle()
        theme.changed.connect(self.restyle)

    def set_kind(self, kind: str) -> None:
        """Give it another ground."""
        self.setObjectName(kind)
        self.style().unpolish(self)
        self.style().polish(self)

    def restyle(self) -> None:
        """Take new margins after a change of text size."""
        left, top, right, bottom = (self.theme.px(size) for size in self._margins)
        self.body.setContentsMargins(left, top, right, bottom)
        self.body.setSpacing(self.theme.px(self._gap))
