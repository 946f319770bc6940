"""What the desktop tells over D-Bus, with real messages on a private bus."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtDBus import QDBusConnection

from ui.session_events import SessionEvents, session_events, session_ids

LOGIND, PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
MANAGER, SESSION = f"{LOGIND}.Manager", f"{PATH}/session/_37"
# LOCKS=100 make test does the whole hundred of each.
LOCKS = int(os.environ.get("LOCKS", "10"))
WITHIN_S = 1.0
BUS = Path("/usr/bin/dbus-daemon")
pytestmark = pytest.mark.skipif(not BUS.exists(), reason="no message bus is installed here")


def wait_for(holds, seconds=5.0):
    """Let events come in until it holds; the interpreter is free meanwhile."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
    return holds()


def ended(child):
    child.terminate()
    child.wait(10)
    for stream in (child.stdout, child.stderr):
        if stream is not None:
            stream.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A bus of our own."""
    # The path of a socket is short, and that of a test's folder is not.
    path = f"unix:path={tmp_path_factory.mktemp('bus')}/b"
    bus = subprocess.Popen(
        [BUS, "--session", "--nofork", "--print-address", f"--address={path}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert bus.stdout.readline()
    yield path
    ended(bus)


@pytest.fixture(scope="module")
def logind(address):
    file = Path(__file__).with_name("fake_logind.py")
    child = subprocess.Popen([sys.executable, file, address], stdout=subprocess.PIPE)
    assert child.stdout.readline() == b"ready\n"
    yield
    ended(child)


@pytest.fixture
def send(address):
    """Send a message with the bus's own tool: `send(path, interface.name, argument)`."""

    def act(*arguments, to=None, ask=False):
        flags = [f"--bus={address}", *([f"--dest={to}"] if to else ["--type=signal"])]
        flags += ["--print-reply=literal"] if ask else []
        return subprocess.run(
            ["/usr/bin/dbus-send", *flags, *arguments], check=True, capture_output=True, text=True
        ).stdout

    return act


@pytest.fixture
def ask(send, logind):
    """Ask our logind: `ask("Held")`."""
    return lambda name, *given: send(PATH, f"{MANAGER}.{name}", *given, to=LOGIND, ask=True).strip()


@pytest.fixture
def bus(address):
    name = f"ours-{time.monotonic_ns()}"
    yield QDBusConnection.connectToBus(address, name)
    QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def events(qtbot, bus, logind):
    """Listening, in session 7; `heard` grows by each call to be away."""
    made = SessionEvents(bus, bus, ("no such one", "7"))
    made.heard = []
    made.away.connect(lambda: made.heard.append(True))
    made.listen()
    # What was asked before is answered before: the first session, then the second, then to listen.
    for _round in range(3):
        made.hold()
        assert wait_for(lambda: made.is_holding)
        made.let_go()
    return made


@pytest.mark.parametrize("name", ["PrepareForSleep", "PrepareForShutdown"])
def test_sleep_and_shutdown_are_noticed_when_they_begin(events, ask, name):
    words = [f"string:{word}" for word in (PATH, MANAGER, name)]
    ask("Send", *words, "boolean:false")
    ask("Send", *words, "boolean:true")
    assert wait_for(lambda: events.heard)
    assert len(events.heard) == 1


def test_waking_up_is_told_too(qtbot, events, ask):
    with qtbot.waitSignal(events.back):
        words = (PATH, MANAGER, "PrepareForSleep")
        ask("Send", *(f"string:{word}" for word in words), "boolean:false")
    assert not events.heard


def test_a_lock_of_our_session_is_noticed(events, ask):
    ask("Send", *(f"string:{word}" for word in (SESSION, f"{LOGIND}.Session", "Lock")))
    assert wait_for(lambda: events.heard)


@pytest.mark.parametrize(
    ("name", "value", "tells"),
    [("Active", False, True), ("Active", True, False), ("LockedHint", True, True)],
)
def test_a_switch_to_another_person_is_noticed(events, ask, name, value, tells):
    ask("Change", f"string:{name}", f"boolean:{str(value).lower()}")
    assert wait_for(lambda: events.heard, 5 if tells else 0.2) == ([True] if tells else [])


@pytest.mark.parametrize(
    ("path", "interface"),
    [
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
        ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
        ("/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
        ("/org/xfce/ScreenSaver", "org.xfce.ScreenSaver"),
    ],
)
def test_every_screen_saver_is_noticed_when_it_begins(events, send, path, interface):
    send(path, f"{interface}.ActiveChanged", "boolean:false")
    send(path, f"{interface}.ActiveChanged", "boolean:true")
    assert wait_for(lambda: events.heard)
    assert len(events.heard) == 1


def test_a_message_of_another_shape_is_left_alone(events, send):
    send("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "string:on")
    send("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged")
    assert not wait_for(lambda: events.heard, 0.3)


def test_the_lock_of_unity_is_noticed(events, send):
    send("/com/canonical/Unity/Session", "com.canonical.Unity.Session.Locked")
    assert wait_for(lambda: events.heard)


def test_nobody_else_can_speak_for_logind(events, send):
    send(PATH, f"{MANAGER}.PrepareForSleep", "boolean:true")
    assert not wait_for(lambda: events.heard, 0.3)


def test_sleep_waits_while_a_journal_is_open(events, ask):
    events.hold()
    events.hold()
    assert wait_for(lambda: events.is_holding)
    assert ask("Held") == "int32 1"
    events.let_go()
    assert ask("Held") == "int32 0"


def test_what_is_granted_too_late_is_let_go_at_once(events, ask):
    events.hold()
    events.let_go()
    assert not wait_for(lambda: events.is_holding, 0.3)
    assert ask("Held") == "int32 0"


def test_a_computer_without_logind_costs_nothing(qtbot, bus):
    events = SessionEvents(bus, None, ("7",))
    events.listen()
    SessionEvents(None, None).listen()
    events.let_go()
    assert not events.is_holding


def test_our_session_is_named_by_itself_or_by_the_kernel(tmp_path):
    kernel = tmp_path / "sessionid"
    kernel.write_text("12\n")
    assert session_ids({"XDG_SESSION_ID": "7"}, kernel) == ("7", "12")
    kernel.write_text("4294967295")
    assert session_ids({}, kernel) == ()
    assert session_ids({}, tmp_path / "not there") == ()


@pytest.mark.parametrize("address", ["tcp:host=127.0.0.1,port=1", ""])
def test_no_bus_of_a_network_is_spoken_to_and_none_is_started(qtbot, monkeypatch, address):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "tcp:host=127.0.0.1,port=1")
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    events = session_events(None)
    assert (events._system, events._session) == (None, None)
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"] == address


EVENTS = {
    "sleep": ("Send", f"string:{PATH}", f"string:{MANAGER}", "string:PrepareForSleep"),
    "lock": ("Send", f"string:{SESSION}", f"string:{LOGIND}.Session", "string:Lock"),
    "switch": ("Change", "string:Active", "boolean:false"),
}
SAVER = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged")


@pytest.mark.parametrize("name", [*EVENTS, "saver"])
def test_each_of_them_locks_the_window_within_a_second(window, events, ask, send, name):
    window.locking.events = events
    heard, took = [], []
    events.away.connect(lambda: heard.append(time.monotonic()))
    events.away.connect(window.locking.due)
    for _round in range(LOCKS):
        open_again(window)
        assert wait_for(lambda: events.is_holding)
        heard.clear()
        if name == "saver":
            send(*SAVER, "boolean:true")
        else:
            ask(*EVENTS[name], *(["boolean:true"] if name == "sleep" else []))
        assert wait_for(lambda: window.desk._journal is None and not window.desk.is_open)
        took.append(time.monotonic() - heard[0])
        assert wait_for(lambda: not events.is_holding)
    assert max(took) < WITHIN_S


def open_again(window):
    window.desk.unlock("marigold under the stairs", window.desk.messages.fail)
    assert wait_for(lambda: window.desk.is_open)
