"""People & promises: what is open, what was closed, and who is in the entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.changes import Change
from ally_journal.domain.person import Person
from ally_journal.domain.promise import Promise
from ally_journal.domain.promise_board import Board, Placed
from ally_journal.language import _
from ui import icons
from ui.places import ListsPlace, PeoplePlace
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.lists.lists_door import ListsDoor
from ui.widgets.page_tab import tab_on
from ui.widgets.people.people_card import PeopleCard
from ui.widgets.promise_board import PromiseBoard
from ui.widgets.promise_list import PromiseList
from ui.widgets.promise_words import closed_words
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.section import Section
from ui.widgets.tab_order import stops
from ui.widgets.text import Text
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ally_journal.journal import Journal
    from ui.desk import Desk
    from ui.places import PromisesPlace

WIDEST = 1010
TWO_COLUMNS_FROM, SIDE = 864, 300
MOST_CLOSED = 20


@dataclass(frozen=True, slots=True)
class PromisesFound:
    """One look at promises and people."""

    today: date
    open: tuple[Promise, ...]
    closed: tuple[Placed, ...]
    people: tuple[Person, ...]
    board: Board


def promises_found(journal: Journal) -> PromisesFound:
    """Read what the page shows; of the closed promises the latest."""
    board = journal.promises.board()
    closed = tuple(one for one in board.placed if one.closed is not None)
    return PromisesFound(
        board.today,
        tuple(one.promise for one in board.placed if one.closed is None),
        closed[:MOST_CLOSED],
        journal.people.all(),
        board,
    )


class PromisesPage(ScrollPage):
    """A simple board: each promise with Done, Move, Smaller and Let go."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, widest=WIDEST, centred=True, parent=parent)
        self.desk = desk
        self._wants_focus = False
        self._lay_out()
        self.list.emptied.connect(self._empty.show)
        desk.changed.connect(self._follow)
        self.theme.changed.connect(self._follow_theme)

    def arrive(self, place: PromisesPlace) -> None:  # noqa: ARG002 there is only one
        """Read the journal and show it."""
        self._wants_focus = True
        self._read()

    def leave(self) -> None:
        """Nothing here waits to be written."""

    def forget(self) -> None:
        """Let go of everything that was read."""
        self.list.forget()
        self._clear(self._closed_card)
        self._people_card.forget()
        self.board.forget()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wide windows show the people beside the promises."""
        super().resizeEvent(event)
        self._fit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the page as it is seen, then to the sidebar."""
        return tab_on(self, self._parts(), forward=next)

    def _parts(self) -> list[QWidget]:
        return [self._open, self.board, self._closed, self._side]

    def _lay_out(self) -> None:
        theme = self.theme
        self.list = PromiseList(self.desk)
        self._empty = EmptyState(
            theme,
            "loop",
            _("Promises will wait here"),
            _(
                "When you say you will do something, it lands on this list. Done, made smaller or "
                "let go: each closes it."
            ),
        )
        self._closed_card = Card(theme, margins=(20, 8, 20, 8))
        self._people_card = PeopleCard(theme)
        self._people_card.asked.connect(self._ask_person)
        self.board = PromiseBoard(theme)
        self.board.hide()
        self.board.undone_asked.connect(self._show_undone)
        self._open = Section(theme, _("Open promises"), self.list, self._empty)
        self._closed = Section(theme, _("Closed"), self._closed_card)
        hint = Text(
            theme,
            _("A made-up name and a role. Nothing else about a person is kept."),
            "small",
            "ink3",
        )
        people = Section(theme, _("People"), self._people_card, hint)
        self._lay_out_side(people)
        self._lay_out_row()

    def _lay_out_side(self, people: QWidget) -> None:
        self.lists = ListsDoor(self.theme)
        self.lists.opened.connect(self._open_lists)
        self._side = QWidget()
        self._side.hide()  # until it is read, nothing here takes the focus
        self._beside = QVBoxLayout(self._side)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(people)
        self._beside.addWidget(self.lists)
        self._beside.addStretch(1)

    def _lay_out_row(self) -> None:
        theme = self.theme
        subtitle = _("What you said you would do. Any way of closing it is fine.")
        self.column.addWidget(TitleBlock(theme, _("People & promises"), subtitle))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        left = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        left.setSpacing(theme.px(28))
        left.addWidget(self._open)
        left.addWidget(self.board)
        left.addWidget(self._closed)
        left.addStretch(1)
        self._row.addLayout(left, 1)
        self._row.addWidget(self._side)
        self.column.addSpacing(theme.px(20))
        self.column.addLayout(self._row)

    def _ask_person(self, person: str) -> None:
        self.desk.visit.emit(PeoplePlace(person))

    def _open_lists(self) -> None:
        self.desk.visit.emit(ListsPlace())

    def _show_undone(self) -> None:
        """From what was done back to what is still open."""
        first = next(iter(stops(self._open)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self.verticalScrollBar().setValue(0)

    def _read(self) -> None:
        self.desk.ask(promises_found, self._show, owner=self)

    def _show(self, found: PromisesFound) -> None:
        self.list.show_promises(found.open, found.today)
        self._empty.setVisible(not found.open and self.list.isHidden())
        self._clear(self._closed_card)
        self.board.show_board(found.board)
        for one in found.closed:
            words = closed_words(one.promise, found.today, one.days)
            self._closed_card.body.addWidget(self._line("check", one.promise.text, "", words))
        self._closed.setVisible(bool(found.closed))
        self._people_card.show_people(found.people)
        self._side.show()
        if self._wants_focus:
            self._wants_focus = False
            self._focus_first()

    def _focus_first(self) -> None:
        """Begin with the first promise, unless the focus is on the page already."""
        focus = QApplication.focusWidget()
        first = next((one for part in self._parts() for one in stops(part)), None)
        if first is not None and not (focus is not None and self.isAncestorOf(focus)):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow_theme(self) -> None:
        """Pictures are those of the theme they were made in."""
        self._fit()
        if self.isVisible():
            self._read()

    def _line(self, icon: str, title: str, small: str, words: str) -> QWidget:
        px = self.theme.px
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, px(8), 0, px(8))
        row.setSpacing(px(12))
        picture = QLabel()
        ratio = self.devicePixelRatioF()
        picture.setPixmap(icons.pixmap(self.theme, icon, "ink2", 16, ratio))
        name = f"{title} · {small}" if small else title
        count = Text(self.theme, words, "small", "ink3")
        row.addLayout(self._at_first_line(picture))
        row.addWidget(Text(self.theme, name, "text14", lines=2), 1)
        row.addLayout(self._at_first_line(count))
        return line

    def _at_first_line(self, part: QWidget) -> QVBoxLayout:
        """Beside the first line of the text, however many lines it has."""
        held, line = QVBoxLayout(), QVBoxLayout()
        holder = QWidget()
        holder.setFixedHeight(self.theme.line("text14"))
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(part)
        line.addStretch(1)
        holder.setLayout(line)
        held.addWidget(holder)
        held.addStretch(1)
        return held

    def _clear(self, card: Card) -> None:
        while card.body.count():
            item = card.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _follow(self, change: object) -> None:
        if not isinstance(change, Change):
            return
        if self.isVisible() and (change.promises or change.people or change.everything):
            self._read()

    def _fit(self) -> None:
        px, wide = self.theme.px, self.theme.effective(self.width())
        is_wide = wide >= TWO_COLUMNS_FROM
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if is_wide else down)
        self._row.setSpacing(px(32 if is_wide else 28))
        self._beside.setSpacing(px(28))
        self._side.setMinimumWidth(px(SIDE) if is_wide else 0)
        self._side.setMaximumWidth(px(SIDE) if is_wide else _ANY)


_ANY = 16_777_215
