"""Locking: what asks for a lock, and everything that must be gone within a second of it.

Nothing here asks a question, waits for a person, or can be stopped by a dialog, by long work or by
a bug of a page. The drafts go first: they are queued for the disk while the window is emptied.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QTableWidget,
    QTextEdit,
    QToolTip,
    QWidget,
)

from ally_journal.hardening import trim_memory
from ui.auto_lock import AutoLock
from ui.deep_lock import After, place_word
from ui.widgets.scrim import Scrim

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk
    from ui.page_stack import PageStack
    from ui.session_events import SessionEvents

# What is left of the second after the window was emptied.
WAIT_S = 0.8
# Late enough for the page that asks for the passphrase to be there first.
LISTEN_AFTER_MS = 400


class Locking(QObject):
    """Watches over one window; `due` asks it for the lock."""

    due = Signal()

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        pages: PageStack,
        begin_anew: Callable[[After], None] | None = None,
    ) -> None:
        """`begin_anew`: executes the program anew, for the deep lock; None where that cannot be."""
        super().__init__(window)
        self._desk, self._window, self._pages = desk, window, pages
        self._begin_anew = begin_anew
        self._is_deep = False
        self._after = After(desk.folder)
        self.events: SessionEvents | None = None
        self.auto_lock = AutoLock(desk.clock, parent=self)
        self.auto_lock.due.connect(self.due)
        self.auto_lock.watch_focus()
        desk.closed.connect(self._closed)
        QTimer.singleShot(LISTEN_AFTER_MS, self, self.listen)

    def listen(self) -> None:
        """Notice what the desktop tells: sleep, its own lock, another person."""
        if self.events is None and sys.platform == "linux":
            from ui.session_events import session_events  # noqa: PLC0415 only where there is D-Bus

            self.events = session_events(self)
            self.events.away.connect(self.due)

    def opened(self) -> None:
        """A journal is open: count idle minutes, and let no sleep come before the lock."""
        self.listen()
        self.auto_lock.start(self._desk.settings.lock_after)
        if self.events is not None:
            self.events.hold()

    def settings_changed(self) -> None:
        """Other idle minutes may have been chosen."""
        self.auto_lock.start(self._desk.settings.lock_after)

    def empty(self) -> None:
        """Queue what is not written, end what takes long, and leave nothing in the window."""
        self.auto_lock.stop()
        for step in (
            self._desk.background.drop,
            close_menus,
            self._pages.let_go,
            self._empty_pages,
            self._close_others,
            QPixmapCache.clear,
        ):
            in_any_case(step)

    def close(self, *, ends: bool, is_hidden: bool, returns_to: object) -> None:
        """Close the journal; wait for the disk a moment, what takes longer ends by itself.

        Args:
            ends: the program ends too, so there is nothing to begin anew.
            is_hidden: the empty page stands over everything.
            returns_to: the place that the person comes back to.
        """
        desk = self._desk
        may_begin_anew = self._begin_anew is not None and not desk.goes_on_locked
        self._is_deep = not ends and may_begin_anew and desk.settings.deep_lock
        geometry = bytes(self._window.saveGeometry().data())
        size = self._window.size().toTuple()
        self._after = After(desk.folder, geometry, size, is_hidden, place_word(returns_to))
        desk.close_journal(WAIT_S)

    def _closed(self, was_open: bool) -> None:  # noqa: FBT001 what the signal tells
        """The keys are gone: let the computer sleep, and the memory go."""
        if self.events is not None and not self._desk.is_open:
            self.events.let_go()
        is_deep, self._is_deep = self._is_deep, False
        if is_deep and was_open and not self._desk.is_open and self._begin_anew is not None:
            self._desk.background.finish_aside()
            self._begin_anew(self._after)
        gc.unfreeze()  # charts have been warmed up since
        gc.collect()
        trim_memory()

    def _empty_pages(self) -> None:
        """They are destroyed as soon as whatever they were doing returns."""
        empty_of_text(self._pages)

    def _close_others(self) -> None:
        for sheet in self._window.findChildren(Scrim):
            sheet.hide()
            empty_of_text(sheet)
            sheet.deleteLater()
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                other.hide()
                other.close()


def close_menus() -> None:
    """Every menu, list of suggestions, tooltip and drag is gone."""
    if QGuiApplication.mouseButtons():
        QDrag.cancel()
    QToolTip.hideText()
    QGuiApplication.inputMethod().commit()
    menu = QApplication.activePopupWidget()
    while menu is not None:
        menu.hide()
        following = QApplication.activePopupWidget()
        menu = None if following is menu else following


def empty_of_text(root: QWidget) -> None:
    """Take the text out of everything inside, without telling anybody that it changed."""
    for one in (root, *root.findChildren(QWidget)):
        with QSignalBlocker(one):
            in_any_case(partial(_empty, one))


def _empty(one: QWidget) -> None:
    if isinstance(one, QTextEdit):
        one.document().setUndoRedoEnabled(False)
        with QSignalBlocker(one.document()):
            one.clear()
    elif isinstance(one, QLineEdit):
        one.setText("")
    elif isinstance(one, (QLabel, QListWidget, QTableWidget)):
        one.clear()
    elif isinstance(one, QAbstractItemView):
        one.setModel(None)


def in_any_case(act: Callable[[], object]) -> None:
    """Do it; if it fails, report it and go on: a lock must not be stopped by a bug."""
    try:
        act()
    except Exception as error:  # noqa: BLE001 as said
        sys.excepthook(type(error), error, error.__traceback__)
