"""A child: the least that a window of PySide6 can be. Says when it was painted."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from tests.bench.children import resident_kib, say


class Bare(QWidget):
    """A window with one line of text."""

    def paintEvent(self, event) -> None:  # noqa: N802 the name that Qt calls
        super().paintEvent(event)
        QTimer.singleShot(0, tell)


def tell() -> None:
    """It stands."""
    say(painted=time.monotonic(), resident=resident_kib())


app = QApplication([])
window = Bare()
QVBoxLayout(window).addWidget(QLabel("Journal", window))
window.resize(1280, 800)
window.show()
app.exec()
