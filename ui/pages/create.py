"""The page where a journal is made: a passphrase, and what cannot be promised, said before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ally_journal.language import _
from ui.actions import tip
from ui.locked_places import CoachOpenPlace, CodePlace, CreatePlace, UnlockPlace
from ui.messages import words_for
from ui.opening import stands_at
from ui.passphrase_strength import Strength, strength_of
from ui.places import SupportPlace
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.link import Link
from ui.widgets.locked.locked_page import LockedPage
from ui.widgets.locked.new_passphrase import NewPassphrase
from ui.widgets.locked.rows import row_of
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ui.desk import Desk


class CreatePage(LockedPage):
    """Where no journal stands yet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        foot = _("No account, no network, nobody watching this journal.")
        super().__init__(desk.theme, foot, parent=parent)
        self.desk = desk
        self._has_asked = False
        self._build()
        self._connect()

    def arrive(self, _place: CreatePlace) -> None:
        """Begin with the passphrase."""
        self.fields.wipe()
        self._has_asked = False
        self._rest()
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget what was typed."""
        self.fields.wipe()

    def forget(self) -> None:
        """Forget what was typed."""
        self.leave()

    def make(self) -> None:
        """Make the journal, in the background; a weak passphrase is asked about once."""
        if not self.button.isEnabled():
            return
        passphrase = self.fields.chosen()
        if passphrase:
            self.button.setEnabled(False)
            self.button.setText(_("Making your journal…"))
            self.fields.set_waiting(on=True)
            weigh, then = partial(strength_of, passphrase), partial(self._weighed, passphrase)
            self.desk.background.aside(weigh, then, self)

    def _build(self) -> None:
        theme = self.theme
        self.fields = NewPassphrase(self.desk)
        self.button = Button(theme, _("Next: recovery code"), "primary", "lg")
        self.other = Button(theme, _("Use another journal…"), "quiet", "lg")
        self.support = Link(theme, _("Support page"), icon="care")
        self.support.setToolTip(tip("support"))
        self.packet = Link(theme, _("Read a packet (for coaches)"))
        words = _("Choose a passphrase. It locks everything you write, on this computer only.")
        no_reset = _(
            "There is no reset. On the next page you get a recovery code, shown once. If the "
            "passphrase and the code are both lost, nobody can open the journal, and that "
            "includes us."
        )
        work = _("A work laptop may be watched or backed up by your employer. ") + _(
            "Your own device is safer."
        )
        self.column.addWidget(Text(theme, _("Make a place of your own"), "display"))
        self.gap(4)
        self.column.addWidget(Text(theme, words, "body", "ink2"))
        self.gap(20)
        self.column.addWidget(self.fields)
        self.gap(18)
        self.column.addWidget(Banner(theme, "note", "info", no_reset, small=True))
        self.gap(18)
        self.column.addLayout(row_of(self.button, self.other, 1, gap=12))
        self.gap(12)
        self.column.addWidget(Text(theme, work, "small", "ink3"))
        self.gap(4)
        self.column.addLayout(row_of(self.packet, 1, self.support))

    def _connect(self) -> None:
        self.fields.returned.connect(self.make)
        self.button.clicked.connect(self.make)
        self.other.clicked.connect(self._choose_other)
        self.support.clicked.connect(self._show_support)
        self.packet.clicked.connect(self._read_packet)

    def _weighed(self, passphrase: str, strength: Strength) -> None:
        if self.fields.first.text() != passphrase:  # the page was left meanwhile
            self._rest()
        elif strength.is_weak and not self._has_asked:
            self._rest()
            self._ask_to_keep(strength)
        else:
            self.desk.create(passphrase, self._made, self._failed)

    def _ask_to_keep(self, strength: Strength) -> None:
        self._has_asked = True
        is_known = strength.part < _EASY
        title = _("This is guessed at once") if is_known else _("This is easy to guess")
        body = _("Choose a longer one, or keep it?")
        safe, other = _("Choose a longer one"), _("Keep it")
        sheet = Sheet(self.theme, self.window(), title, body, safe=safe, other=other)
        sheet.safe_taken.connect(self._choose_again)
        sheet.other_taken.connect(self.make)
        sheet.open()

    def _choose_again(self) -> None:
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields.first.edit.selectAll()

    def _made(self, code: str) -> None:
        self.desk.visit.emit(CodePlace(code))

    def _failed(self, error: JournalError) -> None:
        self._rest()
        self.fields.first.set_error(words_for(error))
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self) -> None:
        self.button.setEnabled(True)
        self.button.setText(_("Next: recovery code"))
        self.fields.set_waiting(on=False)

    def _choose_other(self) -> None:
        from ui.choosing import Chooser  # noqa: PLC0415 the file dialog is not part of the start

        Chooser(self, _("Where is the journal, or where is it to be?"), self._use).ask_folder()

    def _use(self, folder: Path) -> None:
        self.desk.folder = folder
        self.desk.visit.emit(UnlockPlace() if stands_at(folder) else CreatePlace())

    def _read_packet(self) -> None:
        self.desk.visit.emit(CoachOpenPlace())

    def _show_support(self) -> None:
        self.desk.visit.emit(SupportPlace())


# Below this part a passphrase is guessed at once, from it on with a little trying.
_EASY = 0.2
