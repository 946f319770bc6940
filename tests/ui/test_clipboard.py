"""What was copied from here is taken back."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from ui.clipboard import HINTS, Clipboard


@pytest.fixture
def board(qtbot):
    return Clipboard()


def test_it_is_taken_back_when_the_time_is_over(qtbot, board):
    board.copy("112")
    board._over.setInterval(20)
    board._over.start()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "", timeout=5_000)


@pytest.mark.parametrize(("kind", "value"), HINTS.items())
def test_clipboard_histories_are_asked_to_leave_it_out(board, kind, value):
    board.copy("112")
    data = QGuiApplication.clipboard().mimeData()
    assert data.data(kind).data() == value


def test_the_hints_are_those_that_histories_know():
    assert HINTS["x-kde-passwordManagerHint"] == b"secret"
    windows = [kind for kind in HINTS if "x-qt-windows-mime" in kind]
    named = {kind.partition('"')[2].strip('"') for kind in windows}
    assert named == {
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    }


def test_what_is_copied_in_any_field_is_taken_back_too(qtbot):
    board = Clipboard(owns=lambda: True)
    board.watch()
    QGuiApplication.clipboard().setText("out of an entry")
    assert board._over.isActive()
    board.forget()
    assert QGuiApplication.clipboard().text() == ""


def test_what_a_field_copies_gets_the_hints_and_loses_its_form(qtbot):
    board = Clipboard(owns=lambda: True)
    board.watch()
    data = QMimeData()
    data.setHtml("<b>out of an entry</b>")
    data.setText("out of an entry")
    QGuiApplication.clipboard().setMimeData(data)
    found = QGuiApplication.clipboard().mimeData()
    assert (found.text(), found.hasHtml()) == ("out of an entry", False)
    assert found.hasFormat("x-kde-passwordManagerHint")
    board.forget()


def test_what_another_program_copies_ends_our_time(qtbot):
    mine = [True]
    board = Clipboard(owns=lambda: mine[0])
    board.watch()
    board.copy("112")
    mine[0] = False
    QGuiApplication.clipboard().setText("theirs")
    assert not board._over.isActive()
    board.forget()
    assert QGuiApplication.clipboard().text() == "theirs"


def test_where_clearing_needs_the_focus_it_is_made_good_when_there_is_one(qtbot, monkeypatch):
    board = Clipboard(owns=lambda: True)
    monkeypatch.setattr("ui.clipboard._needs_focus", lambda: True)
    board.copy("112")
    board.clear()
    QGuiApplication.clipboard().setText("still there")
    board._pay(Qt.ApplicationState.ApplicationInactive)
    assert QGuiApplication.clipboard().text() == "still there"
    board._pay(Qt.ApplicationState.ApplicationActive)
    assert QGuiApplication.clipboard().text() == ""
    assert not board._ours


def test_after_a_lock_nothing_is_noticed(board):
    board.watch()
    board.forget()
    QGuiApplication.clipboard().setText("theirs")
    assert not board._over.isActive()


def test_what_another_program_put_there_stays(board):
    board.copy("112")
    QGuiApplication.clipboard().setText("theirs")
    board.clear()
    assert QGuiApplication.clipboard().text() == "theirs"
