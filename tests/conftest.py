"""What every test shares: a state folder of its own, never that of whoever runs the tests."""

import pytest


@pytest.fixture(autouse=True)
def state_home(tmp_path_factory, monkeypatch):
    """Where what is remembered of journals goes; children of a test have it too."""
    place = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(place))
    return place
