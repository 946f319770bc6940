"""No network: watched from outside while everything is done once, and looked for in the code."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.whole.traces import network_calls, watching

ROOT = Path(__file__).resolve().parents[2]
SPEAKING = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "multiprocessing", "nntplib",
    "poplib", "requests", "select", "selectors", "smtplib", "socket", "socketserver", "ssl",
    "telnetlib", "urllib", "urllib3", "webbrowser", "websockets", "xmlrpc",
    "QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebSockets", "QtNetworkAuth",
}  # fmt: skip
OURS = [
    ROOT / "main.py",
    *(path for one in ("ally_journal", "ui", "resources") for path in (ROOT / one).rglob("*.py")),
]


# The sockets of one computer, which have no address; Qt keeps them beside the others.
ON_THIS_COMPUTER = {"QLocalServer", "QLocalSocket"}


def imported(path):
    """The parts of the names of everything that a file imports."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (part for one in node.names for part in one.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            names = {one.name for one in node.names}
            if path.name == "first_window.py" and names <= ON_THIS_COMPUTER:
                continue
            yield from (node.module or "").split(".")
            yield from (one.name for one in node.names)


def test_a_session_opens_no_socket_of_a_network(sandbox, session):
    trace = sandbox.traces / "network"
    done = sandbox.run(session, before=watching(trace, "network"))
    assert done.code == 0, done.err.decode()
    assert network_calls(trace) == []


def test_the_watch_sees_a_socket_where_there_is_one(sandbox):
    trace = sandbox.traces / "network"
    sandbox.run("tests.whole.speaking_session", before=watching(trace, "network"))
    assert network_calls(trace)


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_that_speaks_to_a_network_is_imported(path):
    assert not SPEAKING & set(imported(path))


def cut_off():
    """The command behind which there is no network; where the system has none, the watch."""
    alone = ("unshare", "--map-root-user", "--net")
    possible = subprocess.run([*alone, "true"], capture_output=True, check=False)
    return () if possible.returncode else alone


def test_where_there_is_no_network_everything_is_done_as_ever(sandbox, session):
    trace = sandbox.traces / "network"
    done = sandbox.run(session, before=cut_off() or watching(trace, "network"))
    assert done.code == 0, done.err.decode()


def test_behind_that_command_there_is_no_network():
    names = "import socket; print([name for _number, name in socket.if_nameindex()])"
    done = subprocess.run(
        [*cut_off(), sys.executable, "-c", names], capture_output=True, text=True, check=True
    )
    assert not cut_off() or done.stdout in {"[]\n", "['lo']\n"}
