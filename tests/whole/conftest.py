from __future__ import annotations

import sys

import pytest

from tests.whole.sandbox import Sandbox

SESSIONS = ("journal_session", "command_session", "window_session")
"""Everything that the journal, the command line and the window do, each in a child of its own."""


@pytest.fixture
def sandbox(tmp_path):
    if sys.platform != "linux":
        pytest.skip("only Linux has strace, shared memory and modes of files as they are used here")
    return Sandbox(tmp_path)


@pytest.fixture(params=SESSIONS)
def session(request):
    """The module of a session."""
    return f"tests.whole.{request.param}"
