"""Session events: the desktop goes to sleep, locks, or is handed to somebody else (D-Bus, Linux).

From logind on the system's bus: PrepareForSleep, PrepareForShutdown, Lock and whether the session
is the active one. From the screen savers on the session's bus: ActiveChanged. A delay inhibitor
of logind keeps the computer awake until the journal is closed, five seconds at most.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusError,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
)

from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

LOGIND = "org.freedesktop.login1"
MANAGER_PATH = "/org/freedesktop/login1"
MANAGER, SESSION = f"{LOGIND}.Manager", f"{LOGIND}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
# Each has its own path and interface, whoever of the desktop's programs owns the name.
SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
    ("/org/xfce/ScreenSaver", "org.xfce.ScreenSaver"),
)
# The kernel's word for none.
_NO_SESSION = "4294967295"
UNITY_PATH, UNITY = "/com/canonical/Unity/Session", "com.canonical.Unity.Session"

# The stubs want bytes where Qt's own SLOT gives, and the call takes, a str.
_TELL: Any = SLOT("tell()")
_TELL_IF: Any = SLOT("tell_if(bool)")
_CHANGED: Any = SLOT("changed(QString,QVariantMap,QStringList)")
_FOUND: Any = SLOT("found(QDBusObjectPath)")
_HELD: Any = SLOT("held(QDBusUnixFileDescriptor)")
_FAILED: Any = SLOT("failed(QDBusError,QDBusMessage)")


class SessionEvents(QObject):
    """`away`: nobody may be in front of the screen from here on; `back`: that is over."""

    away, back = Signal(), Signal()

    def __init__(
        self,
        system: QDBusConnection | None,
        session: QDBusConnection | None,
        ids: tuple[str, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        """`ids`: what our session may be called; buses that are not there are None."""
        super().__init__(parent)
        self._system, self._session = system, session
        self._ids = list(ids)
        self._awake: QDBusUnixFileDescriptor | None = None
        self._is_wanted = False

    def listen(self) -> None:
        """From now on tell; a bus or a service that is not there costs nothing."""
        if self._session is not None:
            for path, interface in SAVERS:
                self._session.connect("", path, interface, "ActiveChanged", "b", self, _TELL_IF)
            self._session.connect("", UNITY_PATH, UNITY, "Locked", self, _TELL)
        if self._system is not None:
            for name in ("PrepareForSleep", "PrepareForShutdown"):
                self._system.connect(LOGIND, MANAGER_PATH, MANAGER, name, "b", self, _TELL_IF)
            self._ask_for_session()

    def hold(self) -> None:
        """Ask the computer to wait with its sleep until `let_go`."""
        if self._system is None or self._is_wanted:
            return
        self._is_wanted = True
        # Shown by systemd-inhibit to whoever asks: it names no journal.
        words = ["sleep", "Journal", _("A text is being saved."), "delay"]
        self._call("Inhibit", words, _HELD)

    def let_go(self) -> None:
        """Nothing is open any more: let it sleep."""
        self._is_wanted = False
        # The descriptor is closed with its last owner.
        self._awake = None

    @property
    def is_holding(self) -> bool:
        """Whether the computer waits for us."""
        return self._awake is not None

    @Slot()
    def tell(self) -> None:
        """The screen was locked."""
        self.away.emit()

    @Slot(bool)
    def tell_if(self, on: bool) -> None:  # noqa: FBT001 called by the bus
        """It begins, or it ends: time may have passed of which nobody told."""
        (self.away if on else self.back).emit()

    @Slot(str, "QVariantMap", "QStringList")
    def changed(self, interface: str, values: Mapping[str, object], _others: list[str]) -> None:
        """Another session was brought to the front, or ours is marked as locked."""
        is_behind = values.get("Active") is False or values.get("LockedHint") is True
        if interface == SESSION and is_behind:
            self.away.emit()

    @Slot(QDBusObjectPath)
    def found(self, session: QDBusObjectPath) -> None:
        """Our session is known: listen to it."""
        path, bus = session.path(), self._system
        if bus is not None:
            bus.connect(LOGIND, path, SESSION, "Lock", self, _TELL)
            bus.connect(LOGIND, path, PROPERTIES, "PropertiesChanged", "sa{sv}as", self, _CHANGED)

    @Slot(QDBusUnixFileDescriptor)
    def held(self, descriptor: QDBusUnixFileDescriptor) -> None:
        """The computer waits, unless nobody wants that any more."""
        if self._is_wanted:
            self._awake = descriptor

    @Slot(QDBusError, QDBusMessage)
    def failed(self, _error: QDBusError, call: QDBusMessage) -> None:
        """No such session, or no logind: try the next name; sleep is noticed by the clock too."""
        if call.member() == "Inhibit":
            self._is_wanted = False
        else:
            self._ask_for_session()

    def _ask_for_session(self) -> None:
        if self._ids:
            self._call("GetSession", [self._ids.pop(0)], _FOUND)

    def _call(self, name: str, words: list[str], then: Any) -> None:  # noqa: ANN401 a slot, as above
        call = QDBusMessage.createMethodCall(LOGIND, MANAGER_PATH, MANAGER, name)
        call.setArguments(words)
        if self._system is not None:
            self._system.callWithCallback(call, self, then, _FAILED)


def session_events(parent: QObject) -> SessionEvents:
    """Those of this computer."""
    environment = os.environ
    system = QDBusConnection.systemBus() if _has_system_bus(environment) else None
    session = QDBusConnection.sessionBus() if _has_session_bus(environment) else None
    events = SessionEvents(_if_there(system), _if_there(session), session_ids(environment), parent)
    events.listen()
    return events


def session_ids(
    environment: Mapping[str, str], kernel: Path = Path("/proc/self/sessionid")
) -> tuple[str, ...]:
    """What our session may be called: by its own word, then by the kernel's."""
    found = [environment.get("XDG_SESSION_ID", "")]
    with suppress(OSError, UnicodeDecodeError):
        found.append(kernel.read_text(encoding="ascii").strip())
    return tuple(dict.fromkeys(one for one in found if one and one != _NO_SESSION))


def _if_there(bus: QDBusConnection | None) -> QDBusConnection | None:
    return bus if bus is not None and bus.isConnected() else None


def _has_system_bus(environment: Mapping[str, str]) -> bool:
    address = environment.get("DBUS_SYSTEM_BUS_ADDRESS", "")
    return _is_local(address) if address else Path("/run/dbus/system_bus_socket").exists()


def _has_session_bus(environment: Mapping[str, str]) -> bool:
    """Whether there is one; where there is none, asking for it would start a program."""
    address = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return _is_local(address) if address else bool(folder) and Path(folder, "bus").exists()


def _is_local(address: str) -> bool:
    """Whether every way in it is a socket of this computer; we speak to no network."""
    return all(one.startswith("unix:") for one in address.split(";") if one)
