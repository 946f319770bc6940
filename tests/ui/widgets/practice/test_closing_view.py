"""The end of a walk: its next steps and what stands above them."""

import pytest

from ui.widgets.practice.closing_view import PROMISE, ClosingView, NextStep
from ui.widgets.text import Text

LISTED = NextStep(PROMISE, "loop", "It is on your list")
OFFER = NextStep("offer:0", "pen", "Free writing")


@pytest.mark.parametrize(
    ("steps", "head"),
    [([LISTED], "On your list"), ([LISTED, OFFER], "If you want one next step")],
)
def test_the_head_fits_the_steps(qtbot, theme, steps, head):
    view = ClosingView(theme, "Small and clear.")
    qtbot.addWidget(view)
    view.show_steps(steps)
    assert head in [one.text() for one in view.findChildren(Text)]
