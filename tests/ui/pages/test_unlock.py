"""The unlock page, as a person uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from ally_journal.errors import DamagedFile
from ui.locked_places import CreatePlace, RecoverPlace, UnlockPlace
from ui.places import DamagedPlace, SupportPlace


@pytest.fixture
def page(window):
    return window.pages.page()


def test_the_focus_starts_in_the_passphrase(page):
    assert QApplication.focusWidget() is page.passphrase.edit
    assert page.passphrase.edit.echoMode() == QLineEdit.EchoMode.Password


def test_a_wrong_passphrase_is_answered_in_a_sentence_and_can_be_typed_over(qtbot, page, window):
    qtbot.keyClicks(page.passphrase.edit, "wrong")
    qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    assert not page.button.isEnabled()
    qtbot.waitUntil(page.button.isEnabled, timeout=10_000)
    assert page.passphrase.edit.accessibleDescription()
    assert page.passphrase.edit.selectedText()
    assert not window.desk.is_open


def test_an_empty_passphrase_is_not_tried(qtbot, page):
    qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    assert page.button.isEnabled()
    assert page.passphrase.edit.accessibleDescription()


def test_caps_lock_is_told_by_its_letters(qtbot, page):
    edit = page.passphrase.edit
    qtbot.keyClick(edit, "A", Qt.KeyboardModifier.NoModifier)
    assert edit.accessibleDescription() == "Caps lock is on."
    qtbot.keyClick(edit, "A", Qt.KeyboardModifier.ShiftModifier)
    assert edit.accessibleDescription() == ""


def test_the_name_of_another_journal_is_shown(qtbot, window, tmp_path):
    window.desk.folder = tmp_path / "Fern.ally"
    window.desk.visit.emit(UnlockPlace())
    assert "Fern" in window.pages.page()._name.text()


def test_a_folder_with_something_else_is_refused_in_a_sentence(page, tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "one.png").write_bytes(b"")
    page._use(tmp_path / "pictures")
    assert page.passphrase.edit.accessibleDescription()


def test_an_empty_folder_is_a_place_for_a_new_journal(window, page, tmp_path):
    page._use(tmp_path / "new")
    assert isinstance(window.pages.place, CreatePlace)


def test_forgotten_leads_to_the_recovery_code(qtbot, window, page):
    qtbot.mouseClick(page.forgotten, Qt.MouseButton.LeftButton)
    assert isinstance(window.pages.place, RecoverPlace)


def test_support_is_one_press_away(qtbot, window, page):
    qtbot.mouseClick(page.support, Qt.MouseButton.LeftButton)
    assert isinstance(window.pages.place, SupportPlace)


def test_what_was_typed_is_gone_after_leaving(qtbot, window, page):
    qtbot.keyClicks(page.passphrase.edit, "half of it")
    window.desk.visit.emit(RecoverPlace())
    assert page.passphrase.text() == ""
    assert not page.passphrase.edit.isUndoAvailable()


def test_after_damage_the_passphrase_leads_to_what_helps(qtbot, window):
    window.pages.visit(UnlockPlace(damage=DamagedFile()))
    page = window.pages.page()
    qtbot.keyClicks(page.passphrase.edit, "marigold")
    qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    assert isinstance(window.pages.place, DamagedPlace)
    assert not window.desk.is_open


def test_what_was_typed_does_not_come_back_by_undo(qtbot, window):
    field = window.pages.page().passphrase
    field._eye.click()
    qtbot.keyClicks(field.edit, "a heron")
    window.pages.page().leave()
    field.edit.undo()
    assert (field.text(), field.edit.isUndoAvailable()) == ("", False)
