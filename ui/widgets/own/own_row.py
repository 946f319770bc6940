"""OwnRow: one practice of one's own, with what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ally_journal.language import _, ngettext
from ally_journal.sentences import sentence
from ui.widgets.button import Button
from ui.widgets.icon_button import IconButton
from ui.widgets.menu import Menu
from ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from ally_journal.services.own_practices import OwnPractice
    from ui.theme import Theme


class OwnRow(SettingRow):
    """One that cannot be read here says why; it can still be saved or taken off."""

    begin_asked = Signal()
    change_asked = Signal()
    try_asked = Signal()
    save_asked = Signal()
    remove_asked = Signal()

    def __init__(
        self, theme: Theme, own: OwnPractice, *, last: bool, parent: QWidget | None = None
    ) -> None:
        self.own = own
        is_right = own.practice is not None
        title = own.practice.title if own.practice is not None else own.id
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self.begin = Button(theme, _("Begin"), "secondary", "sm")
        self.begin.setAccessibleName(_("Begin {title}").format(title=title))
        self.more = IconButton(theme, "more", _("More for {title}").format(title=title))
        row.addWidget(self.begin)
        row.addWidget(self.more)
        self.begin.setVisible(is_right)
        super().__init__(theme, title, line_of(own), holder, last=last, parent=parent)
        self.begin.clicked.connect(self.begin_asked)
        self.more.clicked.connect(self._open_menu)

    def menu(self) -> Menu:
        """What else can be done with it."""
        menu = Menu(self.theme, self)
        menu.head(self.title.text())
        if self.own.practice is not None:
            menu.item(_("Change"), "pencil", then=self.change_asked.emit)
            menu.item(_("Try it"), "eye", then=self.try_asked.emit)
        menu.item(_("Save as a file…"), "file", then=self.save_asked.emit)
        menu.line()
        menu.item(_("Take it off the lists"), "trash", then=self.remove_asked.emit)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup_at(self.more)


def line_of(own: OwnPractice) -> str:
    """How large it is, its version, how often it was used; or what is wrong with it."""
    if own.practice is None:
        return sentence(own.trouble) if own.trouble is not None else ""
    number = len(own.practice.steps)
    asks = ngettext("{n} question", "{n} questions", number).format(n=number)
    version = _("version {n}").format(n=own.version)
    used = ngettext("{n} entry", "{n} entries", own.entries).format(n=own.entries)
    return " · ".join((asks, version, used) if own.entries else (asks, version))
