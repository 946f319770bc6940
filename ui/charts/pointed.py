"""PointedView: a chart as one tab stop; arrows go from point to point, Enter opens its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from ally_journal.language import _, ngettext
from ui.charts.point_keys import next_by_key
from ui.widgets.key_tip import show_key_tip
from ui.widgets.plain_tip import plain_tip
from ui.widgets.spoken import say_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from ui.charts.sketch import Key, Spot
    from ui.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class PointedView(QWidget):
    """`opened` tells the ids of the entries behind a point, the newest first."""

    opened = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._at = 0
        self._entries: Mapping[Key, tuple[str, ...]] = {}
        self.setMouseTracking(True)

    def points(self) -> tuple[Spot, ...]:
        """Where the arrows can stand now."""
        raise NotImplementedError

    def has_points(self) -> bool:
        """Whether there is any; asked before there is a width to lay them out for."""
        raise NotImplementedError

    def set_entries(self, entries: Mapping[Key, tuple[str, ...]]) -> None:
        """What leads somewhere; without a point to stand on the view is no tab stop."""
        self._entries, self._at = entries, 0
        has_any = self.has_points()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_any else Qt.FocusPolicy.NoFocus)

    def spoken(self, spot: Spot) -> str:
        """A point, and how many entries it leads to."""
        number = len(self._entries.get(spot.key, ()))
        if not number:
            return spot.words
        leads = ngettext("Enter opens the entry", "Enter opens the {n} entries", number)
        return _("{point}. {leads}.").format(point=spot.words, leads=leads.format(n=number))

    def stand_on(self, at: int) -> None:
        """Stand on the point at this index."""
        spots = self.points()
        if not 0 <= at < len(spots):
            return
        self._at = at
        say_value(self, self.spoken(spots[at]))
        self.update()

    def focus_shape(self) -> tuple[QRect, int]:
        """The point that the arrows stand on."""
        spots = self.points()
        if not spots:
            return self.rect(), self.theme.px(8)
        spot = spots[min(self._at, len(spots) - 1)]
        return spot.rect.toAlignedRect(), round(spot.radius * self.theme.k)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move; Enter opens."""
        spots, key = self.points(), Qt.Key(event.key())
        is_plain = not event.modifiers() & _HELD
        if not spots or not is_plain:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self._open(spots[min(self._at, len(spots) - 1)])
        else:
            to = next_by_key([spot.rect for spot in spots], min(self._at, len(spots) - 1), key)
            if to is None:
                super().keyPressEvent(event)
            else:
                self.stand_on(to)
                show_key_tip(self, self.focus_shape()[0], self.spoken(spots[to]))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a point opens its entries."""
        at = self._index_at(event.position())
        if at is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.stand_on(at)
        self._open(self.points()[at])

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what leads somewhere."""
        at = self._index_at(event.position())
        leads = at is not None and bool(self._entries.get(self.points()[at].key))
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where it stands."""
        super().focusInEvent(event)
        self.stand_on(self._at)

    @override
    def event(self, event: QEvent) -> bool:
        """The tooltip says the point in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._index_at(QPoint(event.pos()).toPointF())
            words = "" if at is None else plain_tip(self.spoken(self.points()[at]))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _open(self, spot: Spot) -> None:
        found = self._entries.get(spot.key, ())
        if found:
            self.opened.emit(tuple(found))

    def _index_at(self, place: QPointF) -> int | None:
        """The point under the mouse; a little beside a small one counts too."""
        reach = self.theme.px(4)
        for index, spot in enumerate(self.points()):
            if QRectF(spot.rect).adjusted(-reach, -reach, reach, reach).contains(place):
                return index
        return None


_HELD = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.MetaModifier
)
