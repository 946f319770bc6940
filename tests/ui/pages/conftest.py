"""What the tests of pages share: writing and reading behind a page, and where it leads."""

import pytest


@pytest.fixture
def write(desk, settle):
    """Change the journal and give what was made: `write(lambda journal: …)`."""

    def change(call):
        made = []
        desk.write(call, made.append)
        settle(desk)
        return made[0]

    return change


@pytest.fixture
def read(desk, settle):
    """Ask the journal: `read(lambda journal: …)`."""

    def ask(call):
        found = []
        desk.ask(call, found.append, owner=desk)
        settle(desk)
        return found[0]

    return ask


@pytest.fixture
def visits(desk):
    """The places that the page asked for, as they come."""
    places = []
    desk.visit.connect(places.append)
    return places
