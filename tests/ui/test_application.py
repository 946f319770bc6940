"""How the window comes onto the screen, and what is there beside it."""

import os

import pytest
from PySide6.QtCore import QSize

from ui.application import _attend, _packet_at, _show, fitting
from ui.locked_places import OUT_OF_SIGHT
from ui.reminder_notes import choose
from ui.reminding import Reminding
from ui.tray import Tray


@pytest.fixture(autouse=True)
def surroundings(monkeypatch, window):
    """A window that does not stand yet."""
    monkeypatch.delenv(OUT_OF_SIGHT, raising=False)
    window.hide()
    yield
    os.environ.pop(OUT_OF_SIGHT, None)


def test_it_stands_on_the_screen(window):
    _show(window)
    assert window.isVisible()
    assert not window.isMinimized()


def test_at_login_it_is_small_once(window, monkeypatch):
    monkeypatch.setenv(OUT_OF_SIGHT, "1")
    _show(window)
    assert window.isMinimized()
    assert OUT_OF_SIGHT not in os.environ


def test_at_login_with_an_icon_it_is_not_there_at_all(window, monkeypatch):
    choose(window.desk, tray=True)
    monkeypatch.setenv(OUT_OF_SIGHT, "1")
    _show(window)
    assert not window.isVisible()


def test_nothing_is_beside_it_until_somebody_wants_that(window):
    _attend(window)
    assert window.findChildren(Reminding) == []
    _show(window)
    choose(window.desk, reminders=True)
    assert len(window.findChildren(Reminding)) == 1
    assert len(window.findChildren(Tray)) == 1


@pytest.mark.parametrize(
    ("wanted", "room", "size"),
    [
        ((1280, 800), (1920, 1080), (1280, 800)),
        ((1280, 800), (1280, 800), (1280, 760)),
        ((1280, 800), (1280, 820), (1280, 780)),
        ((2400, 1300), (1366, 728), (1366, 688)),
        ((1280, 800), (1024, 620), (1024, 600)),
        ((1280, 800), (800, 560), (800, 560)),
        ((900, 600), (1280, 800), (900, 600)),
    ],
)
def test_the_window_fits_the_screen_with_its_frame(wanted, room, size):
    assert fitting(QSize(*wanted), QSize(*room)) == QSize(*size)


def test_a_packet_in_place_of_a_journal_is_known_by_its_head(tmp_path, journal_folder):
    packet, other = tmp_path / "Packet.age", tmp_path / "notes.txt"
    packet.write_bytes(b"age-encryption.org/v1\n-> X25519 ")
    other.write_text("notes")
    assert _packet_at(packet) == packet
    assert [_packet_at(path) for path in (other, journal_folder, None)] == [None] * 3
