"""ReplyFooter: what can be done with a reply that is looked at: keep it, or not now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.centred import centred
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme


class ReplyFooter(QWidget):
    """Keep is as easy as Not now."""

    kept = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = Text(theme, "", "small", "ink3", parent=self)
        self.leave = Button(theme, _("Not now"), "secondary", parent=self)
        self.keep = Button(theme, _("Keep"), "primary", parent=self)
        self._row = QHBoxLayout(self)
        self._row.addLayout(centred(self.words), 1)
        self._row.addWidget(self.leave)
        self._row.addWidget(self.keep)
        self.leave.clicked.connect(self.left)
        self.keep.clicked.connect(self.kept)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_for(self, *, is_known: bool) -> None:
        """Nothing can be kept where all of it is kept already."""
        self.keep.setVisible(not is_known)
        self.leave.setText(_("Close it") if is_known else _("Not now"))
        self.words.setText(
            "" if is_known else _("Nothing is kept yet. Your entries stay as they are.")
        )
        self.show()

    def restyle(self) -> None:
        """Take new sizes after a change of text size."""
        px = self.theme.px
        self._row.setContentsMargins(px(36), px(12), px(36), px(12))
        self._row.setSpacing(px(10))
