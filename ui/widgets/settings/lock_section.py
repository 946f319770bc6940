"""When the journal locks itself, what Hide now does, another passphrase, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ally_journal.changes import Change
from ally_journal.language import _, ngettext
from ui.deep_lock import can_begin_anew
from ui.messages import words_for
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.keys.key_acts import KeyActs
from ui.widgets.setting_row import SettingRow
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
        self.deep_lock = Switch(theme, _("Forget everything when locking"))
        self.change = Button(theme, _("Change it…"), "secondary", "sm")
        self.form = PassphraseForm(desk)
        self.form.hide()
        self.keys = KeyActs(desk, self)
        self.new_code = Button(theme, _("Make a new one…"), "secondary", "sm")
        self.drill = Button(theme, _("Try it…"), "secondary", "sm")
        self.renewal = Button(theme, _("Make new keys…"), "secondary", "sm")
        self.add_row(
            _("Lock by itself"), _("When nothing was typed or moved for so long."), self.lock_after
        )
        self.add_row(
            _("Ask after Hide now"),
            _("Hide now locks too; the passphrase brings the page back."),
            self.hide_asks,
        )
        if can_begin_anew():
            self.add_row(
                _("Forget everything when locking"),
                _("The program begins anew, so that nothing you wrote stays in its memory."),
                self.deep_lock,
            )
        self.add_row(
            _("Passphrase"),
            _("Older backups go on opening with the passphrase of their day."),
            self.change,
        )
        self.end_rows()
        self.card.body.addWidget(self.form)
        self._add_keys()
        self.show_now()
        self._connect()

    def show_now(self) -> None:
        """Show what is chosen."""
        chosen = self.desk.settings
        self.lock_after.set_value(str(chosen.lock_after))
        self.hide_asks.setChecked(chosen.hide_asks)
        self.deep_lock.setChecked(chosen.deep_lock)

    def forget(self) -> None:
        """Empty the fields."""
        self.form.wipe()

    def _connect(self) -> None:
        self.lock_after.chosen.connect(self._choose_span)
        self.hide_asks.clicked.connect(self._choose_asking)
        self.deep_lock.clicked.connect(self._choose_depth)
        self.change.clicked.connect(self._open_form)
        self.form.given_up.connect(self._close_form)
        self.form.ready.connect(self._change)
        self.new_code.clicked.connect(self.keys.ask_new_code)
        self.drill.clicked.connect(self.keys.ask_drill)
        self.renewal.clicked.connect(self.keys.ask_renewal)
        self.keys.done.connect(self.show_keys)

    def show_keys(self) -> None:
        """Ask whether there is a code to try."""
        self.desk.ask(lambda journal: journal.keys.has_recovery_code(), self._show_keys, owner=self)

    def _show_keys(self, has_code: bool) -> None:  # noqa: FBT001 the answer
        self._drill_row.setVisible(has_code)
        self.new_code.setText(_("Make a new one…") if has_code else _("Make one…"))

    def _add_keys(self) -> None:
        theme = self.theme
        card = Card(theme, margins=(0, 0, 0, 0))
        opens = _("Opens the journal if the passphrase is lost. It is shown once.")
        try_it = _("Shows that your sheet still opens the journal. Nothing is changed by it.")
        renew = _("If somebody may have your passphrase, or had a copy of the files.")
        self._drill_row = SettingRow(theme, _("Try the recovery code"), try_it, self.drill)
        card.body.addWidget(SettingRow(theme, _("Recovery code"), opens, self.new_code))
        card.body.addWidget(self._drill_row)
        card.body.addWidget(
            SettingRow(theme, _("New keys for everything"), renew, self.renewal, last=True)
        )
        self._column.addWidget(card)

    def _choose_span(self, minutes: str) -> None:
        self.desk.change_settings(lock_after=int(minutes))

    def _choose_asking(self) -> None:
        self.desk.change_settings(hide_asks=self.hide_asks.isChecked())

    def _choose_depth(self) -> None:
        self.desk.change_settings(deep_lock=self.deep_lock.isChecked())

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
