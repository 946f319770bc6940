from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ally_journal.domain.insights import Form
from ui.charts.sketches import is_wide, sketch_of

FORMS = ("grid", "bars", "lanes", "pairs", "lines", "timeline", "map")


def painted(sketch, width):
    image = QImage(width, sketch.height(width), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    sketch.paint(painter, width)
    painter.end()
    return image


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [240, 440, 940])
def test_every_point_lies_inside_the_picture(sketch, form, width):
    one = sketch(form)
    room = QRectF(0, 0, width, one.height(width)).adjusted(-10, -10, 10, 10)
    spots = one.spots(width)
    assert spots
    assert all(room.contains(spot.rect) for spot in spots)
    assert all(spot.words for spot in spots)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [60, 240, 440, 940])
def test_something_is_painted_at_every_width(sketch, form, width):
    image = painted(sketch(form), width)
    assert any(image.pixelColor(x, y).alpha() for x in range(width) for y in range(image.height()))


@pytest.mark.parametrize("form", FORMS)
def test_larger_type_makes_a_higher_picture(sketch, theme, form):
    one = sketch(form)
    before = one.height(440)
    theme.choose(percent=200)
    one.forget_sizes()
    assert one.height(880) > before * 1.5


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_every_theme_has_its_own_picture(sketch, theme, form, name):
    light = painted(sketch(form), 440)
    theme.choose(name=name)
    assert painted(sketch(form), 440) != light


@pytest.mark.parametrize("form", FORMS)
def test_each_point_has_one_place(sketch, form):
    keys = [spot.key for spot in sketch(form).spots(440)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("form", FORMS)
def test_entries_belong_to_points_that_are_there(sketch, form):
    one = sketch(form)
    assert set(one.entries()) <= {spot.key for spot in one.spots(440)}


def test_too_little_is_no_sketch(theme, insights):
    assert sketch_of(theme, replace(insights["grid"], count=4)) is None


def test_words_and_what_is_drawn_otherwise_are_no_sketch(theme, insights):
    for form in (Form.WORDS, Form.STACK):
        assert sketch_of(theme, replace(insights["grid"], form=form)) is None


def test_boards_and_maps_take_the_whole_width(insights):
    assert [name for name, one in insights.items() if is_wide(one)] == ["lanes", "map"]
    assert not is_wide(replace(insights["lanes"], count=0, fewest=1))


def test_a_grid_of_many_columns_takes_it_too(insights):
    many = replace(insights["grid"], points=tuple("abcdefg"))
    assert is_wide(many)
