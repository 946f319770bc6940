"""Faults: our own bugs. What is printed names the kind and the line, never what was in it."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler

from ally_journal.language import _

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

    from ui.messages import Messages


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


def _print(line: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(line + "\n")
