"""The first page of a new journal: what it keeps safe, what it cannot, and the first habits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.changes import Change
from ally_journal.language import _
from ally_journal.settings import LONGEST_NAME
from ui import icons
from ui.places import HelpPlace, TodayPlace
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.habit.first_habits import FirstHabits, make_habits
from ui.widgets.keys.promised_card import PromisedCard
from ui.widgets.line_field import LineField
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ally_journal.errors import JournalError
    from ally_journal.journal import Journal
    from ui.desk import Desk
    from ui.places import WelcomePlace

WIDEST, SIDE_BY_SIDE_FROM = 780, 700


class WelcomePage(ScrollPage):
    """Read once, before the first entry."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, widest=WIDEST, centred=True, parent=parent)
        self.desk = desk
        self._pictures: list[tuple[QLabel, str]] = []
        self._fill()
        self.button.clicked.connect(self.begin)
        self.called.returned.connect(self.begin)
        self.restyle()

    def arrive(self, _place: WelcomePlace) -> None:
        """Begin at the top."""
        self.called.setText(self.desk.settings.called)
        self.called.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing waits to be written."""

    def forget(self) -> None:
        """Empty the two fields."""
        self.called.setText("")
        self.habits.forget()

    def begin(self) -> None:
        """Keep what was chosen, where anything can be kept, and go on to Today."""
        self.button.setEnabled(False)
        chosen = self.habits.chosen()
        called = " ".join(self.called.text().split())[:LONGEST_NAME]

        def keep(journal: Journal) -> Change:
            if journal.read_only:
                return Change()
            change = journal.settings.change(called=called, welcomed=True)
            return make_habits(chosen, journal, change)

        self.desk.write(keep, self._go_on, owner=self, failed=self._failed)

    @override
    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        super().restyle()
        ratio = self.devicePixelRatioF()
        for label, name in getattr(self, "_pictures", []):
            label.setPixmap(icons.pixmap(self.theme, name, "accent", 22, ratio))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three in a row where there is room."""
        super().resizeEvent(event)
        is_wide = self.theme.effective(self.width()) >= SIDE_BY_SIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._three.setDirection(way)

    def _fill(self) -> None:
        theme, px = self.theme, self.theme.px
        column = self.column
        column.addWidget(
            TitleBlock(theme, _("Before the first page"), _("What this journal can keep safe."))
        )
        column.addSpacing(px(28))
        self._three = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._three.setSpacing(px(28))
        for icon, head, words in _promises():
            self._three.addLayout(self._promise(icon, head, words), 1)
        column.addLayout(self._three)
        column.addSpacing(px(24))
        self.promised = PromisedCard(theme)
        self.promised.more_asked.connect(self._show_help)
        column.addWidget(self.promised)
        column.addSpacing(px(16))
        column.addWidget(Banner(theme, "calm", "info", _how_it_locks(), small=True))
        column.addSpacing(px(28))
        column.addWidget(self._choices())
        column.addSpacing(px(24))
        self.button = Button(theme, _("Begin"), "primary", "lg")
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)

    def _promise(self, icon: str, head: str, words: str) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(self.theme.px(4))
        picture = QLabel()
        self._pictures.append((picture, icon))
        part.addWidget(picture)
        part.addWidget(Text(self.theme, head, "bodym"))
        part.addWidget(Text(self.theme, words, "small", "ink2"))
        part.addStretch(1)
        return part

    def _choices(self) -> Card:
        theme, px = self.theme, self.theme.px
        card = Card(theme, margins=(24, 20, 24, 20))
        self.called = LineField(
            theme,
            _("What shall the journal call you?"),
            placeholder=_("A name, or nothing at all"),
        )
        self.called.edit.setMaxLength(LONGEST_NAME)
        card.body.addWidget(self.called)
        card.body.addSpacing(px(18))
        card.body.addWidget(Text(theme, _("Habits to begin with"), "label"))
        words = _("Small is plenty. Change them, pause them or let them go at any time.")
        card.body.addWidget(Text(theme, words, "small", "ink3"))
        self.habits = FirstHabits(theme)
        card.body.addSpacing(px(6))  # the first focus ring stays clear of the words above
        card.body.addWidget(self.habits)
        return card

    def _show_help(self) -> None:
        self.desk.visit.emit(HelpPlace("privacy"))

    def _go_on(self, _nothing: object) -> None:
        self.desk.visit.emit(TodayPlace())

    def _failed(self, error: JournalError) -> None:
        self.button.setEnabled(True)
        self.desk.messages.fail(error)


def _promises() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "lock",
            _("Only you can read it"),
            _("Locked with your passphrase, on this disk. No account, no network."),
        ),
        (
            "people",
            _("Made-up names work best"),
            _("Try a plant or a colour. It keeps other people safe."),
        ),
        ("leaf", _("Nothing is scored"), _("No points, no levels. What you did stays.")),
    )


def _how_it_locks() -> str:
    return _(
        "It locks itself after five quiet minutes; Ctrl+L locks it at once, and Ctrl+H shows an "
        "empty page."
    )
