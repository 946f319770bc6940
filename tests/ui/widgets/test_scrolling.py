"""What opens is brought into sight."""

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets.scrolling import MARGIN, show_whole


@pytest.fixture
def area(qtbot):
    """A page of 2000 pixels in a window of 300."""
    area = QScrollArea()
    page = QWidget()
    page.resize(280, 2000)
    area.setWidget(page)
    area.resize(300, 300)
    qtbot.addWidget(area)
    area.show()
    return area


@pytest.mark.parametrize("top", [1000, 1900, 320])
def test_what_opened_below_is_seen_whole(area, top):
    opened = QWidget(QWidget(area.widget()))
    opened.parentWidget().setGeometry(0, top, 200, 80)
    opened.resize(200, 80)
    show_whole(opened)
    seen = opened.mapTo(area.viewport(), opened.rect().bottomLeft()).y()
    assert 80 <= seen <= area.viewport().height()


def test_what_is_seen_already_stays_where_it_is(area):
    opened = QWidget(area.widget())
    opened.setGeometry(0, MARGIN, 200, 80)
    show_whole(opened)
    assert area.verticalScrollBar().value() == 0


def test_on_a_page_that_does_not_scroll_nothing_happens(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    opened = QWidget(page)
    opened.setGeometry(0, 900, 20, 20)
    show_whole(opened)
    assert opened.y() == 900
