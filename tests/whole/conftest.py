from __future__ import annotations

import sys

import pytest

from tests.whole.sandbox import Sandbox

SESSIONS = ("journal_session", "command_session", "window_session")
"""Everything that the journal, the command line and the window do, each in a child of its own."""


def pytest_ignore_collect(collection_path):
    """Only Linux has strace, shared memory and modes of files as they are looked at here."""
    return None if sys.platform == "linux" or collection_path.name == "conftest.py" else True


@pytest.fixture
def sandbox(tmp_path):
    return Sandbox(tmp_path)


@pytest.fixture(params=SESSIONS)
def session(request):
    """The module of a session."""
    return f"tests.whole.{request.param}"
