"""The clipboard: what was copied from here is taken back after a while, and at every lock."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = ""
        self._over = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._over.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put plain text on the clipboard for half a minute."""
        data = QMimeData()
        data.setText(text)
        for kind, value in _HINTS.items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._ours = text
        self._over.start()

    def adopt(self) -> None:
        """What stands on the clipboard was copied from here: forget it too."""
        self._ours = QGuiApplication.clipboard().text()
        self._over.start()

    def clear(self) -> None:
        """Take it back if it is still ours."""
        board = QGuiApplication.clipboard()
        if self._ours and board.text() == self._ours:
            board.clear()
        self._ours = ""
        self._over.stop()
