import pytest
from PySide6.QtCore import QRectF

from ui.charts.dots import SIZES, dots_in

ROOM = QRectF(10, 20, 88, 84)


@pytest.mark.parametrize("number", [0, 1, 4, 7, 30, 90])
def test_all_dots_are_there_and_inside(number):
    radius, centres = dots_in(ROOM, number, 1.0)
    assert len(centres) == number
    assert all(ROOM.contains(centre) for centre in centres)
    assert radius in SIZES


def test_no_two_dots_touch():
    radius, centres = dots_in(ROOM, 40, 1.0)
    gaps = [
        (one - other).manhattanLength()
        for place, one in enumerate(centres)
        for other in centres[place + 1 :]
    ]
    assert min(gaps) > 2 * radius


def test_many_dots_are_smaller():
    assert dots_in(ROOM, 60, 1.0)[0] < dots_in(ROOM, 6, 1.0)[0]


def test_more_than_fit_are_not_drawn():
    assert 0 < len(dots_in(ROOM, 10_000, 1.0)[1]) < 10_000


def test_a_few_dots_stand_in_the_middle():
    _radius, centres = dots_in(ROOM, 3, 1.0)
    assert centres[1] == ROOM.center()


def test_dots_are_as_large_as_they_can_be():
    assert len(dots_in(ROOM, 10_000, 1.0, SIZES[0])[1]) > 16
    assert [dots_in(ROOM, number, 1.0)[0] for number in (16, 17)] == [SIZES[0], SIZES[1]]
