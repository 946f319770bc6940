"""FormSheet: a sheet with something to fill in; its act is primary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.sheet import WIDTH, Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

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
        # The primary button stands at the right: the stretch, then the way out, then the act.
        self._foot.removeWidget(self.other_button)
        self._foot.addWidget(self.other_button)
        self._error = Text(theme, "", "small", "clay", parent=self.paper)
        self._error.hide()
        self._column.insertWidget(1, self._error)  # outside of what scrolls: always in sight
        self._first: QWidget | None = None

    def begin_with(self, field: QWidget) -> None:
        """The focus starts here."""
        self._first = field

    def say_wrong(self, sentence: str) -> None:
        """Say what keeps the act from being done; empty takes it away."""
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
