"""The first window: a second start on the same journal raises it, and opens no other.

The windows of one person speak over a socket file in their runtime folder (a named pipe on
Windows), never over a network. Where its name is too long for a socket, they meet in a folder of
theirs below /tmp. Whatever is wrong there - a file left by a crash, a window that does not answer -
costs only this convenience: the second start then opens a window of its own, and the lock of the
journal says whether it may.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtNetwork import QLocalServer, QLocalSocket
    from PySide6.QtWidgets import QWidget

TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 Wayland's name for the right to come to the front
CONNECT_MS, ANSWER_MS = 500, 1_500
LONGEST = 8_192
TRIES, TRY_S = 10, 0.05
_RAISED = b"raised\n"
LONGEST_PATH = 100
"""Bytes; the system takes 107, and Qt makes the socket under another name of some length first."""
SHORT = Path(os.sep, "tmp")
_SYSTEM_HAS_FILES = sys.platform != "win32"


class Standing(Enum):
    """Which window this is."""

    FIRST = "first"
    """Others raise it from now on."""
    SECOND = "second"
    """There is one, and it was raised."""
    ALONE = "alone"
    """It cannot be found out; it stands for itself."""


class FirstWindow(QObject):
    """Listens for later starts on the same journal."""

    raised = Signal(str)  # Wayland's token, or nothing

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None
        self._place: Path | None = None

    def stand(self, place: Path | None) -> Standing:
        """Be the first window on a journal, if there is none yet; else raise that one.

        Args:
            place: the socket of the journal, from `paths.window_socket`.
        """
        if self._server is not None and self._place == place:
            return Standing.FIRST
        self.close()
        if place is not None:
            with suppress(OSError), _one_at_a_time(_within_reach(place).parent):
                return self._take(place)
        return Standing.ALONE

    def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _take(self, place: Path) -> Standing:
        answer = ask(place)
        if answer is not None:
            return Standing.SECOND if answer else Standing.ALONE
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 not part of the start

        QLocalServer.removeServer(_name(place))
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(_name(place)):
            server.deleteLater()
            return Standing.ALONE
        server.newConnection.connect(self._called)
        self._server, self._place = server, place
        return Standing.FIRST

    def _called(self) -> None:
        server = self._server
        call = server.nextPendingConnection() if server is not None else None
        if call is not None:
            call.setParent(self)
            call.disconnected.connect(call.deleteLater)
            call.readyRead.connect(self._heard)
            self._hear(call)

    def _heard(self) -> None:
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 not part of the start

        call = self.sender()
        if isinstance(call, QLocalSocket):
            self._hear(call)

    def _hear(self, call: QLocalSocket) -> None:
        """Answer once the whole line is there; whoever sends more is not one of us."""
        if call.bytesAvailable() > LONGEST:
            call.abort()
        elif call.canReadLine():
            token = bytes(call.readLine().data()).decode(errors="replace").rstrip("\n")
            call.write(_RAISED)
            call.flush()
            call.disconnectFromServer()
            self.raised.emit(token if token.isascii() and token.isprintable() else "")


def raise_first(place: Path) -> bool:
    """Raise the window that listens there; whether there is one that answered."""
    return ask(place) is True


def bring_up(window: QWidget, token: str) -> None:
    """Bring a window to the front; `token` is Wayland's right to do so, for Qt to find."""
    if token:
        os.environ[TOKEN] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def ask(place: Path) -> bool | None:
    """Ask the window that listens there; None: nobody does. False: it does not answer so."""
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 not part of the start

    try:
        name = _name(place)
    except OSError:
        return None
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(CONNECT_MS):
        return None
    socket.write(os.environ.get(TOKEN, "").encode(errors="replace") + b"\n")
    socket.flush()
    while not socket.canReadLine():
        if not socket.waitForReadyRead(ANSWER_MS):
            return False
    return socket.readLine().data() == _RAISED


def _name(place: Path) -> str:
    """A file, or the name of a pipe on Windows."""
    return str(_within_reach(place)) if _SYSTEM_HAS_FILES else f"ally-journal-{place.name}"


def _within_reach(place: Path) -> Path:
    """The place, or one with a short name in its stead, in a folder of this person alone.

    Raises:
        OSError: that folder cannot be made, or it is not theirs alone.
    """
    if not _SYSTEM_HAS_FILES:
        return place
    if len(os.fsencode(place)) <= LONGEST_PATH:
        with suppress(FileNotFoundError):
            _check_theirs(place.parent.stat(), stat.S_IWGRP | stat.S_IWOTH)
        return place
    import hashlib  # noqa: PLC0415 not part of the start, as a rule

    folder = SHORT / f"ally-journal-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    _check_theirs(folder.lstat(), stat.S_IRWXG | stat.S_IRWXO)
    return folder / f"{hashlib.sha256(os.fsencode(place)).hexdigest()[:16]}.socket"


def _check_theirs(found: os.stat_result, others: int) -> None:
    """Make sure that a folder is this person's, and that `others` may not do that there."""
    if not stat.S_ISDIR(found.st_mode) or found.st_mode & others or found.st_uid != os.getuid():
        raise PermissionError


@contextmanager
def _one_at_a_time(runtime: Path) -> Iterator[None]:
    """Let two starts not take the place of each other; the system frees this when one dies.

    Raises:
        OSError: there is no such folder, or whoever has it does not go on.
    """
    if not _SYSTEM_HAS_FILES:
        yield
        return
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(runtime, os.O_RDONLY)
    try:
        _hold(handle)
        yield
    finally:
        os.close(handle)


def _hold(handle: int) -> None:
    import fcntl  # noqa: PLC0415 not on Windows

    for _try in range(TRIES):
        with suppress(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        time.sleep(TRY_S)
    raise TimeoutError
