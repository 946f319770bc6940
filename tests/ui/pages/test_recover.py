"""A forgotten passphrase: the code and a new one."""

import pytest
from PySide6.QtCore import Qt

from ui.locked_places import RecoverPlace, UnlockPlace
from ui.places import DamagedPlace

NEW = "a new heron"


@pytest.fixture
def page(window):
    window.desk.visit.emit(RecoverPlace())
    return window.pages.page()


def fill(qtbot, page, code):
    qtbot.keyClicks(page.code.edit, code)
    qtbot.keyClicks(page.fields.first.edit, NEW)
    qtbot.keyClicks(page.fields.again.edit, NEW)
    qtbot.keyClick(page.fields.again.edit, Qt.Key.Key_Return)


def test_the_code_opens_and_the_new_passphrase_holds(qtbot, window, page, made_journal):
    with qtbot.waitSignal(window.desk.unlocked, timeout=10_000):
        fill(qtbot, page, made_journal.code.lower().replace("-", " "))
    window.lock()
    with qtbot.waitSignal(window.desk.unlocked, timeout=10_000):
        window.desk.unlock(NEW, window.desk.messages.fail)


def test_a_slip_of_the_pen_is_told_at_the_code(qtbot, page, made_journal):
    fill(qtbot, page, made_journal.code[:-1] + "0" if made_journal.code[-1] != "0" else "1")
    qtbot.waitUntil(page.button.isEnabled, timeout=10_000)
    assert page.code.edit.property("wrong")


def test_no_code_is_asked_for_first(page):
    page.recover()
    assert page.code.edit.property("wrong")


def test_back_leads_to_the_passphrase_and_forgets_what_was_typed(qtbot, window, page):
    qtbot.keyClicks(page.code.edit, "ABCD")
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert isinstance(window.pages.place, UnlockPlace)
    assert page.code.text() == ""


@pytest.fixture
def only_readable(monkeypatch):
    monkeypatch.setattr("ally_journal.storage.places.is_read_only", lambda _folder: True)
    monkeypatch.setattr("ally_journal.journal.is_read_only", lambda _folder: True)


def test_where_nothing_can_be_written_the_code_is_enough(
    qtbot, only_readable, window, made_journal
):
    window.desk.visit.emit(RecoverPlace())
    page = window.pages.page()
    assert page.for_reading.isVisible()
    assert not page.fields.isVisible()
    assert not page.words.isVisible()
    qtbot.keyClicks(page.code.edit, made_journal.code)
    with qtbot.waitSignal(window.desk.unlocked, timeout=10_000):
        qtbot.keyClick(page.code.edit, Qt.Key.Key_Return)


def test_the_code_does_not_come_back_by_undo(qtbot, page):
    qtbot.keyClicks(page.code.edit, "ABCD")
    page.leave()
    page.code.edit.undo()
    assert page.code.text() == ""


def test_damage_leads_to_what_helps_with_the_new_passphrase(qtbot, window, page, made_journal):
    path = window.desk.folder / "journal.db"
    content = bytearray(path.read_bytes())
    content[99] ^= 1
    path.write_bytes(content)
    visited = []
    window.desk.visit.connect(visited.append)
    fill(qtbot, page, made_journal.code)
    qtbot.waitUntil(lambda: bool(visited), timeout=10_000)
    assert isinstance(visited[0], DamagedPlace)
    assert window.pages.page()._passphrase == NEW
