"""PromisedCard: what is promised and what is not, side by side, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.overriding import override
from ui.widgets.card import Card
from ui.widgets.link import Link
from ui.widgets.sign import Sign
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

BESIDE_FROM = 560


class PromisedCard(Card):
    """`more_asked` tells that somebody wants to read all of it."""

    more_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(24, 20, 24, 18), gap=14, parent=parent)
        self.more = Link(theme, _("All of it, in Help"), icon_after="right")
        self.more.clicked.connect(self.more_asked)
        self._two = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._two.addWidget(self._part(_("What is promised"), "check", "accent", promised()), 1)
        self._two.addWidget(self._part(_("What is not"), "info", "honey", not_promised()), 1)
        self.body.addLayout(self._two)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self.body.addLayout(row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        is_wide = self.theme.effective(self.width()) >= BESIDE_FROM
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._two.setDirection(right if is_wide else down)
        self._two.setSpacing(self.theme.px(28 if is_wide else 18))

    def _part(self, head: str, icon: str, role: str, lines: Sequence[str]) -> QWidget:
        theme, part = self.theme, QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Text(theme, head, "bodym"))
        for words in lines:
            row = QHBoxLayout()
            row.setSpacing(theme.px(10))
            row.addWidget(Sign(theme, icon, role, 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(theme, words, "small", "ink2"), 1)
            column.addLayout(row)
        column.addStretch(1)
        return part


def promised() -> tuple[str, ...]:
    """What holds, in short."""
    return (
        _(
            "Whoever finds this computer, the folder or a backup reads nothing without your "
            "passphrase."
        ),
        _("Nothing is sent anywhere. There is no account and no network."),
        _("A crash, an empty battery or a full disk loses nothing that was saved."),
        _("Damage is noticed and named, and a backup brings the journal back."),
    )


def not_promised() -> tuple[str, ...]:
    """What no journal can promise, in short."""
    return (
        _(
            "While it is open, whoever controls this computer can see what you see. A work laptop "
            "may be watched or backed up by your employer."
        ),
        _("A short or well-known passphrase can be guessed."),
        _("If the passphrase and the recovery code are both lost, nobody can open it."),
        _("What you export or show to somebody is out of its hands."),
    )
