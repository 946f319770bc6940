import os
import subprocess
import sys

import pytest

from ui.charts.chart_values import ChapterBar, ChaptersChart, ChartLook, StackChart, StrengthChart
from ui.charts.drawing import draw, warm_up

TOKENS = ("s1", "s2", "s3", "s4", "ink", "ink2", "ink3", "line", "edge", "surface")
CHARTS = [
    ChaptersChart(
        (
            ChapterBar(739_000, 739_080, 11, "11 weeks", False),
            ChapterBar(739_100, 739_300, 14, "14 weeks so far", True, ((739_150, 739_160),)),
        ),
        739_000,
        739_300,
    ),
    StrengthChart(
        739_000,
        tuple(n / 100 for n in range(100)),
        ((739_020, 739_030),),
        "faint",
        "half",
        "full",
        "pause",
    ),
    StackChart(
        ("Jan", "Feb"),
        (("as it happened", (3.0, None)), ("someone told me", (2.0, None))),
        ((1, "no entries"),),
    ),
]


def look(ratio=1.0, family="Inter", size=13):
    return ChartLook(tuple((token, "#2A5D6C") for token in TOKENS), family, size, ratio)


@pytest.fixture(autouse=True, scope="module")
def charts_folder(tmp_path_factory):
    warm_up(tmp_path_factory.mktemp("charts"))


def test_matplotlib_comes_only_with_the_first_picture():
    code = (
        "import sys, ui.charts.chart_view, ui.pages.insights; sys.exit('matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ}, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("chart", CHARTS, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_picture_is_as_large_as_the_screen_asks(chart, ratio):
    picture = draw(chart, look(ratio), 420, 196)
    assert (picture.width, picture.height) == (round(420 * ratio), round(196 * ratio))
    assert len(picture.pixels) == picture.width * picture.height * 4


@pytest.mark.parametrize("chart", CHARTS, ids=lambda one: type(one).__name__)
def test_something_is_drawn_on_a_clear_ground(chart):
    alphas = draw(chart, look(), 420, 196).pixels[3::4]
    assert alphas[0] == 0
    assert sum(alpha > 0 for alpha in alphas) > 500


@pytest.mark.parametrize("chart", CHARTS, ids=lambda one: type(one).__name__)
def test_any_size_of_card_and_type_can_be_drawn(chart):
    for width, height, size in ((60, 60, 13), (1200, 400, 26), (200, 30, 26)):
        assert draw(chart, look(size=size), width, height).pixels


def test_a_family_that_is_not_there_says_nothing(caplog, capfd):
    assert draw(CHARTS[0], look(family="No Such Family"), 420, 196).pixels
    assert not caplog.records
    assert not capfd.readouterr().err


def test_a_single_day_can_be_drawn():
    assert draw(StrengthChart(739_000, (0.05,), (), "a", "b", "c", "d"), look(), 420, 196).pixels
