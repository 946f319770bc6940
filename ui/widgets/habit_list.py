"""HabitList: all habits in rows; one tab stop, arrows choose, Enter opens, Alt and arrows move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.habit_row import COLUMNS, EDGE, WIDE, HabitRow, HabitWords
from ui.widgets.shapes import line_of_text, painter_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.theme import Theme

HEAD = 28
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class HabitList(QWidget):
    """`chosen` and `opened` tell the id of a habit.

    `shifted` also by how many places it is to move, `menu_asked` where on the screen.
    """

    chosen = Signal(str)
    opened = Signal(str)
    shifted = Signal(str, int)
    menu_asked = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._rows: dict[str, HabitRow] = {}
        self._head = _Head(theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self.setAccessibleName(_("Habits"))
        theme.changed.connect(self._head.restyle)

    def show_habits(self, habits: Sequence[tuple[str, HabitWords]], chosen: str = "") -> None:
        """Show habits as pairs of id and words; the first is chosen, unless another is named."""
        had_focus = any(row.hasFocus() for row in self._rows.values())
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {key: self._made(key, words) for key, words in habits}
        self.choose(chosen if chosen in self._rows else next(iter(self._rows), ""))
        if had_focus and self._rows:
            self._rows[self.value()].setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> str:
        """The id of the chosen habit, "" if there is none."""
        return next((key for key, row in self._rows.items() if row.isChecked()), "")

    def keys(self) -> tuple[str, ...]:
        """The ids in the order in which they stand."""
        return tuple(self._rows)

    def name_of(self, key: str) -> str:
        """The name of a habit."""
        return self._rows[key].name

    def choose(self, key: str) -> None:
        """Choose a habit, without a signal."""
        for other, row in self._rows.items():
            is_chosen = other == key
            row.setChecked(is_chosen)
            policy = Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down choose the row above or below, with Alt they move it; and its menu."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.shifted.emit(watched.objectName(), step)
                return True
            if step is not None:
                self._move(step)
                return True
        if isinstance(event, QContextMenuEvent) and isinstance(watched, HabitRow):
            self._take(watched.objectName())
            self.menu_asked.emit(watched.objectName(), self._menu_place(watched, event))
            return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The heads of the columns need the columns."""
        super().resizeEvent(event)
        self._head.setVisible(self.theme.effective(self.width()) >= WIDE)

    def _made(self, key: str, words: HabitWords) -> HabitRow:
        row = HabitRow(self.theme, words, self)
        row.setObjectName(key)
        row.clicked.connect(self._row_pressed)
        row.opened.connect(self._row_opened)
        row.installEventFilter(self)
        self._column.addWidget(row)
        return row

    def _row_pressed(self) -> None:
        self._take(self.sender().objectName())

    def _row_opened(self) -> None:
        self.opened.emit(self.sender().objectName())

    def _take(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    @staticmethod
    def _menu_place(row: HabitRow, event: QContextMenuEvent) -> QPoint:
        """Where it was pressed; from the keyboard below the name."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            return row.mapToGlobal(QPoint(row.theme.px(EDGE), row.height()))
        return event.globalPos()

    def _move(self, step: int) -> None:
        keys = list(self._rows)
        at = keys.index(self.value()) + step
        if 0 <= at < len(keys):
            self._take(keys[at])
            self._rows[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)


class _Head(QWidget):
    """The heads of the four columns."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.restyle()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self.setFixedHeight(self.theme.px(HEAD))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Four words."""
        painter = painter_on(self)
        heads = (_("Habit"), _("Latest, the newest at the right"), _("Streak"))
        font, ink = self.theme.font("small"), self.theme.color("ink3")
        for part, words in zip(COLUMNS, (*heads, _("Chapters that stay")), strict=True):
            left = self.theme.px(EDGE) + part * self.width()
            line_of_text(painter, QRectF(left, 0, self.width(), self.height()), words, font, ink)
        painter.end()
