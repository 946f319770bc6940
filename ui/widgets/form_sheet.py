"""FormSheet: a sheet with something to fill in; its act is primary, and it closes when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.sheet import WIDTH, Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme


class FormSheet(Sheet):
    """`submitted` tells that the act was asked for; call `close_sheet` when it worked."""

    submitted = Signal()

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        title: str,
        body: str = "",
        *,
        act: str,
        leave: str = "",
        width: int = WIDTH,
    ) -> None:
        """`act` names what happens, `leave` the way out that changes nothing."""
        super().__init__(
            theme, host, title, body, safe=leave or _("Not now"), other=act, width=width
        )
        self.safe_button.set_kind("secondary")
        self.other_button.set_kind("primary")
        self._foot.setDirection(QBoxLayout.Direction.RightToLeft)
        self._foot.removeItem(self._foot.itemAt(0))
        self._foot.addStretch(1)
        self._foot.removeWidget(self.safe_button)
        self._foot.removeWidget(self.other_button)
        self._foot.insertWidget(0, self.other_button)
        self._foot.insertWidget(1, self.safe_button)
        self._error = Text(theme, "", "small", "clay", parent=self.paper)
        self._error.hide()
        self._first: QWidget | None = None

    def begin_with(self, field: QWidget) -> None:
        """The focus starts here."""
        self._first = field

    def say_wrong(self, sentence: str) -> None:
        """Say what keeps the act from being done; empty takes it away."""
        if self.content.indexOf(self._error) < 0:
            self.content.addWidget(self._error)
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.paper.setAccessibleDescription(sentence)
        self.place()

    @override
    def open(self) -> None:
        """Show it, with the focus in its first field."""
        super().open()
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def _take_other(self) -> None:
        self.submitted.emit()
