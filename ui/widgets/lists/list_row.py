"""ListRow: one thing on a list, with everything that can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ally_journal.domain.list_item import MOST_CHARACTERS
from ally_journal.language import _
from ui.overriding import override
from ui.widgets.button import Button
from ui.widgets.icon_button import IconButton
from ui.widgets.line_field import LineField
from ui.widgets.menu import Menu
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ally_journal.domain.list_item import ListItem
    from ui.theme import Theme

MOST_LINES = 6
UP, DOWN = -1, 1


class ListRow(QWidget):
    """The words, where they come from, Change and more; changed in place.

    `reworded` tells the new words, `shifted` -1 or 1, `removed` nothing, `entry_asked` the entry.
    """

    reworded = Signal(str)
    shifted = Signal(int)
    removed = Signal()
    entry_asked = Signal(str)

    def __init__(
        self, theme: Theme, item: ListItem, source: str, parent: QWidget | None = None
    ) -> None:
        """`source` says in words which entry it came out of; empty for none."""
        super().__init__(parent)
        self.theme, self.item, self._has_source = theme, item, bool(source)
        self.is_first = self.is_last = False
        self._words = Text(theme, item.text, "text14", lines=MOST_LINES, parent=self)
        self._source = Text(theme, source, "small", "ink3", lines=1, parent=self)
        self._source.setVisible(bool(source))
        self.change = Button(theme, _("Change"), "quiet", "sm", parent=self)
        self.change.setAccessibleName(_("Change: {words}").format(words=item.text))
        self.more = IconButton(
            theme, "more", _("More: {words}").format(words=item.text), parent=self
        )
        self.field = LineField(theme, parent=self)
        self.field.edit.setMaxLength(MOST_CHARACTERS)
        self.field.edit.setAccessibleName(_("New words"))
        self.keep = Button(theme, _("Keep it"), "secondary", "sm", parent=self)
        self._out = Button(theme, _("Leave it as it is"), "quiet", "sm", parent=self)
        self._build()
        self._connect()
        self.restyle()

    @property
    def is_changing(self) -> bool:
        """Whether its words are being changed."""
        return not self._form.isHidden()

    def open_form(self) -> None:
        """Change the words in place."""
        self.field.setText(self.item.text)
        self._row.hide()
        self._form.show()
        self.field.setFocus()
        self.field.edit.selectAll()

    def close_form(self) -> None:
        """Back to the words as they are."""
        self._form.hide()
        self._row.show()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu(self) -> Menu:
        """What else can be done."""
        menu = Menu(self.theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        up, down = partial(self.shifted.emit, UP), partial(self.shifted.emit, DOWN)
        menu.item(_("Move up"), keys=_("Alt Up"), then=up, enabled=not self.is_first)
        menu.item(_("Move down"), keys=_("Alt Down"), then=down, enabled=not self.is_last)
        if self._has_source and self.item.entry is not None:
            menu.line()
            look = partial(self.entry_asked.emit, self.item.entry)
            menu.item(_("Look at the entry"), "journal", then=look)
        menu.line()
        menu.item(_("Take it off the list"), "close", then=self.removed.emit)
        return menu

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        px = self.theme.px
        self._across.setContentsMargins(px(20), px(10), px(14), px(10))
        self._across.setSpacing(px(8))
        self._down.setContentsMargins(px(20), px(12), px(14), px(12))
        self._down.setSpacing(px(8))
        self._acts.setSpacing(px(8))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the words as they are."""
        if self.is_changing and event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._row, self._form = QWidget(self), QWidget(self)
        self._across = QHBoxLayout(self._row)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._words)
        words.addWidget(self._source)
        words.addStretch(1)
        self._across.addLayout(words, 1)
        self._across.addWidget(self.change)
        self._across.addWidget(self.more)
        self._down = QVBoxLayout(self._form)
        self._down.addWidget(self.field)
        self._acts = QHBoxLayout()
        self._acts.addWidget(self.keep)
        self._acts.addWidget(self._out)
        self._acts.addStretch(1)
        self._down.addLayout(self._acts)
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        column.addWidget(self._form)

    def _connect(self) -> None:
        self.change.clicked.connect(self.open_form)
        self.more.clicked.connect(self._show_menu)
        self.field.returned.connect(self._take)
        self.field.changed.connect(self._weigh)
        self.keep.clicked.connect(self._take)
        self._out.clicked.connect(self.close_form)
        self.theme.changed.connect(self.restyle)
        for keys, by in (("Alt+Up", UP), ("Alt+Down", DOWN)):
            shortcut = QShortcut(QKeySequence(keys), self._row)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.shifted.emit, by))

    def _weigh(self, text: str) -> None:
        self.keep.setEnabled(bool(text.strip()))

    def _take(self) -> None:
        text = " ".join(self.field.text().split())
        if text:
            self.close_form()
            self.reworded.emit(text)

    def _show_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
