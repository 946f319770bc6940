"""PersonList: made-up names with role and open promises; arrows choose, Enter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ally_journal.language import _
from ui.models.people import ROW, PersonRow
from ui.widgets.row_list import RowList
from ui.widgets.shapes import RIGHT, advance, line_of_text, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent

    from ui.theme import Theme
    from ui.widgets.row_list import Index

HEIGHT, EDGE, INSIDE, RADIUS = 60, 20, 16, 10


class PersonList(RowList):
    """Letters go to a name that begins so; `pressed_row` carries a row of the model."""

    pressed_row = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("People"), parent)
        self._delegate = _Rows(theme, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
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
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who is chosen stays in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a row opens it, where the paper has no room beside the list."""
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.pressed_row.emit(row)


class _Rows(QStyledItemDelegate):
    """Name and open promises above, role below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(self.theme.px(HEIGHT), self.theme.px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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
