"""FormFooter: keep it, try it, save it as a file; and what keeps that from being done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme

HEIGHT = 72


class FormFooter(QWidget):
    """Keeping is primary; trying keeps nothing."""

    keep_asked = Signal()
    try_asked = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.error = Text(theme, "", "small", "clay", parent=self)
        self.save = Button(theme, _("Save as a file…"), "quiet")
        self.trial = Button(theme, _("Try it"), "secondary")
        self.keep = Button(theme, _("Keep it"), "primary")
        self._row = QHBoxLayout()
        self._row.addWidget(self.save)
        self._row.addStretch(1)
        self._row.addWidget(self.trial)
        self._row.addWidget(self.keep)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.error)
        self._column.addLayout(self._row)
        self.error.hide()
        self.keep.clicked.connect(self.keep_asked)
        self.trial.clicked.connect(self.try_asked)
        self.save.clicked.connect(self.save_asked)
        self.restyle()
        theme.changed.connect(self.restyle)

    def say_wrong(self, sentence: str) -> None:
        """Say it above the buttons; empty takes it away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def set_waiting(self, *, on: bool) -> None:
        """It is being checked."""
        for button in (self.save, self.trial, self.keep):
            button.setEnabled(not on)

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self._column.setContentsMargins(px(24), px(14), px(24), px(14))
        self._column.setSpacing(px(8))
        self._row.setSpacing(px(10))

    @override
    def minimumSizeHint(self) -> QSize:
        """It fits into any window."""
        return QSize(0, super().minimumSizeHint().height())
