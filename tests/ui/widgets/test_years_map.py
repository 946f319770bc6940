from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ui.widgets.years_map import YearsMap

TODAY = date(2026, 3, 12)
FIRST = date(2017, 5, 3)


@pytest.fixture
def years(qtbot, theme):
    years = YearsMap(theme, "Days with an entry")
    qtbot.addWidget(years)
    levels = {FIRST + timedelta(days=n): n % 5 for n in range((TODAY - FIRST).days)}
    pause = {date(2020, 6, day) for day in range(1, 4)}
    years.show_days(FIRST, TODAY, levels, TODAY, date.isoformat, is_pause=pause.__contains__)
    years.resize(900, years.sizeHint().height())
    years.show()
    return years


def test_every_day_has_a_place_of_its_own(years):
    days = [FIRST + timedelta(days=n) for n in range((TODAY - FIRST).days + 1)]
    corners = {(years._square(day).x(), years._square(day).y()) for day in days}
    assert len(corners) == len(days)


def test_a_place_is_found_again(years):
    for day in (FIRST, date(2020, 2, 29), date(2024, 12, 31), date(2025, 1, 1), TODAY):
        assert years._day_at(years._square(day).center()) == day


def test_beside_the_days_there_is_none(years):
    assert years._day_at(years._square(TODAY).center() + years.rect().bottomRight()) is None
    assert years._day_at(years._square(FIRST).translated(0, -14).center()) is None


def test_the_newest_year_is_at_the_top(years):
    assert years._square(TODAY).y() < years._square(FIRST).y()


def test_arrows_go_on_into_the_next_year(years, qtbot):
    years.set_day(date(2024, 12, 31))
    qtbot.keyClick(years, Qt.Key.Key_Down)
    assert years.day() == date(2025, 1, 1)
    assert years.accessibleDescription() == "2025-01-01"


def test_all_of_it_is_painted(years):
    image = years.grab().toImage()
    for day in (FIRST + timedelta(days=4), TODAY - timedelta(days=3)):
        assert image.pixelColor(years._square(day).center().toPoint()).alpha() == 255


def test_squares_are_told_once_each(years):
    squares = years._squares()
    count = sum(len(found) for step, found in squares.items() if step != "pause")
    assert count == (TODAY - FIRST).days + 1


def test_a_narrow_one_has_smaller_squares(years):
    wide = years._measures()
    years.resize(460, 600)
    assert years._measures() < wide
