import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent

from ui.charts.sketch_view import SketchView


@pytest.fixture
def view(qtbot, theme, sketch):
    view = SketchView(theme)
    qtbot.addWidget(view)
    view.show_sketch(sketch("grid"), "Where I act. So far with one person.")
    view.resize(440, view.heightForWidth(440))
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def opened(view):
    told = []
    view.opened.connect(told.append)
    return told


def test_it_is_one_tab_stop_and_says_what_it_shows(view):
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert view.accessibleName() == "Where I act. So far with one person."


def test_the_point_is_read_out(view, qtbot):
    view.setFocus()
    assert view.accessibleDescription() == "Reply, Myself: 2"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    said = "Reply, One person: 6. Enter opens the 2 entries."
    assert view.accessibleDescription() == said


def test_enter_opens_the_entries_of_a_point(view, qtbot, opened):
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == []
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == [("e1", "e2")]


def test_a_press_opens_them_too(view, qtbot, opened):
    spot = next(one for one in view.points() if one.key == (1, 0))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint())
    assert opened == [("e3",)]


def test_another_button_opens_nothing(view, qtbot, opened):
    spot = next(one for one in view.points() if one.key == (1, 0))
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=spot.rect.center().toPoint())
    assert opened == []


def test_the_hand_shows_where_something_leads_somewhere(view, qtbot):
    leading, empty = (
        next(one for one in view.points() if one.key == key) for key in ((0, 1), (0, 3))
    )
    qtbot.mouseMove(view, leading.rect.center().toPoint())
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(view, empty.rect.center().toPoint())
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_ring_goes_around_the_point(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_End)
    rect, _radius = view.focus_shape()
    assert rect == view.points()[-1].rect.toAlignedRect()


def test_a_tooltip_says_the_point(view, monkeypatch):
    said = []
    monkeypatch.setattr("ui.charts.pointed.QToolTip.showText", lambda *args: said.append(args[1]))
    place = view.points()[0].rect.center().toPoint()
    help_event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
    assert view.event(help_event)
    assert said == ["Reply, Myself: 2"]


def test_a_tooltip_takes_no_words_for_markup(view, monkeypatch):
    said = []
    monkeypatch.setattr("ui.charts.pointed.QToolTip.showText", lambda *args: said.append(args[1]))
    monkeypatch.setattr(view, "spoken", lambda _spot: "Ask <b>Fern</b>")
    place = view.points()[0].rect.center().toPoint()
    view.event(QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert "<b>" not in said[0]


def test_keys_of_the_page_are_left_to_it(view, qtbot, opened):
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.focus_shape()[0] == view.points()[0].rect.toAlignedRect()


def test_without_a_sketch_it_is_no_tab_stop(view):
    view.show_sketch(None, "")
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert view.heightForWidth(440) == 0


def test_another_size_moves_the_points(view, theme):
    before = view.points()[0].rect
    theme.choose(percent=150)
    assert view.points()[0].rect != before
    assert view.heightForWidth(440) > 200
