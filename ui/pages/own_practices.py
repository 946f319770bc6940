"""Your own practices: written here or opened from a file; tried, changed, handed on, taken off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.changes import Change
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.choosing import Chooser
from ui.overriding import override
from ui.places import (
    OwnPracticePlace,
    OwnPracticesPlace,
    PracticePlace,
    PracticesPlace,
    TrialPlace,
)
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.link import Link
from ui.widgets.own.own_row import OwnRow
from ui.widgets.region_page import BarredPage
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.domain.practice_form import PracticeForm
    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ally_journal.services.own_practices import OwnPractice
    from ui.desk import Desk

WIDEST = 780


def _found(journal: Journal) -> tuple[tuple[OwnPractice, ...], dict[str, PracticeForm]]:
    return journal.own_practices.all(), journal.own_practices.all_unfinished()


class OwnPracticesPage(BarredPage):
    """A list, and the two ways to one more."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("All practices"), parent)
        self.desk = desk
        self.rows: list[OwnRow] = []
        self.begun: list[Link] = []
        self.chooser: Chooser | None = None
        self.body = ScrollPage(self.theme, widest=WIDEST, margins=(36, 24, 36, 36), centred=True)
        self.write = Button(self.theme, _("Write a practice"), "primary", icon="plus")
        self.open = Button(self.theme, _("Open a file…"), "secondary", icon="file")
        self._list: QWidget | None = None
        self.trouble: Banner | None = None
        self._build()
        self.bar.back_asked.connect(partial(desk.visit.emit, PracticesPlace()))
        self.write.clicked.connect(partial(desk.visit.emit, OwnPracticePlace()))
        self.open.clicked.connect(self._ask_file)
        desk.changed.connect(self._follow)

    def arrive(self, place: OwnPracticesPlace) -> None:  # noqa: ARG002 there is only one
        """Read the list."""
        self._say_wrong("")
        self._read()
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing here waits to be written."""

    def forget(self) -> None:
        """Let go of what was read."""
        self._say_wrong("")
        self._drop()

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.body]

    def _build(self) -> None:
        px = self.theme.px
        self.stand_below(self.body)
        line = _("Write one, try it, keep it. Nobody else has it unless you hand on its file.")
        self.body.column.addWidget(TitleBlock(self.theme, _("Your own practices"), line))
        self.body.column.addSpacing(px(16))
        ways = FlowLayout(gap=px(10), row_gap=px(8))
        ways.addWidget(self.write)
        ways.addWidget(self.open)
        self.body.column.addLayout(ways)
        self._begun = FlowLayout(gap=px(16), row_gap=px(4))
        self.body.column.addSpacing(px(6))
        self.body.column.addLayout(self._begun)
        self.body.column.addSpacing(px(12))
        self._told = QVBoxLayout()
        self.body.column.addLayout(self._told)

    def _read(self) -> None:
        self.desk.ask(_found, self._show, owner=self)

    def _show(self, read: tuple[tuple[OwnPractice, ...], dict[str, PracticeForm]]) -> None:
        self._drop()
        found, begun = read
        for key, form in begun.items():
            words = _("Go on with “{title}”") if form.title else _("Go on with what you began")
            link = Link(self.theme, words.format(title=form.title), icon="pencil")
            link.clicked.connect(partial(self.desk.visit.emit, OwnPracticePlace(key)))
            self._begun.addWidget(link)
            self.begun.append(link)
        if found:
            card = Card(self.theme, margins=(0, 0, 0, 0))
            for number, one in enumerate(found, start=1):
                row = OwnRow(self.theme, one, last=number == len(found))
                self._connect(row)
                card.body.addWidget(row)
                self.rows.append(row)
            self._list = card
        else:
            words = _("Three questions of your own are plenty to begin with.")
            self._list = EmptyState(self.theme, "pencil", _("None so far"), words)
        self.body.column.addWidget(self._list)

    def _connect(self, row: OwnRow) -> None:
        practice = row.own.practice
        row.change_asked.connect(partial(self.desk.visit.emit, OwnPracticePlace(row.own.id)))
        row.remove_asked.connect(partial(self._remove, row.own.id))
        row.save_asked.connect(partial(self._ask_where, row.own))
        if practice is not None:
            row.begin_asked.connect(partial(self.desk.visit.emit, PracticePlace(practice.id)))
            row.try_asked.connect(partial(self.desk.visit.emit, TrialPlace(practice)))

    def _drop(self) -> None:
        shown, self._list = self._list, None
        self.rows.clear()
        for link in self.begun:
            self._begun.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.begun = []
        if shown is not None:
            self.body.column.removeWidget(shown)
            shown.hide()
            shown.deleteLater()

    def _follow(self, change: object) -> None:
        concerns = isinstance(change, Change) and (change.practices or change.everything)
        if self.isVisible() and concerns:
            self._read()

    # -- files

    def _ask_file(self) -> None:
        self.chooser = Chooser(self, _("Open a practice file"), self.take_file)
        self.chooser.ask_file("toml")

    def take_file(self, path: Path) -> None:
        """Read a file and check it; what is right is shown before it is kept."""
        self._say_wrong("")

        def read(journal: Journal) -> str:
            source = journal.own_practices.read(path)
            journal.own_practices.check(source, path.name)
            return source

        self.desk.ask(read, partial(self._open_read, path.name), owner=self, failed=self._refused)

    def _open_read(self, file: str, source: str) -> None:
        self.desk.visit.emit(OwnPracticePlace(source=source, file=file))

    def _refused(self, error: JournalError) -> None:
        self._say_wrong(sentence(error))

    def _say_wrong(self, words: str) -> None:
        trouble, self.trouble = self.trouble, None
        if trouble is not None:
            self._told.removeWidget(trouble)
            self._told.setContentsMargins(0, 0, 0, 0)
            trouble.hide()
            trouble.deleteLater()
        if words:
            self.trouble = Banner(self.theme, "note", "info", words)
            self.trouble.setAccessibleName(words)
            self._told.addWidget(self.trouble)
            self._told.setContentsMargins(0, 0, 0, self.theme.px(16))

    def _ask_where(self, own: OwnPractice) -> None:
        name = f"{own.id}.toml"
        self.chooser = Chooser(self, _("Save as a file"), partial(self._save, own.source))
        self.chooser.ask_target(name, "toml")

    def _save(self, source: str, path: Path) -> None:
        def save(journal: Journal) -> Path:
            journal.own_practices.save(source, path)
            return path

        self.desk.ask(save, self._saved, owner=self, failed=self._refused)

    def _saved(self, path: Path) -> None:
        words = _("Written to {folder}. It holds the questions, no answers.")
        self.desk.messages.say(words.format(folder=path.parent))

    # -- taking off

    def _remove(self, practice: str) -> None:
        self.desk.write(lambda journal: journal.own_practices.remove(practice), self._removed)

    def _removed(self, source: str) -> None:
        desk = self.desk
        words = _("It is off the lists. What you wrote with it stays.")
        desk.messages.say(
            words, _("Undo"), lambda: desk.write(lambda journal: journal.own_practices.keep(source))
        )
