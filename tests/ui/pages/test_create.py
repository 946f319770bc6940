"""Making a journal: passphrase, recovery code, first page; as a person does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.desk import Desk
from ui.locked_places import CodePlace, CreatePlace, UnlockPlace
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.places import TodayPlace, WelcomePlace
from ui.widgets.sheet import Sheet

PASSPHRASE = "a heron on the roof"


@pytest.fixture
def empty(qtbot, theme, clock, tmp_path, made_journal):
    """A window where no journal stands yet."""
    desk = Desk(theme, clock, tmp_path / "Mine.ally", opening=Opening(clock, made_journal.cost))
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    desk.close_journal(5)
    desk.background.close()


@pytest.fixture
def made(qtbot, empty):
    """The same with its journal just made: the recovery code is shown."""
    fields = empty.pages.page().fields
    qtbot.keyClicks(fields.first.edit, PASSPHRASE)
    qtbot.keyClick(fields.first.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(fields.again.edit, PASSPHRASE)
    qtbot.keyClick(fields.again.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(empty.pages.place, CodePlace), timeout=10_000)
    return empty


def type_back(qtbot, page, change=str.lower):
    groups = page._code.split("-")
    for number, field in zip((3, 5, 9), page.fields, strict=True):
        qtbot.keyClicks(field.edit, change(groups[number - 1]))


def test_where_no_journal_is_one_is_made(empty):
    assert isinstance(empty.pages.place, CreatePlace)


def test_two_that_differ_are_answered_at_the_second_field(qtbot, empty):
    page = empty.pages.page()
    qtbot.keyClicks(page.fields.first.edit, PASSPHRASE)
    qtbot.keyClicks(page.fields.again.edit, "another")
    page.make()
    assert page.fields.again.edit.accessibleDescription()
    assert not empty.desk.folder.exists()


def test_the_strength_is_told_in_words(qtbot, empty):
    fields = empty.pages.page().fields
    before = fields.meter.accessibleName()
    qtbot.keyClicks(fields.first.edit, "password1")
    qtbot.waitUntil(lambda: fields.meter.accessibleName() != before, timeout=20_000)


def test_a_very_long_passphrase_is_scored_too(qtbot, empty):
    fields = empty.pages.page().fields
    before = fields.meter.accessibleName()
    fields.first.setText("fern " * 60)
    qtbot.waitUntil(lambda: fields.meter.accessibleName() != before, timeout=20_000)


def test_the_code_is_shown_and_never_reaches_the_clipboard(qtbot, made):
    page = made.pages.page()
    assert len(page._code.split("-")) == 9
    assert page.groups.accessibleDescription().startswith("group 1: ")
    assert page._code not in QGuiApplication.clipboard().text()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.fields[0].edit, timeout=5_000)


def test_the_way_on_wakes_up_when_three_groups_are_right(qtbot, made):
    page = made.pages.page()
    assert not page.button.isEnabled()
    type_back(qtbot, page)
    assert page.button.isEnabled()
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert isinstance(made.pages.place, WelcomePlace)
    assert page._code == ""


def test_wrong_groups_do_not_wake_it_up(qtbot, made):
    page = made.pages.page()
    type_back(qtbot, page, lambda group: group[::-1] + "0")
    assert not page.button.isEnabled()


def test_going_on_without_the_code_asks_first(qtbot, made):
    page = made.pages.page()
    qtbot.mouseClick(page.without, Qt.MouseButton.LeftButton)
    assert isinstance(made.pages.place, CodePlace)
    sheet = made.findChild(Sheet)
    qtbot.mouseClick(sheet.other_button, Qt.MouseButton.LeftButton)
    assert isinstance(made.pages.place, WelcomePlace)


def test_the_code_is_not_on_the_way_back(qtbot, made):
    type_back(qtbot, made.pages.page())
    made.pages.page().go_on()
    made.desk.back_requested.emit()
    assert not isinstance(made.pages.place, CodePlace)


def test_the_sheet_is_a_pdf_that_only_this_person_can_read(qtbot, made, tmp_path, settle):
    target = tmp_path / "code.pdf"
    made.pages.page()._write(target)
    settle(made.desk)
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode & 0o077 == 0


def test_a_sheet_that_cannot_be_written_is_told(qtbot, made, tmp_path, settle):
    told = []
    made.desk.messages.said.connect(lambda sentence, *_rest: told.append(sentence))
    made.pages.page()._write(tmp_path / "nowhere" / "code.pdf")
    settle(made.desk)
    assert len(told) == 1


def test_the_first_page_makes_the_habits_that_are_ticked_and_leads_to_today(qtbot, made, settle):
    made.pages.page()._without()
    page = made.pages.page()
    qtbot.keyClicks(page.called.edit, "Sam")
    page._checks[1][1].setChecked(False)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(made.pages.place, TodayPlace), timeout=10_000)
    names = []
    made.desk.ask(lambda journal: [v.habit.name for v in journal.habits.views()], names.extend)
    settle(made.desk)
    assert names == ["Check-in"]
    assert made.desk.settings.called == "Sam"


def test_the_new_journal_opens_with_its_passphrase(qtbot, made):
    made.lock()
    assert isinstance(made.pages.place, UnlockPlace)
    page = made.pages.page()
    qtbot.keyClicks(page.passphrase.edit, PASSPHRASE)
    with qtbot.waitSignal(made.desk.unlocked, timeout=10_000):
        qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
