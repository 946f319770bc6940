"""SixWords: the words that open a packet, large; made here, shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.locked.rows import row_of
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


class SixWords(Card):
    """They are never written down by the journal; `forget` lets go of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "soft", gap=8, parent=parent)
        self.desk = desk
        self._is_asked = False
        theme = desk.theme
        self._head = Text(theme, _("These six words open it"), "smallm", "onSoft", parent=self)
        self.words = Text(theme, "", "title", "onSoft", parent=self)
        self._help = Text(
            theme,
            _("Tell them over another way than the file goes, best by word of mouth. They are "
              "shown this once and kept nowhere."),
            "small", "ink2", parent=self,
        )  # fmt: skip
        self.copy = Button(theme, _("Copy the words"), "secondary", "sm", parent=self)
        self.other = Button(theme, _("Other words"), "quiet", "sm", parent=self)
        for part in (self._head, self.words, self._help):
            self.body.addWidget(part)
        self.body.addLayout(row_of(self.copy, self.other, 1))
        self.copy.clicked.connect(self._copy)
        self.other.clicked.connect(self.make)

    def begin(self) -> None:
        """Make words if there are none."""
        if not self.words.text():
            self.make()

    def make(self) -> None:
        """Make new ones; none stand here meanwhile, so that nothing is sealed with others."""
        if not self._is_asked:
            self._is_asked = True
            self._show("")
            self.desk.ask(lambda journal: journal.sharing.passphrase(), self._take, owner=self)

    def text(self) -> str:
        """The words; empty while there are none."""
        return self.words.text()

    def settle(self) -> None:
        """They belong to a file now: others would not open it."""
        self.other.hide()

    def forget(self) -> None:
        """Let go of them."""
        self._show("")
        self.other.show()

    def _take(self, words: str) -> None:
        self._is_asked = False
        self._show(words)

    def _show(self, words: str) -> None:
        self.words.setText(words)
        spoken = _("Six words: {words}").format(words=words) if words else ""
        self.words.setAccessibleName(spoken)

    def _copy(self) -> None:
        self.desk.clipboard.copy(self.words.text())
        self.desk.messages.say(_("Copied. It stays on the clipboard for half a minute."))
