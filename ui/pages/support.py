"""Support: for when writing on is not good now. There without a journal, always the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ally_journal.domain.day_words import month_name
from ally_journal.domain.support_page import load_support
from ally_journal.language import _
from ui import icons
from ui.locked_places import UnlockPlace
from ui.models.caring import quiet_the_day, quiet_the_week
from ui.places import MinutePlace, PracticePlace, SupportPlace, TodayPlace
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.locked.rows import hairline
from ui.widgets.practice_row import PracticeRow
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.support.contacts_card import ContactsCard
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ally_journal.domain import support_page
    from ally_journal.domain.support_page import Line
    from ui.desk import Desk

WIDEST, TWO_FROM = 820, 640


class SupportPage(ScrollPage):
    """Esc and the button at the top lead back to the same caret."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, widest=WIDEST, centred=True, parent=parent)
        self.desk = desk
        self.words = load_support()
        self.ways: dict[str, PracticeRow] = {}
        self._cards: dict[str, Card] = {}
        self._offered: set[str] = set()
        self._pictures: list[tuple[QLabel, str, str]] = []
        self._copies: dict[str, Button] = {}
        self._fill()
        self._connect()
        self.restyle()

    def arrive(self, place: SupportPlace) -> None:
        """Offer what makes sense from here; stopping has the focus."""
        self._offered = {"stop", "minute"}
        if self.desk.is_open:
            self._offered |= {"facts", "short"} if place.from_practice else {"facts"}
            self.contacts.read()
            quiet_the_week(self.desk)
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self.ways["stop"].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing waits to be written."""

    def forget(self) -> None:
        """Let go of the person's own people."""
        self.contacts.forget()

    @override
    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        super().restyle()
        ratio = self.devicePixelRatioF()
        for label, name, role in getattr(self, "_pictures", []):
            label.setPixmap(icons.pixmap(self.theme, name, role, 20, ratio))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _fill(self) -> None:
        theme, px, words = self.theme, self.theme.px, self.words
        self.back = Button(theme, _("Back to where you were"), "quiet", icon="left")
        self.back.setToolTip(_("Back to where you were (Esc)"))
        head = QHBoxLayout()
        head.addWidget(Text(theme, words.title, "display"), 1)
        head.addWidget(self.back)
        self.column.addLayout(head)
        self.column.addSpacing(px(14))
        self.column.addWidget(self._danger())
        self.column.addSpacing(px(24))
        self.column.addWidget(Text(theme, words.question, "heading"))
        self.column.addSpacing(px(10))
        self._grid = QGridLayout()
        self._grid.setSpacing(px(12))
        self._grid.setHorizontalSpacing(px(20))
        for way in words.ways:
            row = PracticeRow(theme, way.icon, way.title, way.line)
            row.setObjectName(way.id)
            card = Card(theme, margins=(4, 4, 4, 4), parent=self.content)
            card.body.addWidget(row)
            self.ways[way.id], self._cards[way.id] = row, card
        self.column.addLayout(self._grid)
        self.column.addSpacing(px(26))
        self.contacts = ContactsCard(self.desk)
        self.people = self._part(_("People I trust"), self.contacts)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.addWidget(self.people, 1)
        self._pair.addWidget(self._part(words.lines_title, self._lines()), 1)
        self.column.addLayout(self._pair)
        self.column.addSpacing(px(22))
        self.column.addWidget(Text(theme, words.note, "small", "ink3"))

    def _part(self, head: str, card: QWidget) -> QWidget:
        part = QWidget(self.content)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(8))
        column.addWidget(Text(self.theme, head, "heading"))
        column.addWidget(card)
        column.addStretch(1)
        return part

    def _danger(self) -> Card:
        card = Card(self.theme, "soft", margins=(20, 16, 20, 16))
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(14))
        row.addWidget(self._picture("care", "onSoft"))
        row.addWidget(Text(self.theme, self.words.danger, "lead", "onSoft"), 1)
        card.body.addLayout(row)
        return card

    def _lines(self) -> Card:
        card = Card(self.theme, margins=(0, 0, 0, 0))
        for line in self.words.lines:
            card.body.addWidget(self._line(line))
            card.body.addWidget(hairline())
        note = Text(self.theme, checked_words(self.words), "small", "ink3")
        note.setContentsMargins(0, 0, 0, 0)
        foot = QVBoxLayout()
        px = self.theme.px
        foot.setContentsMargins(px(18), px(10), px(18), px(12))
        foot.addWidget(note)
        card.body.addLayout(foot)
        return card

    def _line(self, line: Line) -> QWidget:
        theme, px = self.theme, self.theme.px
        copy = Button(theme, _("Copy"), "quiet", "sm")
        copy.setObjectName(line.number)
        copy.setAccessibleName(_("Copy {number}").format(number=line.number))
        copy.clicked.connect(self._copy)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(px(18), px(8), px(14), px(8))
        row.setSpacing(px(12))
        row.addWidget(self._picture("phone", "accent"))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Text(theme, line.number, "bodym"))
        names.addWidget(Text(theme, line.who, "small", "ink3"))
        row.addLayout(names, 1)
        row.addWidget(copy)
        self._copies[line.number] = copy
        return part

    def _picture(self, name: str, role: str) -> QLabel:
        label = QLabel()
        self._pictures.append((label, name, role))
        return label

    def _connect(self) -> None:
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.desk.back_requested)
        self.back.clicked.connect(self.desk.back_requested)
        self.ways["stop"].clicked.connect(self._stop)
        self.ways["minute"].clicked.connect(self._minute)
        self.ways["facts"].clicked.connect(self._facts)
        self.ways["short"].clicked.connect(self.desk.short_path_requested)

    def _arrange(self) -> None:
        columns = 2 if self.theme.effective(self.width()) >= TWO_FROM else 1
        way = QBoxLayout.Direction.LeftToRight if columns > 1 else QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(way)
        self._pair.setSpacing(self.theme.px(20))
        self.people.setVisible(self.desk.is_open)
        for key, card in self._cards.items():
            self._grid.removeWidget(card)
            card.setVisible(key in self._offered)
        shown = [card for key, card in self._cards.items() if key in self._offered]
        for number, card in enumerate(shown):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _stop(self) -> None:
        if self.desk.is_open:
            quiet_the_day(self.desk)
            self.desk.visit.emit(TodayPlace())
        else:
            self.desk.visit.emit(UnlockPlace())

    def _minute(self) -> None:
        self.desk.visit.emit(MinutePlace())

    def _facts(self) -> None:
        self.desk.visit.emit(PracticePlace("facts"))

    def _copy(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.desk.clipboard.copy(button.objectName())
            self.desk.messages.say(_("Copied."))


def checked_words(words: support_page.SupportPage) -> str:
    """When the numbers were looked up, if anybody has, and the request to do so."""
    day = words.checked
    if day is None:
        return words.check
    checked = _("Checked on {day} {month} {year}.").format(
        day=day.day, month=month_name(day.month), year=day.year
    )
    return f"{checked} {words.check}"
