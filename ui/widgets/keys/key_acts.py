"""KeyActs: a new recovery code, trying the one there is, and new keys for everything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ally_journal.errors import MalformedRecoveryCode
from ally_journal.language import _
from ui.background import is_alive
from ui.messages import words_for
from ui.widgets.form_sheet import FormSheet
from ui.widgets.keys.code_field import CodeField
from ui.widgets.keys.code_sheet import CodeSheet
from ui.widgets.locked.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk
    from ui.widgets.line_field import LineField

WIDTH = 500


class KeyActs(QObject):
    """`done` tells that the state of the keys may have changed."""

    done = Signal()

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._host = desk, host

    def ask_new_code(self) -> None:
        """A new recovery code, instead of the one there is."""
        self._ask_passphrase(
            _("Make a new recovery code?"),
            _(
                "The code you have now will not open the journal any more; its sheet can go. "
                "Backups made until today go on opening with it."
            ),
            _("Make a new code"),
            lambda journal, passphrase: journal.keys.new_recovery_code(passphrase),
        )

    def ask_renewal(self) -> None:
        """New keys for everything, for when somebody may have had the passphrase or the files."""
        self._ask_passphrase(
            _("New keys for everything?"),
            _(
                "The whole journal is written anew under keys that nobody has seen, and you get a "
                "new recovery code. A backup is made first, and the journal of now is put aside "
                "whole. Backups and copies made until today still open with what opened them then; "
                "remove those that nobody else is to have."
            ),
            _("Make new keys"),
            lambda journal, passphrase: journal.keys.renew(passphrase),
        )

    def ask_drill(self) -> None:
        """Type the code from the sheet, to see that it still opens the journal."""
        sheet = FormSheet(
            self._desk.theme,
            self._host.window(),
            _("Try the recovery code"),
            _(
                "Type it from your sheet. Nothing is changed by it; it only shows that the sheet "
                "is there and can be read."
            ),
            act=_("Try it"),
            width=WIDTH,
        )
        field = CodeField(self._desk.theme)
        self._fill(sheet, field, partial(self._try_code, sheet, field))

    # -- trying

    def _try_code(self, sheet: FormSheet, field: LineField) -> None:
        code = field.text()
        self._wait(sheet, on=True)
        self._desk.ask(
            lambda journal: journal.keys.check_recovery_code(code),
            partial(self._tried, sheet, field),
            owner=sheet,
            failed=partial(self._wrong, sheet, field),
        )

    def _tried(self, sheet: FormSheet, field: LineField, is_right: bool) -> None:  # noqa: FBT001 the answer
        self._wait(sheet, on=False)
        if is_right:
            field.setText("")
            sheet.close_sheet()
            self._desk.messages.say(_("The code is right. Keep the sheet where it is."))
            self.done.emit()
            return
        field.set_error(
            _("This code is well formed, but it does not open this journal. Is it an older sheet?")
        )
        sheet.place()
        field.setFocus()

    # -- what asks for the passphrase first

    def _ask_passphrase(
        self, title: str, body: str, act: str, call: Callable[[Journal, str], str]
    ) -> None:
        desk = self._desk
        sheet = FormSheet(desk.theme, self._host.window(), title, body, act=act, width=WIDTH)
        field = PassphraseField(desk.theme, _("Passphrase"))
        self._fill(sheet, field, partial(self._submit, sheet, field, call))

    def _submit(
        self, sheet: FormSheet, field: PassphraseField, call: Callable[[Journal, str], str]
    ) -> None:
        if not sheet.other_button.isEnabled():
            return
        passphrase = field.text()
        if not passphrase:
            field.set_error(_("Type your passphrase first."))
            sheet.place()
            field.setFocus()
            return
        self._wait(sheet, on=True)
        # Not owned by the sheet: a code that was made is shown, even if the sheet was left.
        stop = self._desk.ask(
            lambda journal: call(journal, passphrase),
            partial(self._made, sheet, field),
            owner=self,
            failed=partial(self._wrong, sheet, field),
        )
        if stop is not None:
            sheet.closed.connect(stop.ask)

    def _made(self, sheet: FormSheet, field: PassphraseField, code: str) -> None:
        if is_alive(sheet):
            field.wipe()
            sheet.close_sheet()
        fresh = CodeSheet(self._desk, self._host.window(), code)
        fresh.closed.connect(self.done)
        fresh.open()

    def _wrong(self, sheet: FormSheet, field: LineField, error: JournalError) -> None:
        if not is_alive(sheet):
            return
        self._wait(sheet, on=False)
        field.set_error(words_for(error))
        sheet.place()
        field.setFocus()
        if not isinstance(error, MalformedRecoveryCode):
            field.edit.selectAll()

    @staticmethod
    def _fill(sheet: FormSheet, field: LineField, submit: Callable[[], object]) -> None:
        sheet.content.addWidget(field)
        sheet.begin_with(field)
        sheet.submitted.connect(submit)
        field.returned.connect(submit)
        sheet.open()

    @staticmethod
    def _wait(sheet: FormSheet, *, on: bool) -> None:
        sheet.other_button.setEnabled(not on)
        sheet.safe_button.setEnabled(not on)
