from dataclasses import replace

from ui.charts.pairs_sketch import PairsSketch


def test_a_scale_goes_from_end_to_end(sketch):
    pairs = sketch("pairs")
    room = pairs.room(440)
    assert pairs.scale() == (0.0, 10.0)
    assert (pairs.up(0, room), pairs.up(10, room)) == (room.bottom(), room.top())
    assert pairs.ends() == ("calm", "as strong as it gets")


def test_without_words_the_ends_are_numbers(theme, insights):
    bare = tuple(replace(one, ends=("", "")) for one in insights["pairs"].series)
    assert PairsSketch(theme, replace(insights["pairs"], series=bare)).ends() == ("0", "10")


def test_months_of_days_are_named_once(sketch):
    pairs = sketch("pairs")
    names = [words for _left, words in pairs.names(pairs.room(440))]
    assert names == ["Nov", "Dec", "Jan", "Feb", "Mar"]
