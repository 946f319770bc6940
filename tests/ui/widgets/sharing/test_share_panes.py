"""The steps side by side, or one by one."""

import pytest
from PySide6.QtWidgets import QLabel

from ui.widgets.card import Card
from ui.widgets.sharing.share_panes import CHOOSE, DONE, READ, SEAL, SharePanes


@pytest.fixture
def panes(theme, shown):
    cards = {step: Card(theme) for step in (CHOOSE, READ, SEAL, DONE)}
    return shown(SharePanes(theme, QLabel("head"), cards), width=1064, height=600)


@pytest.mark.parametrize(("step", "number"), [(CHOOSE, 2), (READ, 2), (SEAL, 1), (DONE, 1)])
def test_where_there_is_room_the_first_two_stand_side_by_side(panes, step, number):
    panes.show_step(step, is_wide=True)
    assert len(panes.shown()) == number


def test_else_each_is_a_page_with_the_head_in_it(panes):
    panes.show_step(READ, is_wide=False)
    (only,) = panes.shown()
    assert only.isAncestorOf(panes._head)


def test_choosing_is_as_wide_as_designed(panes, theme):
    panes.show_step(CHOOSE, is_wide=True)
    assert panes.shown()[0].width() == theme.px(318)
