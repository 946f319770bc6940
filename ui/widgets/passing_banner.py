"""PassingBanner: a banner that can be put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ally_journal.language import _
from ui.widgets.banner import Banner
from ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme


class PassingBanner(Banner):
    """`acted` follows its link, `put_away` its cross; it hides itself then."""

    put_away = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: str,
        icon: str,
        sentence: str,
        action: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, kind, icon, sentence, action, parent=parent)
        self.away = IconButton(theme, "close", _("Put this away"), parent=self)
        self.away.clicked.connect(self._go)
        self._row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignVCenter)

    def _go(self) -> None:
        if self.away.hasFocus():
            self.focusNextChild()
        self.hide()
        self.put_away.emit()
