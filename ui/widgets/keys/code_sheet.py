"""CodeSheet: a fresh recovery code, until it is kept on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ui.overriding import override
from ui.widgets.keys.code_panel import CodePanel
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk

WIDTH = 500


class CodeSheet(Sheet):
    """It goes away once three groups were typed back, or when it was asked twice to."""

    def __init__(self, desk: Desk, host: QWidget, code: str) -> None:
        super().__init__(
            desk.theme,
            host,
            _("Keep this code somewhere safe"),
            _(
                "It opens the journal if the passphrase is lost. It is shown now and never again; "
                "the one before it opens older backups only."
            ),
            safe=_("I have kept it"),
            other=_("Go on without a code"),
            width=WIDTH,
        )
        self.panel = CodePanel(desk)
        self.content.addWidget(self.panel)
        self.panel.show_code(code)
        self.panel.told.connect(self.safe_button.setEnabled)
        self.panel.returned.connect(self._take_safe)
        self.safe_button.setEnabled(False)
        self._has_asked = False
        self.place()

    @override
    def open(self) -> None:
        """Begin in the first field."""
        super().open()
        self.panel.fields[0].setFocus()

    @override
    def close_sheet(self) -> None:
        """Forget the code."""
        self.panel.show_code("")
        super().close_sheet()

    @override
    def _take_safe(self) -> None:
        if self.panel.is_kept:
            super()._take_safe()
        else:
            self.panel.go_on()

    @override
    def _take_other(self) -> None:
        if self._has_asked:
            super()._take_other()
            return
        self._has_asked = True
        self.other_button.setText(_("Really without it"))
