"""InsightCard: heading, one sentence, a picture, how to read it, the same as a table; to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.insights.save_link import SaveLink
from ui.widgets.link import Link
from ui.widgets.table_view import TableView
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from ally_journal.domain.insights import Insight, Table
    from ui.theme import Theme

MOST_ROWS = 40
NOTE_BESIDE = 410


class InsightCard(Card):
    """Put the picture into `picture`; with too little to draw only the sentence stands here.

    `save_asked` tells the form in which it is to be saved: csv, png or svg.
    """

    save_asked = Signal(str)

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
        self._name = self._key = ""
        self.heading = Text(theme, "", "heading", "ink", parent=self)
        self.sentence = Text(theme, "", "quote", "ink2", parent=self)
        self.picture_room = QWidget(self)
        self.picture = QVBoxLayout(self.picture_room)
        self.note = Text(theme, "", "small", "ink3", parent=self)
        self.save = SaveLink(theme, self)
        self.link = Link(theme, "", icon="table", parent=self)
        self.foot = QWidget(self)
        self._lay_out()
        theme.changed.connect(self._space)
        self.link.clicked.connect(self.toggle_table)
        self.save.asked.connect(self.save_asked)

    @property
    def name(self) -> str:
        """What the card is called."""
        return self._name

    @property
    def rows(self) -> Table | None:
        """The numbers of the picture."""
        return self._rows

    @property
    def key(self) -> str:
        """Which chart it is, for the name of a file."""
        return self._key

    @property
    def table(self) -> TableView | None:
        """The table while it is shown."""
        return self._table

    def show_insight(self, insight: Insight, *, name: str = "") -> None:
        """Show what an insight says; `name` instead of its own title."""
        self._name, self._key = name or insight.title, insight.key
        self.heading.setText(self._name)
        self.sentence.setText(insight.sentence)
        self._rows = insight.table
        self._caution = self._fixed_note or insight.caution
        self.foot.setVisible(insight.drawable)
        if insight.drawable and self._table is not None:
            self._show_table()
        else:
            self._show_picture(visible=insight.drawable)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the note stands above the links."""
        super().resizeEvent(event)
        self._space()

    def toggle_table(self) -> None:
        """From picture to table and back."""
        if self._table is None:
            self._show_table()
        else:
            self._show_picture(visible=True)

    def _show_table(self) -> None:
        if self._rows is None:
            return
        rows = self._newest(self._rows.rows)
        self._drop_table()
        self._table = TableView(
            self.theme, self._rows.head, rows, self._name, numbers=self._numbers, parent=self
        )
        self.body.insertWidget(self.body.indexOf(self.picture_room) + 1, self._table)
        self._table.show()
        self.picture_room.hide()
        note = self._table_note(len(rows))
        if len(rows) < len(self._rows.rows):
            note = _("The newest {n}; all of them are in the table that you save.").format(
                n=len(rows)
            )
        self.note.setText(note)
        self.link.setText(_("Show as chart"))
        self.link.set_icon("insights")
        self._name_link()

    def _newest(self, rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        """As many rows as are shown; in most tables the newest come first."""
        return rows[:MOST_ROWS]

    def _table_note(self, rows: int) -> str:
        return _("The newest first.") if rows > 1 else ""

    def _show_picture(self, *, visible: bool) -> None:
        self._drop_table()
        self.picture_room.setVisible(visible)
        self.note.setText(self._caution)
        self.link.setText(_("Show as table"))
        self.link.set_icon("table")
        self._name_link()

    def _name_link(self) -> None:
        self.link.setAccessibleName(f"{self.link.words}: {self._name}")
        self.save.setAccessibleName(f"{self.save.words}: {self._name}")

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
        self._links = QHBoxLayout()
        self._links.addWidget(self.save)
        self._links.addWidget(self.link)
        self._links.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.foot)
        self._foot_row.addLayout(centred(self.note), 1)
        self._foot_row.addLayout(self._links)
        self.body.addWidget(self.foot)
        self._space()

    def _space(self) -> None:
        """Take gaps and the direction of the foot for the size of now."""
        px, direction = self.theme.px, QBoxLayout.Direction
        beside = self.theme.effective(self.width()) >= NOTE_BESIDE
        self._foot_row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._foot_row.setContentsMargins(0, px(8), 0, 0)
        self._foot_row.setSpacing(px(16 if beside else 6))
        self._links.setSpacing(px(16))
        self.picture.setContentsMargins(0, px(6), 0, 0)
