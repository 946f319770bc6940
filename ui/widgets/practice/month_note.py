"""MonthNote: the month at a glance, made from what was ticked; nothing in it is scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from ally_journal.domain.month_sum import cues_sentence, month_sentence
from ally_journal.domain.review import (
    done_lines,
    noticed_sentence,
    sooner_sentence,
    undone_lines,
)
from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.practice.shown_note import ShownNote
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.domain.month_sum import MonthSum

SIDE_BY_SIDE_FROM = 600


class MonthNote(ShownNote):
    """What was done, what is still undone after it, what was noticed and what set it off."""

    @override
    def begin(self) -> None:
        """Ask for the month."""
        self.parts: dict[str, str] = {}
        self.desk.ask(lambda journal: journal.reviews.month(), self._show, owner=self)

    def _show(self, found: MonthSum) -> None:
        theme, look, today = self.tools.theme, found.review, self.tools.today
        top = Card(theme, margins=(20, 16, 20, 16))
        top.body.addWidget(Text(theme, month_sentence(found), "quote"))
        self.column.addWidget(top)
        noticed = noticed_sentence(look)
        self._add_row(
            (_("What was done"), done_lines(look)),
            (_("Still undone"), undone_lines(look, today)),
        )
        if noticed:
            more = _("More catches means more noticing, not more bias.")
            cues = cues_sentence(found) or _("Nothing was ticked here.")
            self._add_row(
                (_("What you noticed"), [noticed, sooner_sentence(look) or more]),
                (_("What set it off"), [cues]),
            )

    def _add_row(self, *parts: tuple[str, Sequence[str]]) -> None:
        theme = self.tools.theme
        is_wide = theme.effective(self.window().width()) >= SIDE_BY_SIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(way)
        row.setSpacing(theme.px(14))
        for head, sentences in parts:
            row.addWidget(_part(self, head, sentences), 1)
            self.parts[head] = " ".join(sentences)
        self.column.addSpacing(theme.px(6))
        self.column.addLayout(row)


def _part(note: ShownNote, head: str, sentences: Sequence[str]) -> QWidget:
    theme = note.tools.theme
    card = Card(theme, margins=(18, 12, 18, 12), gap=2)
    card.body.addWidget(Text(theme, head, "label"))
    for sentence in sentences:
        card.body.addWidget(Text(theme, sentence, "text14", "ink2"))
    card.body.addStretch(1)
    return card
