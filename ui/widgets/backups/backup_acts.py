"""BackupActs: making, testing, copying and restoring backups, with the questions that go before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ally_journal.errors import WrongPassphrase
from ally_journal.language import _, ngettext
from ui.models.backups import in_a_sentence
from ui.models.lane_task import LaneTask
from ui.places import RestoringPlace
from ui.widgets.backups.restore_sheet import RestoreSheet
from ui.widgets.form_sheet import FormSheet
from ui.widgets.locked.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ally_journal.services.backups import BackupRow, Preview
    from ui.desk import Desk
    from ui.widgets.backups.backup_line import BackupLine


class BackupActs(QObject):
    """`done` tells that the list may have changed."""

    done = Signal()

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._host = desk, host

    def make(self) -> None:
        """Make one now and read it back."""
        LaneTask(
            self._desk,
            lambda journal: journal.copies.begin("asked"),
            lambda row: self._told(_made_words(row)),
            self._failed,
            self,
        )

    def copy_elsewhere(self) -> None:
        """Ask for a folder, on another disk or a stick, and copy the newest backup there."""
        from ui.choosing import Chooser  # noqa: PLC0415 the file dialog is asked for rarely

        Chooser(self._host, _("Where is the copy to go?"), self._copy).ask_folder()

    def test(self, line: BackupLine, passphrase: str | None = None) -> None:
        """Read every page of it."""
        line.set_waiting(on=True)
        path = line.told.path
        LaneTask(
            self._desk,
            lambda journal: journal.copies.begin_test(path, passphrase),
            partial(self._tested, line),
            partial(self._not_tested, line),
            line,
        )

    def ask_to_restore(self, line: BackupLine) -> None:
        """Say what restoring does; look first at what the backup holds."""
        path = line.told.path
        LaneTask(
            self._desk,
            lambda journal: journal.copies.begin_preview(path),
            partial(self._open_sheet, line),
            partial(self._not_seen, line),
            line,
        )

    # -- making and copying

    def _copy(self, folder: Path) -> None:
        self._desk.ask(_to_copy, partial(self._copy_this, folder), owner=self, failed=self._failed)

    def _copy_this(self, folder: Path, newest: Path | None) -> None:
        """The newest backup, if it holds all there is; else a fresh one is made first."""
        if newest is None:
            then = partial(self._made_to_copy, folder)
            LaneTask(self._desk, _begin_one, then, self._failed, self)
            return
        LaneTask(
            self._desk,
            lambda journal: journal.copies.begin_copy(newest, folder),
            self._copied,
            self._failed,
            self,
        )

    def _made_to_copy(self, folder: Path, row: BackupRow) -> None:
        self._copy_this(folder, row.path)

    def _copied(self, target: Path) -> None:
        self._told(_("Copied, and read back there: {name}").format(name=target.name))

    def _told(self, sentence: str) -> None:
        self._desk.messages.say(sentence)
        self.done.emit()

    def _failed(self, error: JournalError) -> None:
        self._desk.messages.fail(error)
        self.done.emit()

    # -- testing

    def _tested(self, line: BackupLine, found: tuple[Any, ...]) -> None:
        from ally_journal.sentences import finding_sentence  # noqa: PLC0415 asked for rarely

        line.set_waiting(on=False)
        held = f" {line.told.entries}." if line.told.entries else ""
        whole = _("The backup of {day} is whole.").format(day=in_a_sentence(line.told.day)) + held
        words = " ".join(map(finding_sentence, found))
        self._desk.messages.say(words or whole)
        self.done.emit()

    def _not_tested(self, line: BackupLine, error: JournalError) -> None:
        line.set_waiting(on=False)
        if isinstance(error, WrongPassphrase):
            self._ask_passphrase(line)
        else:
            self._failed(error)

    def _ask_passphrase(self, line: BackupLine) -> None:
        theme = self._desk.theme
        sheet = FormSheet(
            theme,
            self._host.window(),
            _("With which passphrase was it made?"),
            _("The backup of {day} opens with the passphrase of its day.").format(
                day=in_a_sentence(line.told.day)
            ),
            act=_("Test it"),
        )
        field = PassphraseField(theme, _("Passphrase of its day"))
        sheet.content.addWidget(field)
        sheet.begin_with(field)
        submit = partial(self._test_with, sheet, field, line)
        sheet.submitted.connect(submit)
        field.returned.connect(submit)
        sheet.open()

    def _test_with(self, sheet: FormSheet, field: PassphraseField, line: BackupLine) -> None:
        if field.text():
            passphrase = field.take()
            sheet.close_sheet()
            self.test(line, passphrase)

    # -- restoring

    def _not_seen(self, line: BackupLine, error: JournalError) -> None:
        if isinstance(error, WrongPassphrase):
            self._open_sheet(line, None)
        else:
            self._failed(error)

    def _open_sheet(self, line: BackupLine, preview: Preview | None) -> None:
        path, day, desk = line.told.path, in_a_sentence(line.told.day), self._desk
        sheet = RestoreSheet(desk.theme, self._host.window(), day, preview, desk.today())
        sheet.restore_asked.connect(partial(self._restore, path, day))
        sheet.open()

    def _restore(self, path: Path, day: str, passphrase: str, bring: bool) -> None:  # noqa: FBT001 Qt's signal
        place = RestoringPlace(path, day, passphrase, bring=bring)
        desk = self._desk
        desk.goes_on_locked = True
        desk.lock_requested.emit()
        desk.goes_on_locked = False
        desk.visit.emit(place)


def _made_words(row: BackupRow) -> str:
    if row.entries is None:
        return _("The backup is made, and it is whole.")
    return ngettext(
        "The backup is made, and it is whole: {n} entry.",
        "The backup is made, and it is whole: {n} entries.",
        row.entries,
    ).format(n=row.entries)


def _begin_one(journal: Journal) -> object:
    return journal.copies.begin("asked")


def _to_copy(journal: Journal) -> Path | None:
    rows = journal.copies.all()
    return rows[0].path if rows and not journal.copies.due() else None
