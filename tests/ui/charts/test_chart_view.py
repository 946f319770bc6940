import gc

import pytest
from PySide6.QtCore import Qt

from ui.background import Background
from ui.charts.chart_values import ChartLook, StackChart
from ui.charts.chart_view import ChartView
from ui.charts.drawer import Drawer
from ui.charts.drawing import Picture
from ui.messages import Messages

CHART = StackChart(("Jan",), (("as it happened", (3.0,)), ("later", (2.0,))), ())


@pytest.fixture
def drawer(qtbot):
    background = Background(Messages())
    drawer = Drawer(background)
    yield drawer
    background.close()


@pytest.fixture
def view(qtbot, theme, drawer):
    view = ChartView(theme, drawer)
    qtbot.addWidget(view)
    view.resize(400, view.height())
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_chart_is_drawn_aside_and_shown(qtbot, view):
    view.show_chart(CHART, "So far: 3 as it happened.")
    qtbot.waitUntil(lambda: view.picture is not None, timeout=20_000)
    assert view.picture.deviceIndependentSize().toSize() == view.size()
    assert view.accessibleName() == "So far: 3 as it happened."


def test_shown_again_it_is_there_at_once(qtbot, view):
    view.show_chart(CHART, "words")
    qtbot.waitUntil(lambda: view.picture is not None, timeout=20_000)
    view.show_chart(None, "")
    view.show_chart(CHART, "words")
    assert view.picture is not None


def test_another_theme_draws_it_again(qtbot, view, theme):
    view.show_chart(CHART, "words")
    qtbot.waitUntil(lambda: view.picture is not None, timeout=20_000)
    before = view.picture.toImage()
    theme.choose(name="dark")
    qtbot.waitUntil(lambda: view.picture.toImage() != before, timeout=20_000)


def test_another_width_draws_it_again(qtbot, view):
    view.show_chart(CHART, "words")
    qtbot.waitUntil(lambda: view.picture is not None, timeout=20_000)
    view.resize(500, view.height())
    qtbot.waitUntil(lambda: view.picture.deviceIndependentSize().width() == 500, timeout=20_000)


def test_nothing_stays_after_forgetting(qtbot, view, drawer):
    view.show_chart(CHART, "words")
    qtbot.waitUntil(lambda: view.picture is not None, timeout=20_000)
    drawer.forget()
    view.show_chart(None, "")
    assert view.picture is None


def test_what_is_held_is_drawn_afterwards(qtbot, view, drawer):
    drawer.hold()
    view.show_chart(CHART, "words")
    qtbot.wait(50)
    assert view.picture is None
    drawer.go_on()
    qtbot.waitUntil(lambda: view.picture is not None, timeout=20_000)


def test_what_waits_is_forgotten_too(qtbot, view, drawer):
    drawer.hold()
    view.show_chart(CHART, "words")
    drawer.forget()
    drawer.go_on()
    told = []
    drawer._background.aside(lambda: None, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert view.picture is None


def test_what_was_imported_to_draw_is_not_gone_through_again(qtbot, drawer):
    gc.unfreeze()
    drawer.warm()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=20_000)


def test_warming_up_leaves_the_collector_on(qtbot, drawer):
    drawer.warm()
    told = []
    drawer._background.aside(lambda: None, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert gc.isenabled()


def test_the_parts_of_a_stack_can_be_stood_on(qtbot, view):
    told = []
    view.opened.connect(told.append)
    view.show_chart(CHART, "words", {(1, 0): ("e1",)})
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.accessibleDescription() == "Jan, later: 2. Enter opens the entry."
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told == [("e1",)]


def test_a_file_has_twice_the_size(view):
    view.show_chart(CHART, "words")
    assert view.saved_as()[1].ratio == 2.0


def test_only_the_last_pictures_are_kept(qtbot, drawer, monkeypatch):
    monkeypatch.setattr("ui.charts.drawer.MOST_KEPT", 2)
    keys = [(CHART, ChartLook((), "Inter", 13, 1.0), width, 1) for width in (1, 2, 3)]
    for key in keys:
        drawer._take(key, lambda _key: None, Picture(bytes(4), 1, 1))
    assert [drawer.kept(key) is None for key in keys] == [True, False, False]
