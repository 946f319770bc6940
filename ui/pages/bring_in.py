"""Bringing in what other programs exported: look at it first, then all of it or nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal import import_words
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.choosing import Chooser
from ui.models.bringing import Looked, bring, look
from ui.models.lane_task import LaneTask
from ui.places import BringInPlace, InsightsPlace, JournalPlace, SettingsPlace
from ui.widgets.banner import Banner
from ui.widgets.bringing.plan_card import PlanCard
from ui.widgets.file_page import FilePage
from ui.widgets.text import Text
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk

WIDEST = 780
_ENDINGS = "csv *.zip *.json"


class BringInPage(FilePage):
    """A file is chosen or dropped here, shown for what it holds, and brought in."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Settings"), _("Choose a file…"), WIDEST, parent)
        self.desk = desk
        self.chooser: Chooser | None = None
        self.looked: Looked | None = None
        self._build()
        self.bar.back_asked.connect(partial(desk.visit.emit, SettingsPlace("bringing")))
        self.choose.clicked.connect(self._ask_file)

    def arrive(self, _place: BringInPlace) -> None:
        """Begin anew."""
        self._put_away()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing here waits to be written."""

    def forget(self) -> None:
        """Let go of what was read."""
        self._put_away()

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.body]

    @override
    def take_file(self, path: Path) -> None:
        """Read a file and show what it would bring; nothing is written yet."""
        self.show_below(Text(self.theme, _("Reading…"), "body", "ink2"))
        self.desk.ask(
            lambda journal: look(journal, path), self._look_at, owner=self, failed=self._refused
        )

    def _build(self) -> None:
        px = self.theme.px
        self.stand_below(self.body)
        line = _(
            "What Loop Habit Tracker or Daylio exported as CSV, or Ally Journal as JSON. You see "
            "what would come in before anything is written; what is here stays as it is."
        )
        self.body.column.addWidget(TitleBlock(self.theme, _("Bring in"), line))
        self.body.column.addSpacing(px(16))
        row = QVBoxLayout()
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.column.addLayout(row)
        self.body.column.addSpacing(px(18))

    # -- looking

    def _ask_file(self) -> None:
        self.chooser = Chooser(self, _("Choose a file to bring in"), self.take_file)
        self.chooser.ask_file(_ENDINGS)

    def _look_at(self, looked: Looked) -> None:
        self.looked = looked
        card = PlanCard(self.theme, looked)
        card.wanted.connect(self._back_up)
        card.put_away.connect(self._put_away)
        self.show_below(card)
        button = card.close_button if looked.is_empty else card.bring
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choose.set_kind("secondary")

    def _refused(self, error: JournalError) -> None:
        self.looked = None
        words = sentence(error)
        banner = Banner(self.theme, "note", "info", words)
        banner.setAccessibleName(words)
        self.show_below(banner)

    # -- bringing in

    def _back_up(self) -> None:
        """A backup comes first, where the last one does not hold everything."""
        card, looked = self.shown, self.looked
        if isinstance(card, PlanCard) and looked is not None:
            card.bring.setEnabled(False)

            def begin(journal: Journal) -> object:
                return journal.copies.begin("import") if journal.copies.due() else _Nothing()

            def then(_backup: object) -> None:
                if card is self.shown:  # else it was put away, or another file was chosen
                    self._bring(card, looked)

            LaneTask(self.desk, begin, then, self._refused, self)

    def _bring(self, card: PlanCard, looked: Looked) -> None:
        only, pages = card.only(), card.wants_notes()
        self.desk.write(
            lambda journal: bring(journal, looked, only, pages=pages),
            self._brought,
            owner=self,
            failed=self._refused,
            stoppable=True,
        )

    def _brought(self, looked: Looked) -> None:
        self.looked = None
        has_habits = looked.plan is not None and bool(looked.plan.habits)
        words = _("Brought in.")
        if looked.plan is not None:
            words = _("Brought in: {words}").format(words=import_words.plan_words(looked.plan))
        action = _("See the habits") if has_habits else _("See the journal")
        banner = Banner(self.theme, "calm", "check", words, action)
        banner.setAccessibleName(words)
        place = InsightsPlace() if has_habits else JournalPlace()
        banner.acted.connect(partial(self.desk.visit.emit, place))
        self.show_below(banner)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what stands below

    def _put_away(self) -> None:
        self.looked = None
        self.drop_shown()


class _Nothing:
    """A task that is over: there is nothing to back up."""

    def step(self) -> bool:
        """It is over."""
        return True

    def result(self) -> None:
        """Nothing was made."""
