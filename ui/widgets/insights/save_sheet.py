"""SaveSheet: where a chart goes as a file, and once that anybody can read it there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.choosing import Chooser
from ui.widgets.button import Button
from ui.widgets.form_sheet import FormSheet
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk


class SaveSheet(QObject):
    """One question; nothing is written before it is answered, and nothing is ever replaced."""

    def __init__(self, desk: Desk, host: QWidget, name: str, form: str) -> None:
        """`name` of the chart for its file, without an ending; `form`: csv, png or svg."""
        super().__init__(host)
        self._desk, self._host, self._form = desk, host, form
        self._write: Callable[[Path], None] | None = None
        theme = desk.theme
        self.path = LineField(theme, _("File"), help=_("A new file; nothing is replaced."))
        self.browse = Button(theme, _("Choose a place…"), "secondary", "sm", icon="file")
        self.sheet = FormSheet(
            theme,
            host,
            _("Save the table as a file?") if form == "csv" else _("Save the picture as a file?"),
            _("It is not encrypted: anybody who can open its folder can read it."),
            act=_("Save the file"),
            leave=_("Do not save it"),
            width=540,
        )
        self._fill(name)

    def open(self, write: Callable[[Path], None]) -> None:
        """Ask; `write` gets the file."""
        self._write = write
        self.sheet.open()

    def save(self, call: Callable[[Journal], Path]) -> None:
        """Have the journal write it, and say so."""
        self._desk.ask(call, self._written, owner=self, failed=self._failed)

    def _fill(self, name: str) -> None:
        self.sheet.content.addWidget(self.path)
        self.sheet.content.addWidget(self.browse)
        self.sheet.begin_with(self.path.edit)
        self.path.setText(str(_home() / f"{name}.{self._form}"))
        self.browse.clicked.connect(self._browse)
        self.sheet.submitted.connect(self._submit)
        self.path.returned.connect(self._submit)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def _target(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    def _browse(self) -> None:
        chooser = Chooser(self._host, self.sheet.paper.accessibleName(), self._take)
        chooser.ask_target(self._target().name, self._form)

    def _take(self, path: Path) -> None:
        self.path.setText(str(path))

    def _submit(self) -> None:
        target = self._target()
        if not self.path.text().strip() or not target.name or not target.is_absolute():
            self.path.set_error(_("Name a file in a folder, such as ~/Documents/chart.png."))
        elif self._write is not None:
            self._write(target)

    def _written(self, target: Path) -> None:
        words = _("It was saved in {folder}.").format(folder=target.parent)
        self._desk.messages.say(words)
        self.sheet.close_sheet()

    def _failed(self, error: JournalError) -> None:
        self.path.set_error(sentence(error))


def _home() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
