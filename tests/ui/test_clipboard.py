"""What was copied from here is taken back."""

import pytest
from PySide6.QtGui import QGuiApplication

from ui.clipboard import Clipboard


@pytest.fixture
def board(qtbot):
    return Clipboard()


def test_it_is_taken_back_when_the_time_is_over(qtbot, board):
    board.copy("112")
    board._over.setInterval(20)
    board._over.start()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "", timeout=5_000)


def test_clipboard_histories_are_asked_to_leave_it_out(board):
    board.copy("112")
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_what_is_copied_in_any_field_is_taken_back_too(qtbot):
    board = Clipboard(owns=lambda: True)
    board.watch()
    QGuiApplication.clipboard().setText("out of an entry")
    assert board._over.isActive()
    board.forget()
    assert QGuiApplication.clipboard().text() == ""


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
