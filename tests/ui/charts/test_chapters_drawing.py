"""The words on chapters: only where they have room, and always on the newest."""

import pytest

from ui.charts import drawing
from ui.charts.chapters_drawing import labels
from ui.charts.chart_values import ChapterBar, ChaptersChart, ChartLook

TOKENS = ("s3", "s4", "ink", "ink2", "ink3", "edge", "surface")
BEGIN, SIZE = 739_000, 13
LENGTHS = (3, 9, 2, 14, 5, 5, 21, 1, 4, 12, 2, 8, 3, 6, 16, 2, 4)


def chart(lengths, *, is_open=True):
    bars, first = [], BEGIN
    for at, length in enumerate(lengths):
        newest = is_open and at == len(lengths) - 1
        words = f"{length} days so far" if newest else f"{length} days"
        bars.append(ChapterBar(first, first + length - 1, length, words, newest))
        first += length + 2
    return ChaptersChart(tuple(bars), BEGIN, first - 3)


def drawn(shown, width, height=196):
    """The boxes of words on bars, those of bars, and how many lines tie them."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    look = ChartLook(tuple((token, "#2A5D6C") for token in TOKENS), "Inter", SIZE, 1.0)
    with mpl.rc_context(drawing._style(look)):
        figure = drawing._figure(shown, look, width, height)
        FigureCanvasAgg(figure).draw()
    (axes,) = figure.axes
    words = [one.get_window_extent() for one in axes.texts if "day" in one.get_text()]
    return words, [one.get_window_extent() for one in axes.patches], len(axes.collections)


@pytest.fixture(autouse=True, scope="module")
def charts_folder(tmp_path_factory):
    drawing.warm_up(tmp_path_factory.mktemp("charts"))


@pytest.mark.parametrize("width", [300, 420, 900, 1100])
@pytest.mark.parametrize("lengths", [LENGTHS, LENGTHS[::-1], (30, *LENGTHS, 1), (7,) * 17])
def test_no_words_lie_over_other_words_or_bars(lengths, width):
    words, bars, _ties = drawn(chart(lengths), width)
    assert words
    for at, one in enumerate(words):
        assert not any(one.overlaps(other) for other in (*words[:at], *bars))


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize("width", [200, 420, 900])
def test_the_newest_is_always_written(width, is_open):
    shown = chart((*LENGTHS, 30, 1), is_open=is_open)
    assert labels(shown, SIZE, width)[0].bar is shown.bars[-1]


def test_words_that_would_lie_over_a_higher_bar_stand_above_it():
    shown = chart((20, 1))
    assert labels(shown, SIZE, 420)[0].foot == 20
    assert [one.bar.length for one in labels(shown, SIZE, 420)] == [1, 20]


def test_a_line_ties_words_above_another_bar_to_their_own():
    assert drawn(chart((20, 1)), 420)[2] == 1
    assert drawn(chart((1, 20)), 420)[2] == 0


def test_where_there_is_room_every_chapter_has_its_words():
    shown = chart((40, 40, 40))
    assert len(labels(shown, SIZE, 420)) == 3
    assert labels(ChaptersChart((), BEGIN, BEGIN), SIZE, 420) == []
