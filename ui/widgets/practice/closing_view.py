"""ClosingView: one line, a name if one likes, at most three next steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.line_field import LineField
from ui.widgets.passing_banner import PassingBanner
from ui.widgets.practice_row import PracticeRow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme

MOST_STEPS = 3
LONGEST_NAME = 120
PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class NextStep:
    """One row of the closing: what it does is known to the page by `id`."""

    id: str
    icon: str
    title: str
    line: str = ""


class ClosingView(QWidget):
    """What stands at the end of a walk."""

    chosen = Signal(str)
    named = Signal(str)
    support_asked = Signal()

    def __init__(self, theme: Theme, closing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: dict[str, PracticeRow] = {}
        self.banner: PassingBanner | None = None
        self._state = Text(theme, "", "body", "ink3")
        self.name = LineField(theme, _("A name for it, if you like"))
        self.name.edit.setMaxLength(LONGEST_NAME)
        self.name.hide()
        self.name.edit.editingFinished.connect(self.take_name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Text(theme, closing, "question"))
        self._column.addSpacing(theme.px(4))
        self._column.addWidget(self._state)
        self._column.addSpacing(theme.px(22))
        self._column.addWidget(self.name)

    @property
    def state(self) -> str:
        """What is said about saving."""
        return self._state.text()

    def show_state(self, sentence: str) -> None:
        """Say how it stands with saving."""
        self._state.setText(sentence)

    def show_name(self, name: str, shown: str) -> None:
        """Offer a name: the one that was given, else the one it goes by as a hint."""
        self.name.setText(name)
        self.name.edit.setPlaceholderText(shown)
        self.name.show()

    def take_name(self) -> None:
        """Hand over the name as it stands."""
        if not self.name.isHidden():
            self.named.emit(" ".join(self.name.text().split()))

    def show_support(self, sentence: str) -> None:
        """Offer Support in place of further steps."""
        self.banner = PassingBanner(self.theme, "calm", "care", sentence, _("Support"))
        self.banner.acted.connect(self.support_asked)
        self._column.addSpacing(self.theme.px(24))
        self._column.addWidget(self.banner)

    def show_calm(self, sentence: str) -> None:
        """Say one thing above the next steps."""
        self.banner = PassingBanner(self.theme, "calm", "leaf", sentence)
        self._column.addSpacing(self.theme.px(24))
        self._column.addWidget(self.banner)

    def show_steps(self, steps: Sequence[NextStep]) -> None:
        """Offer next steps; the first three."""
        if not steps:
            return
        self._column.addSpacing(self.theme.px(24))
        self._column.addWidget(Text(self.theme, _head_of(steps), "smallm", "ink2"))
        self._column.addSpacing(self.theme.px(6))
        card = Card(self.theme, margins=(8, 6, 8, 6))
        for step in steps[:MOST_STEPS]:
            row = PracticeRow(self.theme, step.icon, step.title, step.line)
            row.clicked.connect(partial(self.chosen.emit, step.id))
            card.body.addWidget(row)
            self.rows[step.id] = row
        self._column.addWidget(card)

    def show_done(self, step: str, line: str) -> None:
        """Say in the row itself that it was done."""
        row = self.rows[step]
        row.setEnabled(False)
        row.setText(line)


def _head_of(steps: Sequence[NextStep]) -> str:
    """What stands above the steps: a promise that was kept asks for no step."""
    if [step.id for step in steps] == [PROMISE]:
        return _("On your list")
    return _("If you want one next step")
