"""A child: the real program on a locked journal. Says when its unlock window was painted.

python -m tests.bench.start_child FOLDER
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QTimer

import main
import ui.application
from tests.bench.children import resident_kib, say
from ui.main_window import MainWindow


class Measured(MainWindow):
    """The window; it tells of its first paint before anything else is done."""

    def event(self, event) -> bool:
        """A page that covers the window leaves nothing for the window itself to paint."""
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, tell)
        return done

    def _warm_up(self) -> None:
        """What comes after the first paint is left out."""


def tell() -> None:
    """It stands."""
    say(painted=time.monotonic(), resident=resident_kib())


ui.application.MainWindow = Measured
sys.exit(main.main(sys.argv[1:]))
