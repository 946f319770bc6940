"""TakenOutSheet: the words that become a bar in whatever goes out: employer, team, product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.widgets.form_sheet import FormSheet
from ui.widgets.list_field import ListField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ui.desk import Desk


class TakenOutSheet(QObject):
    """One word or name a line."""

    def __init__(self, desk: Desk, host: QWidget, words: Sequence[str]) -> None:
        super().__init__(host)
        self._desk = desk
        self.sheet = FormSheet(
            desk.theme,
            host,
            _("Words to take out"),
            _(
                "Your employer, team, product or project. Wherever they stand in what goes out, a "
                "bar stands instead. People are replaced without this."
            ),
            act=_("Keep them"),
            leave=_("Not now"),
        )
        self.field = ListField(desk.theme, _("Word to take out"))
        self.field.set_lines((*words, ""))  # a new one is typed at once
        self.sheet.content.addWidget(self.field)
        self.sheet.begin_with(self.field)
        self.sheet.submitted.connect(self._keep)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def open(self) -> None:
        """Show it."""
        self.sheet.open()

    def _keep(self) -> None:
        words = self.field.lines()
        self._desk.write(
            lambda journal: journal.sharing.set_words(words),
            self._kept,
            owner=self,
            failed=self._failed,
        )

    def _kept(self, _nothing: object) -> None:
        self.sheet.close_sheet()

    def _failed(self, error: JournalError) -> None:
        self.sheet.say_wrong(sentence(error))
