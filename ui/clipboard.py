"""The clipboard: what was copied from here is taken back after a while, and at every lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 30
# Asks clipboard histories (Klipper, GNOME, Windows) to leave it out.
_HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}


class Clipboard(QObject):
    """Copies plain text, and forgets it."""

    def __init__(
        self, parent: QObject | None = None, owns: Callable[[], bool] | None = None
    ) -> None:
        """`owns`: whether what stands on the clipboard is of this program."""
        super().__init__(parent)
        self._owns = owns or _is_ours
        self._ours = ""
        self._is_watching = False
        self._over = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._over.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put plain text on the clipboard for half a minute."""
        data = QMimeData()
        data.setText(text)
        for kind, value in _HINTS.items():
            data.setData(kind, value)
        self._ours = text
        QGuiApplication.clipboard().setMimeData(data)
        self._over.start()

    def watch(self) -> None:
        """Notice whatever is copied in this program from now on, until `forget`."""
        if not self._is_watching:
            self._is_watching = True
            QGuiApplication.clipboard().dataChanged.connect(self._noticed)

    def clear(self) -> None:
        """Take it back if it is still ours."""
        board = QGuiApplication.clipboard()
        if self._ours and board.text() == self._ours:
            board.clear()
        self._ours = ""
        self._over.stop()

    def forget(self) -> None:
        """The journal is locked: take it back, and notice nothing any more."""
        self.clear()
        if self._is_watching:
            self._is_watching = False
            QGuiApplication.clipboard().dataChanged.disconnect(self._noticed)

    def _noticed(self) -> None:
        board = QGuiApplication.clipboard()
        if self._owns() and board.text() != self._ours:
            self._ours = board.text()
            self._over.start()


def _is_ours() -> bool:
    return QGuiApplication.clipboard().ownsClipboard()
