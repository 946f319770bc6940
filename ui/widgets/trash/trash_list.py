"""TrashList: a row for each thing that was thrown away, with Look and Put back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.domain.day_words import plain_day
from ally_journal.language import _, ngettext
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.locked.rows import hairline
from ui.widgets.sign import Sign
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from ui.models.trash import Trashed
    from ui.theme import Theme

STACK_BELOW = 480


class TrashList(QWidget):
    """`look_asked` and `put_back_asked` tell the id of an entry or a draft."""

    look_asked = Signal(str)
    put_back_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        practice: Callable[[str], tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`practice` gives title and icon of a practice by its id."""
        super().__init__(parent)
        self.theme, self._practice = theme, practice
        self.rows: list[TrashRow] = []
        self._card = Card(theme, margins=(0, 0, 0, 0), parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._card)

    def show_things(self, things: Sequence[Trashed], today: date) -> None:
        """Show these, the latest thrown away first."""
        card = Card(self.theme, margins=(0, 0, 0, 0), parent=self)
        self.rows = []
        for number, thing in enumerate(things):
            if number:
                card.body.addWidget(hairline())
            icon = self._practice(thing.row.practice)[1]
            row = TrashRow(self.theme, thing, icon, self._words(thing, today))
            row.look.clicked.connect(partial(self.look_asked.emit, thing.row.id))
            row.back.clicked.connect(partial(self.put_back_asked.emit, thing.row.id))
            card.body.addWidget(row)
            self.rows.append(row)
        self._column.replaceWidget(self._card, card)
        self._card.hide()
        self._card.deleteLater()
        self._card = card

    def _words(self, thing: Trashed, today: date) -> str:
        row, title = thing.row, self._practice(thing.row.practice)[0]
        words = {"practice": title, "day": plain_day(row.day, today)}
        form = _("{practice} of {day}, a draft") if thing.is_draft else _("{practice} of {day}")
        what = form.format(**words)
        if thing.notes:
            noted = ngettext("{n} later note", "{n} later notes", thing.notes)
            what = _("{what}, with {notes}").format(what=what, notes=noted.format(n=thing.notes))
        if row.trashed is None:
            return what
        moved = row.trashed.date()
        when = _("today") if moved == today else _("on {day}").format(day=plain_day(moved, today))
        return _("{what} · moved here {when}").format(what=what, when=when)


class TrashRow(QWidget):
    """Icon, title, where it comes from, two acts."""

    def __init__(self, theme: Theme, thing: Trashed, icon: str, words: str) -> None:
        super().__init__()
        self.theme = theme
        self.words = words
        title = thing.row.title or words
        self.look = Button(theme, _("Look"), "quiet", "sm")
        self.back = Button(theme, _("Put back"), "secondary", "sm")
        self.look.setAccessibleName(_("Look at {title}").format(title=title))
        self.back.setAccessibleName(_("Put back {title}").format(title=title))
        if thing.is_draft:  # it is read where it is written, and goes there again from Today
            self.look.hide()
        self._text = QVBoxLayout()
        self._text.addWidget(Text(theme, title, "bodym", "ink", lines=1))
        self._text.addWidget(Text(theme, words, "small", "ink3"))
        self._acts = QHBoxLayout()
        self._acts.addStretch(1)
        self._acts.addWidget(self.look)
        self._acts.addWidget(self.back)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addLayout(self._text, 1)
        self._line.addLayout(self._acts)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Sign(theme, icon, "ink2", 20))
        self._row.addLayout(self._line, 1)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self._row.setContentsMargins(px(20), px(10), px(14), px(10))
        self._row.setSpacing(px(12))
        self._line.setSpacing(px(6))
        self._text.setSpacing(px(1))
        self._acts.setSpacing(px(6))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The acts stand under the words where the row is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = 0 < self.theme.effective(self.width()) < STACK_BELOW
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if is_narrow else right)


def place_of_focus(rows: Sequence[TrashRow]) -> int:
    """The row that has the focus, or -1: what comes after it takes over when it goes."""
    for number, row in enumerate(rows):
        if row.window().focusWidget() in {row.look, row.back}:
            return number
    return -1


def focus_row(rows: Sequence[TrashRow], number: int) -> bool:
    """Give the focus to a row, or to the last one; whether there is any."""
    if not rows or number < 0:
        return False
    rows[min(number, len(rows) - 1)].back.setFocus(Qt.FocusReason.OtherFocusReason)
    return True
