"""ChooseCard: step 1. Which entries, which parts of them, the question, and one's name in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ally_journal.domain.share_fields import Field, label
from ally_journal.language import _
from ui.widgets.answer import Answer
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.line_field import LineField
from ui.widgets.sharing.entry_picks import EntryPicks
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.models.sharing import Sharing

LOWEST, HIGHEST = 76, 170


class ShortAnswer(Answer):
    """A question of a line or two, in a narrow card."""

    STYLE, ROOM = "quote", (12, 10, 10, 8)


class ChooseCard(Card):
    """Every tick goes to `sharing` at once."""

    def __init__(self, desk: Desk, sharing: Sharing, parent: QWidget | None = None) -> None:
        theme = desk.theme
        super().__init__(theme, margins=(20, 14, 20, 18), parent=parent)
        self._sharing = sharing
        self.entries = EntryPicks(desk, sharing, self)
        self.fields = {field: Check(theme, label(field), parent=self) for field in Field}
        words = _("The question I want help with")
        self.question = ShortAnswer(theme, words, lowest=LOWEST, highest=HIGHEST, parent=self)
        self.called = LineField(
            theme,
            _("What you want to be called"),
            help=_("It stands in the packet. It can stay empty."),
            parent=self,
        )
        self._heads = [
            Text(theme, one, "smallm", "ink2", parent=self) for one in (_("What goes in"), words)
        ]
        self._fill()
        self._connect()
        self.follow()

    def follow(self) -> None:
        """Show what is chosen now."""
        for field, check in self.fields.items():
            check.blockSignals(True)  # noqa: FBT003 Qt's own flag
            check.setChecked(field in self._sharing.fields)
            check.blockSignals(False)  # noqa: FBT003 the same
        if self.question.text() != self._sharing.question:
            self.question.set_text(self._sharing.question)
        if self.called.text() != self._sharing.called:
            self.called.setText(self._sharing.called)
        self.entries.follow()

    def forget(self) -> None:
        """Leave no word of it."""
        self.question.clear()
        self.called.setText("")  # unlike clear, no Ctrl+Z brings it back
        self.entries.forget()

    def _fill(self) -> None:
        self.body.addWidget(self.entries)
        self.body.addSpacing(self.theme.px(14))
        self.body.addWidget(self._heads[0])
        self.body.addSpacing(self.theme.px(2))
        for check in self.fields.values():
            self.body.addWidget(check)
        self.body.addSpacing(self.theme.px(14))
        self.body.addWidget(self._heads[1])
        self.body.addSpacing(self.theme.px(6))
        self.body.addWidget(self.question)
        self.body.addSpacing(self.theme.px(14))
        self.body.addWidget(self.called)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for field, check in self.fields.items():
            check.toggled.connect(partial(self._take_field, field))
        self.question.changed.connect(self._take_question)
        self.called.changed.connect(self._sharing.be_called)

    def _take_field(self, field: Field, on: bool) -> None:  # noqa: FBT001 Qt's signal
        self._sharing.set_field(field, on=on)

    def _take_question(self) -> None:
        self._sharing.ask_for(self.question.text())
