"""When the journal locks itself, what Hide now does, and another passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ally_journal.changes import Change
from ally_journal.language import _, ngettext
from ui.messages import words_for
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.settings.passphrase_form import PassphraseForm
from ui.widgets.settings.section import SettingsSection
from ui.widgets.switch import Switch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk

MINUTES = (1, 2, 5, 10, 15, 30, 60, 0)


class LockSection(SettingsSection):
    """Lock after, hide asks, change the passphrase."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Lock and passphrase"), parent)
        theme = self.theme
        spans = [(str(minutes), _span_words(minutes)) for minutes in MINUTES]
        self.lock_after = ChoiceBox(theme, spans, _("Lock by itself"))
        self.hide_asks = Switch(theme, _("Ask after Hide now"))
        self.change = Button(theme, _("Change it…"), "secondary", "sm")
        self.form = PassphraseForm(desk)
        self.form.hide()
        self.add_row(
            _("Lock by itself"), _("When nothing was typed or moved for so long."), self.lock_after
        )
        self.add_row(
            _("Ask after Hide now"),
            _("Hide now locks too; the passphrase brings the page back."),
            self.hide_asks,
        )
        self.add_row(
            _("Passphrase"),
            _("Older backups go on opening with the passphrase of their day."),
            self.change,
        )
        self.end_rows()
        self.card.body.addWidget(self.form)
        self.show_now()
        self._connect()

    def show_now(self) -> None:
        """Show what is chosen."""
        chosen = self.desk.settings
        self.lock_after.set_value(str(chosen.lock_after))
        self.hide_asks.setChecked(chosen.hide_asks)

    def forget(self) -> None:
        """Empty the fields."""
        self.form.wipe()

    def _connect(self) -> None:
        self.lock_after.chosen.connect(self._choose_span)
        self.hide_asks.clicked.connect(self._choose_asking)
        self.change.clicked.connect(self._open_form)
        self.form.given_up.connect(self._close_form)
        self.form.ready.connect(self._change)

    def _choose_span(self, minutes: str) -> None:
        self.desk.change_settings(lock_after=int(minutes))

    def _choose_asking(self) -> None:
        self.desk.change_settings(hide_asks=self.hide_asks.isChecked())

    def _open_form(self) -> None:
        self.change.setEnabled(False)
        self.form.show()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        self.form.wipe()
        self.form.hide()
        self.change.setEnabled(True)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, old: str, new: str) -> None:
        def change(journal: Journal) -> Change:
            journal.change_passphrase(old, new)
            return Change()

        self.form.set_waiting(on=True)
        self.desk.write(change, self._changed, owner=self, failed=self._failed)

    def _changed(self, _nothing: object) -> None:
        self.form.set_waiting(on=False)
        self._close_form()
        self.desk.messages.say(_("The passphrase is changed. The recovery code is as it was."))

    def _failed(self, error: JournalError) -> None:
        self.form.set_waiting(on=False)
        self.form.old.set_error(words_for(error))
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)


def _span_words(minutes: int) -> str:
    if not minutes:
        return _("Never")
    return ngettext("After {n} minute", "After {n} minutes", minutes).format(n=minutes)
