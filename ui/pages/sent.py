"""What went out: when, to whom, which entries; and one of them as it was, with what came back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.models.sent_log import read_log, read_sent
from ui.overriding import override
from ui.places import ReplyPlace, SentPlace, SharePlace
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.region_page import BarredPage
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.sharing_home.sent_line import SentLine
from ui.widgets.sharing_home.sent_paper import SentPaper
from ui.widgets.sharing_home.take_away import take_away
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from ally_journal.changes import Change
    from ui.desk import Desk
    from ui.models.sent_log import SentTold, SentWhole

LIST, PAPER = 820, 932


class SentPage(BarredPage):
    """The log, or one line of it; nothing here changes what went out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Share"), parent)
        self.desk = desk
        self._sent = self._last = ""
        self.page = ScrollPage(self.theme, widest=LIST, margins=(36, 22, 36, 36), centred=True)
        self.head = TitleBlock(self.theme, _("What went out"), _said())
        self.reply = Button(
            self.theme, _("Bring a reply home…"), "secondary", "sm", icon="file", parent=self.bar
        )
        self.card = Card(self.theme, margins=(12, 8, 12, 8), gap=2)
        self.lines: list[SentLine] = []
        self.nothing = EmptyState(
            self.theme,
            "share",
            _("Nothing went out so far"),
            _("What you hand to a coach is noted here: when, to whom, and exactly which words."),
            _("Share with a coach"),
        )
        self.paper = SentPaper(self.theme, self._take_away)
        self._build()
        self._connect()
        self.restyle()

    def arrive(self, place: SentPlace) -> None:
        """Show the log, or the line that was asked for."""
        if place.sent != self._sent:
            self._clear()
        self._sent = place.sent
        self.bar.back.setText(_("What went out") if place.sent else _("Share"))
        self._ask()
        self.bar.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing waits to be written."""

    def forget(self) -> None:
        """Let go of all words."""
        self._clear()
        self._sent = self._last = ""

    @override
    def restyle(self) -> None:
        """Take new gaps; a line that is read has more room than the list."""
        self.page.column.setSpacing(self.theme.px(18))

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.page]

    # -- what is shown

    def _ask(self) -> None:
        clock = self.desk.clock
        if self._sent:
            read = partial(read_sent, clock, self._sent)
            self.desk.ask(read, self._show_one, owner=self)
        else:
            self.desk.ask(partial(read_log, clock), self._show_log, owner=self)

    def _show_log(self, told: tuple[SentTold, ...]) -> None:
        if self._sent:
            return
        self._drop_lines()
        self.page.set_widest(LIST)
        self.head.set_title(_("What went out"))
        self.head.set_subtitle(_said())
        self.lines = [SentLine(self.theme, one, self.card) for one in told]
        for line in self.lines:
            self.card.body.addWidget(line)
            line.clicked.connect(partial(self.desk.visit.emit, SentPlace(line.sent)))
            line.show()
        self.card.setVisible(bool(told))
        self.nothing.setVisible(not told)
        self.paper.hide()
        at = next((line for line in self.lines if line.sent == self._last), None)
        if at is not None:  # back from it
            at.setFocus(Qt.FocusReason.OtherFocusReason)
            self._last = ""

    def _show_one(self, whole: SentWhole | None) -> None:
        if whole is None:
            self.desk.visit.emit(SentPlace())
        elif whole.told.id == self._sent:
            self.page.set_widest(PAPER)
            self.head.set_title(whole.told.head)
            self.head.set_subtitle(whole.told.form)
            self.card.hide()
            self.nothing.hide()
            self.paper.show_sent(whole)
            self.paper.show()

    def _clear(self) -> None:
        self._drop_lines()
        self.paper.clear()
        for part in (self.card, self.nothing, self.paper):
            part.hide()
        self.head.set_title("")
        self.head.set_subtitle("")

    def _drop_lines(self) -> None:
        lines, self.lines = self.lines, []
        for line in lines:
            self.card.body.removeWidget(line)
            line.hide()
            line.deleteLater()

    def _changed(self, change: Change) -> None:
        if self.isVisible() and (change.entries or change.promises or change.everything):
            self._ask()

    # -- acts

    def _back(self) -> None:
        if self._sent:
            self._last = self._sent
            self.desk.visit.emit(SentPlace())
        else:
            self.desk.visit.emit(SharePlace())

    def _take_away(self, comment: str) -> None:
        take_away(self.desk, comment, self, self._ask)

    def _build(self) -> None:
        self.bar.add(self.reply)
        holder = QVBoxLayout()
        for part in (self.card, self.nothing, self.paper):
            holder.addWidget(part)
            part.hide()
        self.page.column.addWidget(self.head)
        self.page.column.addLayout(holder)
        self.stand_below(self.page)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self._back)
        self.reply.clicked.connect(partial(self.desk.visit.emit, ReplyPlace()))
        self.nothing.acted.connect(partial(self.desk.visit.emit, SharePlace()))
        self.desk.changed.connect(self._changed)
        self.theme.changed.connect(self.restyle)


def _said() -> str:
    return _("Each file that you made for a coach. It is noted here alone, in your journal.")
