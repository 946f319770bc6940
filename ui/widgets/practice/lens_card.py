"""LensCard: one word to look at again, one question, and three ways on that weigh the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui import icons
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.spoken import say_value
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ally_journal.domain.lens import Hit
    from ui.theme import Theme

NOTE_FROM = 520


class LensCard(Card):
    """`change_asked`, `keep_asked`, `mute_asked`; where it is heavy, `support_asked` first."""

    change_asked = Signal()
    keep_asked = Signal()
    mute_asked = Signal()
    support_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._is_built = False
        super().__init__(theme, margins=(18, 12, 18, 12), gap=6, parent=parent)
        self._icon = QLabel(self)
        self._head = Text(theme, "", "smallm", "honey")
        self._note = Text(theme, _("If this is a plain fact, leave it as it is."), "small", "ink3")
        self.words = Text(theme, "", "lead")
        self.support = Button(theme, _("Open Support"), "secondary", "sm", icon="care")
        self.change = Button(theme, _("Change it"), "secondary", "sm")
        self.keep = Button(theme, _("Keep it"), "secondary", "sm")
        self.mute = Button(theme, _("Do not ask about this again"), "quiet", "sm")
        self._build()
        self.support.clicked.connect(self.support_asked)
        self.change.clicked.connect(self.change_asked)
        self.keep.clicked.connect(self.keep_asked)
        self.mute.clicked.connect(self.mute_asked)

    def show_hit(self, hit: Hit) -> None:
        """Ask about this one."""
        self._head.setText(
            _("You matter here too") if hit.support else _("A word to look at again")
        )
        found = " ".join(hit.text.split())
        self.words.setText(f"“{found}”  {hit.question}")
        self.support.setVisible(hit.support)
        self.change.setVisible(not hit.support)
        self._note.setVisible(not hit.support)
        self._sign = "care" if hit.support else "look"
        self.setAccessibleName(f"{self._head.text()}. {self.words.text()}")
        self.restyle()

    def begin_here(self) -> None:
        """It came by itself: its question is read out, and to keep the words is one key."""
        say_value(self.keep, self.accessibleName())
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def restyle(self) -> None:
        """Take new sizes and colours after a change of theme."""
        super().restyle()
        if self._is_built:
            px = self.theme.px
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(icons.pixmap(self.theme, self._sign, "honey", 16, ratio))
            self._top.setSpacing(px(8))
            self._acts.set_gaps(px(8), px(6))
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note goes where there is no room for it."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._sign = "look"
        self._top = QHBoxLayout()
        self._top.addWidget(self._icon)
        self._top.addWidget(self._head, 1)
        self._top.addWidget(self._note)
        self._acts = FlowLayout()
        for button in (self.support, self.change, self.keep, self.mute):
            self._acts.addWidget(button)
        self.body.addLayout(self._top)
        self.body.addWidget(self.words)
        self.body.addLayout(self._acts)
        self._is_built = True
        self.restyle()

    def _fit(self) -> None:
        is_wide = self.theme.effective(self.width()) >= NOTE_FROM
        self._note.setVisible(is_wide and self.support.isHidden())
