"""NewPassphrase: a passphrase, how hard it is to guess, and the same once more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.passphrase_strength import MOST_SCORED, Strength, strength_of
from ui.widgets.locked.passphrase_field import PassphraseField
from ui.widgets.strength_meter import StrengthMeter

if TYPE_CHECKING:
    from ui.desk import Desk

WAIT_MS = 200


class NewPassphrase(QWidget):
    """Two fields and a line of words between them."""

    returned = Signal()

    def __init__(self, desk: Desk, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.first = PassphraseField(self.theme, label or _("Passphrase"))
        self.meter = StrengthMeter(self.theme)
        self.again = PassphraseField(self.theme, _("Once more"), placeholder=_("The same again"))
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.first)
        self._column.addWidget(self.meter)
        self._column.addSpacing(self.theme.px(6))
        self._column.addWidget(self.again)
        self.setFocusProxy(self.first)
        self._connect()
        self._show("", strength_of(""))
        self.restyle()

    def chosen(self) -> str:
        """The passphrase, if both are the same; else "" and a sentence at the field."""
        if not self.first.text():
            self.first.set_error(_("Choose a passphrase first."))
            self.first.setFocus()
            return ""
        if self.first.text() != self.again.text():
            self.again.set_error(_("These two are not the same. Type it once more."))
            self.again.edit.selectAll()
            self.again.setFocus()
            return ""
        return self.first.text()

    def set_waiting(self, *, on: bool) -> None:
        """Nothing is to be typed while the key is made."""
        self.first.edit.setReadOnly(on)
        self.again.edit.setReadOnly(on)

    def wipe(self) -> None:
        """Empty both fields."""
        self._wait.stop()
        self.first.wipe()
        self.again.wipe()
        self._show("", strength_of(""))

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._column.setSpacing(self.theme.px(8))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go into the first field."""
        self.first.setFocus(reason)

    def _connect(self) -> None:
        self.theme.changed.connect(self.restyle)
        self._wait.timeout.connect(self._measure)
        self.first.changed.connect(self._changed)
        self.first.returned.connect(self._go_on)
        self.again.returned.connect(self.returned)

    def _changed(self, _text: str) -> None:
        self.again.clear_error()
        self._wait.start()

    def _go_on(self) -> None:
        self.again.setFocus()
        self.again.edit.selectAll()

    def _measure(self) -> None:
        text = self.first.text()[:MOST_SCORED]
        self.desk.background.aside(partial(strength_of, text), partial(self._show, text), self)

    def _show(self, text: str, strength: Strength) -> None:
        if text == self.first.text()[:MOST_SCORED]:  # else more was typed meanwhile
            self.meter.show_strength(*strength)
