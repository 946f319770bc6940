"""A journal that cannot be opened as it is: its backups, and saving what can be read of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.errors import DamagedHeader, EmptyFile, VaultError
from ally_journal.language import _
from ui.locked_places import UnlockPlace
from ui.messages import words_for
from ui.models.backups import BackupTold, in_a_sentence, told_backups
from ui.places import DamagedPlace, RestoringPlace, SupportPlace
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.link import Link
from ui.widgets.locked.locked_page import LockedPage
from ui.widgets.locked.rows import row_of
from ui.widgets.setting_row import SettingRow
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.clock import Clock
    from ally_journal.errors import JournalError
    from ui.desk import Desk

WIDEST, FEW = 620, 3


class DamagedPage(LockedPage):
    """Says what is wrong, and offers what helps; nothing here erases anything."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        foot = _("Nothing is erased by any of this.")
        super().__init__(desk.theme, foot, widest=WIDEST, parent=parent)
        self.desk = desk
        self._passphrase = ""
        self._told: tuple[BackupTold, ...] = ()
        self._target: Path | None = None
        self._card = Card(desk.theme, margins=(0, 0, 0, 0))
        self._none = Text(desk.theme, _("There is no backup beside this journal."), "body", "ink2")
        self.salvage = Button(desk.theme, _("Save what can be read…"), "secondary")
        self.open = Button(desk.theme, _("Go to the new journal"), "primary")
        self.buttons: list[Button] = []
        self._build()
        self._connect()

    def arrive(self, place: DamagedPlace) -> None:
        """Say what is wrong, and look for backups."""
        self._passphrase = place.take()
        self.problem.setText(problem_words(place.error))
        for part in (self.outcome, self.open, self.advice):
            part.hide()
        self._of_salvage.setVisible(not isinstance(place.error, DamagedHeader))
        folder, passphrase = self.desk.folder, self._passphrase
        run = self.desk.background.run
        run(
            partial(_backups_of, folder, self.desk.clock, passphrase),
            self._show_backups,
            owner=self,
        )
        run(partial(_whole_one, folder, passphrase), self._advise, _say_nothing, self)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget the passphrase."""
        self._passphrase = ""

    def forget(self) -> None:
        """Forget the passphrase."""
        self.leave()

    # -- backups

    def _show_backups(self, told: tuple[BackupTold, ...]) -> None:
        self._told = told
        self._show_rows(told[:FEW])
        self.older.setText(_("Show all {n}").format(n=len(told)))
        self.older.setVisible(len(told) > FEW)

    def _show_all(self) -> None:
        self._show_rows(self._told)
        self.older.hide()
        self.buttons[min(FEW, len(self.buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self, told: tuple[BackupTold, ...]) -> None:
        card = Card(self.theme, margins=(0, 0, 0, 0))
        self.buttons = []
        for number, one in enumerate(told, start=1):
            button = Button(self.theme, _("Restore…"), "secondary", "sm")
            button.setAccessibleName(_("Restore the backup of {day}").format(day=one.day))
            button.clicked.connect(partial(self._ask_to_restore, one))
            line = " · ".join(filter(None, (one.entries, one.why, one.size)))
            row = SettingRow(self.theme, one.day, line, button, last=number == len(told))
            card.body.addWidget(row)
            self.buttons.append(button)
        self.column.replaceWidget(self._card, card)
        self._card.hide()
        self._card.deleteLater()
        self._card = card
        card.setVisible(bool(told))
        self._none.setVisible(not told)

    def _advise(self, path: Path | None) -> None:
        for one in self._told:
            if one.path == path:
                words = _("The backup of {day} was read through just now, and is whole.")
                self.advice.setText(words.format(day=in_a_sentence(one.day)))
                self.advice.show()

    def _ask_to_restore(self, told: BackupTold) -> None:
        sheet = Sheet(
            self.theme,
            self.window(),
            _("Restore the backup of {day}?").format(day=in_a_sentence(told.day)),
            _(
                "It is opened and checked in a new folder first. Then it takes the place of this "
                "journal. The damaged one is put aside whole, not erased."
            ),
            safe=_("Leave it as it is"),
            other=_("Restore it"),
        )
        sheet.other_taken.connect(partial(self._restore, told))
        sheet.open()

    def _restore(self, told: BackupTold) -> None:
        place = RestoringPlace(told.path, in_a_sentence(told.day), self._passphrase, bring=False)
        self.desk.visit.emit(place)

    # -- saving what can be read

    def _ask_target(self) -> None:
        from ui.choosing import Chooser  # noqa: PLC0415 the file dialog is asked for rarely

        Chooser(self, _("Where is the new journal to stand?"), self._salvage).ask_folder()

    def _salvage(self, folder: Path) -> None:
        desk, target = self.desk, _free_place(folder)
        self.salvage.setEnabled(False)
        self._say(_("Reading what can be read. This may take a while."))
        call = partial(_salvaged, desk.folder, self._passphrase, target)
        desk.background.run(call, partial(self._saved, target), self._not_saved, self, lasting=True)

    def _saved(self, target: Path, sentence: str) -> None:
        self.salvage.setEnabled(True)
        self._say(sentence)
        self._target = target
        self.open.show()
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_saved(self, error: JournalError) -> None:
        self.salvage.setEnabled(True)
        self._say(words_for(error))

    def _say(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.show()

    def _open_saved(self) -> None:
        if self._target is not None:
            self.desk.folder = self._target
            self.desk.visit.emit(UnlockPlace())

    # -- how it is made

    def _build(self) -> None:
        theme = self.theme
        self.problem = Text(theme, "", "body", "ink2")
        self._card.hide()
        self.advice = Text(theme, "", "body", "ink2")
        self.older = Link(theme, "", icon_after="down")
        self.older.hide()
        self.outcome = Text(theme, "", "body", "ink")
        self.back = Button(theme, _("Try again"), "quiet")
        self.support = Link(theme, _("Support page"), icon="care")
        head = self.column.addWidget
        head(Text(theme, _("This journal is damaged"), "display"))
        self.gap(4)
        head(self.problem)
        self.gap(20)
        head(Text(theme, _("Go back to a backup"), "heading"))
        self.gap(4)
        head(self.advice)
        self.gap(6)
        head(self._card)
        head(self._none)
        self.gap(4)
        self.column.addLayout(row_of(self.older, 1))
        self.gap(20)
        head(self._about_salvage())
        self.gap(22)
        self.column.addLayout(row_of(self.back, 1, self.support))

    def _about_salvage(self) -> QWidget:
        theme, self._of_salvage = self.theme, QWidget()
        column = QVBoxLayout(self._of_salvage)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        words = _(
            "Everything that can still be read goes into a new journal at a place you choose, with "
            "the same passphrase. The damaged one stays as it is."
        )
        column.addWidget(Text(theme, _("Or save what can be read"), "heading"))
        column.addWidget(Text(theme, words, "body", "ink2"))
        column.addWidget(self.outcome)
        column.addLayout(row_of(self.salvage, self.open, 1, gap=12))
        return self._of_salvage

    def _connect(self) -> None:
        self.older.clicked.connect(self._show_all)
        self.salvage.clicked.connect(self._ask_target)
        self.open.clicked.connect(self._open_saved)
        self.back.clicked.connect(partial(self.desk.visit.emit, UnlockPlace()))
        self.support.clicked.connect(partial(self.desk.visit.emit, SupportPlace()))


def _free_place(folder: Path) -> Path:
    """The folder itself if nothing stands in it, else a new one inside."""
    if not folder.exists() or not any(folder.iterdir()):
        return folder
    return folder / (_("Saved journal") + ".ally")


def problem_words(error: Exception) -> str:
    """What is wrong, without a way on: the ways on are below."""
    if isinstance(error, EmptyFile):
        return _("The file journal.db is empty: another program emptied it.")
    if isinstance(error, DamagedHeader):
        return _(
            "The file vault.json, which holds the journal's locked key, is damaged, and so is its "
            "copy. Your entries are still there, and a backup holds the key too."
        )
    return _("Your passphrase is right, but a part of the file journal.db cannot be read any more.")


def _backups_of(folder: Path, clock: Clock, passphrase: str) -> tuple[BackupTold, ...]:
    from ally_journal.clock import today  # noqa: PLC0415 in the lane
    from ally_journal.journal import Journal  # noqa: PLC0415 in the lane

    try:
        rows = Journal.backups_of(folder, passphrase)
    except VaultError:  # then it is not known how much each of them holds
        rows = Journal.backups_of(folder)
    return told_backups(rows, today(clock, 0), clock.zone())


def _whole_one(folder: Path, passphrase: str) -> Path | None:
    from ally_journal.journal import Journal  # noqa: PLC0415 in the lane

    row = Journal.newest_whole(folder, passphrase)
    return row.path if row else None


def _say_nothing(_error: JournalError) -> None:
    """Where no backup can be examined, none is named."""


def _salvaged(folder: Path, passphrase: str, target: Path) -> str:
    from ally_journal.journal import Journal  # noqa: PLC0415 in the lane
    from ally_journal.sentences import salvaged_sentence  # noqa: PLC0415 in the lane

    return salvaged_sentence(Journal.salvage(folder, passphrase, target))
