import pytest

from ui.theme import Theme


@pytest.fixture
def theme(qapp):
    made = Theme("light", less_motion=True)
    made.apply(qapp)
    return made
