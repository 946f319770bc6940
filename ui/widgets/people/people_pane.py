"""PeoplePane: title, Add, the list, and once a month a note on tidying; left on the People page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ally_journal.language import _, ngettext
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.link import Link
from ui.widgets.people.person_list import PersonList
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.theme import Theme


class PeoplePane(QWidget):
    """The list takes all the height that is left."""

    add_asked = Signal()
    tidy_asked = Signal()
    promises_asked = Signal()
    lists_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.title = Text(theme, _("People"), "display", "ink", parent=self)
        self.add = Button(theme, _("Add"), "secondary", "sm", icon="plus", parent=self)
        self.add.setAccessibleName(_("Add a person"))
        hint = _("A made-up name and a role. Nothing else about a person is kept.")
        self._hint = Text(theme, hint, "small", "ink2", parent=self)
        self.tidy = Banner(theme, "neutral", "leaf", "", _("Look"), small=True, parent=self)
        self.list = PersonList(theme, self)
        self.promises = Link(theme, _("All promises"), icon_after="right", parent=self)
        self.lists = Link(theme, _("Your lists"), icon_after="right", parent=self)
        self.empty = EmptyState(
            theme,
            "people",
            _("Nobody yet"),
            _("Names that you write in an entry stand here: a plant, a colour."),
        )
        self._build()
        self._connect()
        self.restyle()

    def show_state(self, *, has_rows: bool, unused: int) -> None:
        """Show the list or say why it is empty; `unused` people may be tidied away."""
        self._stack.setCurrentIndex(0 if has_rows else 1)
        words = ngettext(
            "{n} name has been in no entry for a year.",
            "{n} names have been in no entry for a year.",
            unused,
        )
        self.tidy.set_sentence(words.format(n=unused), _("Look"))
        self.tidy.setVisible(bool(unused))

    def restyle(self) -> None:
        """Take new margins after a change of theme."""
        px = self.theme.px
        self._column.setContentsMargins(0, px(30), 0, px(12))
        self._column.setSpacing(px(4))
        self._head.setContentsMargins(px(36), 0, px(24), 0)
        self._head.setSpacing(px(8))
        self._words.setContentsMargins(px(36), px(2), px(24), px(10))
        self._words.setSpacing(px(10))
        self._foot.setContentsMargins(px(36), px(4), px(24), 0)
        self._foot.setSpacing(px(16))
        self._empty_room.setContentsMargins(px(36), px(8), px(24), 0)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.add)
        self._words = QVBoxLayout()
        self._words.addWidget(self._hint)
        self._words.addWidget(self.tidy)
        self.tidy.hide()
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.promises)
        self._foot.addWidget(self.lists)
        self._foot.addStretch(1)
        holder = QWidget()
        self._empty_room = QVBoxLayout(holder)
        self._empty_room.addWidget(self.empty)
        self._empty_room.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(holder)
        self._column.addLayout(self._head)
        self._column.addLayout(self._words)
        self._column.addLayout(self._stack, 1)
        self._column.addLayout(self._foot)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_asked)
        self.tidy.acted.connect(self.tidy_asked)
        self.promises.clicked.connect(self.promises_asked)
        self.lists.clicked.connect(self.lists_asked)
        self.theme.changed.connect(self.restyle)
