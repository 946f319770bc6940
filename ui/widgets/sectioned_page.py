"""SectionedPage: a title, a list of sections, and all of them below one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.scroll_page import ScrollPage
from ui.widgets.section_list import SectionList
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

LIST_FROM = 960
# Where a section counts as the one that is read, in pixels at 100 % below the top.
READ_AT = 120
# Room left above a section that was scrolled to.
ABOVE = 14
# So long after a section was asked for, what is read late may still come in above it.
SETTLES_MS = 5_000


class SectionedPage(ScrollPage):
    """The list stays in sight; choosing in it scrolls there."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        subtitle: str,
        sections: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Sections are id, icon and label; put their widgets in with `add_section`."""
        super().__init__(theme, centred=True, parent=parent)
        self.parts: dict[str, QWidget] = {}
        self.head = TitleBlock(theme, title, subtitle)
        self.list = SectionList(theme, sections, title)
        self._side = QWidget()
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side_column.setSpacing(0)
        self._above = QWidget(self._side)
        self._above.setFixedHeight(0)
        self._side_column.addWidget(self._above)
        self._side_column.addWidget(self.list)
        self._side_column.addStretch(1)
        self._sections = QVBoxLayout()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self._side)
        self._body.addLayout(self._sections, 1)
        self.head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.head_row.addWidget(self.head, 1)
        self.column.addLayout(self.head_row)
        self._gap = QWidget()
        self.column.addWidget(self._gap)
        self.column.addLayout(self._body)
        self._wanted = ""
        self._settling = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._connect()
        self.restyle()

    def _connect(self) -> None:
        self._settling.timeout.connect(self._let_go)
        self.list.chosen.connect(self.show_section)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._grown)
        bar.actionTriggered.connect(self._let_go)

    def add_section(self, key: str, widget: QWidget) -> None:
        """Put a section below the others."""
        self.parts[key] = widget
        self._sections.addWidget(widget)

    def end_sections(self) -> None:
        """All are in."""
        self._sections.addStretch(1)

    def show_section(self, key: str) -> None:
        """Scroll a section to the top; it stays there while those above it find their height."""
        self._wanted = key
        self._settling.start()
        self._go_to(key)

    def _go_to(self, key: str) -> None:
        part = self.parts.get(key)
        if part is None:
            return
        is_first = part is next(iter(self.parts.values()))
        top = 0 if is_first else part.mapTo(self._page, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(max(0, top - self.theme.px(ABOVE) * (not is_first)))
        self.list.show_current(key)

    def _grown(self) -> None:
        if self._wanted:
            QTimer.singleShot(0, self, self._go_again)

    def _go_again(self) -> None:
        if self._wanted:
            self._go_to(self._wanted)

    def _let_go(self) -> None:
        """Somebody scrolls, or all heights are found."""
        self._wanted = ""

    @override
    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        super().restyle()
        if hasattr(self, "_body"):
            px = self.theme.px
            self._gap.setFixedHeight(px(24))
            self._body.setSpacing(px(32))
            self._sections.setSpacing(px(28))
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A drop-down where there is no room for the list."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # The breakpoint counts the whole window, sidebar and all.
        is_narrow = self.theme.effective(self.window().width()) < LIST_FROM
        beside, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(stacked if is_narrow else beside)
        self._body.setSpacing(self.theme.px(18 if is_narrow else 32))
        self._gap.setFixedHeight(self.theme.px(10 if is_narrow else 24))
        self.list.fit(narrow=is_narrow)
        self._scrolled(self.verticalScrollBar().value())

    def _scrolled(self, value: int) -> None:
        if self.theme.effective(self.window().width()) >= LIST_FROM:
            self._above.setFixedHeight(max(0, value - self.theme.px(60)) if value else 0)
        else:
            self._above.setFixedHeight(0)
        read = value + self.theme.px(READ_AT)
        tops = [(part.mapTo(self._page, QPoint(0, 0)).y(), key) for key, part in self.parts.items()]
        passed = [key for top, key in tops if top <= read]
        is_end = value == self.verticalScrollBar().maximum() > 0
        if tops:
            current = tops[-1][1] if is_end else passed[-1] if passed else tops[0][1]
            self.list.show_current(current)
