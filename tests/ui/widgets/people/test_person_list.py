import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.models.people import PeopleModel, PersonRow
from ui.theme import Theme
from ui.widgets.people.people_pane import PeoplePane
from ui.widgets.people.person_list import PersonList

ROWS = tuple(PersonRow(str(number), f"Leaf {number}", "", number % 2) for number in range(30))


@pytest.fixture
def made(qtbot, theme):
    made = PersonList(theme)
    model = PeopleModel(made)
    model.show_rows(ROWS)
    made.setModel(model)
    qtbot.addWidget(made)
    made.resize(340, 300)
    made.show()
    return made


def test_choosing_by_the_program_tells_nobody(made):
    heard = []
    made.chosen.connect(heard.append)
    made.choose(3)
    assert heard == []
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert heard == [4]


def test_the_ring_goes_around_the_current_row_or_the_list(made):
    made.choose(1)
    assert made.visualRect(made.currentIndex()).intersects(made.focus_shape()[0])
    made.verticalScrollBar().setValue(made.verticalScrollBar().maximum())
    assert made.focus_shape()[0].height() > 100


def test_letters_go_to_a_name_that_begins_so(made):
    made.choose(0)
    QTest.keyClicks(made, "leaf 2")
    assert made.currentIndex().row() == 2


def test_a_menu_is_asked_for_by_key_and_by_mouse(made):
    asked = []
    made.menu_asked.connect(lambda row, place: asked.append(row))
    made.choose(2)
    for reason, place in (
        (QContextMenuEvent.Reason.Keyboard, QPoint()),
        (QContextMenuEvent.Reason.Mouse, QPoint(60, 10)),
    ):
        event = QContextMenuEvent(reason, place, made.mapToGlobal(place))
        QApplication.sendEvent(made.viewport(), event)
    assert asked == [2, 0]


def test_nothing_is_pressed_below_the_rows(made):
    heard = []
    made.pressed_row.connect(heard.append)
    made.model().show_rows(ROWS[:1])
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 250))
    QTest.mouseClick(made.viewport(), Qt.MouseButton.RightButton, pos=QPoint(50, 20))
    assert heard == []


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_pane_is_painted_in_every_theme_and_size(qtbot, qapp, name, percent):
    theme = Theme(name, percent=percent, less_motion=True)
    theme.apply(qapp)
    pane = PeoplePane(theme)
    qtbot.addWidget(pane)
    model = PeopleModel(pane)
    model.show_rows(ROWS)
    pane.list.setModel(model)
    pane.list.choose(0)
    pane.show_state(has_rows=True, unused=1)
    pane.resize(340, 600)
    pane.show()
    assert not pane.grab().isNull()
    assert "1 name has" in pane.tidy.sentence
