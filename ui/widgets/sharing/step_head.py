"""StepHead: the three steps in words; where one stands is in the accent and bolder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ally_journal.language import _
from ui import icons
from ui.widgets.centred import centred
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

GAP, ARROW = 12, 14


def steps() -> tuple[str, str, str]:
    """Their words, in order."""
    return _("1 Choose"), _("2 Read it through"), _("3 Seal and save")


class StepHead(QWidget):
    """Past steps in ink, the present one in the accent, those to come paler."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words = [Text(theme, one, "label", parent=self) for one in steps()]
        self._arrows = [QLabel(self) for _one in self._words[1:]]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for number, words in enumerate(self._words):
            if number:
                self._row.addLayout(centred(self._arrows[number - 1]))
            self._row.addLayout(centred(words))
        self._row.addStretch(1)
        self.show_step(1)
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_step(self, step: int) -> None:
        """Stand at a step, 1 to 3."""
        self.step = step
        for number, words in enumerate(self._words, 1):
            words.set_role("ink" if number < step else "accent" if number == step else "ink3")
        self.setAccessibleName(
            _("Step {n} of 3: {words}").format(n=step, words=steps()[step - 1][2:])
        )

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        self._row.setSpacing(self.theme.px(GAP))
        ratio = self.devicePixelRatioF()
        for arrow in self._arrows:
            arrow.setPixmap(icons.pixmap(self.theme, "right", "ink3", ARROW, ratio))
