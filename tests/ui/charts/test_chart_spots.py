from PySide6.QtCore import QRectF

from ui.charts.chart_frames import LOWEST
from ui.charts.chart_spots import spots_of
from ui.charts.chart_values import ChapterBar, ChaptersChart, StackChart, StrengthChart

STACK = StackChart(
    ("Jan", "Feb", "Mar"),
    (("as it happened", (3.0, None, 1.0)), ("later", (2.0, None, 0.0))),
    ((1, "no entries"),),
)
INSIDE = QRectF(-2, -2, 424, 200)


def test_every_part_of_a_stack_is_a_point_from_the_bottom_up():
    spots = spots_of(STACK, 13, 420, 196)
    assert [spot.key for spot in spots] == [(0, 0), (1, 0), (0, 2)]
    assert spots[0].words == "Jan, as it happened: 3"
    assert spots[1].rect.bottom() <= spots[0].rect.top() + 1
    assert all(INSIDE.contains(spot.rect) for spot in spots)


def test_strength_is_said_at_each_month_and_today():
    chart = StrengthChart(739_000, tuple(n / 100 for n in range(100)), (), "a", "b", "c", "d")
    spots = spots_of(chart, 13, 420, 196)
    assert spots[-1].words.endswith("0.99")
    assert len(spots) == 4
    assert [spot.rect.left() for spot in spots] == sorted(spot.rect.left() for spot in spots)


def test_each_chapter_says_its_days_and_length():
    bars = (
        ChapterBar(739_000, 739_080, 11, "11 weeks", False),
        ChapterBar(739_100, 739_300, 14, "14 weeks so far", True),
    )
    spots = spots_of(ChaptersChart(bars, 739_000, 739_300), 13, 420, 196)
    assert spots[1].words.endswith(": 14 weeks so far")
    assert spots[1].rect.top() < spots[0].rect.top()
    assert all(INSIDE.contains(spot.rect) for spot in spots)


def test_a_chapter_of_one_day_beside_a_long_one_can_be_seen_and_met():
    bars = (
        ChapterBar(739_000, 739_280, 281, "281 days", False),
        ChapterBar(739_300, 739_300, 1, "1 day so far", True),
    )
    spots = spots_of(ChaptersChart(bars, 739_000, 739_300), 13, 420, 196)
    assert spots[1].rect.height() >= 13 * LOWEST - 0.01
    assert spots[1].words.endswith(": 1 day so far")
