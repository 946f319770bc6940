"""All practices: four groups, a search, and everything by arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.places import OwnPracticesPlace, PracticePlace, PracticesPlace
from ui.widgets.card import Card
from ui.widgets.line_field import LineField
from ui.widgets.link import Link
from ui.widgets.practice_grid import PracticeGrid
from ui.widgets.practice_words import list_line
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ally_journal.changes import Change
    from ally_journal.domain.practice import Practice
    from ui.desk import Desk
    from ui.theme import Theme

WIDEST = 1010
# Effective widths of the page: three columns, two columns.
THREE_FROM, TWO_FROM = 864, 660
SEARCH_WIDTH = 240
FREE, OWN = "free", "own"


class PracticesPage(ScrollPage):
    """Every practice that is listed, grouped by when one needs it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, widest=WIDEST, centred=True, parent=parent)
        self.desk = desk
        self.groups: dict[str, _Group] = {}
        self._lay_out()
        self.search.changed.connect(self._find)
        self.search.returned.connect(self._begin_first)
        self.theme.changed.connect(self._fit)
        desk.changed.connect(self._follow)

    def arrive(self, place: PracticesPlace) -> None:  # noqa: ARG002 there is only one
        """Begin with an empty search."""
        self.search.setText("")
        self._find("")
        self._fit()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing here waits to be written."""

    def forget(self) -> None:
        """Let go of what was typed."""
        self.search.setText("")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wide windows get more columns."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        theme, px = self.theme, self.theme.px
        self.search = LineField(
            theme, "", placeholder=_("Find a practice"), icon="search", clearable=True
        )
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(
            TitleBlock(
                theme,
                _("All practices"),
                _("Skip any question. Stop at any step. What you wrote is kept."),
            ),
            1,
        )
        self._head.addWidget(self.search)
        self.column.addLayout(self._head)
        self._none = Text(theme, "", "quote", "ink2")
        self._none.hide()
        self.column.addSpacing(px(16))
        self.column.addWidget(self._none)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(0)
        self.column.addLayout(self._groups)
        self._fill()
        self.column.addSpacing(px(10))
        note = _("“Mistake: look again” comes by itself, on the day you set.")
        self._note = Text(theme, note, "small", "ink3")
        self.column.addWidget(self._note)
        self.own = Link(theme, _("Your own practices"), icon_after="right")
        self.own.clicked.connect(self._open_own)
        self.column.addWidget(self.own)

    def _fill(self) -> None:
        """Make the groups of the practices that there are now."""
        self._last = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for key, title in _titles():
            listed = [one for one in self.desk.library.listed() if _group_of(one) == key]
            if listed:
                self._add(key, title, listed)
        self._groups.addLayout(self._last)

    def _follow(self, change: Change) -> None:
        """The person made, changed or took off a practice."""
        if not (change.practices or change.everything) or not self.desk.is_open:
            return
        groups, self.groups = self.groups, {}
        for group in groups.values():
            group.hide()
            group.setParent(None)
            group.deleteLater()
        self._groups.removeItem(self._last)
        self._last.deleteLater()
        self._fill()
        self._find(self.search.text())
        self._fit()

    def _open_own(self) -> None:
        self.desk.visit.emit(OwnPracticesPlace())

    def _add(self, key: str, title: str, listed: Sequence[Practice]) -> None:
        group = _Group(self.theme, title, listed)
        group.grid.chosen.connect(self._begin)
        self.groups[key] = group
        is_last = key in {_titles()[-1][0], _titles()[-2][0]}
        if is_last:
            self._last.addWidget(group, 2 if key != FREE else 1)
        else:
            self._groups.addWidget(group)

    def _find(self, words: str) -> None:
        wanted = words.strip().casefold()
        for group in self.groups.values():
            group.show_only(wanted)
        found = any(not group.isHidden() for group in self.groups.values())
        self._none.setText(_("Nothing by that name. Try one plain word, such as “talk”."))
        self._none.setVisible(not found)
        self._note.setVisible(not wanted)

    def _begin_first(self) -> None:
        for group in self.groups.values():
            if not group.isHidden():
                self._begin(group.shown[0])
                return

    def _begin(self, practice: str) -> None:
        self.desk.visit.emit(PracticePlace(practice))

    def _fit(self) -> None:
        wide = self.theme.effective(self.width())
        columns = 3 if wide >= THREE_FROM else 2 if wide >= TWO_FROM else 1
        for key, group in self.groups.items():
            is_beside = columns == 3 and key in {"going", FREE}  # noqa: PLR2004 all three
            narrow = {"going": 2, FREE: 1}
            group.grid.set_columns(narrow[key] if is_beside else columns)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._last.setDirection(across if wide >= THREE_FROM else down)
        self._head.setDirection(across if wide >= TWO_FROM else down)
        px = self.theme.px
        self.search.setMaximumWidth(px(SEARCH_WIDTH) if wide >= TWO_FROM else px(WIDEST))
        self.search.setMinimumWidth(px(SEARCH_WIDTH))
        self._last.setSpacing(px(18))
        self._head.setSpacing(px(12))


class _Group(QWidget):
    """A heading and the practices below it."""

    def __init__(self, theme: Theme, title: str, listed: Sequence[Practice]) -> None:
        super().__init__()
        self._words = {
            one.id: " ".join(
                (one.title, one.opening, one.tagline, one.line, one.situation)
            ).casefold()
            for one in listed
        }
        self.shown = [one.id for one in listed]
        items = [(one.id, one.icon, one.title, list_line(one)) for one in listed]
        self.grid = PracticeGrid(theme, items, name=title)
        card = Card(theme, margins=(6, 4, 6, 4))
        card.body.addWidget(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        column.setSpacing(theme.px(6))
        column.addWidget(Text(theme, title, "smallm", "ink2"))
        column.addWidget(card)
        column.addStretch(1)

    def show_only(self, wanted: str) -> None:
        """Show the practices whose words hold what is looked for."""
        self.shown = [key for key, words in self._words.items() if wanted in words]
        self.grid.show_only(self.shown)
        self.setVisible(bool(self.shown))


def _group_of(practice: Practice) -> str:
    return OWN if practice.source == OWN else practice.group


def _titles() -> tuple[tuple[str, str], ...]:
    return (
        (OWN, _("Your own")),
        ("happened", _("Something happened")),
        ("closer", _("Look closer")),
        ("going", _("Keep going")),
        (FREE, _("Without questions")),
    )
