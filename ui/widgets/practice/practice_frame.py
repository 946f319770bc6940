"""PracticeFrame: bar, one view, at most one notice, footer; no sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.held_focus import focus_again, held_focus
from ui.widgets.practice.notice_row import NoticeRow
from ui.widgets.practice.practice_bar import PracticeBar
from ui.widgets.practice.practice_footer import PracticeFooter
from ui.widgets.practice.step_view import StepView
from ui.widgets.practice.support_view import SupportView
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tab_order import neighbour

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

WIDEST = 680
# Effective heights of the page, and the room above the question from there on.
ROOMS = ((700, 56), (540, 24), (0, 14))
LOW_BARS, LOW_FOOTER = 560, 480
# Bars, question, help and the line below an answer, in pixels at 100 %.
FRAME = 300


class PracticeFrame(QWidget):
    """The question always begins at the same height; `view` is what stands there now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.view: QWidget | None = None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = PracticeBar(theme, self)
        self.body = ScrollPage(theme, widest=WIDEST, margins=(32, 0, 32, 28), centred=True)
        self._above = QWidget()
        self.body.column.addWidget(self._above)
        self.notice = NoticeRow(theme, self)
        self.footer = PracticeFooter(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.body, 1)
        column.addWidget(self.notice)
        column.addWidget(self.footer)
        self.restyle()

    def regions(self) -> list[QWidget]:
        """Where F6 goes: bar, question, footer."""
        return [self.bar, self.body, self.footer]

    def show_view(self, view: QWidget) -> None:
        """Show this in the place of what was there, and begin at its top."""
        self.drop_view()
        self.view = view
        self._give_room()
        self.body.column.addWidget(view)
        view.show()
        self.body.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, view, self.focus_view)

    def show_anew(self, show: Callable[[], None]) -> None:
        """Show the same view made anew; focus and caret stay where they were."""
        held = held_focus(self._held_parts())
        show()
        if held is not None and self.view is not None:
            # After the new view took the focus.
            QTimer.singleShot(0, self.view, lambda: focus_again(self._held_parts(), held))

    def drop_view(self) -> None:
        """Let go of what stands there, and of every word in it."""
        view, self.view = self.view, None
        if view is None:
            return
        if isinstance(view, StepView):
            view.forget()
        self.body.column.removeWidget(view)
        view.hide()
        view.deleteLater()

    def focus_view(self) -> None:
        """Put the focus where answering begins; at the end, on rest."""
        if isinstance(self.view, StepView | SupportView):
            self.view.focus_first()
        elif self.view is not None:
            self.footer.rest.setFocus(Qt.FocusReason.TabFocusReason)

    def restyle(self) -> None:
        """Take new heights after a change of size."""
        high = self.theme.effective(self.height())
        self.bar.set_low(on=high < LOW_BARS)
        self.footer.set_low(on=high < LOW_FOOTER)
        above = next(room for least, room in ROOMS if high >= least)
        self._above.setFixedHeight(self.theme.px(above))
        self._give_room()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low windows get lower bars and less room above the question."""
        super().resizeEvent(event)
        self.restyle()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through bar, question and footer in the order they are seen."""
        there = neighbour((self.bar, self.body, self.notice, self.footer), forward=next)
        if there is None:
            return False
        there.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        if self.body.isAncestorOf(there):
            self.body.ensureWidgetVisible(there)
        return True

    def _held_parts(self) -> list[QWidget]:
        shown = [] if self.view is None else [self.view]
        return [self.bar, self.notice, self.footer, *shown]

    def _give_room(self) -> None:
        if isinstance(self.view, StepView):
            self.view.set_room(self.theme.effective(self.height() - self._above.height()) - FRAME)
