"""KeyChoice: whose key seals a packet: one that is kept, or one that is pasted now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ally_journal.packet_errors import BadCoachKey
from ally_journal.sentences import sentence
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.fingerprint import Fingerprint, fingerprint_of
from ui.widgets.line_field import LineField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ally_journal.changes import Change
    from ally_journal.domain.preview import CoachRow
    from ally_journal.journal import Journal
    from ui.desk import Desk

PASTED = ""


class KeyChoice(Card):
    """The fingerprint is shown to be compared by word of mouth."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, gap=10, parent=parent)
        self.desk = desk
        theme = desk.theme
        self._coaches: dict[str, CoachRow] = {}
        self.box = ChoiceBox(theme, [], _("Whose key"), self)
        self.field = LineField(
            theme, _("Their public key"), placeholder="age1…",
            help=_("It can be public; your coach makes it in this same application."), parent=self,
        )  # fmt: skip
        self._label = Text(
            theme, _("Fingerprint; compare it with what your coach reads to you"), "small", "ink3",
            parent=self,
        )  # fmt: skip
        self.fingerprint = Fingerprint(theme, self)
        self.keep = Check(theme, _("Keep this key for next time"), parent=self)
        for part in (self.box, self.field, self._label, self.fingerprint, self.keep):
            self.body.addWidget(part)
        self.box.chosen.connect(self._chosen)
        self.field.changed.connect(lambda _text: self._show_fingerprint())
        self._fill(())

    def begin(self) -> None:
        """Read the keys that are kept."""
        self.desk.ask(lambda journal: journal.sharing.coaches(), self._fill, owner=self)

    def recipient(self) -> str:
        """The key that is chosen or pasted, as it stands there."""
        coach = self._coaches.get(self.box.value())
        return coach.public if coach else self.field.text().strip()

    def label(self) -> str:
        """What the person calls the chosen coach; empty for a pasted key."""
        coach = self._coaches.get(self.box.value())
        return coach.label if coach else ""

    def is_wrong(self) -> bool:
        """Whether there is no key yet; then it is said."""
        if self.fingerprint.text():
            return False
        self.field.set_error(sentence(BadCoachKey()))
        self.field.setFocus()
        return True

    def keep_key(self, label: str) -> None:
        """Keep a pasted key under this name, if that is wanted."""
        if self.box.value() == PASTED and self.keep.isChecked():
            public = self.recipient()
            self.desk.write(lambda journal: _added(journal, label, public))

    def forget(self) -> None:
        """Let go of all of it."""
        self.field.setText("")
        self.field.clear_error()
        self._fill(())

    def _fill(self, coaches: Sequence[CoachRow]) -> None:
        self._coaches = {one.id: one for one in coaches}
        options = [(one.id, one.label) for one in coaches]
        self.box.set_options([*options, (PASTED, _("Another key…"))])
        self.box.setVisible(bool(coaches))
        if coaches and not self.field.text():
            self.box.set_value(coaches[0].id)
        self._chosen()

    def _chosen(self, _key: str = "") -> None:
        is_pasted = self.box.value() == PASTED
        self.field.setVisible(is_pasted)
        self.keep.setVisible(is_pasted)
        self._show_fingerprint()

    def _show_fingerprint(self) -> None:
        coach = self._coaches.get(self.box.value())
        digits = coach.fingerprint if coach else fingerprint_of(self.field.text())
        self.fingerprint.show_digits(digits)
        self.fingerprint.setVisible(bool(digits))
        self._label.setVisible(bool(digits))


def _added(journal: Journal, label: str, public: str) -> tuple[CoachRow, Change]:
    return journal.sharing.add_coach(label, public)
