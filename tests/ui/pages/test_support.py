"""Support, help and the minute."""

from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ally_journal.domain.support_page import load_support
from ui.pages.help import HelpPage
from ui.pages.minute import MinutePage
from ui.pages.support import SupportPage, checked_words
from ui.places import HelpPlace, MinutePlace, SupportPlace, TodayPlace
from ui.widgets.help_text import HelpText


@pytest.fixture
def page(desk, shown):
    return shown(SupportPage(desk), SupportPlace())


def test_the_first_line_is_always_the_danger_line(page):
    assert page.words.danger.startswith("If you may be in danger")


def test_stopping_has_the_focus_and_quiets_the_rest_of_the_day(qtbot, desk, page, settle):
    places = []
    desk.visit.connect(places.append)
    page.activateWindow()
    assert QApplication.focusWidget() is page.ways["stop"]
    qtbot.keyClick(page.ways["stop"], Qt.Key.Key_Return)
    settle(desk)
    assert places == [TodayPlace()]
    assert desk.settings.unasked_on == "2026-03-12"


def test_the_short_path_is_offered_only_to_whoever_comes_from_a_walk(page):
    assert not page.ways["short"].isVisible()
    page.arrive(SupportPlace(from_practice=True))
    assert page.ways["short"].isVisible()


def test_before_unlocking_only_what_needs_no_journal_is_offered(locked_desk, shown):
    page = shown(SupportPage(locked_desk), SupportPlace())
    assert [key for key, row in page.ways.items() if row.isVisible()] == ["stop", "minute"]


def test_a_number_is_copied_and_never_a_link(qtbot, page):
    button = next(iter(page._copies.values()))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == button.objectName()


def test_escape_asks_to_go_back(qtbot, desk, page):
    with qtbot.waitSignal(desk.back_requested):
        qtbot.keyClick(page.ways["stop"], Qt.Key.Key_Escape)


def test_the_minute_is_started_by_the_person_and_has_two_other_ways(qtbot, locked_desk, shown):
    page = shown(MinutePage(locked_desk), MinutePlace())
    assert not page.line._frames.isActive()
    page.again.click()
    assert page.word.text() == "in"
    qtbot.keyClick(page.ways, Qt.Key.Key_Right)
    assert not page.line.isVisible()
    assert not page.line._frames.isActive()


def test_leaving_stops_the_line(locked_desk, shown):
    page = shown(MinutePage(locked_desk), MinutePlace())
    page.again.click()
    page.leave()
    assert not page.line._frames.isActive()


def test_help_shows_every_topic_and_every_key(qtbot, locked_desk, shown):
    page = shown(HelpPage(locked_desk), HelpPlace("privacy"))
    assert {"about", "privacy", "recovery", "keys"} <= set(page.parts)
    qtbot.wait(50)
    assert page.list._items["privacy"].isChecked()


def test_help_loads_nothing_and_opens_nothing(theme, qtbot):
    text = HelpText(theme)
    qtbot.addWidget(text)
    text.show_markdown("x", "![a](file:///etc/passwd) [b](https://example.org)")
    assert text.loadResource(2, QUrl("file:///etc/passwd")).width() == 1
    assert not text.openLinks()
    assert not text.openExternalLinks()


def test_a_day_is_claimed_for_the_numbers_only_where_somebody_looked_them_up():
    words = load_support()
    assert checked_words(words) == words.check
    looked_up = msgspec.structs.replace(words, checked=date(2026, 3, 12))
    assert checked_words(looked_up) == f"Checked on 12 March 2026. {words.check}"
