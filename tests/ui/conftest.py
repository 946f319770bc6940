"""A desk on a real journal in a temporary folder, at the cheapest cost of its key."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ally_journal.clock import FixedClock
from ally_journal.domain.packet import Packet, PacketEntry, PacketPart
from ally_journal.formats.unsealing import OpenedPacket
from ally_journal.journal import Journal
from ally_journal.storage.keys import KdfCost
from ui.desk import Desk
from ui.locked_places import CodePlace
from ui.main_window import MainWindow
from ui.models.coach_packets import CoachPackets
from ui.opening import Opening
from ui.places import TodayPlace, WelcomePlace
from ui.theme import Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CHEAP = KdfCost(19 * 1024, 1, 1)
PASSPHRASE = "marigold under the stairs"
NEW_PASSPHRASE = "a heron on the roof"


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 3, 12, 18, 30, tzinfo=UTC))


@pytest.fixture(scope="session")
def made_journal(tmp_path_factory):
    """An empty journal, closed; to be copied, never opened."""
    folder = tmp_path_factory.mktemp("made") / "Journal.ally"
    made_at = FixedClock(datetime(2026, 1, 5, 9, tzinfo=UTC))
    journal, code = Journal.create(folder, PASSPHRASE, made_at, CHEAP)
    journal.close()
    return SimpleNamespace(folder=folder, code=code, passphrase=PASSPHRASE, cost=CHEAP)


@pytest.fixture
def journal_folder(made_journal, tmp_path):
    """A closed journal of one's own."""
    return shutil.copytree(made_journal.folder, tmp_path / "Journal.ally")


@pytest.fixture
def theme(qapp):
    theme = Theme("light", less_motion=True)
    theme.apply(qapp)
    return theme


@pytest.fixture
def locked_desk(qtbot, theme, clock, journal_folder, tmp_path):
    """A desk in front of a locked journal."""
    opening = Opening(clock, CHEAP)
    desk = Desk(theme, clock, journal_folder, settings_folder=tmp_path / "look", opening=opening)
    yield desk
    desk.close_journal(5)
    desk.background.close()
    desk.deleteLater()


@pytest.fixture
def desk(qtbot, locked_desk):
    """A desk with its journal open."""
    with qtbot.waitSignal(locked_desk.unlocked, timeout=10_000):
        locked_desk.unlock(PASSPHRASE, locked_desk.messages.fail)
    return locked_desk


@pytest.fixture
def told(locked_desk):
    """The sentences that the person was told, as they come."""
    sentences: list[str] = []
    locked_desk.messages.said.connect(lambda sentence, *_rest: sentences.append(sentence))
    return sentences


@pytest.fixture
def shown(qtbot):
    """Show a page in a window of its own and hold it: `shown(page, place, width, height)`."""
    held = []  # a page nobody holds is gone

    def show(page, place=None, width=1280, height=800):
        held.append(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        qtbot.waitExposed(page)
        if place is not None:
            page.arrive(place)
        return page

    yield show
    held.clear()


@pytest.fixture
def settle(qtbot):
    """Wait until everything asked of the journal so far has been told: `settle(desk)`."""

    def wait(desk):
        for _turn in range(3):
            heard = []
            desk.background.run(lambda: None, heard.append, owner=desk, lasting=True)
            qtbot.waitUntil(lambda heard=heard: bool(heard), timeout=10_000)
            QApplication.sendPostedEvents()

    return wait


@pytest.fixture
def window(qtbot, locked_desk):
    """The window in front of a locked journal."""
    made = MainWindow(locked_desk)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.complete()
    return made


@pytest.fixture
def unlock(qtbot, window):
    """Open the journal as a person does, past the welcome page: `unlock()`."""

    def act(*, welcomed=True):
        page = window.pages.page()
        qtbot.keyClicks(page.passphrase.edit, PASSPHRASE)
        with qtbot.waitSignal(window.desk.unlocked, timeout=10_000):
            qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
        if welcomed and isinstance(window.pages.place, WelcomePlace):
            window.pages.page().begin()
            qtbot.waitUntil(lambda: isinstance(window.pages.place, TodayPlace), timeout=10_000)
        return window

    return act


@pytest.fixture
def empty(qtbot, theme, clock, tmp_path):
    """A window where no journal stands yet."""
    desk = Desk(theme, clock, tmp_path / "Mine.ally", opening=Opening(clock, CHEAP))
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
    qtbot.keyClicks(fields.first.edit, NEW_PASSPHRASE)
    qtbot.keyClick(fields.first.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(fields.again.edit, NEW_PASSPHRASE)
    qtbot.keyClick(fields.again.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(empty.pages.place, CodePlace), timeout=10_000)
    return empty


@pytest.fixture
def packet():
    """A packet as a coach gets one, of made-up people."""
    happened = ("Person A began. Person B cut in. It was the █████ review.",)
    learned = ("I can chair the turn.", "Person A asked for that, and no more.")
    entries = (
        PacketEntry(
            "The delay call",
            "hard-talk",
            "A hard talk",
            "Week of 9 March 2026",
            (
                PacketPart("story", "What happened", happened),
                PacketPart("learned", "What I learned", learned),
            ),
        ),
        PacketEntry("The blue idea", "", "A note", "Week of 2 March 2026", ()),
    )
    people = ("Person A", "Person B")
    number = "0195a1b2-0000-7000-8000-000000000001"
    made, question = date(2026, 3, 13), "How do I hold the floor?"
    return Packet(number, made, "Juniper", question, people, entries, REPLY_KEY)


@pytest.fixture
def opened_packet(packet):
    return OpenedPacket(packet, "ab" * 32)


@pytest.fixture
def held_packet(locked_desk, opened_packet, tmp_path):
    """One that is open in the window."""
    return CoachPackets.of(locked_desk).take(tmp_path / "Packet.age", opened_packet)


REPLY_KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
