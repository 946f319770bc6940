"""What is written to one place of a packet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.packet import RemarkKind
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.coach.comment_card import CommentCard
from ui.widgets.coach.comment_column import CommentColumn


@pytest.fixture
def column(theme, writing, qtbot):
    made = CommentColumn(theme, writing, "1.1.1", offer="Comment here")
    qtbot.addWidget(made)
    made.show()
    return made


def shown(column, kind):
    return [one for one in column.findChildren(kind) if one.isVisible()]


def press(column, words):
    next(one for one in shown(column, Button) if one.words == words).click()


def test_it_offers_a_comment_while_there_is_none(column):
    assert column.add.isVisible()
    column.add.click()
    assert not column.add.isVisible()
    assert column.is_written


def test_a_comment_is_typed_and_kept_by_the_button(column, qtbot):
    column.begin()
    qtbot.keyClicks(column.field, "Good.")
    press(column, "Keep the comment")
    (card,) = shown(column, CommentCard)
    assert card.accessibleName() == "Good."


def test_control_and_enter_keep_it_and_enter_alone_is_a_new_line(column, writing, qtbot):
    column.begin()
    qtbot.keyClicks(column.field, "One")
    qtbot.keyClick(column.field, Qt.Key.Key_Return)
    qtbot.keyClicks(column.field, "two")
    qtbot.keyClick(column.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert writing.notes.notes[0].text == "One\ntwo"


def test_letting_it_go_leaves_nothing(column, writing, qtbot):
    column.begin()
    qtbot.keyClicks(column.field, "Hm.")
    press(column, "Let it go")
    assert writing.notes.is_empty
    assert column.add.isVisible()


def test_a_kept_one_is_written_again_and_one_more_begun(column, writing, qtbot):
    column.begin()
    writing.type("One.")
    writing.keep()
    shown(column, CommentCard)[0].more.click()
    qtbot.keyClicks(column.field, "Two.")
    writing.keep()
    shown(column, CommentCard)[0].edit.click()
    assert column.field.text() == "One."
    assert len(shown(column, CommentCard)) == 1


def test_it_can_be_a_question(column, writing, qtbot):
    column.begin()
    qtbot.keyClicks(column.field, "Who?")
    shown(column, Chip)[0].click()
    writing.keep()
    assert writing.notes.notes[0].kind is RemarkKind.QUESTION


def test_beginning_again_goes_on_with_what_is_being_written(column, writing, qtbot):
    column.begin()
    writing.type("half")
    column.begin()
    assert writing.notes.writing.text == "half"
