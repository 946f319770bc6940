from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.answer import Answer
from ui.widgets.button import Button
from ui.widgets.chip_group import ChipGroup
from ui.widgets.date_field import DateField, read_day
from ui.widgets.habit_list import HabitList
from ui.widgets.habit_row import HabitWords
from ui.widgets.heat_map import HeatMap
from ui.widgets.list_field import ListField
from ui.widgets.month_calendar import MonthCalendar
from ui.widgets.people_field import PeopleField
from ui.widgets.scale_control import ScaleControl
from ui.widgets.segmented import Segmented
from ui.widgets.switch import Switch

TODAY = date(2026, 3, 12)
Key = Qt.Key


def keys(qtbot, widget, *pressed):
    for key in pressed:
        qtbot.keyClick(widget, key)


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_a_button_is_pressed_by_space_and_enter(qtbot, theme, key):
    button = shown(qtbot, Button(theme, "Keep it"))
    with qtbot.waitSignal(button.clicked):
        keys(qtbot, button, key)


def test_ctrl_enter_is_left_to_the_page(qtbot, theme):
    button = shown(qtbot, Button(theme, "Keep it"))
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("pressed", "value"),
    [
        ([Key.Key_4], 4),
        ([Key.Key_1], 1),
        ([Key.Key_1, Key.Key_0], 10),
        ([Key.Key_0], 0),
        ([Key.Key_7, Key.Key_Right], 8),
        ([Key.Key_7, Key.Key_Left, Key.Key_Left], 5),
        ([Key.Key_0, Key.Key_Left], 0),
    ],
)
def test_digits_and_arrows_choose_on_a_scale(qtbot, theme, pressed, value):
    scale = shown(qtbot, ScaleControl(theme, "How strong"))
    keys(qtbot, scale, *pressed)
    assert scale.value() == value


def test_a_scale_of_words_says_the_word(qtbot, theme):
    scale = shown(qtbot, ScaleControl(theme, "How much", words=("not at all", "a little")))
    assert scale.value() is None
    keys(qtbot, scale, Key.Key_2)
    assert (scale.value(), scale.accessibleDescription()) == (1, "a little")


def test_arrows_move_the_segment_and_tell_it(qtbot, theme):
    segments = shown(qtbot, Segmented(theme, [("a", "Light"), ("b", "Dark")], "Theme"))
    with qtbot.waitSignal(segments.chosen) as told:
        keys(qtbot, segments, Key.Key_Right)
    assert told.args == ["b"]
    assert segments.accessibleDescription() == "Dark"


def test_a_switch_is_switched_by_space(qtbot, theme):
    switch = shown(qtbot, Switch(theme, "Less motion"))
    keys(qtbot, switch, Key.Key_Space)
    assert switch.isChecked()


def test_arrows_move_between_chips_and_space_chooses(qtbot, theme):
    group = shown(qtbot, ChipGroup(theme, [("a", "calm"), ("b", "glad")]))
    group.chip("a").setFocus()
    keys(qtbot, group.chip("a"), Key.Key_Right)
    keys(qtbot, group.chip("b"), Key.Key_Space)
    assert group.chosen() == ("b",)
    assert group.chip("a").focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_no_more_chips_can_be_chosen_than_asked_for(qtbot, theme):
    group = shown(qtbot, ChipGroup(theme, [(c, c) for c in "abcd"], at_most=2))
    group.set_chosen("ab")
    assert not group.chip("c").isEnabled()
    group.chip("a").click()
    assert group.chip("c").isEnabled()


def test_a_single_choice_replaces_the_one_before(qtbot, theme):
    group = shown(qtbot, ChipGroup(theme, [(c, c) for c in "ab"], single=True))
    group.chip("a").click()
    group.chip("b").click()
    assert group.chosen() == ("b",)


def test_tab_leaves_the_answer(qtbot, theme):
    page = QWidget()
    answer, button = Answer(theme, "What happened?"), Button(theme, "Next")
    column = QVBoxLayout(page)
    column.addWidget(answer)
    column.addWidget(button)
    shown(qtbot, page).activateWindow()
    answer.setFocus()
    keys(qtbot, answer, Key.Key_A, Key.Key_Tab)
    assert answer.text() == "a"
    assert page.focusWidget() is button


def test_enter_opens_the_next_line_of_a_list(qtbot, theme):
    field = shown(qtbot, ListField(theme, "What helped"))
    field.set_lines(["tea"])
    row = field.findChildren(type(field._rows[0].edit))[-1]
    row.setFocus()
    keys(qtbot, row, Key.Key_Return)
    assert len(field._rows) == 2
    assert field.lines() == ("tea",)


def test_a_name_is_added_by_enter(qtbot, theme):
    field = shown(qtbot, PeopleField(theme, known=("Wren",)))
    qtbot.keyClicks(field._line.edit, "Fern")
    keys(qtbot, field._line.edit, Key.Key_Return)
    assert field.names() == ("Fern",)


def test_a_name_that_is_still_typed_counts(qtbot, theme):
    field = shown(qtbot, PeopleField(theme))
    qtbot.keyClicks(field._line.edit, "Fern")
    assert field.names() == ("Fern",)


def test_a_quick_day_counts_from_today(qtbot, theme):
    field = shown(qtbot, DateField(theme, TODAY))
    field._chips.chip("7").click()
    assert field.value() == date(2026, 3, 19)


@pytest.mark.parametrize("text", ["2026-03-26", "26.3.2026", "26/3/2026", "26 March 2026"])
def test_a_written_day_is_read(qapp, text):
    assert read_day(text) == date(2026, 3, 26)


def test_what_is_no_day_is_said_so(qtbot, theme):
    field = shown(qtbot, DateField(theme, TODAY, quick=False))
    qtbot.keyClicks(field._line.edit, "soon")
    keys(qtbot, field._line.edit, Key.Key_Return)
    assert field.value() is None
    assert "not a day" in field._line._note.text()


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Key.Key_Up, date(2026, 3, 11)),
        (Key.Key_Left, date(2026, 3, 5)),
        (Key.Key_PageUp, date(2026, 2, 12)),
        (Key.Key_Right, TODAY),
    ],
)
def test_arrows_and_pages_move_in_a_map_of_days(qtbot, theme, key, day):
    heat = shown(qtbot, HeatMap(theme, "Days"))
    heat.resize(900, 200)
    heat.show_days(date(2025, 10, 1), TODAY, {}, TODAY, date.isoformat)
    keys(qtbot, heat, key)
    assert heat.day() == day
    assert heat.accessibleDescription() == day.isoformat()


def test_enter_opens_the_day(qtbot, theme):
    heat = shown(qtbot, HeatMap(theme, "Days"))
    heat.show_days(date(2026, 1, 1), TODAY, {}, TODAY, date.isoformat)
    with qtbot.waitSignal(heat.day_chosen) as told:
        keys(qtbot, heat, Key.Key_Return)
    assert told.args == [TODAY]


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Key.Key_Space, "mark_asked"),
        (Key.Key_R, "rest_asked"),
        (Key.Key_Delete, "clear_asked"),
    ],
)
def test_keys_mark_rest_and_clear_a_day(qtbot, theme, key, signal):
    month = shown(qtbot, MonthCalendar(theme, "March"))
    month.show_month(2026, 3, {}, TODAY, date.isoformat)
    with qtbot.waitSignal(getattr(month, signal)) as told:
        keys(qtbot, month, key)
    assert told.args == [TODAY]


def test_the_calendar_tells_when_a_day_of_another_month_is_reached(qtbot, theme):
    month = shown(qtbot, MonthCalendar(theme, "March"))
    month.show_month(2026, 3, {}, TODAY, date.isoformat)
    with qtbot.waitSignal(month.day_moved) as told:
        keys(qtbot, month, Key.Key_PageDown)
    assert told.args == [date(2026, 4, 12)]


def test_arrows_choose_a_habit_and_enter_opens_it(qtbot, theme):
    words = HabitWords("Check-in", "daily", (), "3 days", "since", "longest", "", "spoken")
    listed = shown(qtbot, HabitList(theme))
    listed.show_habits([("a", words), ("b", words)])
    rows = list(listed._rows.values())
    with qtbot.waitSignal(listed.chosen) as told:
        keys(qtbot, rows[0], Key.Key_Down)
    assert told.args == ["b"]
    with qtbot.waitSignal(listed.opened) as told:
        keys(qtbot, rows[1], Key.Key_Return)
    assert told.args == ["b"]
