"""FilledColumn: rows below one another, made a few at a time, so that the window never waits."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.coach.beside_row import BesideRow
from ui.widgets.link import Link
from ui.widgets.locked.rows import row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

AT_A_TIME, AT_ONCE, BESIDE_FROM = 2, 40, 760


class FilledColumn(QWidget):
    """What a coach wrote stands beside its paragraph where there is room, else below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._held: QWidget | None = None
        self._inner: QVBoxLayout | None = None
        self._waiting: Iterator[Callable[[], QWidget]] = iter(())
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fill)
        self._room = 0
        self.more = Link(theme, _("Show what follows"), parent=self)
        self.more.clicked.connect(self._show_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row_of(self.more, 1))
        self.more.hide()
        theme.changed.connect(self.restyle)

    def show_rows(self, rows: Iterable[Callable[[], QWidget]]) -> None:
        """Show these instead; the first ones at once."""
        self.clear()
        self._held = QWidget(self)
        self._inner = QVBoxLayout(self._held)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._column.insertWidget(0, self._held)
        self._held.show()
        self._waiting = iter(rows)
        self.restyle()
        self._show_more()

    def clear(self) -> None:
        """Let go of every word."""
        self._later.stop()
        self.more.hide()
        self._waiting = iter(())
        held, self._held, self._inner = self._held, None, None
        if held is not None:
            self._column.removeWidget(held)
            held.hide()
            held.deleteLater()

    def rows(self) -> list[BesideRow]:
        """The rows so far, from top to bottom."""
        return [] if self._held is None else self._held.findChildren(BesideRow)

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        if self._inner is not None:
            self._inner.setSpacing(self.theme.px(10))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        super().resizeEvent(event)
        self._fit(self.rows())

    def _show_more(self) -> None:
        """So many at a time: what came back may be from anybody, and hold very many."""
        self._room = AT_ONCE
        self.more.hide()
        self._fill()

    def _fill(self) -> None:
        made = [make() for make in islice(self._waiting, AT_A_TIME)]
        self._room -= len(made)
        for row in made:
            if self._inner is not None:
                self._inner.addWidget(row)
        self._fit([row for row in made if isinstance(row, BesideRow)])
        following = next(self._waiting, None)
        if following is None:
            return
        self._waiting = chain((following,), self._waiting)
        if self._room > 0:
            self._later.start()
        else:
            self.more.show()

    def _fit(self, rows: Iterable[BesideRow]) -> None:
        is_beside = self.theme.effective(self.width()) >= BESIDE_FROM
        for row in rows:
            row.set_beside(on=is_beside)
