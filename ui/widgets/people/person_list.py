"""PersonList: made-up names with role and open promises; arrows choose, Enter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ally_journal.language import _
from ui.models.people import ROW, PersonRow
from ui.widgets.shapes import RIGHT, advance, line_of_text, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from ui.theme import Theme

HEIGHT, EDGE, INSIDE, RADIUS = 60, 20, 16, 10
_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_OPENERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PersonList(QListView):
    """Signals carry rows of the model."""

    chosen = Signal(int)
    pressed_row = Signal(int)
    opened = Signal(int)
    remove_asked = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._delegate = _Rows(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("People"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.verticalScrollBar().setSingleStep(self.theme.px(HEIGHT) // 2)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def choose(self, row: int) -> None:
        """Choose a row, without a signal."""
        self.blockSignals(True)  # noqa: FBT003 Qt has no keyword for it
        self.setCurrentIndex(self.model().index(row, 0))
        self.blockSignals(False)  # noqa: FBT003 the same
        self.viewport().update()

    def focus_shape(self) -> tuple[QRect, int]:
        """The ring goes around the current row."""
        rect = self.visualRect(self.currentIndex())
        px = self.theme.px
        if not rect.isValid() or not self.viewport().rect().intersects(rect):
            return self.rect().adjusted(4, 4, -4, -4), px(8)
        return rect.adjusted(px(EDGE), 0, -px(EDGE - 4), 0) & self.viewport().rect(), px(RADIUS)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """The paper follows."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks to remove; letters go to a name that begins so."""
        row = self.currentIndex().row()
        if event.key() in _OPENERS and row >= 0:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.remove_asked.emit(row)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a row opens it, where the paper has no room beside the list."""
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.pressed_row.emit(row)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the mouse, or of the current one."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.currentIndex() if is_key else self.indexAt(event.pos())
        if here.isValid():
            place = self.visualRect(here).center() if is_key else event.pos()
            self.menu_asked.emit(here.row(), self.viewport().mapToGlobal(place))


class _Rows(QStyledItemDelegate):
    """Name and open promises above, role below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """All rows are of one height."""
        return QSize(self.theme.px(HEIGHT), self.theme.px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, then the words."""
        row = index.data(ROW)
        if not isinstance(row, PersonRow):
            return
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        px = self.theme.px
        ground = QRectF(option.rect).adjusted(px(EDGE), 0, -px(EDGE - 4), 0)
        self._draw_ground(painter, ground, option.state)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._draw_words(painter, ground.adjusted(px(INSIDE), 0, -px(INSIDE), 0), row, is_chosen)
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = "soft" if is_chosen else "sunken" if is_hovered else ""
        if ground:
            color, line = self.theme.color, None
            if self.theme.is_contrast:
                line = color("accent" if is_chosen else "line")
            rounded(painter, rect, self.theme.px(RADIUS), color(ground), line)

    def _draw_words(self, painter: QPainter, rect: QRectF, row: PersonRow, chosen: bool) -> None:  # noqa: FBT001 how it is drawn
        theme, px = self.theme, self.theme.px
        strong = theme.color("onSoft" if chosen else "ink")
        quiet = theme.color("onSoft" if chosen else "ink3")
        top = rect.top() + px(9 if row.role else 19)
        small, words = theme.font("small"), row.open_words
        beside = advance(small, words) + px(12) if words else 0
        name = QRectF(rect.left(), top, rect.width() - beside, px(22))
        line_of_text(painter, name, row.name, theme.font("bodym"), strong)
        line_of_text(
            painter, QRectF(rect.left(), top, rect.width(), px(22)), words, small, quiet, RIGHT
        )
        below = QRectF(rect.left(), top + px(22), rect.width(), theme.line("small"))
        line_of_text(painter, below, row.role, small, quiet)
