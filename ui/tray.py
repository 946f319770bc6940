"""Tray: an icon among those of the desktop, where the program goes on without its window.

It is there only if the person wants it, or for as long as it has something to say. Neither icon,
menu nor notice shows anything of a journal.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui import icons
from ui.collecting import collect_here
from ui.first_window import bring_up
from ui.locked_places import OUT_OF_SIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.desk import Desk

SIDE = 22
SHOWN_MS = 20_000
# At login the desktop's own tray may come after us.
TRIES, TRY_MS = 15, 2_000


class Tray(QObject):
    """`opened`: the person came back by the icon or by what it said; `quit_asked`: they go."""

    opened, quit_asked = Signal(), Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._lock: QAction | None = None
        self._tries = TRIES
        self._away = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._away.timeout.connect(self.follow)
        window.installEventFilter(self)

    @staticmethod
    def is_there() -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def stays(self) -> bool:
        """Whether the program goes on here once its window is closed."""
        return self._desk.window_settings.tray and self._icon is not None and self.is_there()

    def follow(self) -> None:
        """Show the icon, or take it away, as the person chose."""
        wanted = self._desk.window_settings.tray and self.is_there()
        if wanted:
            self._shown_icon()
        elif self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        QApplication.setQuitOnLastWindowClosed(not wanted)
        if OUT_OF_SIGHT in os.environ and not self._window.isVisible():
            self._begin_out_of_sight()

    def tell(self, title: str, words: str) -> bool:
        """Say this beside the icon, without a sound of ours; whether there is a tray to do so."""
        if not self.is_there():
            return False
        icon = self._shown_icon()
        icon.showMessage(title, words, self._picture(), SHOWN_MS)
        if not self._desk.window_settings.tray:
            self._away.start()
        return True

    def go_out_of_sight(self) -> None:
        """The window is closed, and the program goes on; locked, unless that is not wanted."""
        os.environ[OUT_OF_SIGHT] = "1"  # also for a program that begins anew by the lock
        self._desk.keep_size(self._window.width(), self._window.height())
        self._window.hide()
        if self._desk.is_open and self._desk.window_settings.tray_locks:
            self._desk.lock_requested.emit()

    def come_into_sight(self) -> None:
        """Show the window again."""
        bring_up(self._window, "")
        self.opened.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The person closes the window; whatever else closes it, such as its end, goes on."""
        if event.type() == QEvent.Type.Show:
            os.environ.pop(OUT_OF_SIGHT, None)
        if isinstance(event, QCloseEvent) and event.spontaneous() and self.stays:
            event.ignore()
            self.go_out_of_sight()
            return True
        return False

    def _begin_out_of_sight(self) -> None:
        """No window yet: where there is nowhere else to find the program, show it after all."""
        collect_here(self._window)  # else the window's first paint begins it
        if self._icon is not None:
            return
        if self._tries and self._desk.window_settings.tray:
            self._tries -= 1
            QTimer.singleShot(TRY_MS, self, self.follow)
        else:
            self._window.showMinimized()

    def _shown_icon(self) -> QSystemTrayIcon:
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._picture(), self)
            self._icon.setToolTip("Journal")
            self._icon.setContextMenu(self._made_menu())
            self._icon.activated.connect(self._activated)
            self._icon.messageClicked.connect(self.come_into_sight)
            self._icon.show()
        return self._icon

    def _made_menu(self) -> QMenu:
        if self._menu is None:
            menu = QMenu(self._window)
            menu.addAction(_("Open")).triggered.connect(self.come_into_sight)
            self._lock = menu.addAction(_("Lock"))
            self._lock.triggered.connect(self._desk.lock_requested)
            menu.addSeparator()
            menu.addAction(_("Quit")).triggered.connect(self.quit_asked)
            menu.aboutToShow.connect(self._allow)
            self._menu = menu
        return self._menu

    def _allow(self) -> None:
        if self._lock is not None:
            self._lock.setEnabled(self._desk.is_open)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.come_into_sight()

    def _picture(self) -> QIcon:
        """In a tone that can be seen on a light and on a dark panel."""
        made = QIcon()
        for ratio in (1.0, 2.0):
            made.addPixmap(icons.pixmap(self._desk.theme, "leaf", "s3", SIDE, ratio))
        return made
