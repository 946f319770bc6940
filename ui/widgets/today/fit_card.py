"""FitCard: once in four weeks, how is this journal for you; a banner that can be put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.places import PracticePlace
from ui.widgets.passing_banner import PassingBanner

if TYPE_CHECKING:
    from ui.desk import Desk

PRACTICE = "journal_fit"


class FitCard(QWidget):
    """Answered or put away, it comes again after four weeks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        words = _("How is this journal for you? It may also be too much, and that can be said.")
        self.banner = PassingBanner(desk.theme, "calm", "leaf", words, _("Say how it is"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        self.banner.acted.connect(self._say)
        self.banner.put_away.connect(self._put_away)
        self.hide()

    def _say(self) -> None:
        self._desk.visit.emit(PracticePlace(PRACTICE))

    def _put_away(self) -> None:
        self.hide()
        self._desk.change_settings(fit_put_away=self._desk.today().isoformat())
