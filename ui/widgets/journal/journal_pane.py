"""JournalPane: title, new entry, search and the list, at the left of the Journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_button import IconButton
from ui.widgets.journal.entry_delegate import EntryDelegate
from ui.widgets.journal.entry_list import EntryList
from ui.widgets.journal.search_bar import SearchBar
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme import Theme


class JournalPane(QWidget):
    """The list takes all the height that is left."""

    new_asked = Signal()
    more_asked = Signal()
    search_cleared = Signal()

    def __init__(
        self,
        theme: Theme,
        practice: Callable[[str], tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`practice` gives title and icon of a practice by its id."""
        super().__init__(parent)
        self.theme = theme
        self.title = Text(theme, _("Journal"), "display", "ink", parent=self)
        self.new = Button(theme, _("New entry"), "primary", "sm", icon="plus", parent=self)
        self.more = IconButton(theme, "more", _("More of the journal"), parent=self)
        self.search = SearchBar(theme, self)
        self.delegate = EntryDelegate(theme, practice, self)
        self.list = EntryList(theme, self.delegate, self)
        self.first = EmptyState(
            theme,
            "journal",
            _("What you write will stand here"),
            _("Each entry, newest first, under its month. Only on this computer, encrypted."),
            _("Begin with one minute"),
        )
        self.nothing = EmptyState(
            theme,
            "search",
            _("Nothing fits this search"),
            _("Fewer letters or fewer filters find more."),
            _("Show all entries"),
        )
        self._build()
        self._connect()
        self.restyle()

    def show_state(self, *, has_rows: bool, is_search: bool) -> None:
        """Show the list, or say why it is empty."""
        empty = self.nothing if is_search else self.first
        self._stack.setCurrentWidget(self.list if has_rows else self._holders[empty])

    def restyle(self) -> None:
        """Take new margins after a change of theme."""
        px = self.theme.px
        self._column.setContentsMargins(0, px(30), 0, 0)
        self._column.setSpacing(px(9))
        self._head.setContentsMargins(px(24), 0, px(20), 0)
        self._head.setSpacing(px(4))
        self._middle.setContentsMargins(px(24), 0, px(20), 0)
        for holder in self._holders.values():
            layout = holder.layout()
            if layout is not None:
                layout.setContentsMargins(px(24), px(20), px(20), 0)
        self.new.setToolTip(_("New entry (Ctrl+N)"))

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.new)
        self._head.addWidget(self.more)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.search)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._holders = {one: _held(one) for one in (self.first, self.nothing)}
        for holder in self._holders.values():
            self._stack.addWidget(holder)
        self._column.addLayout(self._head)
        self._column.addLayout(self._middle)
        self._column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_asked)
        self.more.clicked.connect(self.more_asked)
        self.first.acted.connect(self.new_asked)
        self.nothing.acted.connect(self.search_cleared)
        self.list.typed.connect(self.search.type_in)
        self.theme.changed.connect(self.restyle)


def _held(widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addWidget(widget)
    column.addStretch(1)
    return holder
