from dataclasses import replace

from ui.charts.lanes_sketch import LanesSketch


def test_each_thing_says_where_it_stands(sketch):
    said = [spot.words for spot in sketch("lanes").spots(940)]
    assert said[0] == "Put the name back, Planned, planned for tomorrow"
    assert said[1] == "Say sorry, Owned"


def test_each_thing_leads_to_its_entry(sketch):
    assert sketch("lanes").entries() == {(0, 1): ("e1",), (2, 3): ("e3",)}


def test_where_it_is_narrow_the_track_stands_below(sketch):
    lanes = sketch("lanes")
    assert lanes.height(440) > lanes.height(940)


def test_a_few_are_shown_and_more_on_request(theme, insights):
    many = replace(insights["lanes"], lanes=insights["lanes"].lanes * 5)
    assert len(LanesSketch(theme, many).lanes) == 8
    assert len(LanesSketch(theme, many, 40).lanes) == 15
