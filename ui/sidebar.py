"""Sidebar: the places, and below Support, Settings, Hide now, Lock; a rail of icons if narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ally_journal.language import _
from ui import icons
from ui.actions import act, shown_keys, tip
from ui.widgets.nav_item import NavItem
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

WIDE, RAIL = 216, 64
# Effective height below which the rail has no room for the mark.
MARK_FROM = 520
# name of the act, icon
ABOVE = (
    ("today", "today"),
    ("journal", "journal"),
    ("insights", "insights"),
    ("promises", "people"),
    ("share", "share"),
)
BELOW = (("support", "care"), ("settings", "settings"), ("hide", "hide"), ("lock", "lock"))
_WITH_KEYS = {"hide", "lock"}


class Sidebar(QWidget):
    """Tells which act was asked for; shows where the person is."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Places"))
        self._is_narrow, self._is_low = False, False
        self._items: dict[str, NavItem] = {}
        self._build()
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_current(self, name: str) -> None:
        """Mark the place where the person is; "" for none of these."""
        for one, item in self._items.items():
            item.setChecked(one == name)

    def item(self, name: str) -> NavItem:
        """The item of an act."""
        return self._items[name]

    def fit(self, *, narrow: bool, low: bool) -> None:
        """Be a rail where the window is narrow, without the mark where it is low too."""
        if (narrow, low) != (self._is_narrow, self._is_low):
            self._is_narrow, self._is_low = narrow, low
            self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme or of the window."""
        px, narrow = self.theme.px, self._is_narrow
        side = 10 if narrow else 14
        self.setFixedWidth(px(RAIL if narrow else WIDE))
        self._column.setContentsMargins(
            px(side), px(21 if not narrow else 20), px(side), px(14 if narrow else 18)
        )
        self._column.setSpacing(px(4 if narrow else 2))
        self._name.setVisible(not narrow)
        self._brand.setVisible(not (narrow and self._is_low))
        self._brand_row.setContentsMargins(px(11), px(3), 0, px(12 if narrow else 22))
        self._brand_row.setSpacing(px(10))
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(icons.pixmap(self.theme, "mark", "accent", 22, ratio))
        for name, item in self._items.items():
            item.set_narrow(narrow)
            item.setToolTip(tip(name))

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._brand = QWidget(self)
        self._brand_row = QHBoxLayout(self._brand)
        self._mark = QLabel(self._brand)
        self._name = Text(self.theme, "Ally Journal", "heading", "ink", parent=self._brand)
        self._brand_row.addWidget(self._mark)
        self._brand_row.addWidget(self._name, 1)
        self._column.addWidget(self._brand)
        for name, icon in ABOVE:
            self._add(name, icon)
        self._column.addStretch(1)
        for name, icon in BELOW:
            self._add(name, icon)

    def _add(self, name: str, icon: str) -> None:
        keys = shown_keys(name) if name in _WITH_KEYS else ""
        item = NavItem(self.theme, icon, act(name).text, keys=keys, parent=self)
        item.setCheckable(name not in _WITH_KEYS)
        item.setObjectName(name)
        item.clicked.connect(self._ask)
        self._items[name] = item
        self._column.addWidget(item)

    def _ask(self, checked: bool = False) -> None:  # noqa: FBT001, FBT002 Qt's signal
        item = cast(NavItem, self.sender())
        item.setChecked(not checked)  # the window says where the person is
        self.asked.emit(item.objectName())
