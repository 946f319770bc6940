import pytest
from PySide6.QtCore import QRectF, Qt

from ui.charts.point_keys import next_by_key

Key = Qt.Key
GRID = [QRectF(x * 50, y * 40, 40, 30) for y in range(2) for x in range(3)]


@pytest.mark.parametrize(
    ("at", "key", "to"),
    [
        (0, Key.Key_Right, 1),
        (1, Key.Key_Left, 0),
        (1, Key.Key_Down, 4),
        (4, Key.Key_Up, 1),
        (0, Key.Key_Up, 0),
        (2, Key.Key_Home, 0),
        (2, Key.Key_End, 5),
        (0, Key.Key_A, None),
    ],
)
def test_a_key_leads_to_the_nearest_point_in_its_direction(at, key, to):
    assert next_by_key(GRID, at, key) == to


def test_at_the_end_of_a_row_the_next_one_begins():
    assert next_by_key(GRID, 2, Key.Key_Right) == 3
    assert next_by_key(GRID, 3, Key.Key_Left) == 2


def test_right_and_right_again_reach_every_point():
    at, seen = 0, {0}
    for _step in range(len(GRID)):
        at = next_by_key(GRID, at, Key.Key_Right)
        seen.add(at)
    assert seen == set(range(len(GRID)))


def test_what_lies_far_aside_is_not_in_that_direction():
    aside, here, below = (QRectF(x, y, 10, 10) for x, y in ((20, 200), (0, 0), (0, 40)))
    assert next_by_key([aside, here, below], 1, Key.Key_Right) == 2
