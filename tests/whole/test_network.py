"""No network: watched from outside while everything is done once, and looked for in the code."""

from __future__ import annotations

import ast
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
