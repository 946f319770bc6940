"""Typing @ in a long answer, as a person at the keyboard or with a mouse."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.person import Person
from ally_journal.domain.practice import Kind, Step
from ui.models.known_names import KnownNames
from ui.widgets.editors.asked import EditorTools
from ui.widgets.editors.factory import editor_for

PEOPLE = (
    Person("1", "Wren", role="Works in delivery", entries=3, aliases=("Bird",)),
    Person("2", "Willow", entries=9),
    Person("3", "Kit Blue"),
)


@pytest.fixture
def added():
    return []


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def editor(qtbot, theme, added, window):
    """A long answer in a window of its own, with the caret in it."""
    names = KnownNames(PEOPLE, added.append)
    step = Step("a", "Tell it.", Kind.LONG)
    made = editor_for(step, EditorTools(theme, date(2026, 3, 12), names.names, names))
    column = QVBoxLayout(window)
    column.addWidget(made)
    window.resize(720, 520)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.focus_first()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def offers(editor):
    popup = editor.completion.popup
    return [] if popup is None else [one.words for one in popup.offers]


def press(editor, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(editor.field, key, modifier)


def type_in(editor, text):
    QTest.keyClicks(editor.field, text)


def test_an_at_offers_the_names_used_most(editor):
    type_in(editor, "I asked @")
    assert offers(editor) == ["Willow", "Wren", "Kit Blue"]
    type_in(editor, "wr")
    assert offers(editor) == ["Wren", "Add “wr”"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_enter_and_tab_write_the_name(editor, key):
    type_in(editor, "I asked @wr")
    press(editor, key)
    type_in(editor, " and")
    assert editor.value() == "I asked Wren and"
    assert editor.field.hasFocus()
    assert offers(editor) == []


def test_arrows_choose_and_go_round(editor):
    type_in(editor, "@w")
    press(editor, Qt.Key.Key_Up)
    press(editor, Qt.Key.Key_Up)
    press(editor, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_Return)
    assert editor.value() == "Wren"


def test_escape_leaves_what_was_typed_and_asks_no_more(editor):
    type_in(editor, "@wr")
    press(editor, Qt.Key.Key_Escape)
    type_in(editor, "e")
    assert offers(editor) == []
    press(editor, Qt.Key.Key_Return)
    assert editor.value() == "@wre\n"
    type_in(editor, "@wr")
    assert offers(editor) == ["Wren", "Add “wr”"]


def test_another_name_of_somebody_writes_the_made_up_one(editor):
    type_in(editor, "(@bird")
    press(editor, Qt.Key.Key_Return)
    assert editor.value() == "(Wren"


def test_a_name_that_nobody_has_is_added(editor, added):
    type_in(editor, "@Rowan")
    assert offers(editor) == ["Add “Rowan”"]
    press(editor, Qt.Key.Key_Return)
    type_in(editor, " and @row")
    assert editor.value() == "Rowan and @row"
    assert offers(editor)[0] == "Rowan"
    assert added == ["Rowan"]


def test_a_name_of_two_words_is_found_by_both(editor):
    type_in(editor, "@kit b")
    assert offers(editor) == ["Kit Blue"]
    press(editor, Qt.Key.Key_Tab)
    assert editor.value() == "Kit Blue"


@pytest.mark.parametrize("text", ["wren@", "a@w", "@ w", "@wren left", "@@w", "w"])
def test_an_address_or_other_text_offers_nothing(editor, text):
    type_in(editor, text)
    assert offers(editor) == []


def test_enter_is_a_line_end_where_nothing_is_offered(editor):
    type_in(editor, "@wren left")
    press(editor, Qt.Key.Key_Return)
    type_in(editor, "x")
    assert editor.value() == "@wren left\nx"


def test_keys_with_control_are_not_taken(editor):
    type_in(editor, "@w")
    press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Wi" not in str(editor.value())


def test_a_caret_that_goes_elsewhere_closes_the_list(editor):
    type_in(editor, "so @w")
    press(editor, Qt.Key.Key_Home)
    assert offers(editor) == []
    press(editor, Qt.Key.Key_End)
    assert offers(editor) == []


def test_leaving_the_text_closes_the_list(editor, qtbot):
    type_in(editor, "@w")
    editor.field.clearFocus()
    qtbot.waitUntil(lambda: offers(editor) == [])


def test_a_press_of_the_mouse_writes_the_name(editor):
    type_in(editor, "@w")
    popup = editor.completion.popup
    QTest.mouseMove(popup, popup._line(1).center().toPoint())
    at = popup._line(1).center().toPoint()
    QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=at)
    assert editor.value() == "Wren"
    assert editor.field.hasFocus()


def test_a_press_beside_the_lines_writes_nothing(editor):
    type_in(editor, "@w")
    popup = editor.completion.popup
    QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(3, 1))
    assert editor.value() == "@w"


def test_the_list_stands_inside_the_window_near_the_caret(editor, window):
    type_in(editor, "a" * 58 + " @w")
    popup = editor.completion.popup
    assert window.rect().contains(popup.geometry())
    type_in(editor, "x")
    editor.field.set_text("\n".join(["line"] * 30))
    editor.focus_first()
    QTest.keyClick(editor.field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    type_in(editor, " @w")
    popup = editor.completion.popup
    assert window.rect().contains(popup.geometry())


def test_a_screen_reader_is_told_the_line(editor):
    type_in(editor, "@w")
    assert editor.completion.popup.accessibleDescription() == "Willow"
    press(editor, Qt.Key.Key_Down)
    assert editor.completion.popup.accessibleDescription() == "Wren"


def test_one_undo_takes_the_name_back(editor):
    type_in(editor, "@wr")
    press(editor, Qt.Key.Key_Return)
    editor.field.undo()
    assert editor.value() == "@wr"


def test_a_text_that_is_shown_offers_nothing(editor):
    editor.set_value("I asked @w")
    assert offers(editor) == []


def test_forgetting_leaves_no_names_on_the_screen(editor):
    type_in(editor, "@w")
    popup = editor.completion.popup
    editor.forget()
    assert popup.offers == ()
    assert popup.isHidden()
