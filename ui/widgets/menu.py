"""Menu: acts of a button or a place, with icons at the left and keys at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from ui import icons
from ui.widgets.shapes import RIGHT, line_of_text, painter_on, rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

    from ui.theme import Theme

ITEM, LINE, WIDTH, PADDING, ICON = 36, 9, 272, 6, 18
TEXT_LEFT, EDGE, RADIUS = 38, 10, 12
SHADOW = 16
HEAD = "head"


class Menu(QMenu):
    """Build it with `head`, `item` and `line`, then show it with `popup_at`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._has_shadow = may_be_translucent(QGuiApplication.platformName())
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._has_shadow)
        self.restyle()
        theme.changed.connect(self.restyle)

    def head(self, text: str) -> None:
        """Name the thing that the acts are about."""
        action = self.addAction(text.replace("&", "&&"))
        action.setEnabled(False)
        action.setData(HEAD)

    def item(
        self,
        text: str,
        icon: str | None = None,
        keys: str = "",
        *,
        then: Callable[[], object] | None = None,
        on: bool | None = None,
        enabled: bool = True,
    ) -> QAction:
        """One act; `on` makes it something that is on or off, with a tick instead of the icon."""
        words = text.replace("&", "&&")
        action = self.addAction(f"{words}\t{keys}" if keys else words)
        action.setData(icon)
        action.setEnabled(enabled)
        if on is not None:
            action.setCheckable(True)
            action.setChecked(on)
        if then is not None:
            action.triggered.connect(_Slot(then))
        return action

    def line(self) -> None:
        """A thin line between groups."""
        self.addSeparator()

    def add_menu(self, menu: Menu, text: str, icon: str | None = None) -> None:
        """A menu inside this one."""
        action = self.addMenu(menu)
        action.setText(text.replace("&", "&&"))
        action.setData(icon)

    def popup_at(self, widget: QWidget) -> None:
        """Show it below a button, its right edge under the button's."""
        shadow = self._shadow()
        corner = widget.mapToGlobal(widget.rect().bottomRight())
        self.popup(corner - QPoint(self.sizeHint().width() - shadow, shadow // 2))

    def popup_under(self, widget: QWidget) -> None:
        """Show it below a button, its left edge under the button's."""
        shadow = self._shadow()
        corner = widget.mapToGlobal(widget.rect().bottomLeft())
        self.popup(corner - QPoint(shadow, shadow // 2))

    def restyle(self) -> None:
        """Take new fonts and sizes after a change of theme."""
        px = self.theme.px
        self.setFont(self.theme.font("text14"))
        self.setStyleSheet(
            f"QMenu {{ background: transparent; border: none; padding: {px(PADDING)}px; }}"
            f"QMenu::item {{ min-height: {px(ITEM)}px; max-height: {px(ITEM)}px;"
            f" min-width: {px(WIDTH - TEXT_LEFT - 34)}px;"
            f" padding: 0 {px(22)}px 0 {px(TEXT_LEFT)}px; }}"
            f"QMenu::separator {{ height: {px(LINE)}px; }}"
        )
        shadow = self._shadow()
        self.setContentsMargins(shadow, shadow // 2, shadow, shadow)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without a shadow the corners are cut, as what is behind cannot show through them."""
        super().resizeEvent(event)
        if self._has_shadow:
            return
        path, radius = QPainterPath(), self.theme.px(RADIUS)
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, ground, then each act."""
        painter = painter_on(self)
        ground = QRectF(self.rect()).marginsRemoved(self.contentsMargins().toMarginsF())
        self._draw_ground(painter, ground)
        for action in self.actions():
            rect = QRectF(self.actionGeometry(action))
            if action.isSeparator():
                self._draw_line(painter, rect)
            elif action.isVisible():
                self._draw_item(painter, rect, action)
        painter.end()

    def _shadow(self) -> int:
        """The room for the shadow around the ground."""
        return self.theme.px(SHADOW) if self._has_shadow else 0

    def _draw_ground(self, painter: QPainter, ground: QRectF) -> None:
        px, color = self.theme.px, self.theme.color
        if self._has_shadow:
            self._draw_shadow(painter, ground)
        else:
            painter.fillRect(self.rect(), color("line"))
        rounded(painter, ground, px(RADIUS), color("surface"), color("line"))

    def _draw_shadow(self, painter: QPainter, ground: QRectF) -> None:
        px, color = self.theme.px, self.theme.color
        shade = QColor(color("shadow"))
        for step in range(_SHADES):
            shade.setAlpha(3 + step)
            out = px(SHADOW) * (1 - step / _SHADES) / 1.6
            rect = ground.adjusted(-out, -out / 2, out, out).translated(0, px(4))
            rounded(painter, rect, px(RADIUS) + out, shade)

    def _draw_line(self, painter: QPainter, rect: QRectF) -> None:
        middle = round(rect.center().y())
        inner = QRectF(rect.left() + self.theme.px(6), middle, rect.width() - self.theme.px(12), 1)
        painter.fillRect(inner, self.theme.color("line"))

    def _draw_item(self, painter: QPainter, rect: QRectF, action: QAction) -> None:
        px, color = self.theme.px, self.theme.color
        words, _tab, keys = action.text().replace("&&", "&").partition("\t")
        if action.data() == HEAD:
            inner = rect.adjusted(px(EDGE), 0, -px(EDGE), 0)
            line_of_text(painter, inner, words, self.theme.font("smallm"), color("ink3"))
            return
        if action is self.activeAction() and action.isEnabled():
            line = color("line") if self.theme.is_contrast else None
            rounded(painter, rect, px(8), color("sunken"), line)
        ink = color("ink" if action.isEnabled() else "ink3")
        self._draw_sign(painter, rect, action)
        inner = rect.adjusted(px(TEXT_LEFT), 0, -px(EDGE), 0)
        line_of_text(painter, inner, keys, self.theme.font("small"), color("ink3"), RIGHT)
        line_of_text(painter, inner, words, self.theme.font("text14"), ink)

    def _draw_sign(self, painter: QPainter, rect: QRectF, action: QAction) -> None:
        px = self.theme.px
        side = px(ICON)
        place = QRectF(rect.left() + px(EDGE), rect.center().y() - side / 2, side, side)
        ink = self.theme.color("ink2" if action.isEnabled() else "ink3")
        name = action.data()
        if action.isChecked():
            icons.paint(painter, place, "check", self.theme.color("accent"), icons.TICK_STROKE)
        elif isinstance(name, str):
            icons.paint(painter, place, name, ink)
        if action.menu() is not None:
            place.moveRight(rect.right() - px(EDGE) + px(3))
            icons.paint(painter, place, "right", ink)


def may_be_translucent(platform: str) -> bool:
    """Whether a window may be seen through; on X11 only with a compositor, which may be missing."""
    return platform != "xcb"


class _Slot:
    """Calls without the signal's argument."""

    __slots__ = ("_call",)

    def __init__(self, call: Callable[[], object]) -> None:
        self._call = call

    def __call__(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 Qt's signal
        self._call()


_SHADES = 8
