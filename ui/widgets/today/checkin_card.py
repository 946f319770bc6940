"""CheckinCard: how are you right now; choosing a feeling begins the check-in with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip_group import ChipGroup
from ui.widgets.link import Link
from ui.widgets.section_head import SectionHead
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.practice import Practice, Step
    from ui.theme import Theme

SHOWN = ("calm", "glad", "sad", "tired", "hopeful", "uneasy", "tense")


class CheckinCard(QWidget):
    """`begun` tells the feelings that were chosen; none when it was begun without."""

    begun = Signal(tuple)

    def __init__(
        self, theme: Theme, practice: Practice, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        card = Card(theme, margins=(18, 16, 18, 14))
        card.body.addWidget(Text(theme, step.question, "lead"))
        hint = Text(theme, _("Pick one to begin; more can follow."), "small", "ink3")
        card.body.addWidget(hint)
        card.body.addSpacing(theme.px(12))
        self.chips = ChipGroup(theme, _shown(step), small=True, name=step.question)
        self.chips.changed.connect(self._begin_with)
        card.body.addWidget(self.chips)
        card.body.addSpacing(theme.px(14))
        card.body.addLayout(self._below())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(SectionHead(theme, practice.title))
        column.addWidget(card)
        column.addStretch(1)

    def _below(self) -> QHBoxLayout:
        every = Link(self.theme, _("All feelings"))
        every.clicked.connect(self._begin)
        self.begin = Button(self.theme, _("Begin"), "primary", "sm")
        self.begin.setAccessibleName(_("Begin the check-in"))
        self.begin.clicked.connect(self._begin)
        # As high as the button beside it: Tab comes from the left to the right.
        every.setMinimumHeight(self.begin.sizeHint().height())
        row = QHBoxLayout()
        row.addWidget(every)
        row.addStretch(1)
        row.addWidget(self.begin)
        return row

    def _begin_with(self) -> None:
        chosen = self.chips.chosen()
        if chosen:
            self.chips.set_chosen(())
            self.begun.emit(chosen)

    def _begin(self) -> None:
        self.begun.emit(())


def _shown(step: Step) -> list[tuple[str, str]]:
    labels = {option.id: option.label for option in step.options}
    shown = [(key, labels[key]) for key in SHOWN if key in labels]
    return shown or list(labels.items())[: len(SHOWN)]
