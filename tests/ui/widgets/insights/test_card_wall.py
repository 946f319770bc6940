import pytest
from PySide6.QtWidgets import QWidget

from ui.widgets.insights.card_wall import CardWall


class Half(QWidget):
    is_wide = False


class Wide(QWidget):
    is_wide = True


@pytest.fixture
def wall(qtbot, theme):
    wall = CardWall(theme)
    qtbot.addWidget(wall)
    wall.resize(1000, 800)
    return wall


def rows(wall):
    return [tuple(row) for row in wall._shown]


def test_halves_stand_in_pairs_and_wide_ones_alone(wall):
    wide, one, two, three = Wide(), Half(), Half(), Half()
    wall.lay_out([wide, one, two, three])
    assert rows(wall) == [(wide,), (one, two), (three,)]


def test_a_wide_one_lets_a_half_find_its_other(wall):
    one, wide, two = Half(), Wide(), Half()
    wall.lay_out([one, wide, two])
    assert rows(wall) == [(one, two), (wide,)]


def test_more_cards_leave_the_others_where_they_are(wall):
    one, two, three = Half(), Half(), Half()
    wall.lay_out([one, two])
    pair = wall.pairs[0]
    wall.lay_out([one, two, three])
    assert wall.pairs == [pair]
    assert one.parent() is wall


def test_a_card_that_becomes_wide_moves(wall):
    one, two = Half(), Half()
    wall.lay_out([one, two])
    two.is_wide = True
    wall.lay_out([one, two])
    assert rows(wall) == [(one,), (two,)]
    assert wall.pairs == []


def test_where_it_is_narrow_pairs_stand_below_each_other(wall):
    wall.lay_out([Half(), Half()])
    wall.set_across(across=False)
    assert wall.pairs[0].direction() == wall.pairs[0].Direction.TopToBottom
