"""SectionList: the sections of a page as a list at its left, or as a drop-down if narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.choice_box import ChoiceBox
from ui.widgets.nav_item import NavItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme

WIDTH, BOX_WIDTH = 216, 260


class SectionList(QWidget):
    """`chosen` tells the id of the section that was asked for."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        sections: Sequence[tuple[str, str, str]],
        name: str,
        parent: QWidget | None = None,
        *,
        width: int = WIDTH,
    ) -> None:
        """Sections are id, icon and label; `width` of the list is for the longest label."""
        super().__init__(parent)
        self.theme = theme
        self._width = width
        self._is_narrow = False
        self.setAccessibleName(name)
        self._items: dict[str, NavItem] = {}
        self._list = QWidget(self)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        for key, icon, label in sections:
            item = NavItem(theme, icon, label, parent=self._list)
            item.setObjectName(key)
            item.setCheckable(True)
            item.clicked.connect(self._pressed)
            self._items[key] = item
            self._column.addWidget(item)
        self._column.addStretch(1)
        self._box = ChoiceBox(theme, [(key, label) for key, _icon, label in sections], name)
        self._box.setParent(self)
        self._box.hide()
        self._box.chosen.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._list)
        row.addWidget(self._box)
        row.addStretch(1)
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_current(self, key: str) -> None:
        """Mark the section where one is."""
        for one, item in self._items.items():
            item.setChecked(one == key)
        self._box.set_value(key)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the section where one is, or to the drop-down."""
        here = [item for item in self._items.values() if item.isChecked()]
        target = self._box if self._is_narrow or not here else here[0]
        target.setFocus(reason)

    def fit(self, *, narrow: bool) -> None:
        """Be a drop-down where there is no room for a list."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._list.setVisible(not narrow)
            self._box.setVisible(narrow)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self._list.setFixedWidth(px(self._width))
        self._box.setFixedWidth(px(BOX_WIDTH))
        self._column.setSpacing(px(2))

    def _pressed(self, checked: bool = False) -> None:  # noqa: FBT001, FBT002 Qt's signal
        item = cast(NavItem, self.sender())
        item.setChecked(not checked)  # the page says where one is
        self.chosen.emit(item.objectName())
