"""InnerClipboard: while an entry that never leaves is edited, its words move inside it alone.

Cut, copy and paste work by their keys as ever, but what is cut or copied stays in this program and
never reaches the clipboard that others read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from ally_journal.domain.entry import Sensitivity
from ui.models.entry_levels import copied_inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.domain.entry import Entry
    from ui.desk import Desk

_PARAGRAPH = "\N{PARAGRAPH SEPARATOR}"
_KEYS = QKeySequence.StandardKey


class Walk(Protocol):
    """A walk through a practice."""

    @property
    def entry(self) -> Entry | None:
        """The one that is edited, if it was kept before."""


class InnerClipboard(QObject):
    """Stands at whichever field of a page has the focus."""

    def __init__(self, desk: Desk, page: QWidget, walk: Callable[[], Walk | None]) -> None:
        """`walk` gives what the page shows, with the entry that is edited in it."""
        super().__init__(page)
        self._desk, self._page, self._walk = desk, page, walk
        self._text = ""
        self._at: QLineEdit | QTextEdit | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        desk.closed.connect(self._forget)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of cut, copy and paste, and the menu that would offer them."""
        if event.type() == QEvent.Type.ContextMenu:
            self._desk.messages.say(copied_inside())
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        field = self._at
        if field is None:
            return False
        if event.matches(_KEYS.Copy) or event.matches(_KEYS.Cut):
            self._take(field, cut=event.matches(_KEYS.Cut))
            return True
        if event.matches(_KEYS.Paste) and self._text:
            _put(field, self._text)
            return True
        return False

    def _take(self, field: QLineEdit | QTextEdit, *, cut: bool) -> None:
        text = _selected(field)
        if not text:
            return
        if not self._text:  # the first time it is said why
            self._desk.messages.say(copied_inside())
        self._text = text
        if cut:
            _put(field, "")

    def _follow(self, _before: object, now: QWidget | None) -> None:
        self._let_go()
        if not isinstance(now, QLineEdit | QTextEdit) or not self._page.isAncestorOf(now):
            return
        stays = self._stays()
        now.setProperty("stays", stays)
        if not stays:
            return
        self._at = now
        for one in _parts(now):
            one.installEventFilter(self)

    def _stays(self) -> bool:
        walk = self._walk()
        entry = None if walk is None else walk.entry
        return entry is not None and entry.sensitivity is Sensitivity.NEVER

    def _let_go(self) -> None:
        at, self._at = self._at, None
        if at is not None and isValid(at):  # type: ignore[no-untyped-call]  # shiboken6 has no types
            for one in _parts(at):
                one.removeEventFilter(self)

    def _forget(self) -> None:
        self._text = ""


def _parts(field: QLineEdit | QTextEdit) -> tuple[QWidget, ...]:
    return (field, field.viewport()) if isinstance(field, QTextEdit) else (field,)


def _selected(field: QLineEdit | QTextEdit) -> str:
    if isinstance(field, QTextEdit):
        return field.textCursor().selectedText().replace(_PARAGRAPH, "\n")
    return field.selectedText()


def _put(field: QLineEdit | QTextEdit, text: str) -> None:
    if isinstance(field, QTextEdit):
        field.textCursor().insertText(text)
    else:
        field.insert(" ".join(text.split("\n")))
