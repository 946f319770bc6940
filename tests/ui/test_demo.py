"""The demonstration: its content fits the practices, and a picture comes of it."""

import pytest
from PySide6.QtGui import QImage

from ally_journal.clock import FixedClock
from ally_journal.domain.promise import PromiseState
from ally_journal.errors import TargetExists
from ally_journal.journal import Journal
from ally_journal.storage.keys import KdfCost
from ui.demo.content import LAST_DAY, ZONE, first_moment, live_through, moment, read_content
from ui.demo.hand import Hand
from ui.demo.making import make_demo
from ui.demo.pictures import Album
from ui.main_window import MainWindow

CHEAP = KdfCost(19 * 1024, 1, 1)


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """The half year, lived through."""
    content = read_content()
    clock = FixedClock(first_moment(content), ZONE)
    folder = tmp_path_factory.mktemp("lived") / "Journal.ally"
    journal, _code = Journal.create(folder, "x", clock, CHEAP)
    live_through(content, journal, clock)
    yield journal
    journal.close()


def test_half_a_year_is_kept_whole(lived):
    content = read_content()
    trashed = sum("trashed" in entry for entry in content.entries)
    kept = len(content.entries) + len(content.checkins["days"]) - trashed
    assert lived.reading.count() == kept
    assert lived.verify() == ()


def test_three_promises_are_due_soon(lived):
    assert len(lived.promises.due(LAST_DAY)) >= 3


def test_promises_stand_in_every_way(lived):
    states = {one.state for one in lived.promises.all(open_only=False)}
    assert states >= {PromiseState.DONE, PromiseState.MOVED, PromiseState.DROPPED}
    assert PromiseState.CHECKED in states


def test_nothing_lies_after_the_last_evening(lived):
    assert all(one.created <= moment(0) for one in lived.reading.find("", limit=200))


def test_everybody_is_made_up(lived):
    assert {one.name for one in lived.people.all()} == set(read_content().people)


def test_no_folder_with_something_in_it_is_used(tmp_path):
    (tmp_path / "mine.txt").touch()
    with pytest.raises(TargetExists):
        next(iter(make_demo(tmp_path)))


def test_a_picture_is_taken_in_both_looks(locked_desk, qtbot, tmp_path):
    window = MainWindow(locked_desk)
    qtbot.addWidget(window)
    window.show()
    hand = Hand(window, locked_desk)
    album = Album(hand, tmp_path)
    hand.settle()
    album.take("unlock")
    light, dark = (QImage(str(one)) for one in album.told())
    assert (light.width(), light.height()) == (1280, 800)
    assert light.pixelColor(1270, 10).lightness() > dark.pixelColor(1270, 10).lightness()
