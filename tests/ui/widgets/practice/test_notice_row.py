"""The one notice above the footer of a practice."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.link import Link
from ui.widgets.practice.notice_row import NoticeRow


@pytest.fixture
def row(qtbot, theme):
    row = NoticeRow(theme)
    qtbot.addWidget(row)
    return row


def test_it_takes_no_room_until_it_says_something(row):
    assert row.isHidden()
    row.say_wrong("This is not a day.")
    assert not row.isHidden()
    assert (row.shown, row.sentence) == ("wrong", "This is not a day.")


def test_it_says_one_thing_at_a_time(row):
    row.say_late()
    row.say_failed("The disk is full.")
    assert row.shown == "failed"
    assert "The disk is full." in row.sentence
    assert len([one for one in row._banners.values() if not one.isHidden()]) == 1


@pytest.mark.parametrize(("say", "key"), [("say_late", "late"), ("say_pause", "pause")])
def test_a_press_on_its_link_tells_which_notice_it_was(qtbot, row, say, key):
    getattr(row, say)()
    row.show()
    with qtbot.waitSignal(row.acted, timeout=1_000) as told:
        qtbot.keyClick(row.findChild(Link), Qt.Key.Key_Return)
    assert told.args == [key]


def test_only_the_notice_that_is_meant_goes(row):
    row.say_failed("The disk is full.")
    row.clear("late")
    assert row.shown == "failed"
    row.clear("failed")
    assert (row.shown, row.sentence, row.isHidden()) == ("", "", True)


def test_clearing_nothing_is_fine(row):
    row.clear()
    assert row.isHidden()
