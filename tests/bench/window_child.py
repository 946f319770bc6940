"""A child: the real window, unlocked, shown Today, Insights and Insights again.

    python -m tests.bench.window_child FOLDER PASSPHRASE INSTANT ZONE

Says milliseconds and KiB. The key derivation is timed on its own and left out.
Nothing is imported here that the program would not, for it would count as the program's memory.
"""

from __future__ import annotations

import gc
import sys
import time
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

import ui.application
from ally_journal.clock import FixedClock
from ally_journal.hardening import trim_memory
from tests.bench.children import resident_kib, say
from ui.main_window import MainWindow
from ui.opening import forget_sources, warm_up
from ui.places import InsightsPlace, TodayPlace

if TYPE_CHECKING:
    from collections.abc import Callable

TICK_MS = 2
PATIENCE_S = 60


class Measured(MainWindow):
    """The window, with somebody in front of it who has a watch."""

    def show(self) -> None:
        super().show()
        QTimer.singleShot(0, partial(drive, self))


class Watch:
    """The longest time for which the window answered nobody."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def take(self) -> float:
        """The longest from when it was last asked until now, in milliseconds."""
        self._tick()
        found, self.longest = self.longest, 0.0
        return found

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - TICK_MS)
        self._last = now


def drive(window: Measured) -> None:
    """Unlock, look around, and say how it went."""
    watch, found = Watch(), {}
    warm_up()
    forget_sources()
    until(lambda: True)
    derivation = time_derivation()
    page = window.pages.page()
    page.passphrase.edit.setText(sys.argv[2])
    watch.take()
    began = time.perf_counter()
    page.unlock()
    until(lambda: isinstance(window.pages.place, TodayPlace) and window.pages.page().found)
    paint(window)
    found["unlock"] = since(began) - derivation[0]
    found["unlock_stall"] = watch.take()
    found["resident"] = settled_kib()
    watch.take()
    began = time.perf_counter()
    found["first"] = visit_insights(window)
    until(lambda: window.pages.page().is_full)
    found["full"] = since(began)
    until(lambda: charts_stand(window))
    found["first_stall"] = watch.take()
    window.desk.visit.emit(TodayPlace())
    until(lambda: window.pages.page().found)
    paint(window)
    watch.take()
    found["again"] = visit_insights(window)
    until(lambda: True)
    found["again_stall"] = watch.take()
    found["resident_charts"] = settled_kib()
    say(**found)


def visit_insights(window: Measured) -> float:
    """How long it takes until the figures are painted, in milliseconds."""
    began = time.perf_counter()
    window.desk.visit.emit(InsightsPlace())
    until(lambda: window.pages.page()._insights is not None)
    paint(window)
    return since(began)


def charts_stand(window: Measured) -> bool:
    """Whether every chart on the screen has its picture."""
    from ui.charts.chart_view import ChartView  # noqa: PLC0415 as late as the window imports it

    views = window.pages.page().findChildren(ChartView)
    asked = [one for one in views if one.isVisible() and one._chart is not None]
    return bool(asked) and all(one.picture is not None for one in asked)


def time_derivation() -> list[float]:
    """Let every derivation of a key add its milliseconds to what is given back."""
    from ally_journal.storage import keys  # noqa: PLC0415 the window has imported it by now

    spent, real = [0.0], keys.stretch

    def stretch(*arguments: object) -> bytes:
        began = time.perf_counter()
        made = real(*arguments)
        spent[0] += since(began)
        return made

    keys.stretch = stretch
    return spent


def paint(window: Measured) -> None:
    """Paint all that is to be painted, now."""
    QApplication.sendPostedEvents()
    window.repaint()


def until(holds: Callable[[], object]) -> None:
    """Let the window live until something holds."""
    end = time.monotonic() + PATIENCE_S
    while True:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if holds():
            return
        if time.monotonic() > end:
            raise TimeoutError(holds.__qualname__)


def settled_kib() -> int:
    """The memory that is held once what is no longer needed is given back."""
    gc.collect()
    trim_memory()
    return resident_kib()


def since(began: float) -> float:
    """Milliseconds."""
    return (time.perf_counter() - began) * 1000


ui.application.MainWindow = Measured
clock = FixedClock(datetime.fromisoformat(sys.argv[3]), sys.argv[4])
sys.exit(ui.application.open_window(Path(sys.argv[1]), clock))
