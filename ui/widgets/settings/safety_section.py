"""A backup now, and a check of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.settings.section import SettingsSection
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk


class SafetySection(SettingsSection):
    """What was found stands below, in sentences."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Backups and checks"), parent)
        self.backup = Button(self.theme, _("Make one now"), "secondary", "sm")
        self.check = Button(self.theme, _("Check it now"), "secondary", "sm")
        self.found = Text(self.theme, "", "small", "ink2")
        self.found.hide()
        self.add_row(
            _("Backup"),
            _("A copy beside the journal, encrypted, read back once to be sure."),
            self.backup,
        )
        self.add_row(
            _("Check"), _("Reads every page of the journal and says what it finds."), self.check
        )
        self.end_rows()
        self._column.addWidget(self.found)
        self.backup.clicked.connect(self._back_up)
        self.check.clicked.connect(self._verify)

    def _back_up(self) -> None:
        self._begin(_("Making a backup…"))
        self.desk.ask(_name_of_backup, self._backed_up, owner=self, failed=self._failed)

    def _backed_up(self, name: str) -> None:
        self._end(_("Made and read back: {name}").format(name=name))

    def _verify(self) -> None:
        self._begin(_("Reading everything…"))
        self.desk.ask(_findings, self._end, owner=self, failed=self._failed)

    def _begin(self, sentence: str) -> None:
        self._say(sentence)
        self.backup.setEnabled(False)
        self.check.setEnabled(False)

    def _end(self, sentence: str) -> None:
        self._say(sentence)
        self.backup.setEnabled(True)
        self.check.setEnabled(True)

    def _failed(self, error: JournalError) -> None:
        from ui.messages import words_for  # noqa: PLC0415 only when something fails

        self._end(words_for(error))

    def _say(self, sentence: str) -> None:
        self.found.setText(sentence)
        self.found.show()


def _name_of_backup(journal: Journal) -> str:
    return journal.back_up().name


def _findings(journal: Journal) -> str:
    from ally_journal.sentences import finding_sentence, way_on  # noqa: PLC0415 asked for rarely

    found = journal.verify()
    return " ".join([*map(finding_sentence, found), way_on(found)])
