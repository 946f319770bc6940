"""FirstRun: the smallest step, three promises, and what will stand on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ally_journal.language import _
from ui import icons
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

SIDE_BY_SIDE_FROM = 700


class FirstRun(QWidget):
    """For a journal in which nothing was written yet."""

    checkin_asked = Signal()
    practices_asked = Signal()
    habits_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[QBoxLayout] = []
        self._build()

    def focus_first(self) -> None:
        """Begin with the smallest step."""
        self.start.setFocus(Qt.FocusReason.TabFocusReason)

    def show_week(self, *, has_habits: bool) -> None:
        """What asks to choose habits stands only while there are none."""
        self.week.setVisible(not has_habits)

    def fit(self, width: int) -> None:
        """Stand side by side from an effective width on."""
        is_wide = width >= SIDE_BY_SIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(way)

    def _build(self) -> None:
        px = self.theme.px
        self._column.addWidget(self._beginning())
        self._column.addSpacing(px(34))
        self._column.addLayout(self._promises())
        self._column.addSpacing(px(34))
        line = QFrame()
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        self._column.addWidget(line)
        self._column.addSpacing(px(26))
        self._column.addLayout(self._to_come())

    def _beginning(self) -> Card:
        px = self.theme.px
        card = Card(self.theme, margins=(28, 26, 28, 26))
        card.body.addWidget(Text(self.theme, _("A page is enough to begin"), "title"))
        words = _(
            "Try the 60-second check-in. Three taps and one line, if you like. You can stop at "
            "any step."
        )
        card.body.addSpacing(px(4))
        card.body.addWidget(Text(self.theme, words, "body", "ink2"))
        card.body.addSpacing(px(18))
        self.start = Button(self.theme, _("Start the check-in"), "primary", "lg")
        self.something = Button(self.theme, _("Something happened today"), "secondary", "lg")
        self.start.clicked.connect(self.checkin_asked)
        self.something.clicked.connect(self.practices_asked)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(px(10))
        row.addWidget(self.start)
        row.addWidget(self.something)
        row.addStretch(1)
        self._rows.append(row)
        card.body.addLayout(row)
        return card

    def _promises(self) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(self.theme.px(30))
        for icon, title, line in _said():
            row.addWidget(self._promise(icon, title, line), 1)
        self._rows.append(row)
        return row

    def _promise(self, icon: str, title: str, line: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(4))
        picture = QLabel()
        ratio = self.devicePixelRatioF()
        picture.setPixmap(icons.pixmap(self.theme, icon, "accent", 22, ratio))
        column.addWidget(picture)
        column.addWidget(Text(self.theme, title, "bodym"))
        column.addWidget(Text(self.theme, line, "small", "ink3"))
        column.addStretch(1)
        return box

    def _to_come(self) -> QBoxLayout:
        promises = EmptyState(
            self.theme,
            "loop",
            _("Promises will wait here"),
            _(
                "When you say you will do something, it lands on this list. Done, made smaller or "
                "let go: each closes it."
            ),
        )
        week = EmptyState(
            self.theme,
            "calendar",
            _("Your week will show here"),
            _("Pick a cue, such as “when I shut my laptop”. Three days a week is plenty."),
            _("Choose your habits"),
        )
        week.acted.connect(self.habits_asked)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(20))
        self.week = Card(self.theme, margins=(20, 14, 20, 14))
        cards = (Card(self.theme, margins=(20, 14, 20, 14)), self.week)
        for card, state in zip(cards, (promises, week), strict=True):
            card.body.addWidget(state)
            card.body.addStretch(1)
            row.addWidget(card, 1)
        self._rows.append(row)
        return row


def _said() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "lock",
            _("Only you can read it"),
            _("Locked with your passphrase. No account, no network."),
        ),
        (
            "people",
            _("Made-up names work best"),
            _("Try a plant or a colour. It keeps other people safe."),
        ),
        ("leaf", _("Nothing is scored"), _("No points, no levels. What you did stays.")),
    )
