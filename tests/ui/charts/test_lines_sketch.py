from dataclasses import replace

from ui.charts.lines_sketch import LinesSketch


def test_a_gap_is_a_gap(sketch):
    assert 2 not in {spot.key[1] for spot in sketch("lines").spots(440)}


def test_what_is_felt_on_a_scale_has_a_strip_of_its_own(sketch):
    lines = sketch("lines")
    room = lines.room(440)
    assert lines.place(2, 0, room).y() > room.bottom()
    assert lines.place(0, 0, room).y() < room.bottom()


def test_the_ends_of_a_scale_are_said_in_words(sketch):
    said = {spot.key: spot.words for spot in sketch("lines").spots(440)}
    assert said[2, 3] == "Jan, hiding: no"
    assert said[2, 0] == "Oct, hiding: 4"
    assert said[0, 0] == "Oct, given: 3"


def test_a_scale_alone_is_no_strip(theme, insights):
    alone = LinesSketch(theme, replace(insights["lines"], series=insights["lines"].series[2:]))
    room = alone.room(440)
    assert alone.place(0, 0, room).y() <= room.bottom()
