"""ChartCard: an insight with whichever picture belongs to its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from ally_journal.domain.insights import Form
from ally_journal.language import _
from ui.charts.by_years import by_years
from ui.charts.chart_values import stack_chart
from ui.charts.chart_view import ChartView
from ui.charts.lanes_sketch import LanesSketch
from ui.charts.sketch_view import SketchView
from ui.charts.sketches import is_wide, sketch_of
from ui.widgets.insights.insight_card import MOST_ROWS, InsightCard
from ui.widgets.insights.undone_list import UndoneList
from ui.widgets.link import Link

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.insights import Insight
    from ui.charts.drawer import Drawer
    from ui.theme import Theme

MOST_MORE = 40
_WORDS_FIRST = 1


class ChartCard(InsightCard):
    """`opened` tells the ids of entries that a point or a thing undone leads to."""

    opened = Signal(tuple)

    def __init__(
        self, theme: Theme, drawer: Drawer, form: Form, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self.form = form
        self.insight: Insight | None = None
        self.drawn = ChartView(theme, drawer, parent=self) if form is Form.STACK else None
        self.view = self.drawn or SketchView(theme, self)
        self.more = Link(theme, "", icon_after="down", parent=self)
        self.undone = UndoneList(theme, self)
        self._add_parts()

    @property
    def is_wide(self) -> bool:
        """Whether it takes the whole width."""
        return self.insight is not None and is_wide(self.insight)

    def show_chart(self, insight: Insight, today: date) -> None:
        """Show this; the same once more costs nothing."""
        insight, before = by_years(insight, today), self.insight
        if insight == before:
            return
        self.insight = insight
        self._numbers = frozenset(range(_WORDS_FIRST, len(insight.table.head)))
        if insight.form in {Form.LANES, Form.WORDS} or insight.key == "care":
            self._numbers = frozenset()
        self._show_view(insight)
        self.undone.show_undone(insight.undone if insight.count else ())
        self.show_insight(insight)

    def forget(self) -> None:
        """Let go of what is shown."""
        self.insight = None
        self.undone.show_undone(())
        if self.drawn is not None:
            self.drawn.show_chart(None, "")
        elif isinstance(self.view, SketchView):
            self.view.show_sketch(None, "")

    @override
    def _newest(self, rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        """Months and weeks stand in the order of their days."""
        if self.form in {Form.STACK, Form.LINES}:
            return rows[-MOST_ROWS:]
        return super()._newest(rows)

    @override
    def _table_note(self, rows: int) -> str:
        """What is to be kept in mind holds for the numbers too."""
        return self._caution

    @override
    def _show_picture(self, *, visible: bool) -> None:
        super()._show_picture(visible=visible)
        self.more.setVisible(visible and bool(self.more.text()))

    def _show_view(self, insight: Insight) -> None:
        words = f"{insight.title}. {insight.sentence}"
        if self.drawn is not None:
            chart = stack_chart(insight) if insight.drawable else None
            self.drawn.show_chart(chart, words, insight.entries)
        elif isinstance(self.view, SketchView):
            self.view.show_sketch(sketch_of(self.theme, insight), words)
        rest = len(insight.lanes) - len(self._lanes())
        self.more.setText(_("{n} more").format(n=rest) if rest > 0 and insight.drawable else "")

    def _show_more(self) -> None:
        if self.insight is not None and isinstance(self.view, SketchView):
            sketch = LanesSketch(self.theme, self.insight, MOST_MORE)
            self.view.show_sketch(sketch, self.view.accessibleName())
            self.more.setText("")
            self.more.hide()

    def _lanes(self) -> tuple[object, ...]:
        sketch = self.view.sketch if isinstance(self.view, SketchView) else None
        return sketch.lanes if isinstance(sketch, LanesSketch) else ()

    def _add_parts(self) -> None:
        self.picture.addWidget(self.view)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self.picture.addLayout(row)
        self.more.hide()
        self.body.insertWidget(self.body.indexOf(self.foot), self.undone)
        self.more.clicked.connect(self._show_more)
        self.view.opened.connect(self.opened)
        self.undone.opened.connect(self._open_undone)

    def _open_undone(self, entry: str) -> None:
        self.opened.emit((entry,))
