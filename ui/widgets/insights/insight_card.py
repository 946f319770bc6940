"""InsightCard: heading, one sentence, a picture, how to read it, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.link import Link
from ui.widgets.table_view import TableView
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ally_journal.domain.insights import Insight, Table
    from ui.theme import Theme

MOST_ROWS = 40


class InsightCard(Card):
    """Put the picture into `picture`; with too little to draw only the sentence stands here."""

    def __init__(
        self,
        theme: Theme,
        *,
        numbers: Iterable[int] = (),
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`numbers` are the columns of the table that stand at the right."""
        super().__init__(theme, margins=(22, 18, 22, 14), gap=6, parent=parent)
        self._numbers, self._fixed_note = frozenset(numbers), note
        self._table: TableView | None = None
        self._rows: Table | None = None
        self._name = ""
        self.heading = Text(theme, "", "heading", "ink", parent=self)
        self.sentence = Text(theme, "", "quote", "ink2", parent=self)
        self.picture_room = QWidget(self)
        self.picture = QVBoxLayout(self.picture_room)
        self.picture.setContentsMargins(0, theme.px(6), 0, 0)
        self.note = Text(theme, "", "small", "ink3", parent=self)
        self.link = Link(theme, "", icon="table", parent=self)
        self.foot = QWidget(self)
        self._lay_out()
        self.link.clicked.connect(self.toggle_table)

    @property
    def table(self) -> TableView | None:
        """The table while it is shown."""
        return self._table

    def show_insight(self, insight: Insight, *, name: str = "") -> None:
        """Show what an insight says; `name` instead of its own title."""
        self._name = name or insight.title
        self.heading.setText(self._name)
        self.sentence.setText(insight.sentence)
        self._rows = insight.table
        self._caution = self._fixed_note or insight.caution
        self.foot.setVisible(insight.drawable)
        if insight.drawable and self._table is not None:
            self._show_table()
        else:
            self._show_picture(visible=insight.drawable)

    def toggle_table(self) -> None:
        """From picture to table and back."""
        if self._table is None:
            self._show_table()
        else:
            self._show_picture(visible=True)

    def _show_table(self) -> None:
        if self._rows is None:
            return
        rows = self._rows.rows[:MOST_ROWS]
        self._drop_table()
        self._table = TableView(
            self.theme, self._rows.head, rows, self._name, numbers=self._numbers, parent=self
        )
        self.body.insertWidget(self.body.indexOf(self.picture_room) + 1, self._table)
        self._table.show()
        self.picture_room.hide()
        self.note.setText(_("The newest first.") if len(rows) > 1 else "")
        self.link.setText(_("Show as chart"))
        self.link.set_icon("insights")
        self._name_link()

    def _show_picture(self, *, visible: bool) -> None:
        self._drop_table()
        self.picture_room.setVisible(visible)
        self.note.setText(self._caution)
        self.link.setText(_("Show as table"))
        self.link.set_icon("table")
        self._name_link()

    def _name_link(self) -> None:
        self.link.setAccessibleName(f"{self.link.words}: {self._name}")

    def _drop_table(self) -> None:
        if self._table is not None:
            self.body.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
            self._table = None

    def _lay_out(self) -> None:
        self._caution = self._fixed_note
        self.body.addWidget(self.heading)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.picture_room)
        self.body.addStretch(1)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, self.theme.px(8), 0, 0)
        row.addLayout(centred(self.note), 1)
        row.addWidget(self.link)
        self.body.addWidget(self.foot)
