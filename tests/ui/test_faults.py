"""Nothing of an entry is printed when something fails."""

import logging
import sys
import threading
import warnings

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning

from ui.faults import Faults, _warned, quiet_logs
from ui.messages import Messages

SECRET = "SECRETMARKER"


@pytest.fixture
def faults(qtbot, monkeypatch):
    for name in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    messages = Messages()
    made = Faults(messages)
    made.install()
    yield messages
    qInstallMessageHandler(None)


def test_the_hook_names_the_kind_and_the_line_only(qtbot, faults, capfd):
    with qtbot.waitSignal(faults.said) as said:
        try:
            int(SECRET)
        except ValueError:
            sys.excepthook(*sys.exc_info())
    printed = capfd.readouterr().err
    assert "ValueError at " in printed
    assert SECRET not in printed + said.args[0]


def test_a_thread_s_fault_is_told_the_same_way(qtbot, faults, capfd):
    with qtbot.waitSignal(faults.said):
        thread = threading.Thread(target=lambda: int(SECRET))
        thread.start()
        thread.join()
    printed = capfd.readouterr().err
    assert "ValueError" in printed
    assert SECRET not in printed


def test_qt_s_own_messages_are_not_printed_out(faults, capfd):
    qWarning(SECRET)
    printed = capfd.readouterr().err
    assert QtMsgType.QtWarningMsg.name in printed
    assert SECRET not in printed


def test_what_a_library_warns_of_or_logs_is_not_printed_out(faults, capfd, monkeypatch):
    monkeypatch.setattr(logging, "lastResort", logging.lastResort)
    monkeypatch.setattr(logging, "raiseExceptions", True)
    logger = logging.getLogger("of a library")
    quiet_logs()
    logger.warning("about %s", SECRET)
    logger.handle(logger.makeRecord("", 40, "", 1, "too few: %s %s", (SECRET,), None))
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = _warned
        warnings.warn(SECRET, UserWarning, stacklevel=1)
    printed = capfd.readouterr().err
    assert "UserWarning at test_faults:" in printed
    assert SECRET not in printed


def test_a_terminal_that_is_gone_is_no_fault(faults, monkeypatch):
    monkeypatch.setattr(sys, "stderr", Gone())
    sys.excepthook(ValueError, ValueError(SECRET), None)


class Gone:
    def write(self, _line):
        raise BrokenPipeError
