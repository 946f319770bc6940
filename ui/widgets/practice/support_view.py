"""SupportView: the ways on when a feeling is very strong, offered before any question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.link import Link
from ui.widgets.practice_row import PracticeRow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

TWO_COLUMNS_FROM = 560


class SupportView(QWidget):
    """Let us slow down: stop, one minute, the facts only, or the short path.

    `chosen` tells which: "stop", "minute", "facts" or "short"; `support_asked` is for the page
    with people and lines.
    """

    chosen = Signal(str)
    support_asked = Signal()

    def __init__(self, theme: Theme, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: dict[str, PracticeRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(theme, _("Let us slow down"), "question"))
        column.addSpacing(theme.px(4))
        words = line or _("Any of these is a good choice. Nothing you wrote is lost.")
        column.addWidget(Text(theme, words, "body", "ink3"))
        column.addSpacing(theme.px(20))
        danger = _("If you may be in danger, call your local emergency number now.")
        column.addWidget(Banner(theme, "calm", "care", danger))
        column.addSpacing(theme.px(20))
        column.addLayout(self._cards())
        column.addSpacing(theme.px(16))
        more = Link(theme, _("People and lines that listen"), icon_after="right")
        more.clicked.connect(self.support_asked)
        column.addWidget(more)

    def focus_first(self) -> None:
        """Stopping comes first."""
        self.rows["stop"].setFocus(Qt.FocusReason.TabFocusReason)

    def _cards(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self.theme.px(12))
        host = self.parentWidget()
        is_wide = host is None or self.theme.effective(host.width()) >= TWO_COLUMNS_FROM
        columns = 2 if is_wide else 1
        for place, (key, icon, title, line) in enumerate(_ways()):
            card = Card(self.theme, margins=(6, 4, 6, 4))
            row = PracticeRow(self.theme, icon, title, line)
            row.clicked.connect(partial(self.chosen.emit, key))
            card.body.addWidget(row)
            grid.addWidget(card, place // columns, place % columns)
            self.rows[key] = row
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return grid


def _ways() -> tuple[tuple[str, str, str, str], ...]:
    return (
        ("stop", "moon", _("Stop for today"), _("What you wrote is saved. Nothing else will ask.")),
        ("minute", "leaf", _("Take one minute"), _("A slow line to look at. Then back here.")),
        (
            "facts",
            "file",
            _("Save the facts only"),
            _("Date, place, words heard. No feelings asked."),
        ),
        ("short", "right", _("Go on, short path"), _("Only the few questions that matter most.")),
    )
