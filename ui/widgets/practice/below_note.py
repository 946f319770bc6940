"""BelowNote: what the journal knows about a question, below its answer, so that nothing moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.month_sum import cues_sentence, squares_sentence
from ally_journal.domain.review import (
    done_lines,
    noticed_sentence,
    sooner_sentence,
    undone_lines,
)
from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from ally_journal.domain.month_sum import MonthSum
    from ally_journal.domain.practice import Step
    from ally_journal.domain.review import Review
    from ally_journal.journal import Journal
    from ui.desk import Desk


class BelowNote(QWidget):
    """Not there as long as there is nothing to say."""

    def __init__(self, desk: Desk, step: Step, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._step, self._today = desk, step, today
        self.sentences: tuple[str, ...] = ()
        self._card = Card(desk.theme, "sunken", margins=(18, 12, 18, 12), gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, desk.theme.px(22), 0, 0)
        column.addWidget(self._card)
        self.hide()
        if step.shows.startswith("week-"):
            desk.ask(_week, self._show_review, owner=self)
        else:
            desk.ask(_month, self._show_month, owner=self)

    def _show_review(self, look: Review) -> None:
        if self._step.shows == "week-noticed":
            self._show((noticed_sentence(look), sooner_sentence(look)))
            return
        self._add_head(_("What was done"))
        self._show(done_lines(look))
        self._card.body.addSpacing(self._desk.theme.px(8))
        self._add_head(_("Still undone"))
        self._show(undone_lines(look, self._today))

    def _show_month(self, month: MonthSum) -> None:
        if self._step.shows == "month-cues":
            self._show((cues_sentence(month),))
        elif self._step.shows == "month-acts":
            labels = [(one.id, one.label) for one in self._step.options]
            self._show((squares_sentence(month, labels),))
        else:
            self._show_review(month.review)

    def _show(self, sentences: tuple[str, ...]) -> None:
        said = tuple(filter(None, sentences))
        self.sentences += said
        for sentence in said:
            self._card.body.addWidget(Text(self._desk.theme, sentence, "text14", "ink2"))
        self.setVisible(bool(self.sentences))

    def _add_head(self, words: str) -> None:
        self._card.body.addWidget(Text(self._desk.theme, words, "smallm", "ink2"))


def _week(journal: Journal) -> Review:
    return journal.reviews.week()


def _month(journal: Journal) -> MonthSum:
    return journal.reviews.month()
