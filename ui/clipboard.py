"""The clipboard: what was copied from here is taken back after a while, and at every lock.

Whatever way it got there, it is plain text only, and asks clipboard histories to leave it out. The
second clipboard of X11, which takes whatever is marked with the mouse, is left empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 30
KDE_HINT = "x-kde-passwordManagerHint"
# Ask clipboard histories (Klipper, GNOME, Windows, macOS) to leave it out.
HINTS = {
    KDE_HINT: b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    "application/x-nspasteboard-concealed-type": b"secret",
}
_MARKED = QClipboard.Mode.Selection


class Clipboard(QObject):
    """Copies plain text, and forgets it."""

    def __init__(
        self, parent: QObject | None = None, owns: Callable[[], bool] | None = None
    ) -> None:
        """`owns`: whether what stands on the clipboard is of this program."""
        super().__init__(parent)
        self._owns = owns or _is_ours
        self._ours = ""
        self._is_watching = self._is_owed = False
        self._over = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._over.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put plain text on the clipboard for half a minute."""
        data = QMimeData()
        data.setText(text)
        for kind, value in HINTS.items():
            data.setData(kind, value)
        self._ours = text
        QGuiApplication.clipboard().setMimeData(data)
        self._over.start()

    def watch(self) -> None:
        """Notice whatever is copied in this program from now on, until `forget`."""
        if not self._is_watching:
            self._is_watching = True
            board = QGuiApplication.clipboard()
            board.dataChanged.connect(self._noticed)
            board.selectionChanged.connect(self._unmark)

    def clear(self) -> None:
        """Take it back if it is still ours; where that needs the focus, as soon as we have it."""
        board = QGuiApplication.clipboard()
        if self._ours and board.text() == self._ours:
            board.clear()
            self._owe(on=_needs_focus() and self._owns())
        self._ours = ""
        self._over.stop()
        self._unmark()

    def forget(self) -> None:
        """The journal is locked: take it back, and notice nothing any more."""
        self.clear()
        if self._is_watching:
            self._is_watching = False
            board = QGuiApplication.clipboard()
            board.dataChanged.disconnect(self._noticed)
            board.selectionChanged.disconnect(self._unmark)

    def _noticed(self) -> None:
        """Something was copied in one of our fields: take its place, with hints and without form.

        What another program put there ends our time.
        """
        board = QGuiApplication.clipboard()
        if not self._owns():
            if self._ours and board.text() != self._ours:
                self._ours = ""
                self._over.stop()
        elif board.text() and not board.mimeData().hasFormat(KDE_HINT):
            self.copy(board.text())

    def _unmark(self) -> None:
        board = QGuiApplication.clipboard()
        if board.supportsSelection() and board.ownsSelection() and board.text(_MARKED):
            board.clear(_MARKED)

    def _owe(self, *, on: bool) -> None:
        if on != self._is_owed:
            self._is_owed = on
            app = QGuiApplication.instance()
            if isinstance(app, QGuiApplication):
                changed = app.applicationStateChanged
                changed.connect(self._pay) if on else changed.disconnect(self._pay)

    def _pay(self, state: Qt.ApplicationState) -> None:
        """We have the focus again: what could not be cleared before is cleared now."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._owe(on=False)
            if self._owns():
                QGuiApplication.clipboard().clear()


def _needs_focus() -> bool:
    """Wayland lets only the program with the focus change the clipboard."""
    is_active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
    return QGuiApplication.platformName().startswith("wayland") and not is_active


def _is_ours() -> bool:
    return QGuiApplication.clipboard().ownsClipboard()
