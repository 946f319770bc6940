from datetime import date

import pytest
from PySide6.QtGui import QAccessible

from ui.widgets.answer import Answer
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.chip import Chip
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.code_groups import CodeGroups
from ui.widgets.heat_map import HeatMap
from ui.widgets.icon_button import IconButton
from ui.widgets.line_field import LineField
from ui.widgets.link import Link
from ui.widgets.marks import MarkLine, MarkState, mark_word
from ui.widgets.month_calendar import MonthCalendar
from ui.widgets.nav_item import NavItem
from ui.widgets.practice_row import PracticeRow
from ui.widgets.progress_line import ProgressLine
from ui.widgets.promise_row import PromiseRow
from ui.widgets.round_check import RoundCheck
from ui.widgets.scale_control import ScaleControl
from ui.widgets.segmented import Segmented
from ui.widgets.strength_meter import StrengthMeter
from ui.widgets.switch import Switch
from ui.widgets.table_view import TableView
from ui.widgets.week_dots import WeekDots

OPTIONS = [("a", "One"), ("b", "Two")]
MADE = {
    "Keep it": lambda theme: Button(theme, "Keep it"),
    "See all": lambda theme: Link(theme, "See all"),
    "More": lambda theme: IconButton(theme, "more", "More"),
    "calm": lambda theme: Chip(theme, "calm"),
    "I read it": lambda theme: Check(theme, "I read it"),
    "Done": lambda theme: RoundCheck(theme, "Done"),
    "Less motion": lambda theme: Switch(theme, "Less motion"),
    "Theme": lambda theme: Segmented(theme, OPTIONS, "Theme"),
    "How strong": lambda theme: ScaleControl(theme, "How strong"),
    "What happened?": lambda theme: Answer(theme, "What happened?"),
    "Today": lambda theme: NavItem(theme, "today", "Today"),
    "I slipped up": lambda theme: PracticeRow(theme, "mend", "I slipped up", "4 min"),
    "Writing font": lambda theme: ChoiceBox(theme, OPTIONS, "Writing font"),
    "Chapters": lambda theme: TableView(theme, ["a"], [["b"]], "Chapters"),
    "14 weeks": lambda theme: MarkLine(theme, [MarkState.KEPT], "14 weeks"),
    "Days": lambda theme: HeatMap(theme, "Days"),
    "March 2026": lambda theme: MonthCalendar(theme, "March 2026"),
}


@pytest.mark.parametrize("name", list(MADE))
def test_every_widget_says_its_name(qtbot, theme, name):
    widget = MADE[name](theme)
    qtbot.addWidget(widget)
    spoken = QAccessible.queryAccessibleInterface(widget)
    # A combo box is named by its label there, and says its value as its text.
    is_box = isinstance(widget, ChoiceBox)
    said = widget.accessibleName() if is_box else spoken.text(QAccessible.Text.Name)
    assert said == name


@pytest.mark.parametrize("name", list(MADE))
def test_every_widget_is_painted_in_every_theme_and_state(qtbot, theme, name):
    widget = MADE[name](theme)
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint().expandedTo(widget.minimumSizeHint()))
    for shown in ("dark", "contrast", "light"):
        theme.choose(name=shown, percent=150)
        for enabled in (True, False):
            widget.setEnabled(enabled)
            assert not widget.grab().isNull()


@pytest.mark.parametrize("name", list(MADE))
def test_every_widget_grows_with_the_text(qtbot, theme, name):
    widget = MADE[name](theme)
    qtbot.addWidget(widget)
    before = widget.sizeHint()
    theme.choose(percent=200)
    assert widget.sizeHint().height() >= 1.6 * before.height()


def test_words_that_are_shown_are_also_said(qtbot, theme):
    progress, meter, week = ProgressLine(theme), StrengthMeter(theme), WeekDots(theme)
    for widget in (progress, meter, week):
        qtbot.addWidget(widget)
    progress.show_progress(0.4, "Question 5 of about 12")
    meter.show_strength(0.7, "Hard to guess")
    week.show_week([("M", MarkState.KEPT, True)], "One day of seven")
    said = [widget.accessibleName() for widget in (progress, meter, week)]
    assert said == ["Question 5 of about 12", "Hard to guess", "One day of seven"]


def test_the_code_is_read_out_group_by_group(qtbot, theme):
    code = CodeGroups(theme)
    qtbot.addWidget(code)
    code.show_code("7KQ4-M2XN")
    assert code.accessibleDescription() == "group 1: 7 K Q 4, group 2: M 2 X N"


def test_the_label_of_a_field_is_its_name(qtbot, theme):
    field = LineField(theme, "Passphrase", secret=True)
    qtbot.addWidget(field)
    assert field.edit.accessibleName() == "Passphrase"
    assert field._eye.accessibleName() == "Show what you typed"


def test_a_promise_names_itself_in_its_buttons(qtbot, theme):
    row = PromiseRow(theme, "Ask Wren", "You said", "today")
    qtbot.addWidget(row)
    assert row.check.accessibleName() == "Done: Ask Wren"
    assert row.move_button.accessibleName() == "Move: Ask Wren"


def test_every_mark_has_a_word(qapp):
    words = [mark_word(state) for state in MarkState]
    assert len(set(words)) == len(MarkState)


def test_the_calendar_reads_out_the_day(qtbot, theme):
    month = MonthCalendar(theme, "March")
    qtbot.addWidget(month)
    month.show_month(2026, 3, {}, date(2026, 3, 12), date.isoformat)
    assert month.accessibleDescription() == "2026-03-12"
