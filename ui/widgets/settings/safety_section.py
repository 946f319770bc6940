"""The newest backups, and a check of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ally_journal.language import _
from ui.models.lane_task import LaneTask
from ui.places import BackupsPlace
from ui.widgets.backups.backups_panel import BackupsPanel
from ui.widgets.button import Button
from ui.widgets.settings.section import SettingsSection
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ui.desk import Desk

MOST = 5


class SafetySection(SettingsSection):
    """What a check found stands below, in sentences."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Backups and checks"), parent)
        self.panel = BackupsPanel(desk, most=MOST)
        self.check = Button(self.theme, _("Check it now"), "secondary", "sm")
        self.found = Text(self.theme, "", "small", "ink2")
        self.found.hide()
        self.add_row(
            _("Check the journal"),
            _("Reads every page of it and says what it finds."),
            self.check,
        )
        self.end_rows()
        self._column.insertWidget(1, self.panel)
        self._column.addWidget(self.found)
        self.check.clicked.connect(self._verify)
        self.panel.all_asked.connect(self._show_all)

    def show_now(self) -> None:
        """Read the list of backups."""
        self.panel.show_now()

    def forget(self) -> None:
        """Let go of what was read."""
        self.panel.forget()

    def _show_all(self) -> None:
        self.desk.visit.emit(BackupsPlace())

    def _verify(self) -> None:
        self._say(_("Reading everything…"))
        self.check.setEnabled(False)
        LaneTask(
            self.desk,
            lambda journal: journal.copies.begin_check(),
            lambda found: self._end(_said(found)),
            self._failed,
            self,
        )

    def _end(self, sentence: str) -> None:
        self._say(sentence)
        self.check.setEnabled(True)

    def _failed(self, error: JournalError) -> None:
        from ui.messages import words_for  # noqa: PLC0415 only when something fails

        self._end(words_for(error))

    def _say(self, sentence: str) -> None:
        self.found.setText(sentence)
        self.found.show()


def _said(found: tuple[Any, ...]) -> str:
    from ally_journal.sentences import finding_sentence, way_on  # noqa: PLC0415 asked for rarely

    return " ".join([*map(finding_sentence, found), way_on(found)])
