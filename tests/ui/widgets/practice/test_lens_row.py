"""The quiet button under a long answer, and what is said beside it."""

import pytest
from PySide6.QtTest import QSignalSpy

from ui.widgets.practice.lens_row import LensRow


@pytest.fixture
def row(qtbot, theme):
    row = LensRow(theme)
    qtbot.addWidget(row)
    row.show()
    return row


def test_it_asks_when_it_is_pressed(row):
    spy = QSignalSpy(row.asked)
    row.button.click()
    assert spy.count() == 1
    assert "F7" in row.button.toolTip()


def test_what_came_of_it_stands_beside_it_and_is_read_out(row):
    row.say("Nothing here to look at again.")
    assert row.words == "Nothing here to look at again."
    assert row.button.accessibleDescription() == row.words
    row.say("")
    assert row.words == ""
