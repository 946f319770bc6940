import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.region_page import BarredPage


class Page(BarredPage):
    """Its body comes before its bar in the order of Tab."""

    def __init__(self, theme):
        super().__init__(theme, "Journal")
        self.widths = []
        self.body = QWidget()
        self.button = QPushButton("on", self.body)
        self.stand_below(self.body)

    def regions(self):
        return [self.body, self.bar]

    def restyle(self):
        self.widths.append(self.width())


@pytest.fixture
def page(theme, shown):
    return shown(Page(theme), width=800, height=400)


def test_the_body_takes_all_the_room_below_the_bar(page):
    assert page.bar.y() == 0
    assert page.body.geometry().getRect() == (0, page.bar.height(), 800, 400 - page.bar.height())


def test_a_change_of_size_is_followed(page):
    page.resize(500, 400)
    assert page.widths[-1] == 500


def test_tab_goes_through_the_regions_in_their_order(page, qtbot):
    page.activateWindow()
    page.button.setFocus()
    qtbot.keyClick(page.button, Qt.Key.Key_Tab)
    assert page.bar.back.hasFocus()
