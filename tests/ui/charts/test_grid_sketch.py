from dataclasses import replace
from math import radians, sin

from ally_journal.domain.insights import Series
from ui.charts.grid_sketch import GridSketch


def words_of(sketch, width=440):
    return {spot.key: spot.words for spot in sketch.spots(width)}


def test_an_empty_square_invites(sketch):
    assert words_of(sketch("grid"))[0, 3] == "Reply, A system: not yet"
    assert words_of(sketch("grid"))[0, 1] == "Reply, One person: 6"


def test_other_grids_invite_to_nothing(theme, insights):
    cues = GridSketch(theme, insights["grid"], invites=False)
    assert words_of(cues)[0, 3] == "Reply, A system: 0"


def test_few_rows_are_high_and_many_are_low(theme, insights):
    few = GridSketch(theme, insights["grid"], invites=True)
    rows = tuple(Series(str(n), str(n), (1, 1, 1, 1)) for n in range(8))
    many = GridSketch(theme, replace(insights["grid"], series=rows), invites=False)
    assert few.spots(440)[0].rect.height() == 84
    assert many.spots(440)[0].rect.height() == 38


def test_heads_lean_where_columns_are_narrow(theme, insights):
    points = tuple(f"Tired or stressed {n}" for n in range(10))
    rows = (Series("a", "Meeting", (1,) * 10),)
    narrow = GridSketch(theme, replace(insights["grid"], points=points, series=rows), invites=False)
    assert narrow.height(440) > narrow.height(1100)


def narrow_map(theme, insights):
    points = tuple(f"Tired or stressed {n}" for n in range(10))
    rows = (Series("a", "Meeting", (1,) * 10),)
    return GridSketch(theme, replace(insights["grid"], points=points, series=rows), invites=False)


def test_the_narrower_the_columns_the_steeper_the_heads_so_that_none_touch(theme, insights):
    cues = narrow_map(theme, insights)
    wide, narrow = cues._slant(900), cues._slant(300)
    assert wide == 40 < narrow
    apart = (cues._column(300) + theme.px(6)) * sin(radians(narrow))
    assert apart >= theme.line("small") or narrow == 90


def test_a_steep_head_stands_over_the_middle_of_its_column(theme, insights):
    cues = narrow_map(theme, insights)
    assert cues._shift(900) > 0 > cues._shift(300)
    assert -cues._shift(300) <= theme.line("small") / 2
