"""The calendar of the journal: which days, how many, and back in time."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ui.widgets.journal.calendar_view import WEEKS, CalendarView

TODAY = date(2026, 3, 12)


@pytest.fixture
def view(qtbot, theme):
    view = CalendarView(theme)
    view.asked = []
    view.range_asked.connect(lambda first, last: view.asked.append((first, last)))
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.begin(TODAY)
    return view


def test_it_begins_with_the_weeks_that_end_today(view):
    (first, last), *_more = view.asked
    assert last == TODAY
    assert first.weekday() == 0
    assert (last - first).days // 7 == WEEKS - 1


def test_earlier_and_later_lead_there_and_back(view):
    for _times in range(2):
        view.earlier.click()
    assert view.asked[-1][1] < view.asked[1][0]
    for _times in range(2):
        view.later.click()
    assert view.asked[-1] == view.asked[0]


def test_there_is_nothing_later_than_today(view):
    assert not view.later.isEnabled()
    view.earlier.click()
    assert view.later.isEnabled()


def test_no_day_falls_between_two_pages(view):
    view.earlier.click()
    earlier, now = view.asked[-1], view.asked[0]
    assert earlier[1] == now[0] - timedelta(days=1)


@pytest.mark.parametrize(("count", "words"), [(0, "no entries"), (1, "1 entry"), (3, "3 entries")])
def test_a_day_is_read_out_with_its_count(view, count, words):
    view.show_counts({TODAY: count})
    assert view.words(TODAY).endswith(f": {words}")


def test_days_are_counted_and_not_entries(view):
    view.show_counts({TODAY: 7, TODAY - timedelta(days=1): 0, TODAY - timedelta(days=2): 1})
    assert view._sentence.text() == "You wrote on 2 days."


def test_enter_opens_the_day_that_the_arrows_reached(qtbot, view):
    view.show_counts({TODAY: 1})
    view.map.set_day(TODAY)
    qtbot.keyClick(view.map, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.day_asked) as told:
        qtbot.keyClick(view.map, Qt.Key.Key_Return)
    assert told.args == [TODAY - timedelta(days=1)]
