"""PromiseRow: one promise with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.icon_button import IconButton
from ui.widgets.round_check import RoundCheck
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

HEIGHT, EDGE = 62, 14
UNDO_SECONDS = 10


class PromiseRow(QWidget):
    """Round tick, words, date, Move, more; after the tick, Undo for ten seconds."""

    ticked = Signal(bool)
    move_asked = Signal()
    more_asked = Signal(QPoint)

    def __init__(
        self,
        theme: Theme,
        title: str,
        kind: str,
        when: str,
        *,
        done: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`kind` is the small line, `when` the day in words; more_asked tells a global place."""
        super().__init__(parent)
        self.theme = theme
        self.check = RoundCheck(theme, _("Done: {promise}").format(promise=title), self)
        self._title = Text(theme, title, "bodym", "ink", lines=2, parent=self)
        self._kind = Text(theme, kind, "small", "ink3", lines=1, parent=self)
        self._when = Text(theme, when, "small", "ink2", lines=1, parent=self)
        self.move_button = Button(theme, _("Move"), "quiet", "sm", parent=self)
        self.move_button.setAccessibleName(_("Move: {promise}").format(promise=title))
        self.more = IconButton(theme, "more", _("More about this promise"), parent=self)
        self._undo_over = QTimer(self, singleShot=True, interval=UNDO_SECONDS * 1000)
        self._build()
        self._connect()
        self.set_done(done)
        self.restyle()

    def set_done(self, done: bool) -> None:  # noqa: FBT001 like Qt's setChecked
        """Show whether it is done, without a signal."""
        self.check.blockSignals(True)  # noqa: FBT003 Qt has no keyword for it
        self.check.setChecked(done)
        self.check.blockSignals(False)  # noqa: FBT003 the same
        self._title.set_role("ink3" if done else "ink")
        self.move_button.setText(_("Undo") if done else _("Move"))
        self.move_button.setVisible(not done)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self._row.setContentsMargins(px(EDGE), px(8), px(EDGE), px(8))
        self._row.setSpacing(px(10))
        self.setMinimumHeight(px(HEIGHT))

    @override
    def sizeHint(self) -> QSize:
        """At least one row high."""
        return super().sizeHint().expandedTo(QSize(0, self.theme.px(HEIGHT)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline to the next row, if there is one below."""
        below = self.parentWidget()
        if below is None or self.geometry().bottom() > below.height() - self.theme.px(4):
            return
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("line"))
        painter.end()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._kind)
        self._kind.setVisible(bool(self._kind.text()))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.check)
        self._row.addLayout(words, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        for widget in (self._when, self.move_button, self.more):
            self._row.addWidget(widget, 0, middle)

    def _connect(self) -> None:
        self.check.toggled.connect(self._tick)
        self.move_button.clicked.connect(self._act)
        self.more.clicked.connect(self._ask_more)
        self._undo_over.timeout.connect(self._end_undo)
        self.theme.changed.connect(self.restyle)

    def _tick(self, on: bool) -> None:  # noqa: FBT001 Qt's signal
        self.set_done(on)
        self.move_button.show()
        if on:
            self._undo_over.start()
        else:
            self._undo_over.stop()
        self.ticked.emit(on)

    def _act(self) -> None:
        if self.check.isChecked():
            self.check.setChecked(False)
        else:
            self.move_asked.emit()

    def _end_undo(self) -> None:
        self.move_button.setVisible(not self.check.isChecked())

    def _ask_more(self) -> None:
        self.more_asked.emit(self.more.mapToGlobal(self.more.rect().bottomRight()))
