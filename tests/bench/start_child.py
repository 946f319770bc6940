"""A child: the real program on a locked journal. Says when its unlock window was painted.

python -m tests.bench.start_child FOLDER
"""

from __future__ import annotations

import gc
import sys
import time

import main
from tests.bench.children import resident_kib, say

gc.disable()  # as main does before it imports the window

from PySide6.QtCore import QTimer  # noqa: E402 in the order of the program

from ui.widgets.text import Text  # noqa: E402 the same

draw = Text.paintEvent


def painted(text, event):
    """The lines of the page are painted with all the rest, in one go."""
    draw(text, event)
    QTimer.singleShot(0, tell)


def tell() -> None:
    """It stands."""
    say(painted=time.monotonic(), resident=resident_kib())


Text.paintEvent = painted
sys.exit(main.main(sys.argv[1:]))
