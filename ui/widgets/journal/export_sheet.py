"""Exporting what is shown: which form, where to, and once more before plain text leaves."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ally_journal import paper_words
from ally_journal.language import _, ngettext
from ally_journal.packet_errors import LeakFound
from ally_journal.sentences import sentence
from ally_journal.services.carrying import Order
from ally_journal.services.synced_folders import synced_by
from ui.models.lane_task import LaneTask
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.form_sheet import FormSheet
from ui.widgets.line_field import LineField
from ui.widgets.segmented import Segmented
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.errors import JournalError
    from ally_journal.services.carrying import Exported, Going
    from ui.desk import Desk

_ENDINGS = {"markdown": ".md", "pdf": ".pdf", "html": ".html", "csv": ".csv", "json": ".json"}
_WIDTH = 600


class ExportSheet(QObject):
    """Two steps; nothing is written before the second one."""

    def __init__(self, desk: Desk, host: QWidget, query: str, going: Going) -> None:
        """`query` names the entries as in the search box, `going` tells how many there are."""
        super().__init__(host)
        self._desk, self._host = desk, host
        self._query, self._going = query, going
        theme = desk.theme
        self.form = Segmented(theme, _forms(), _("Form of the file"))
        self.redact = Check(
            theme,
            _("Replace people’s names"),
            _("They become Person A, Person B; who knows them may know them still."),
        )
        self.allow = LineField(
            theme, _("Words that are no names and may stay, with commas between them")
        )
        self.path = LineField(theme, _("File"), help=_("A new file; nothing is replaced."))
        self.browse = Button(theme, _("Choose a folder…"), "secondary", "sm", icon="file")
        self.sheet = FormSheet(
            theme, host, self._title(), self._body(), act=_("Go on…"), width=_WIDTH
        )
        self._fill()

    def open(self) -> None:
        """Show the first step."""
        self.sheet.open()

    def _fill(self) -> None:
        for widget in (self.form, self.redact, self.allow, self.path):
            self.sheet.content.addWidget(widget)
        self.sheet.content.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)
        self.allow.hide()
        self.sheet.begin_with(self.form)
        self.path.setText(str(_home() / f"journal{_ENDINGS['markdown']}"))
        self.form.chosen.connect(self._take_form)
        self.browse.clicked.connect(self._browse)
        self.sheet.submitted.connect(self._ask_again)
        self.setParent(self.sheet)  # a lock takes the sheet away, and this with it

    def _title(self) -> str:
        number = self._going.entries
        return ngettext("Export {n} entry", "Export {n} entries", number).format(n=number)

    def _body(self) -> str:
        stays = paper_words.stays_words(self._going.left_out)
        open_to = _("The file is not encrypted: whoever can open its folder can read it.")
        return " ".join(filter(None, (open_to, stays)))

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
        again = Sheet(
            self._desk.theme,
            self._host,
            _("Write it without encryption?"),
            self._warning(target),
            safe=_("Do not write it"),
            other=_("Write the file"),
        )
        synced = paper_words.synced_words(synced_by(target.parent))
        if synced:
            again.content.addWidget(Text(self._desk.theme, synced, "text14", "honey"))
        again.other_taken.connect(partial(self._write, target))
        again.open()

    def _warning(self, target: Path) -> str:
        words = ngettext(
            "{n} entry will stand in {folder} as plain text that anybody can read.",
            "{n} entries will stand in {folder} as plain text that anybody can read.",
            self._going.entries,
        ).format(n=self._going.entries, folder=target.parent)
        if self.redact.isChecked() and self.form.value() == "json":
            words += " " + _("Without names it cannot be brought in again.")
        return words

    def _write(self, target: Path) -> None:
        allowed = frozenset(filter(None, map(str.strip, self.allow.text().split(","))))
        order = Order(
            self.form.value(),
            target,
            self._query,
            redact=self.redact.isChecked(),
            allowed=allowed,
        )
        LaneTask(
            self._desk,
            lambda journal: journal.carrying.exporting(order),
            self._written,
            self._failed,
            self,
        )

    def _written(self, exported: Exported) -> None:
        words = ngettext(
            "{n} entry was written to {folder}.",
            "{n} entries were written to {folder}.",
            exported.entries,
        ).format(n=exported.entries, folder=exported.target.parent)
        more = (
            paper_words.stays_words(exported.left_out),
            paper_words.missing_words(exported.missing),
        )
        self._desk.messages.say(" ".join(filter(None, (words, *more))))
        self.sheet.close_sheet()

    def _failed(self, error: JournalError) -> None:
        if isinstance(error, LeakFound):
            self.allow.show()
            self.allow.set_error(sentence(error))
            self.sheet.place()
        else:
            self.path.set_error(sentence(error))


def _forms() -> list[tuple[str, str]]:
    return [
        ("markdown", "Markdown"),
        ("pdf", "PDF"),
        ("html", _("Web page")),
        ("csv", _("Table (CSV)")),
        ("json", "JSON"),
    ]


def _home() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
