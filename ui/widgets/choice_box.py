"""ChoiceBox: one of many, in a box that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget
from typing_extensions import override

from ui import icons
from ui.widgets.shapes import painter_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from ui.theme import Theme

ICON, EDGE = 16, 12


class ChoiceBox(QComboBox):
    """A combo box of ids and labels; `chosen` tells the id after the person chose."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        # The list of a combo box takes the style sheet of its items only through this delegate.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_options(options)
        self.activated.connect(self._activated)
        self.restyle()
        theme.changed.connect(self.restyle)

    def value(self) -> str:
        """The id that is chosen, "" if none is."""
        found = self.currentData()
        return found if isinstance(found, str) else ""

    def set_value(self, key: str) -> None:
        """Choose this one, without a signal."""
        self.setCurrentIndex(self.findData(key))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these instead."""
        kept = self.value()
        self.clear()
        for key, label in options:
            self.addItem(label, key)
        if self.findData(kept) >= 0:
            self.set_value(kept)

    def restyle(self) -> None:
        """Take the new font after a change of theme."""
        self.setFont(self.theme.font("text14"))
        self.view().setFont(self.theme.font("text14"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow is one of our icons."""
        super().paintEvent(event)
        px = self.theme.px
        side = px(ICON)
        place = QRectF(self.width() - side - px(EDGE), (self.height() - side) / 2, side, side)
        painter = painter_on(self)
        role = "ink2" if self.isEnabled() else "ink3"
        icons.paint(painter, place, "down", self.theme.color(role))
        painter.end()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; a choice is never made by the wheel."""
        event.ignore()

    def _activated(self, _index: int) -> None:
        self.chosen.emit(self.value())
