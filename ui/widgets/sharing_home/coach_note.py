"""CoachNote: what a coach wrote, clearly theirs, with what it was about where that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ally_journal.language import _
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.icon_button import IconButton
from ui.widgets.passage import Passage
from ui.widgets.sign import Sign
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme


class CoachNote(Card):
    """Who wrote it stands above; `remove_asked` where it may be taken away."""

    remove_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        who: str,
        text: str,
        *,
        about: str = "",
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`who`: as in `who_words`; `about`: where it stands, for screen readers."""
        super().__init__(theme, margins=(14, 8, 8, 12), gap=5, parent=parent)
        self.words = Passage(theme, text, "quote", "ink", parent=self)
        self.words.setTabChangesFocus(True)
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        named = _("{who}, on {place}") if about else "{who}"
        self.words.setAccessibleName(named.format(who=who, place=about))
        self.setAccessibleName(who)
        self.remove = IconButton(theme, "close", _("Take this comment away"), parent=self)
        self.remove.setVisible(removable)
        self._head = QHBoxLayout()
        self._head.addWidget(Sign(theme, "talk", "accent", 16, self))
        self._head.addLayout(centred(Text(theme, who, "smallm", "ink2", parent=self)), 1)
        self._head.addWidget(self.remove)
        self.body.addLayout(self._head)
        self.body.addWidget(self.words)
        self.remove.clicked.connect(self.remove_asked)
        self._head.setSpacing(theme.px(7))

    def add_line(self, text: str, role: str = "ink3") -> None:
        """One more line below, small."""
        self.body.addWidget(Text(self.theme, text, "small", role, parent=self))
