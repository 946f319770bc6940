"""A coach's own key: made here, kept in a file that a passphrase locks; its public half shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from ally_journal.language import _
from ally_journal.services import coaching
from ui.choosing import Chooser
from ui.locked_places import CoachKeyPlace, CoachOpenPlace
from ui.messages import words_for
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.coach.key_look import KeyLook
from ui.widgets.coach.public_key import PublicKey
from ui.widgets.link import Link
from ui.widgets.locked.locked_page import LockedPage
from ui.widgets.locked.new_passphrase import NewPassphrase
from ui.widgets.locked.rows import hairline, row_of
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ally_journal.services.coaching import CoachKey
    from ui.desk import Desk

WIDEST = 480


class CoachKeyPage(LockedPage):
    """Clients seal for the public half; only the file with its passphrase opens what they seal."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        foot = _("The key stands in the file that you choose, and nowhere else.")
        super().__init__(desk.theme, foot, widest=WIDEST, parent=parent)
        self.desk = desk
        self._build()
        self._connect()

    def arrive(self, _place: CoachKeyPlace) -> None:
        """Begin with the passphrase."""
        self.leave()
        self._show("make")
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget what was typed."""
        self.fields.wipe()
        self.look.forget()
        self._say("")
        self._rest()

    def forget(self) -> None:
        """Forget what was typed."""
        self.leave()
        self.shown.forget()

    def make(self) -> None:
        """Ask where the key goes, once a passphrase is chosen."""
        if self.button.isEnabled() and self.fields.chosen():
            title = _("Where is your key to go?")
            Chooser(self, title, self.make_at).ask_target(f"{_('My key')}.age", "age")

    def make_at(self, target: Path) -> None:
        """Make the key in the background, and write its file."""
        self._say("")
        self.button.setEnabled(False)
        self.button.setText(_("Making your key…"))
        self.fields.set_waiting(on=True)
        call = partial(coaching.make_key, target, self.fields.chosen(), replace=True)
        self.desk.background.run(call, partial(self._made, target), self._failed, self)

    def _build(self) -> None:
        theme = self.theme
        words = _(
            "A key of your own spares the words. Its public half you give to clients; what they "
            "seal for it only you can open. Choose a passphrase for its file."
        )
        self.words = Text(theme, words, "body", "ink2")
        self.fields = NewPassphrase(self.desk, _("A passphrase for your key"))
        self.button = Button(theme, _("Make the key…"), "primary", "lg")
        self.look = KeyLook(self.desk)
        self.have = Link(theme, _("See the public half of a key you have"))
        self.shown = PublicKey(self.desk)
        self.problem = Banner(theme, "note", "info", "", small=True)
        self.back = Link(theme, _("Back to packets"), icon="left")
        self.column.addWidget(Text(theme, _("Your key as a coach"), "display"))
        self.gap(4)
        self.column.addWidget(self.words)
        self.gap(20)
        self.column.addWidget(self.fields)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.look)
        self.column.addWidget(self.shown)
        self.gap(18)
        self.column.addLayout(row_of(self.button, 1))
        self.gap(18)
        self.column.addWidget(hairline())
        self.gap(14)
        self.column.addLayout(row_of(self.back, 1, self.have))

    def _connect(self) -> None:
        self.fields.returned.connect(self.make)
        self.button.clicked.connect(self.make)
        self.have.clicked.connect(self._look)
        self.look.opened.connect(self._show_key)
        self.back.clicked.connect(lambda: self.desk.visit.emit(CoachOpenPlace()))

    def _made(self, target: Path, key: CoachKey) -> None:
        self._show_key(key, target.name)

    def _show_key(self, key: object, name: str) -> None:
        self.leave()
        self._show("shown")
        self.shown.show_key(cast("CoachKey", key), name)

    def _look(self) -> None:
        self.leave()
        self._show("look")
        self.look.file.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: JournalError) -> None:
        self._rest()
        self._say(words_for(error))
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self.problem.set_sentence(sentence)
        self.problem.setAccessibleName(sentence)
        self.problem.setVisible(bool(sentence))

    def _show(self, what: str) -> None:
        """One thing at a time: make a key, look into one, or its public half."""
        for part in (self.words, self.fields, self.button):
            part.setVisible(what == "make")
        self.look.setVisible(what == "look")
        self.have.setVisible(what == "make")
        self.shown.setVisible(what == "shown")

    def _rest(self) -> None:
        self.button.setEnabled(True)
        self.button.setText(_("Make the key…"))
        self.fields.set_waiting(on=False)
