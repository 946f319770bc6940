"""What a text gets in place of a picture or a style sheet that it names."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QTextDocument


def nothing_loaded(kind: int) -> QImage | QByteArray:
    """An empty answer to `loadResource`: with None, Qt would read the file by itself."""
    if kind == QTextDocument.ResourceType.ImageResource.value:
        dot = QImage(1, 1, QImage.Format.Format_ARGB32)
        dot.fill(0)
        return dot
    return QByteArray()
