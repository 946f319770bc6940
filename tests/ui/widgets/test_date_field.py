"""A day, by a quick choice or written."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ui.widgets.date_field import DateField

TODAY = date(2026, 3, 12)


@pytest.fixture
def past(qtbot, theme):
    field = DateField(theme, TODAY, past=True)
    qtbot.addWidget(field)
    return field


def test_a_day_that_was_is_one_press_away(past):
    past._chips.chip("yesterday").click()
    assert past.value() == TODAY - timedelta(days=1)


def test_a_day_that_was_offers_none_to_come(past):
    with pytest.raises(KeyError):
        past._chips.chip("7")


def test_today_is_shown_as_its_chip(past):
    past.set_value(TODAY)
    assert past._chips.chosen() == ("today",)


def test_enter_is_told(qtbot, theme):
    field = DateField(theme, TODAY, quick=False)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.returned, timeout=1_000):
        qtbot.keyClick(field._line.edit, Qt.Key.Key_Return)
