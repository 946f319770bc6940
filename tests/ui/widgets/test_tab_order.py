"""Where Tab goes: region by region, then as one reads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from ui.widgets.tab_order import Grouped, neighbour, stops


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(400, 400)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def region(window):
    """A region with buttons: `region(("a", x, y), …)`."""

    def make(*places):
        part = QWidget(window)
        part.resize(400, 400)
        for name, x, y in places:
            button = QPushButton(name, part)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.move(x, y)
        return part

    return make


@pytest.fixture
def shown(qtbot, window):
    def show():
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=5_000)

    return show


def names(found):
    return [one.text() for one in found]


def test_one_reads_from_the_top_and_from_the_left(region, shown):
    part = region(("last", 0, 90), ("second", 90, 0), ("first", 0, 0))
    shown()
    assert names(stops(part)) == ["first", "second", "last"]


def test_what_cannot_be_used_now_is_no_stop(region, shown):
    part = region(("hidden", 0, 0), ("off", 0, 30), ("mouse", 0, 60), ("stop", 0, 90))
    hidden, off, mouse, _stop = part.findChildren(QPushButton)
    hidden.hide()
    off.setEnabled(False)
    mouse.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    shown()
    assert names(stops(part)) == ["stop"]


def test_scrolling_does_not_change_the_order(window, region, shown):
    part = region(("first", 0, 0), ("last", 0, 900))
    part.resize(300, 1000)
    area = QScrollArea(window)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(part)
    shown()
    area.verticalScrollBar().setValue(800)
    assert names(stops(area)) == ["first", "last"]


@pytest.mark.parametrize(
    ("here", "on", "back"), [("a", "b", "d"), ("b", "c", "a"), ("d", "a", "c")]
)
def test_after_the_last_region_the_first_one_comes(region, shown, here, on, back):
    parts = [region(("a", 0, 0), ("b", 0, 30)), region(("c", 0, 0), ("d", 0, 30))]
    shown()
    next(one for part in parts for one in stops(part) if one.text() == here).setFocus()
    assert neighbour(parts, forward=True).text() == on
    assert neighbour(parts, forward=False).text() == back


def test_from_nowhere_one_begins_at_an_end(region, shown):
    part = region(("a", 0, 0), ("b", 0, 30))
    shown()
    part.findChildren(QPushButton)[0].clearFocus()
    ends = [neighbour([part], forward=forward).text() for forward in (True, False)]
    assert ends == ["a", "b"]


def test_a_hidden_region_is_passed_over(region, shown):
    gone, here = region(("gone", 0, 0)), region(("here", 0, 0))
    gone.hide()
    shown()
    assert neighbour([gone, here], forward=True).text() == "here"
    assert neighbour([gone], forward=True) is None


def test_what_stands_a_little_lower_in_a_row_is_still_read_from_the_left(region, shown):
    part = region(("move", 200, 10), ("done", 10, 12), ("below", 0, 60))
    shown()
    assert [one.text() for one in stops(part)] == ["done", "move", "below"]


class Pair(Grouped):
    def tab_parts(self):
        return tuple(self.findChildren(QWidget, "part"))


def test_a_group_stays_together_although_what_stands_beside_is_higher(window, region):
    whole = region(("above", 0, 0), ("below", 0, 300))
    pair = Pair(whole)
    pair.setGeometry(0, 50, 400, 200)
    for name, x, y in (("told", 0, 40), ("written", 200, 0)):
        part = QWidget(pair, objectName="part")
        part.setGeometry(x, 0, 200, 200)
        QPushButton(name, part).move(0, y)
    for one in whole.findChildren(QPushButton):
        one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    assert names(stops(whole)) == ["above", "told", "written", "below"]
