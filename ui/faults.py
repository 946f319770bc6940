"""Faults: our own bugs. What is printed names the kind and the line, never what was in it."""

from __future__ import annotations

import sys
import threading
import warnings
from contextlib import suppress
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QtMsgType, Signal, qInstallMessageHandler

from ally_journal.language import _

if TYPE_CHECKING:
    from types import TracebackType
    from typing import TextIO

    from PySide6.QtCore import QMessageLogContext

    from ui.messages import Messages


# After the first paint.
QUIET_AFTER_MS = 500


class Faults(QObject):
    """Takes the place of Python's and Qt's own hooks."""

    _seen = Signal()

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._seen.connect(self._say)

    def install(self) -> None:
        """From now on nothing of an entry is printed when something fails."""
        sys.excepthook = self._excepted
        sys.unraisablehook = self._unraisable
        threading.excepthook = self._in_thread
        qInstallMessageHandler(_qt_message)
        # What libraries warn of or log may name what they were given.
        warnings.showwarning = _warned  # type: ignore[assignment]  # it is called by position
        QTimer.singleShot(QUIET_AFTER_MS, self, quiet_logs)

    def _excepted(
        self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None
    ) -> None:
        _print(f"{kind.__name__} at {place_of(trace)}")
        if not issubclass(kind, KeyboardInterrupt):
            self._seen.emit()

    def _unraisable(self, fault: sys.UnraisableHookArgs) -> None:
        _print(f"{fault.exc_type.__name__} at {place_of(fault.exc_traceback)}")

    def _in_thread(self, fault: threading.ExceptHookArgs) -> None:
        _print(f"{fault.exc_type.__name__} at {place_of(fault.exc_traceback)}")
        self._seen.emit()

    def _say(self) -> None:
        self._messages.say(
            _("Something did not work just now. What was saved is still saved. You can go on.")
        )


def place_of(trace: TracebackType | None) -> str:
    """The innermost line of ours: "module:line"."""
    place = "?"
    while trace is not None:
        name = str(trace.tb_frame.f_globals.get("__name__", "?"))
        if name.partition(".")[0] in {"ui", "ally_journal", "__main__"} or place == "?":
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _qt_message(kind: QtMsgType, context: QMessageLogContext, _message: str | None) -> None:
    if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        _print(f"Qt: {kind.name} in {context.category or 'default'}")


def _warned(
    _message: Warning | str,
    category: type[Warning],
    file: str,
    line: int,
    _stream: TextIO | None = None,
    _source: str | None = None,
) -> None:
    _print(f"{category.__name__} at {PurePath(file).stem}:{line}")


def quiet_logs() -> None:
    """No library's log is printed; to be called once those that keep one may be loaded."""
    import logging  # noqa: PLC0415 after the first paint

    logging.lastResort = None
    logging.raiseExceptions = False


def _print(line: str) -> None:
    # Where it goes may be gone, such as a terminal that was closed.
    with suppress(OSError, ValueError):
        if sys.stderr is not None:
            sys.stderr.write(line + "\n")
