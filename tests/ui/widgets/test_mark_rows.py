"""Marks in rows."""

import pytest

from ui.widgets.mark_rows import MarkRows
from ui.widgets.marks import STEP, MarkState


@pytest.mark.parametrize(("width", "rows"), [(25, 1), (24, 2), (10, 3), (1, 25)])
def test_no_mark_is_left_out(qtbot, theme, width, rows):
    marks = MarkRows(theme, [MarkState.KEPT] * 25, "25 weeks")
    qtbot.addWidget(marks)
    assert marks.heightForWidth(theme.px(STEP) * width) == theme.px(STEP) * rows


def test_it_draws_the_last_mark_in_the_last_row(qtbot, theme):
    marks = MarkRows(theme, [MarkState.KEPT] * 3, "3 weeks")
    qtbot.addWidget(marks)
    step = theme.px(STEP)
    marks.resize(2 * step, 2 * step)
    picture = marks.grab().toImage()
    accent = theme.color("accent").rgb()
    assert picture.pixel(step // 3, step + step // 2) == accent
    assert picture.pixel(step + step // 3, step + step // 2) != accent
