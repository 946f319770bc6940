"""Earlier wordings of an entry: what each edit changed, and the way back to one as a copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ally_journal.language import _
from ui.models.entry_levels import not_copied
from ui.models.revisions import History, read_history
from ui.overriding import override
from ui.places import EntryPlace, JournalPlace, RevisionsPlace
from ui.widgets.empty_state import EmptyState
from ui.widgets.region_page import BarredPage
from ui.widgets.revisions.revision_paper import RevisionPaper
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.section_list import SectionList
from ui.widgets.sheet import Sheet
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from ally_journal.changes import Change
    from ally_journal.domain.entry import Entry
    from ui.desk import Desk

WIDEST, LIST_FROM, DAYS = 1010, 960, 264


class RevisionsPage(BarredPage):
    """The days at the left, the chosen wording at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Entry"), parent)
        self.desk = desk
        self._entry, self._at = "", 0
        self._history: History | None = None
        self.page = ScrollPage(self.theme, widest=WIDEST, margins=(36, 22, 36, 36), centred=True)
        self.head = TitleBlock(self.theme, _("Earlier wordings"))
        self.list = SectionList(self.theme, (), _("Earlier wordings"))
        self.paper = RevisionPaper(self.theme)
        self.empty = EmptyState(
            self.theme,
            "clock",
            _("Nothing was changed so far"),
            _("After an edit, what it said before can be read here."),
        )
        self._build()
        self._connect()
        self.restyle()

    def arrive(self, place: RevisionsPlace) -> None:
        """Show what this entry said before."""
        if place.entry != self._entry:
            self.forget()
        self._entry = place.entry
        self._ask()
        self.bar.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing waits to be written."""

    def forget(self) -> None:
        """Let go of all text."""
        self._entry, self._at, self._history = "", 0, None
        self.head.set_subtitle("")
        self.paper.clear()
        self.empty.hide()
        self._body_part.hide()

    @override
    def restyle(self) -> None:
        """Take new gaps; below 960 the days are a drop-down."""
        is_narrow = self.theme.effective(self.window().width()) < LIST_FROM
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if is_narrow else right)
        self._body.setSpacing(self.theme.px(18 if is_narrow else 32))
        self.page.column.setSpacing(self.theme.px(20))
        self.list.fit(narrow=is_narrow)

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.list, self.paper]

    # -- what is shown

    def _ask(self) -> None:
        self.desk.ask(partial(read_history, self._entry), self._show, owner=self, failed=self._gone)

    def _show(self, history: History) -> None:
        self._history = history
        self.paper.text.seal(on=history.stays)
        self.head.set_subtitle(history.title)
        self._show_list(history)
        self._choose(str(min(self._at, len(history.earlier) - 1)))

    def _show_list(self, history: History) -> None:
        """Days are given to a list when it is made, so a new one takes its place."""
        days = [
            (str(number), "clock", one.wording.when) for number, one in enumerate(history.earlier)
        ]
        fresh = SectionList(self.theme, days, _("Earlier wordings"), width=DAYS)
        self._body.replaceWidget(self.list, fresh)
        self.list.hide()
        self.list.deleteLater()
        self.list = fresh
        fresh.chosen.connect(self._choose)
        self.restyle()
        self._body_part.setVisible(bool(days))
        self.empty.setVisible(not days)

    def _choose(self, number: str) -> None:
        if self._history is None or not self._history.earlier:
            return
        self._at = int(number)
        self.list.show_current(number)
        self.paper.show_earlier(
            self._history.earlier[self._at],
            is_last=self._at == 0,
            may_copy=self._history.may_copy,
        )

    def _gone(self, _error: object) -> None:
        self.forget()
        self.desk.messages.say(_("This entry is not there any more."))

    def _changed(self, change: Change) -> None:
        if self._entry and (self._entry in change.entries or change.everything):
            self._ask()

    # -- acts

    def _back(self) -> None:
        place = EntryPlace(self._entry) if self._entry else JournalPlace()
        self.desk.visit.emit(place)

    def _ask_copy(self) -> None:
        sheet = Sheet(
            self.theme,
            self.window(),
            _("Keep this wording as an entry of its own?"),
            _(
                "It stands beside the entry of now, on the same day, with the same people. The "
                "entry of now stays as it is."
            ),
            safe=_("Leave things as they are"),
            other=_("Make the copy"),
        )
        sheet.other_taken.connect(self._copy)
        sheet.open()

    def _copy(self) -> None:
        if self._history is not None:
            entry, revision = self._entry, self._history.earlier[self._at].id
            self.desk.write(
                lambda journal: journal.revising.restore_as_copy(entry, revision),
                self._copied,
                owner=self,
            )

    def _refuse_copy(self) -> None:
        self.desk.messages.say(not_copied())

    def _copied(self, entry: Entry) -> None:
        self.desk.visit.emit(EntryPlace(entry.id))
        self.desk.messages.say(_("It is an entry of its own now."))

    # -- how it is made

    def _build(self) -> None:
        self._body_part = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body_part)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self.list)
        self._body.addWidget(self.paper, 1)
        for part in (self.head, self._body_part, self.empty):
            self.page.column.addWidget(part)
        self.empty.hide()
        self._body_part.hide()
        self.stand_below(self.page)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self._back)
        self.paper.copy_asked.connect(self._ask_copy)
        self.paper.text.copy_refused.connect(self._refuse_copy)
        self.desk.changed.connect(self._changed)
        self.theme.changed.connect(self.restyle)
