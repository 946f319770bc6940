from dataclasses import replace

from ally_journal.domain.insights import Series
from ui.charts.bars_sketch import BarsSketch


def test_kinds_without_anything_stand_in_a_line(sketch):
    bars = sketch("bars")
    assert {spot.key[1] for spot in bars.spots(440)} == {0, 2}
    assert bars._others == "Not noted so far: Money."


def test_what_can_be_counted_is_dots_and_the_rest_bars(theme, insights):
    many = replace(insights["bars"], series=(Series("a", "a", (200, 0, 100)),))
    dots, bars = BarsSketch(theme, insights["bars"]), BarsSketch(theme, many)
    assert dots._is_counted(440)
    assert not bars._is_counted(440)
    long, short = (spot.rect.width() for spot in bars.spots(440))
    assert abs(long - 2 * short) < 2


def test_one_series_needs_no_legend(theme, insights):
    alone = replace(insights["bars"], series=insights["bars"].series[:1])
    assert BarsSketch(theme, alone).legend_height(440) == 0


def test_each_part_says_what_it_is(sketch):
    assert sketch("bars").spots(440)[0].words == "My role, asked first: 2"
