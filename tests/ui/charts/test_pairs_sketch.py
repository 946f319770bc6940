from dataclasses import replace

from ui.charts.pairs_sketch import MOST, PairsSketch, latest


def test_a_pair_is_one_point_with_all_its_values(sketch):
    spots = sketch("pairs").spots(440)
    assert len(spots) == 7
    assert spots[0].words.endswith("before 7, after 4")
    assert spots[3].words.endswith("before 6")


def test_a_pair_leads_to_each_entry_once(sketch):
    assert sketch("pairs").entries() == {(0, 0): ("e1",), (0, 5): ("e2",)}


def test_the_latest_are_shown_with_their_own_entries(insights):
    drop = latest(insights["pairs"], 3)
    assert drop.points == insights["pairs"].points[-3:]
    assert drop.entries == {(1, 1): ("e2",)}
    assert [one.values for one in drop.series] == [(9, None, 7), (6, 4, 5)]


def test_very_many_pairs_still_fit(theme, insights):
    pairs = insights["pairs"]
    many = replace(
        pairs,
        points=pairs.points * 20,
        days=pairs.days * 20,
        series=tuple(replace(one, values=one.values * 20) for one in pairs.series),
    )
    assert len(PairsSketch(theme, many).insight.points) == MOST


def test_stronger_stands_higher(sketch):
    pairs = sketch("pairs")
    room = pairs.room(440)
    assert pairs.place(0, 4, room).y() < pairs.place(1, 4, room).y()
