"""StateCard: whether the last backup is whole, and a button for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.overriding import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.sign import Sign
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

STACK_BELOW = 460


class StateCard(Card):
    """`asked` tells that a backup is wanted now."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(20, 12, 14, 12), parent=parent)
        self.button = Button(theme, _("Back up now"), "primary", "sm")
        self.button.clicked.connect(self.asked)
        self._sign = Sign(theme, "check", "accent", 20)
        self.state = Text(theme, "", "bodym", "ink")
        self.line = Text(theme, "", "small", "ink3")
        self._words = QVBoxLayout()
        self._words.addStretch(1)
        self._words.addWidget(self.state)
        self._words.addWidget(self.line)
        self._words.addStretch(1)
        self._told = QHBoxLayout()
        self._told.addWidget(self._sign)
        self._told.addLayout(self._words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        act = QHBoxLayout()
        act.addWidget(self.button)
        act.addStretch(1)
        self._row.addLayout(self._told, 1)
        self._row.addLayout(act)
        self.body.addLayout(self._row)
        self._space()
        theme.changed.connect(self._space)

    def show_state(self, state: str, line: str, *, is_whole: bool) -> None:
        """Say how things stand."""
        self.state.setText(state)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self._sign.setVisible(is_whole)

    def set_waiting(self, words: str) -> None:
        """Say that something is being done; empty when it is over."""
        self.button.setEnabled(not words)
        self.button.setText(words or _("Back up now"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands under the words where there is little room."""
        super().resizeEvent(event)
        is_narrow = self.theme.effective(self.width()) < STACK_BELOW
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if is_narrow else right)

    def _space(self) -> None:
        px = self.theme.px
        self._words.setSpacing(px(1))
        self._told.setSpacing(px(12))
        self._row.setSpacing(px(12))
