"""Where dots are painted: below the words of a find, line by line, also after scrolling."""

import pytest
from PySide6.QtGui import QColor, QTextCursor

from ui.widgets.answer import Answer
from ui.widgets.practice.lens_marks import LensMarks, line_places

TEXT = "Fern and moss grow by the wall, where the sun does not come. " * 4


@pytest.fixture
def field(qtbot, theme):
    field = Answer(theme, "What?")
    qtbot.addWidget(field)
    field.resize(420, 200)
    field.set_text(TEXT)
    field.show()
    qtbot.waitExposed(field)
    return field


def find(field, start, end):
    place = QTextCursor(field.document())
    place.setPosition(start)
    place.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return place


def inked(widget, color):
    image = widget.grab().toImage()
    return sum(
        image.pixelColor(x, y).rgb() == color.rgb()
        for x in range(image.width())
        for y in range(image.height())
    )


def test_a_word_stands_on_one_line_and_a_passage_on_several(field):
    assert len(list(line_places(field, find(field, 0, 4)))) == 1
    places = list(line_places(field, find(field, 0, 130)))
    assert len(places) > 2
    assert [one.top() for one in places] == sorted(one.top() for one in places)


def test_a_word_stands_where_the_caret_would(field):
    (place,) = line_places(field, find(field, 9, 13))
    caret = field.cursorRect(find(field, 9, 9))
    assert abs(place.left() - caret.left()) <= 1
    assert caret.top() <= place.bottom() <= caret.bottom()


def test_marks_follow_what_is_scrolled(field):
    field.set_text(TEXT * 5)
    (before,) = line_places(field, find(field, 0, 4))
    field.verticalScrollBar().setValue(40)
    (after,) = line_places(field, find(field, 0, 4))
    assert before.top() - after.top() == 40


def test_dots_are_painted_and_go_again(field, theme):
    marks = LensMarks(field)
    honey = QColor(theme.color("honey"))
    assert not inked(field, honey)
    marks.show_finds([find(field, 0, 8)], find(field, 0, 8))
    assert inked(field, honey)
    assert marks.geometry() == field.viewport().geometry()
    marks.clear()
    assert not inked(field, honey)


def test_marks_are_as_large_as_what_is_written_on(field):
    marks = LensMarks(field)
    field.resize(300, 200)
    assert marks.size() == field.viewport().size()


def test_painting_leaves_the_colours_of_the_theme_alone(field, theme):
    before = theme.color("honey").alpha()
    LensMarks(field).show_finds([find(field, 0, 8)], find(field, 0, 8))
    field.grab()
    assert theme.color("honey").alpha() == before
