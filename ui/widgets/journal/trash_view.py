"""TrashView: what was thrown away, with Look and Put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.day_words import plain_day
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.journal.page_bar import PageBar
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.sign import Sign
from ui.widgets.text import Text
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ally_journal.domain.entry import EntrySummary
    from ui.theme import Theme

WIDTH = 820


class TrashView(QWidget):
    """`look_asked` and `put_back_asked` tell the id of an entry."""

    look_asked = Signal(str)
    put_back_asked = Signal(str)
    back_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        practice: Callable[[str], tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`practice` gives title and icon of a practice by its id."""
        super().__init__(parent)
        self.theme, self._practice = theme, practice
        self.bar = PageBar(theme, _("Journal"), self)
        self.bar.back_asked.connect(self.back_asked)
        self._scroll = ScrollPage(theme, widest=WIDTH, margins=(36, 22, 36, 36), centred=True)
        self._card = Card(theme, margins=(0, 0, 0, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._scroll, 1)
        self._build()

    def show_rows(self, rows: Sequence[EntrySummary], today: date) -> None:
        """Show these, the latest thrown away first."""
        card = Card(self.theme, margins=(0, 0, 0, 0))
        for number, row in enumerate(rows):
            if number:
                card.body.addWidget(_hairline())
            card.body.addWidget(_TrashRow(self, row, self._words(row, today)))
        self._scroll.column.replaceWidget(self._card, card)
        self._card.hide()
        self._card.deleteLater()
        self._card = card
        card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._note.setVisible(bool(rows))

    def icon_of(self, row: EntrySummary) -> str:
        """The icon of the practice of an entry."""
        return self._practice(row.practice)[1]

    def _words(self, row: EntrySummary, today: date) -> str:
        title = self._practice(row.practice)[0]
        what = _("{practice} of {day}").format(practice=title, day=plain_day(row.day, today))
        if row.trashed is None:
            return what
        moved = row.trashed.date()
        when = _("today") if moved == today else _("on {day}").format(day=plain_day(moved, today))
        return _("{what} · moved here {when}").format(what=what, when=when)

    def _build(self) -> None:
        column, px = self._scroll.column, self.theme.px
        title = TitleBlock(
            self.theme,
            _("Trash"),
            _("What you moved here waits. Nothing leaves by itself."),
        )
        self._empty = EmptyState(
            self.theme,
            "trash",
            _("Nothing is here"),
            _("What you move to the trash can be put back from here."),
        )
        self._note = QWidget()
        row = QHBoxLayout(self._note)
        row.setContentsMargins(0, px(10), 0, 0)
        row.setSpacing(px(8))
        sign = Sign(self.theme, "info", "ink3", 16)
        words = _("Not in the journal, the search or any export while it is here.")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(self.theme, words, "small", "ink3"), 1)
        column.addWidget(title)
        column.addSpacing(px(20))
        column.addWidget(self._card)
        column.addWidget(self._empty)
        column.addWidget(self._note)
        self._card.hide()


class _TrashRow(QWidget):
    """Icon, title, where it comes from, two acts."""

    def __init__(self, view: TrashView, row: EntrySummary, words: str) -> None:
        super().__init__()
        self._view, self._id = view, row.id
        theme = view.theme
        px = theme.px
        line = QHBoxLayout(self)
        line.setContentsMargins(px(20), px(10), px(14), px(10))
        line.setSpacing(px(12))
        sign = Sign(theme, view.icon_of(row), "ink2", 20)
        text = QVBoxLayout()
        text.setSpacing(px(1))
        text.addWidget(Text(theme, row.title, "bodym", "ink", lines=1))
        text.addWidget(Text(theme, words, "small", "ink3"))
        look = Button(theme, _("Look"), "quiet", "sm")
        back = Button(theme, _("Put back"), "secondary", "sm")
        look.setAccessibleName(_("Look at {title}").format(title=row.title))
        back.setAccessibleName(_("Put back {title}").format(title=row.title))
        look.clicked.connect(self._look)
        back.clicked.connect(self._put_back)
        line.addWidget(sign)
        line.addLayout(text, 1)
        line.addWidget(look)
        line.addWidget(back)

    def _look(self) -> None:
        self._view.look_asked.emit(self._id)

    def _put_back(self) -> None:
        self._view.put_back_asked.emit(self._id)


def _hairline() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line
