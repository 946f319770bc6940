"""The desk on a real journal."""

import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from ally_journal.changes import Change
from ally_journal.errors import WrongPassphrase


def test_asks_in_the_lane_and_answers_on_the_windows_thread(qtbot, desk, settle):
    threads = []
    desk.ask(lambda _journal: threading.get_ident(), threads.append)
    settle(desk)
    assert threads
    assert threads[0] != threading.get_ident()


def test_tells_everybody_of_a_change_before_the_one_who_wrote(desk, settle):
    heard = []
    desk.changed.connect(heard.append)
    desk.write(lambda journal: journal.settings.change(called="Sam"), heard.append)
    settle(desk)
    assert heard == [Change(settings=True), None]
    assert desk.settings.called == "Sam"


def test_a_wrong_passphrase_is_told_and_opens_nothing(qtbot, locked_desk):
    heard = []
    locked_desk.unlock("wrong", heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    assert isinstance(heard[0], WrongPassphrase)
    assert not locked_desk.is_open


def test_locking_while_the_journal_opens_leaves_it_closed(qtbot, locked_desk, journal_folder):
    heard = []
    locked_desk.unlocked.connect(lambda: heard.append("unlocked"))
    locked_desk.unlock("marigold under the stairs", heard.append)
    assert locked_desk.close_journal(10)
    qtbot.wait(50)
    assert heard == []
    with qtbot.waitSignal(locked_desk.unlocked, timeout=10_000):
        locked_desk.unlock("marigold under the stairs", heard.append)


def test_an_answer_for_a_deleted_owner_is_dropped(qtbot, desk, settle):
    owner, heard = QObject(), []
    desk.ask(lambda _journal: 1, heard.append, owner=owner)
    Shiboken.delete(owner)
    settle(desk)
    assert heard == []


def test_what_was_written_reaches_the_disk_though_the_lock_follows_at_once(
    qtbot, desk, settle, made_journal
):
    desk.write(lambda journal: journal.settings.change(called="Fern"))
    assert desk.close_journal(5)
    with qtbot.waitSignal(desk.unlocked, timeout=10_000):
        desk.unlock(made_journal.passphrase, desk.messages.fail)
    assert desk.settings.called == "Fern"


def test_a_clipboard_that_fails_holds_up_no_lock(desk, settle, monkeypatch):
    def refuse():
        raise RuntimeError

    locked = []
    desk.closed.connect(locked.append)
    with monkeypatch.context() as broken:
        broken.setattr(desk.clipboard, "forget", refuse)
        with pytest.raises(RuntimeError):
            desk.close_journal(5)
    settle(desk)
    assert locked == [True]


def test_nothing_is_asked_of_a_locked_journal(qtbot, locked_desk, settle):
    heard = []
    locked_desk.ask(lambda _journal: 1, heard.append)
    settle(locked_desk)
    assert heard == []


def test_the_look_is_remembered(qtbot, locked_desk, tmp_path):
    locked_desk.choose_look(appearance="dark", text_size=150)
    assert locked_desk.theme.percent == 150
    file = tmp_path / "look" / "window.toml"
    qtbot.waitUntil(file.exists, timeout=5_000)
    assert 'appearance = "dark"' in file.read_text()
