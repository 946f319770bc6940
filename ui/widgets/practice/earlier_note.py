"""EarlierNote: what was said before, below the first question of a later look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.day_words import plain_day
from ally_journal.language import _
from ui.models.earlier import Earlier, earlier_said
from ui.widgets.card import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.models.practice_session import PracticeSession

LINES = 4


class EarlierNote(QWidget):
    """Not there where the walk looks at nothing again."""

    def __init__(self, desk: Desk, session: PracticeSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._today = desk, session.today
        self.earlier: Earlier | None = None
        self._card = Card(desk.theme, "sunken", margins=(18, 14, 18, 14), gap=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, desk.theme.px(22), 0, 0)
        column.addWidget(self._card)
        self.hide()
        follow_up, promise = session.place.follow_up, session.draft.follows
        if follow_up or promise:
            call = partial(earlier_said, follow_up=follow_up, promise=promise)
            desk.ask(call, self._show, owner=self)

    def _show(self, earlier: Earlier | None) -> None:
        self.earlier = earlier
        if earlier is None:
            return
        theme = self._desk.theme
        said = _("What you said, {day}").format(day=plain_day(earlier.day, self._today))
        self._card.body.addWidget(Text(theme, said, "smallm", "ink"))
        for question, words in earlier.lines:
            self._card.body.addSpacing(theme.px(8))
            self._card.body.addWidget(Text(theme, question, "small", "ink3", lines=2))
            self._card.body.addWidget(Text(theme, words, "quote", "ink", lines=LINES))
        self.show()
