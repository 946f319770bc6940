"""NameCompletion: typing @ in a text offers made-up names; one of them takes the place of it.

Arrows choose, Enter or Tab writes, Escape leaves what was typed. A name that nobody has yet can be
added. An @ inside a word, as in an address, offers nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from shiboken6 import isValid
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.editors.name_popup import NamePopup, Offer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from ui.models.known_names import KnownNames
    from ui.theme import Theme

MOST = 6
_BEGUN = re.compile(r"(?:^|[\s(\[{“”„\"'‘’«»—–/-])@([^\s@][^@\n]{0,59}|)$")
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class NameCompletion(QObject):
    """Bound to one text; the popup stands in its window, so that nothing takes the focus away."""

    def __init__(self, theme: Theme, text: QTextEdit, names: KnownNames) -> None:
        super().__init__(text)
        self._theme, self._text, self._names = theme, text, names
        self._popup: NamePopup | None = None
        self._left_alone = -1  # where an @ stands that Escape was pressed at
        text.installEventFilter(self)
        text.textChanged.connect(self._follow)
        text.cursorPositionChanged.connect(self._follow_caret)
        text.verticalScrollBar().valueChanged.connect(self.close)

    @property
    def popup(self) -> NamePopup | None:
        """The list, while it is shown."""
        popup = self._popup
        is_there = popup is not None and isValid(popup)  # type: ignore[no-untyped-call]  # shiboken6 has no types
        return popup if is_there and popup is not None and popup.isVisible() else None

    def close(self, *_: object) -> None:
        """Take the list away."""
        popup = self.popup
        if popup is not None:
            popup.close_offers()

    def take(self, place: int) -> None:
        """Write the name at this place of the list."""
        popup, begun = self.popup, self._begun()
        if popup is None or begun is None or not 0 <= place < len(popup.offers):
            return
        offer = popup.offers[place]
        self.close()
        name = self._names.add(offer.name) if offer.is_new else offer.name
        cursor = self._text.textCursor()
        cursor.setPosition(begun[0], QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(name)
        self._text.setTextCursor(cursor)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the list is shown, its keys belong to it."""
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.close()
        if self.popup is not None and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_mine(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._is_mine(event):
                self._press(Qt.Key(event.key()))
                return True
        return super().eventFilter(watched, event)

    def _is_mine(self, event: QKeyEvent) -> bool:
        is_known = event.key() in {*_STEPS, *_TAKERS, Qt.Key.Key_Escape}
        return is_known and event.modifiers() in _PLAIN

    def _press(self, key: Qt.Key) -> None:
        popup, begun = self.popup, self._begun()
        if popup is None:
            return
        if key in _STEPS:
            popup.move_on(_STEPS[key])
        elif key in _TAKERS:
            self.take(popup.current)
        else:
            self._left_alone = -1 if begun is None else begun[0]
            self.close()

    def _follow(self) -> None:
        """What was typed offers other names."""
        begun = self._begun()
        if begun is None or not self._text.hasFocus():
            self._left_alone = -1 if begun is None else self._left_alone
            self.close()
            return
        offers = self._offers(begun[1])
        if begun[0] == self._left_alone or not offers:
            self.close()
            return
        self._made().show_offers(offers, self._caret())

    def _follow_caret(self) -> None:
        """A caret that went elsewhere offers nothing; only typing opens the list."""
        if self.popup is not None and self._begun() is None:
            self.close()

    def _begun(self) -> tuple[int, str] | None:
        """Where the @ before the caret stands, and what was typed after it."""
        cursor = self._text.textCursor()
        if cursor.hasSelection():
            return None
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = _BEGUN.search(before)
        if found is None:
            return None
        return cursor.block().position() + found.start(1) - 1, found.group(1)

    def _offers(self, typed: str) -> tuple[Offer, ...]:
        """Known names; and the typed word as a new one, where nobody is called so."""
        known = self._names.find(typed, MOST)
        offers = [Offer(one.name, one.name, one.role) for one in known]
        new = "" if any(letter.isspace() for letter in typed) else self._names.may_add(typed)
        if new:
            offers.append(Offer(_("Add “{name}”").format(name=new), new, is_new=True))
        return tuple(offers)

    def _caret(self) -> QRect:
        """The caret, in the coordinates of the window."""
        rect = self._text.cursorRect()
        view = self._text.viewport()
        corner = view.mapTo(self._text.window(), QPoint(rect.left(), rect.top()))
        return QRect(corner, rect.size())

    def _made(self) -> NamePopup:
        window = self._text.window()
        popup = self._popup
        if popup is None or not isValid(popup) or popup.parentWidget() is not window:  # type: ignore[no-untyped-call]  # shiboken6 has no types
            popup = NamePopup(self._theme, window)
            popup.taken.connect(self.take)
            self.destroyed.connect(popup.deleteLater)
            self._popup = popup
        return popup
