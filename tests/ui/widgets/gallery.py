"""Draws every component to pictures, to be looked at: run it as a module with a folder."""

from __future__ import annotations

import os
import sys
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Theme
from ui.widgets.answer import Answer
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chapters import Chapters
from ui.widgets.check import Check
from ui.widgets.chip import Chip
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.code_groups import CodeGroups
from ui.widgets.date_field import DateField
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chip import FilterChip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.focus_ring import FocusRing
from ui.widgets.habit_list import HabitList
from ui.widgets.habit_row import HabitWords
from ui.widgets.heat_map import HeatMap
from ui.widgets.if_then_field import IfThenField
from ui.widgets.landscape import Landscape
from ui.widgets.legend import Legend
from ui.widgets.line_field import LineField
from ui.widgets.link import Link
from ui.widgets.list_field import ListField
from ui.widgets.marks import MarkLine, MarkState
from ui.widgets.menu import Menu
from ui.widgets.month_calendar import DayCell, MonthCalendar
from ui.widgets.nav_item import NavItem
from ui.widgets.people_field import PeopleField
from ui.widgets.practice_row import PracticeRow
from ui.widgets.progress_line import ProgressLine
from ui.widgets.promise_row import PromiseRow
from ui.widgets.scale_control import ScaleControl
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.segmented import Segmented
from ui.widgets.setting_row import SettingRow
from ui.widgets.sheet import Sheet
from ui.widgets.strength_meter import StrengthMeter
from ui.widgets.switch import Switch
from ui.widgets.table_view import TableView
from ui.widgets.text import Text
from ui.widgets.title_block import TitleBlock
from ui.widgets.toast import Toast
from ui.widgets.week_dots import WeekDots
from ui.widgets.year_map import YearMap

TODAY = date(2026, 3, 12)
HOVER = Qt.WidgetAttribute.WA_UnderMouse
MARKS = [
    "kept",
    "kept",
    "paused",
    "paused",
    "kept",
    "kept",
    "kept",
    "kept",
    "kept",
    "rest",
    "kept",
    "kept",
    "kept",
    "running",
]
STORY = (
    "I was in the chair. When Wren began to explain the delay, Juniper cut in twice and I let it "
    "go on. Juniper clearly wanted it over and done with, so I moved us to the next point.\n"
    "After the call I wrote to Juniper first. I could have gone to Wren."
)


def row(*widgets, gap=10):
    """Widgets side by side from the left."""
    box = QHBoxLayout()
    box.setSpacing(gap)
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    return box


def buttons(theme, grid):
    for line, (name, kind) in enumerate(
        (("Primary", "primary"), ("Secondary", "secondary"), ("Quiet", "quiet"))
    ):
        grid.addWidget(Text(theme, name, "small", "ink2"), line, 0)
        for column, look in enumerate(("rest", "hover", "pressed", "disabled")):
            made = Button(theme, "Continue", kind, icon="left" if kind == "quiet" else None)
            show_as(made, look)
            grid.addWidget(made, line, column + 1, Qt.AlignmentFlag.AlignLeft)
    for column, look in enumerate(("rest", "hover", "pressed", "disabled")):
        link = Link(theme, "See all")
        show_as(link, look)
        grid.addWidget(link, 3, column + 1, Qt.AlignmentFlag.AlignLeft)


def show_as(widget, look):
    widget.setAttribute(HOVER, look == "hover")
    widget.setDown(look == "pressed")
    widget.setEnabled(look != "disabled")


def components(theme):
    """The counterpart of the picture of the components."""
    page = QWidget()
    page.setObjectName("page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    outer = QHBoxLayout(page)
    outer.setContentsMargins(40, 30, 40, 30)
    outer.setSpacing(48)
    left, right = QVBoxLayout(), QVBoxLayout()
    for column in (left, right):
        column.setSpacing(theme.px(12))
    outer.addLayout(left, 73)
    outer.addLayout(right, 42)
    left.addWidget(TitleBlock(theme, "Components"))
    grid = QGridLayout()
    grid.setVerticalSpacing(theme.px(10))
    buttons(theme, grid)
    left.addWidget(Text(theme, "Buttons", "heading"))
    left.addLayout(grid)
    flow = FlowLayout(gap=12)
    page.ring = None
    for words, look, on in (
        ("uneasy", "rest", False),
        ("uneasy", "hover", False),
        ("uneasy", "disabled", False),
        ("guilty", "rest", True),
        ("calm", "rest", True),
    ):
        chip = Chip(theme, words)
        chip.setChecked(on)
        show_as(chip, look)
        flow.addWidget(chip)
        page.ring = chip
    left.addWidget(Text(theme, "Choice chips", "heading"))
    left.addLayout(flow)
    left.addWidget(Text(theme, "Scale", "heading"))
    scale = ScaleControl(theme, "Strength", ends=("calm", "as strong as it gets"))
    scale.set_value(4)
    worded = ScaleControl(
        theme, "How much", words=("not at all", "a little", "somewhat", "quite", "very")
    )
    worded.set_value(2)
    left.addWidget(scale)
    left.addWidget(worded)
    left.addWidget(Text(theme, "Navigation", "heading"))
    now, rest, hover = (
        NavItem(theme, icon, words)
        for icon, words in (("today", "Today"), ("journal", "Journal"), ("insights", "Insights"))
    )
    now.setCheckable(True)
    now.setChecked(True)
    hover.setAttribute(HOVER)
    line = QHBoxLayout()
    for item in (now, rest, hover):
        line.addWidget(item)
    left.addLayout(line)
    left.addStretch(1)
    show_right(theme, right)
    return page


def show_right(theme, right):
    right.addWidget(Text(theme, "Text fields: rest, focus, needs a look", "heading"))
    right.addWidget(LineField(theme, placeholder="One line, if you like"))
    wrong = LineField(theme)
    wrong.setText("too short")
    wrong.set_error("This does not match. Try once more.")
    right.addWidget(wrong)
    right.addWidget(Text(theme, "Tick boxes, switch, segments", "heading"))
    ticks = [Check(theme, "Chosen"), Check(theme, "Not chosen"), Check(theme, "Some")]
    ticks[0].setChecked(True)
    ticks[2].set_partial(True)
    right.addLayout(row(*ticks, gap=20))
    on, off = Switch(theme, "On"), Switch(theme, "Off")
    on.setChecked(True)
    modes = [("light", "Light"), ("dark", "Dark"), ("system", "System")]
    right.addLayout(row(on, off, Segmented(theme, modes, "Theme"), gap=20))
    right.addWidget(Text(theme, "Banners", "heading"))
    right.addWidget(Banner(theme, "calm", "leaf", "Welcome back. Nothing is lost.", "Begin"))
    note = "You have written for 20 minutes. Pause here?"
    right.addWidget(Banner(theme, "note", "clock", note, "Pause"))
    right.addWidget(Banner(theme, "neutral", "lock", "Locks in one minute.", "Stay"))
    right.addWidget(Text(theme, "Progress and rhythm marks", "heading"))
    progress = ProgressLine(theme)
    progress.show_progress(0.42, "Question 5 of about 12")
    right.addWidget(progress)
    right.addWidget(Legend(theme, list(MarkState)))
    right.addStretch(1)


def habit(name, marks, streak="14 weeks"):
    states = tuple(MarkState(mark) for mark in marks)
    since = "since 3 November" if streak else ""
    return HabitWords(
        name,
        "on 3 days a week",
        states,
        streak,
        since,
        "the longest so far",
        "earlier 9, 11",
        name,
        "A new chapter starts with the next one",
    )


def habits(theme):
    """Marks, maps, the calendar."""
    page = ScrollPage(theme)
    column = page.column
    column.setSpacing(theme.px(16))
    card = Card(theme, margins=(22, 18, 22, 18), gap=8)
    listed = HabitList(theme)
    listed.show_habits(
        [
            ("a", habit("Check-in", MARKS)),
            ("b", habit("Bias check", [*MARKS[:9], "open", "open", "rest", "open", "running"], "")),
        ]
    )
    card.body.addWidget(listed)
    card.body.addWidget(Legend(theme, list(MarkState)))
    column.addWidget(card)
    year = YearMap(theme, "Check-in, the last twelve months")
    days = [TODAY - timedelta(days=back) for back in range(364)]
    states = {day: "done" for day in days if day.toordinal() % 7 in {1, 3, 4}}
    states |= {day: "pause" for day in days if day.month == 8 and day.day < 15}
    states |= {day: "rest" for day in days if day.month == 12 and day.day < 8}
    mondays = [day for day in days if day.weekday() == 0]
    units = dict.fromkeys(mondays, MarkState.KEPT)
    year.show_days(days[-1], TODAY, states, units, TODAY, date.isoformat)
    column.addWidget(year)
    heat = HeatMap(theme, "Days with an entry")
    levels = {day: day.toordinal() % 5 for day in days if day.toordinal() % 3}
    heat.show_days(days[140], TODAY, levels, TODAY, date.isoformat)
    column.addWidget(heat)
    month = MonthCalendar(theme, "March 2026")
    cells = {}
    for number in range(1, 32):
        day = date(2026, 3, number)
        asked = day.weekday() in {0, 2, 4}
        mark = MarkState.KEPT if asked and number < 11 else None
        cells[day] = DayCell(MarkState.REST if number == 11 else mark, asked, day > TODAY)
    month.show_month(2026, 3, cells, TODAY, date.isoformat)
    month.set_day(date(2026, 3, 11))
    column.addWidget(month)
    week = WeekDots(theme)
    marks = ("touched", "open", "kept", "touched", "to_come", "to_come", "to_come")
    letters = zip("MTWTFSS", marks, strict=True)
    week.show_week([(a, MarkState(b), n == 3) for n, (a, b) in enumerate(letters)], "Three days")
    column.addWidget(week)
    chapters = Chapters(theme)
    chapters.show_chapters(
        [("14 weeks so far", 14, True), ("9 weeks", 9, False), ("11 weeks", 11, False)], "Three"
    )
    column.addWidget(chapters)
    column.addWidget(MarkLine(theme, [MarkState(mark) for mark in MARKS], "14 weeks"))
    heads = ("From", "To", "Weeks kept", "At rest")
    rows = (("3 November", "still open", "14", "2"), ("14 July", "5 October", "9", "1"))
    column.addWidget(TableView(theme, heads, rows, "Chapters", numbers=(2, 3)))
    return page


def forms(theme):
    """Fields, rows, settings."""
    page = ScrollPage(theme, widest=680)
    column = page.column
    column.setSpacing(theme.px(14))
    answer = Answer(theme, "What was your part?", placeholder="Write here")
    answer.set_text(STORY)
    column.addWidget(answer)
    listed = ListField(theme, "What helped", placeholder="One thing")
    listed.set_lines(["a walk", "tea"])
    column.addWidget(listed)
    column.addWidget(IfThenField(theme, placeholders=("Juniper cuts in", "say: let Wren finish")))
    when = DateField(theme, TODAY)
    when.set_value(date(2026, 3, 15))
    column.addWidget(when)
    people = PeopleField(theme, known=("Wren", "Juniper", "Fern"))
    people.set_names(["Wren"])
    column.addWidget(people)
    passphrase = LineField(theme, "Passphrase", secret=True)
    passphrase.setText("moss and rain and")
    column.addWidget(passphrase)
    meter = StrengthMeter(theme)
    meter.show_strength(0.75, "Long enough to be hard to guess")
    column.addWidget(meter)
    search = LineField(theme, placeholder="Search your words", icon="search")
    column.addWidget(search)
    filters = [FilterChip(theme, "Practice", "filter"), FilterChip(theme, "People", "people")]
    filters[1].set_on(True)
    column.addLayout(row(*filters, gap=6))
    show_rows(theme, column)
    return page


def show_rows(theme, column):
    card = Card(theme, margins=(0, 0, 0, 0))
    card.body.addWidget(PromiseRow(theme, "Ask Wren how the handover felt", "You said", "today"))
    card.body.addWidget(PromiseRow(theme, "Put Fern’s name back", "Repair", "tomorrow", done=True))
    column.addWidget(card)
    practices = Card(theme, margins=(8, 4, 8, 4))
    practices.body.addWidget(PracticeRow(theme, "talk", "A talk was hard", "Look back on it"))
    column.addWidget(practices)
    settings = Card(theme, margins=(0, 0, 0, 0))
    line = "System follows your desktop, high contrast as well."
    modes = [("system", "System"), ("light", "Light"), ("dark", "Dark")]
    settings.body.addWidget(SettingRow(theme, "Theme", line, Segmented(theme, modes, "Theme")))
    slider = QSlider(Qt.Orientation.Horizontal)
    settings.body.addWidget(SettingRow(theme, "Text size", "Changes the whole window.", slider))
    box = ChoiceBox(theme, [("serif", "System serif"), ("sans", "System sans")], "Writing font")
    settings.body.addWidget(SettingRow(theme, "Writing font", "Used for questions.", box))
    switch = Switch(theme, "Less motion")
    words = "Pages change at once, with no fades."
    settings.body.addWidget(SettingRow(theme, "Less motion", words, switch, last=True))
    column.addWidget(settings)
    tick = Check(theme, "I read it through", "No name in it belongs to a real person.")
    column.addWidget(tick)
    code = CodeGroups(theme)
    code.show_code("7KQ4-M2XN-9TRA-0FHC-W6PD-3JVE-8BZS-1YGK-5NRM")
    column.addWidget(code)
    column.addWidget(EmptyState(theme, "act", "Nothing open", "Promises stand here.", "Make one"))


def unlock(theme):
    """The picture beside the unlock page, with a sheet over it."""
    page = QWidget()
    box = QHBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(Landscape(theme))
    box.addStretch(1)
    return page


def settle(app):
    for _ in range(12):
        app.processEvents()


def draw(app, folder, name, percent):
    theme = Theme(name, percent, less_motion=True)
    theme.apply(app)
    for title, build, height in (
        ("components", components, 800),
        ("habits", habits, 1500),
        ("forms", forms, 2100),
        ("unlock", unlock, 800),
    ):
        window = QMainWindow()
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        window.resize(1280, round(height * theme.k))
        page = build(theme)
        window.setCentralWidget(page)
        FocusRing(window, theme)
        window.show()
        window.activateWindow()
        settle(app)
        if title == "components":
            page.ring.setFocus()
            QTest.keyClick(page.ring, Qt.Key.Key_Shift)
        if title == "unlock":
            sheet = Sheet(
                theme,
                window,
                "Move “The delay call” to the trash?",
                "The entry and its later note leave the journal and the search. They wait in the "
                "trash until you empty it, and you can put them back.",
                safe="Keep it",
                other="Move to the trash",
            )
            sheet.content.addWidget(Check(theme, "Take the promise “Ask Wren” too"))
            sheet.open()
            QTest.keyClick(sheet.safe_button, Qt.Key.Key_Shift)
            Toast(window, theme).say("Moved to the trash.", "Undo")
        settle(app)
        window.grab().save(str(folder / f"{title}-{name}-{percent}.png"))
        window.close()
        window.deleteLater()
    draw_menu(app, theme, folder / f"menu-{name}-{percent}.png")


def draw_menu(app, theme, target):
    menu = Menu(theme)
    menu.head("The delay call")
    menu.item("Star this entry", "check", on=True)
    menu.item("Change the day…", "calendar")
    menu.item("Earlier wordings", "clock", "2")
    menu.line()
    menu.item("Copy as plain text", "file")
    menu.item("Open the entry it follows", enabled=False)
    menu.add_menu(Menu(theme, menu), "Export this entry", "share")
    menu.line()
    menu.item("Move to the trash…", "trash", "Del")
    menu.popup(menu.pos())
    menu.setActiveAction(menu.actions()[2])
    settle(app)
    menu.grab().save(str(target))
    menu.close()


def main():
    app = QApplication(sys.argv)
    folder = Path(os.environ.get("GALLERY") or sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("light", "dark", "contrast"):
        for percent in (100, 150):
            draw(app, folder, name, percent)


if __name__ == "__main__":
    main()
