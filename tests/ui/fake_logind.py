"""A child: logind as far as the journal asks it, on the private bus of a test.

python tests/ui/fake_logind.py ADDRESS. It answers GetSession for "7" alone, counts what is held by
Inhibit ("Held" gives how many), and sends what "Send" is asked for: a path, interface and name of a
signal, and its argument; "Change" tells of a property of the session.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)
from typing_extensions import override

NAME, PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
SESSION = f"{PATH}/session/_37"


class Logind(QDBusVirtualObject):
    """Takes every call below its path."""

    def __init__(self):
        super().__init__()
        self.pipes = []

    @override
    def introspect(self, _path):
        return ""

    @override
    def handleMessage(self, message, bus):
        act = {"GetSession": self.session, "Inhibit": self.inhibit, "Held": self.held}
        if message.member() in {"Send", "Change"}:
            send = send_signal if message.member() == "Send" else send_change
            send(bus, *message.arguments())
            return bus.send(message.createReply())
        answer = act[message.member()](*message.arguments())
        if answer is None:
            return bus.send(message.createErrorReply(f"{NAME}.NoSuchSession", "no"))
        reply = message.createReply()
        reply.setArguments([answer])
        return bus.send(reply)

    def session(self, key):
        return QDBusObjectPath(SESSION) if key == "7" else None

    def inhibit(self, what, _who, _why, mode):
        if (what, mode) != ("sleep", "delay"):
            return None
        out, into = os.pipe()
        os.set_blocking(out, False)
        self.pipes.append(out)
        descriptor = QDBusUnixFileDescriptor(into)  # it holds a copy of its own
        os.close(into)
        return descriptor

    def held(self):
        return sum(is_held(out) for out in self.pipes)


def send_signal(bus, path, interface, name, *arguments):
    signal = QDBusMessage.createSignal(path, interface, name)
    signal.setArguments(arguments)
    bus.send(signal)


def send_change(bus, name, value):
    properties = "org.freedesktop.DBus.Properties"
    changed = (f"{NAME}.Session", {name: value}, ["IdleHint"])
    send_signal(bus, SESSION, properties, "PropertiesChanged", *changed)


def is_held(out):
    """Whether somebody still has the other end: else there is an end of file to be read."""
    try:
        return os.read(out, 1) != b""
    except BlockingIOError:
        return True


if __name__ == "__main__":
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(sys.argv[1], "fake")
    logind = Logind()
    kind = QDBusConnection.VirtualObjectRegisterOption.SubPath
    assert bus.registerVirtualObject(PATH, logind, kind)
    assert bus.registerService(NAME)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.exit(app.exec())
