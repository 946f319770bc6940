"""A page that scrolls."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.widgets.scroll_page import ScrollPage


@pytest.fixture
def page(qtbot, theme):
    page = ScrollPage(theme, widest=300, margins=(20, 0, 20, 0), centred=True)
    page.column.addWidget(QWidget())
    page.resize(800, 400)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_a_scroll_bar_does_not_move_what_is_centred(page, qtbot):
    before = page.content.x()
    page.content.setMinimumHeight(2_000)
    qtbot.waitUntil(page.verticalScrollBar().isVisible, timeout=1_000)
    qtbot.waitUntil(lambda: page.content.x() == before, timeout=1_000)


def test_without_room_beside_it_the_content_takes_what_there_is(page, qtbot):
    page.resize(300, 400)
    page.content.setMinimumHeight(2_000)
    qtbot.waitUntil(page.verticalScrollBar().isVisible, timeout=1_000)
    margins = page._outer.contentsMargins()
    assert margins.left() == margins.right()
