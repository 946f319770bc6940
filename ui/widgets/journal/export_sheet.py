"""Exporting what is shown: which form, where to, and once more before plain text leaves."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ally_journal.language import _, ngettext
from ally_journal.sentences import sentence
from ui.widgets.button import Button
from ui.widgets.form_sheet import FormSheet
from ui.widgets.line_field import LineField
from ui.widgets.segmented import Segmented
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from ally_journal.errors import JournalError
    from ally_journal.services.carrying import Exported
    from ui.desk import Desk

_ENDINGS = {"markdown": ".md", "html": ".html", "json": ".json"}


class ExportSheet(QObject):
    """Two steps; nothing is written before the second one."""

    def __init__(self, desk: Desk, host: QWidget, query: str, count: int) -> None:
        """`query` names the entries as in the search box, `count` is how many there are."""
        super().__init__(host)
        self._desk, self._host = desk, host
        self._query, self._count = query, count
        theme = desk.theme
        self.form = Segmented(
            theme,
            [("markdown", "Markdown"), ("html", _("Web page")), ("json", "JSON")],
            _("Form of the file"),
        )
        self.path = LineField(theme, _("File"), help=_("A new file; nothing is replaced."))
        self.browse = Button(theme, _("Choose a folder…"), "secondary", "sm", icon="file")
        self.sheet = FormSheet(
            theme,
            host,
            self._title(),
            _("The file is not encrypted: whoever can open its folder can read it."),
            act=_("Go on…"),
            width=540,
        )
        self._fill()

    def open(self) -> None:
        """Show the first step."""
        self.sheet.open()

    def _fill(self) -> None:
        self.sheet.content.addWidget(self.form)
        self.sheet.content.addWidget(self.path)
        self.sheet.content.addWidget(self.browse)
        self.sheet.begin_with(self.form)
        self.path.setText(str(_home() / f"journal{_ENDINGS['markdown']}"))
        self.form.chosen.connect(self._take_form)
        self.browse.clicked.connect(self._browse)
        self.sheet.submitted.connect(self._ask_again)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def _title(self) -> str:
        words = ngettext("Export {n} entry", "Export {n} entries", self._count)
        return words.format(n=self._count)

    def _target(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    def _take_form(self, form: str) -> None:
        if self.path.text().strip():
            self.path.setText(str(self._target().with_suffix(_ENDINGS[form])))

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self._host, _("Choose a folder"), str(self._target().parent)
        )
        if folder:
            self.path.setText(str(Path(folder) / self._target().name))

    def _ask_again(self) -> None:
        target = self._target()
        if not self.path.text().strip() or not target.name or not target.is_absolute():
            self.path.set_error(_("Name a file in a folder, such as ~/Documents/journal.md."))
            return
        words = ngettext(
            "{n} entry will stand in {folder} as plain text that anybody can read.",
            "{n} entries will stand in {folder} as plain text that anybody can read.",
            self._count,
        )
        again = Sheet(
            self._desk.theme,
            self._host,
            _("Write it without encryption?"),
            words.format(n=self._count, folder=target.parent),
            safe=_("Do not write it"),
            other=_("Write the file"),
        )
        again.other_taken.connect(partial(self._write, target))
        again.open()

    def _write(self, target: Path) -> None:
        form, query = self.form.value(), self._query
        self._desk.ask(
            lambda journal: journal.carrying.export(form, target, query=query),
            self._written,
            owner=self,
            failed=self._failed,
        )

    def _written(self, exported: Exported) -> None:
        words = ngettext(
            "{n} entry was written to {folder}.",
            "{n} entries were written to {folder}.",
            exported.entries,
        )
        folder = exported.target.parent
        self._desk.messages.say(words.format(n=exported.entries, folder=folder))
        self.sheet.close_sheet()

    def _failed(self, error: JournalError) -> None:
        self.path.set_error(sentence(error))


def _home() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
