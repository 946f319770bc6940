"""The recovery code of a new journal: shown once, kept on paper, partly typed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.keys.code_panel import CodePanel
from ui.widgets.locked.locked_page import LockedPage
from ui.widgets.locked.rows import row_of
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.locked_places import CodePlace

WIDEST = 440


class RecoveryCodePage(LockedPage):
    """The code never reaches the clipboard."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        foot = _("On paper, away from this computer, is best.")
        super().__init__(desk.theme, foot, widest=WIDEST, parent=parent)
        self.desk = desk
        self._build()
        self._connect()

    def arrive(self, place: CodePlace) -> None:
        """Show the code, this once."""
        self.panel.show_code(place.code)
        self.panel.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing waits to be written."""

    def forget(self) -> None:
        """Forget the code."""
        self.panel.show_code("")
        self.button.setEnabled(False)

    def go_on(self) -> None:
        """The code is kept; until then, to the first group that is not right yet."""
        if self.panel.is_kept:
            self._without()
        else:
            self.panel.go_on()

    def _build(self) -> None:
        theme = self.theme
        self.panel = CodePanel(self.desk)
        self.button = Button(theme, _("I have kept it, go on"), "primary", "lg")
        self.without = Button(theme, _("Go on without a code"), "quiet", "lg")
        words = _(
            "It opens the journal if the passphrase is lost. It is shown now and never again."
        )
        self.column.addWidget(Text(theme, _("Keep this code somewhere safe"), "display"))
        self.gap(4)
        self.column.addWidget(Text(theme, words, "body", "ink2"))
        self.gap(16)
        self.column.addWidget(self.panel)
        self.gap(14)
        self.column.addLayout(row_of(self.button, self.without, 1, gap=12))
        self.button.setEnabled(False)

    def _connect(self) -> None:
        self.panel.told.connect(self.button.setEnabled)
        self.panel.returned.connect(self.go_on)
        self.button.clicked.connect(self.go_on)
        self.without.clicked.connect(self._ask_without)

    def _ask_without(self) -> None:
        sheet = Sheet(
            self.theme,
            self.window(),
            _("Go on without the code?"),
            _(
                "If the passphrase is lost then, nobody can open the journal. The code cannot be "
                "shown again."
            ),
            safe=_("Stay and keep the code"),
            other=_("Go on without it"),
        )
        sheet.other_taken.connect(self._without)
        sheet.open()

    def _without(self) -> None:
        self.forget()
        self.desk.enter()
