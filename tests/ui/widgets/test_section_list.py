"""Sections of a page: a list, or a drop-down where there is no room."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.choice_box import ChoiceBox
from ui.widgets.nav_item import NavItem
from ui.widgets.section_list import SectionList

SECTIONS = (("look", "leaf", "Look"), ("lock", "lock", "Lock"))


@pytest.fixture
def sections(qtbot, theme):
    made = SectionList(theme, SECTIONS, "Settings")
    qtbot.addWidget(made)
    made.show()
    made.show_current("look")
    made.heard = []
    made.chosen.connect(made.heard.append)
    return made


def item(sections, key):
    return sections.findChild(NavItem, key)


def test_a_press_asks_and_the_page_decides_where_one_is(qtbot, sections):
    qtbot.mouseClick(item(sections, "lock"), Qt.MouseButton.LeftButton)
    assert sections.heard == ["lock"]
    assert not item(sections, "lock").isChecked()
    sections.show_current("lock")
    assert [item(sections, key).isChecked() for key in ("look", "lock")] == [False, True]


def test_pressing_where_one_is_leaves_it_marked(qtbot, sections):
    qtbot.keyClick(item(sections, "look"), Qt.Key.Key_Return)
    assert sections.heard == ["look"]
    assert item(sections, "look").isChecked()


def test_narrow_it_is_a_drop_down_that_stands_at_the_same_place(qtbot, sections):
    box = sections.findChild(ChoiceBox)
    sections.fit(narrow=True)
    assert (box.isVisible(), item(sections, "look").isVisible()) == (True, False)
    assert box.value() == "look"
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert sections.heard == ["lock"]


def test_wide_again_the_list_is_back(sections):
    sections.fit(narrow=True)
    sections.fit(narrow=False)
    assert item(sections, "look").isVisible()
    assert not sections.findChild(ChoiceBox).isVisible()


def test_showing_where_one_is_asks_for_nothing(sections):
    sections.show_current("lock")
    assert sections.heard == []
