"""The trash: what was moved there waits until it is emptied."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ally_journal.language import _
from ui.models.lane_task import LaneTask
from ui.models.trash import (
    Emptying,
    Trashed,
    empty_trash,
    new_backup,
    read_emptying,
    read_trash,
)
from ui.overriding import override
from ui.places import EntryPlace, JournalPlace, TrashPlace
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.journal.entry_acts import put_back
from ui.widgets.practice_words import title_and_icon
from ui.widgets.region_page import BarredPage
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.sign import Sign
from ui.widgets.text import Text
from ui.widgets.title_block import TitleBlock
from ui.widgets.trash.empty_sheet import EmptySheet
from ui.widgets.trash.trash_list import TrashList, focus_row, place_of_focus

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.changes import Change
    from ally_journal.errors import JournalError
    from ui.desk import Desk

WIDTH, BESIDE_FROM = 820, 560


class TrashPage(BarredPage):
    """Rows with Look and Put back; emptying says first what is erased and what still holds it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Journal"), parent)
        self.desk = desk
        self.page = ScrollPage(self.theme, widest=WIDTH, margins=(36, 22, 36, 36), centred=True)
        self.empty = Button(self.theme, _("Empty the trash…"), "secondary", icon="trash")
        self.list = TrashList(self.theme, self._practice)
        self._nothing = EmptyState(
            self.theme,
            "trash",
            _("Nothing is here"),
            _("What you move to the trash can be put back from here."),
        )
        self._build()
        self._connect()
        self.restyle()

    def arrive(self, _place: TrashPlace) -> None:
        """Show what is there now."""
        self._ask()
        self.bar.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing waits to be written."""

    def forget(self) -> None:
        """Let go of all text."""
        self.list.show_things((), self.desk.today())

    @override
    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        px = self.theme.px
        self._gap.setFixedHeight(px(20))
        self._note_row.setContentsMargins(px(2), px(12), 0, 0)
        self._note_row.setSpacing(px(8))
        self._head.setSpacing(px(12))
        is_wide = self.theme.effective(self.width()) >= BESIDE_FROM
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(right if is_wide else down)

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self._head_part, self.list]

    # -- what is shown

    def _ask(self) -> None:
        self.desk.ask(read_trash, self._show, owner=self)

    def _show(self, things: tuple[Trashed, ...]) -> None:
        at = place_of_focus(self.list.rows)
        self.list.show_things(things, self.desk.today())
        for part in (self.list, self._note, self.empty):
            part.setVisible(bool(things))
        self._nothing.setVisible(not things)
        if at >= 0 and not focus_row(self.list.rows, at):
            self.bar.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, change: Change) -> None:
        if self.isVisible() and (change.entries or change.drafts or change.everything):
            self._ask()

    def _practice(self, practice: str) -> tuple[str, str]:
        return title_and_icon(practice, self.desk.library)

    # -- acts

    def _back(self) -> None:
        self.desk.visit.emit(JournalPlace())

    def _look(self, entry_id: str) -> None:
        self.desk.visit.emit(EntryPlace(entry_id))

    def _put_back(self, entry_id: str) -> None:
        put_back(self.desk, entry_id)
        self.desk.messages.say(_("Put back where it was."))

    def _ask_to_empty(self) -> None:
        self.empty.setEnabled(False)
        self.desk.ask(read_emptying, self._open_sheet, owner=self, failed=self._failed)

    def _open_sheet(self, found: Emptying) -> None:
        self.empty.setEnabled(True)
        sheet = EmptySheet(self.theme, self.window(), found)
        sheet.other_taken.connect(partial(self._empty, sheet))
        sheet.open()

    def _empty(self, sheet: EmptySheet) -> None:
        self.empty.setEnabled(False)
        self.empty.setText(_("Emptying…"))
        erased = partial(self._erased, sheet.removes())
        self.desk.write(empty_trash, erased, owner=self, failed=self._failed)

    def _erased(self, too: tuple[Path, ...], _nothing: object) -> None:
        """A new backup is made and checked before any is removed, while others go on."""
        if too:
            made = partial(self._remove, too)
            LaneTask(self.desk, new_backup, made, self._failed, self)
        else:
            self._done(0)

    def _remove(self, too: tuple[Path, ...], _row: object) -> None:
        self.desk.ask(
            lambda journal: journal.copies.remove(too),
            lambda _none: self._done(len(too)),
            owner=self,
            failed=self._failed,
        )

    def _done(self, removed: int) -> None:
        self._rest()
        self.desk.messages.say(
            _("The trash is empty. A new backup was made, and those that held it are gone.")
            if removed
            else _("The trash is empty.")
        )

    def _failed(self, error: JournalError) -> None:
        self._rest()
        self.desk.messages.fail(error)
        self._ask()

    def _rest(self) -> None:
        self.empty.setText(_("Empty the trash…"))
        self.empty.setEnabled(True)
        self.bar.back.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- how it is made

    def _build(self) -> None:
        title = TitleBlock(
            self.theme,
            _("Trash"),
            _("What you moved here waits until you empty it. Nothing leaves by itself."),
        )
        self._head_part = QWidget()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._head_part)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(title, 1)
        act = QHBoxLayout()
        act.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        act.addStretch(1)
        self._head.addLayout(act)
        self._gap, self._note = QWidget(), QWidget()
        self._note_row = QHBoxLayout(self._note)
        words = _("Not in the journal, the search or any export while it is here.")
        sign = Sign(self.theme, "info", "ink3", 16)
        self._note_row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self._note_row.addWidget(Text(self.theme, words, "small", "ink3"), 1)
        for part in (self._head_part, self._gap, self.list, self._nothing, self._note):
            self.page.column.addWidget(part)
        for part in (self.list, self._nothing, self._note, self.empty):
            part.hide()
        self.stand_below(self.page)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self._back)
        self.empty.clicked.connect(self._ask_to_empty)
        self.list.look_asked.connect(self._look)
        self.list.put_back_asked.connect(self._put_back)
        self.desk.changed.connect(self._changed)
        self.theme.changed.connect(self.restyle)
