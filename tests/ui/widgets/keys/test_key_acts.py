"""The recovery code: a new one, trying the one there is, new keys for everything."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from ally_journal.clock import FixedClock
from ally_journal.journal import Journal
from ui.widgets.form_sheet import FormSheet
from ui.widgets.keys.code_sheet import CodeSheet
from ui.widgets.keys.key_acts import KeyActs
from ui.widgets.line_field import LineField

PASSPHRASE = "marigold under the stairs"


@pytest.fixture
def host(qtbot, theme):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 800)
    host.show()
    return host


@pytest.fixture
def acts(desk, host):
    return KeyActs(desk, host)


def answer(qtbot, host, text):
    """Type into the one field of the sheet that asks, and press Return."""
    sheet = next(one for one in host.findChildren(FormSheet) if one.isVisible())
    (field,) = sheet.findChildren(LineField)
    field.edit.clear()
    qtbot.keyClicks(field.edit, text)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    return field


def fresh_code(qtbot, host):
    qtbot.waitUntil(lambda: bool(host.findChildren(CodeSheet)), timeout=20_000)
    (sheet,) = host.findChildren(CodeSheet)
    return sheet


def keep(qtbot, sheet):
    groups = sheet.panel.code.split("-")
    for field in sheet.panel.fields:
        qtbot.keyClicks(field.edit, groups[field.number - 1].lower())


@pytest.mark.parametrize("ask", ["ask_new_code", "ask_renewal"])
def test_a_new_code_is_shown_once_and_opens_the_journal(qtbot, desk, acts, host, ask):
    getattr(acts, ask)()
    answer(qtbot, host, PASSPHRASE)
    sheet = fresh_code(qtbot, host)
    code = sheet.panel.code
    assert not sheet.safe_button.isEnabled()
    keep(qtbot, sheet)
    sheet.safe_button.click()
    assert sheet.panel.code == ""
    desk.close_journal(5)
    opened = Journal.recover(desk.folder, code, "sorrel", FixedClock(desk.clock.now()))
    opened.close()


def test_a_wrong_passphrase_makes_no_code_and_can_be_mended(qtbot, acts, host):
    acts.ask_new_code()
    field = answer(qtbot, host, "not this")
    qtbot.waitUntil(lambda: bool(field.edit.property("wrong")), timeout=10_000)
    assert not host.findChildren(CodeSheet)
    answer(qtbot, host, PASSPHRASE)
    fresh_code(qtbot, host)


def test_the_code_of_the_sheet_can_be_tried(qtbot, acts, host, made_journal, told):
    acts.ask_drill()
    answer(qtbot, host, made_journal.code.lower())
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told == ["The code is right. Keep the sheet where it is."]


def test_a_mistyped_code_says_so(qtbot, acts, host, made_journal):
    acts.ask_drill()
    field = answer(qtbot, host, made_journal.code[:-4])
    qtbot.waitUntil(lambda: bool(field.edit.property("wrong")), timeout=10_000)


def test_going_on_without_a_code_is_asked_twice(qtbot, acts, host):
    acts.ask_new_code()
    answer(qtbot, host, PASSPHRASE)
    sheet = fresh_code(qtbot, host)
    sheet.other_button.click()
    assert sheet.isVisible()
    sheet.other_button.click()
    assert sheet.isHidden()


def test_escape_does_not_lose_a_code_that_nobody_kept(qtbot, acts, host):
    acts.ask_new_code()
    answer(qtbot, host, PASSPHRASE)
    sheet = fresh_code(qtbot, host)
    qtbot.keyClick(sheet.panel.fields[0].edit, Qt.Key.Key_Escape)
    assert sheet.isVisible()


def lane_ends(desk):
    """Wait for the lane without telling the window of anything."""
    desk.background._own_lane().submit(int).result()


def shown_form(host):
    return next(one for one in host.findChildren(FormSheet) if one.isVisible())


def test_a_code_that_was_made_is_shown_though_its_sheet_was_left(qtbot, desk, acts, host):
    acts.ask_new_code()
    answer(qtbot, host, PASSPHRASE)
    lane_ends(desk)
    sheet = shown_form(host)
    sheet.close_sheet()
    Shiboken.delete(sheet)
    fresh_code(qtbot, host)


def test_a_sheet_that_is_left_before_anything_began_changes_nothing(qtbot, desk, acts, host, told):
    gate = threading.Event()
    desk.background.run(gate.wait)
    acts.ask_new_code()
    answer(qtbot, host, PASSPHRASE)
    shown_form(host).close_sheet()
    gate.set()
    lane_ends(desk)
    QApplication.processEvents()
    assert not host.findChildren(CodeSheet)
    assert not told


def test_a_second_return_asks_for_no_second_code(qtbot, desk, acts, host):
    acts.ask_new_code()
    field = answer(qtbot, host, PASSPHRASE)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    fresh_code(qtbot, host)
    lane_ends(desk)
    QApplication.processEvents()
    assert len(host.findChildren(CodeSheet)) == 1


@pytest.mark.parametrize("percent", [100, 200])
def test_at_large_sizes_the_code_scrolls_and_the_buttons_stay(qtbot, desk, acts, host, percent):
    desk.choose_look(text_size=percent)
    acts.ask_new_code()
    answer(qtbot, host, PASSPHRASE)
    sheet = fresh_code(qtbot, host)
    qtbot.waitUntil(lambda: sheet.safe_button.height() >= desk.theme.px(38))
    assert sheet.panel.groups.height() == sheet.panel.groups.sizeHint().height()
    assert sheet.paper.geometry().bottom() < host.height()
