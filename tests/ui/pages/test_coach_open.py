"""Where a coach opens a packet: each lock, each bad file in a sentence, and Cancel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ally_journal import packet_errors, stopping
from ally_journal.domain.coach_notes import CoachNotes
from ally_journal.errors import Stopped
from ally_journal.formats import age_file
from ally_journal.formats.packet_json import packet_bytes
from ally_journal.services import coaching
from ally_journal.services.coaching import Lock
from ui.locked_places import CoachKeyPlace, CoachOpenPlace, CoachPlace, UnlockPlace
from ui.models.coach_packets import CoachPackets
from ui.widgets.sheet import Sheet


@pytest.fixture
def page(window):
    window.pages.page().packet.click()
    return window.pages.page()


@pytest.fixture
def form(page):
    return page.opening


@pytest.fixture
def plain_key(tmp_path):
    pair = age_file.new_key()
    path = tmp_path / "key.txt"
    path.write_text(pair.identity)
    return path, pair.recipient


@pytest.fixture
def for_key(packet, plain_key, tmp_path):
    path = tmp_path / "Packet.age"
    path.write_bytes(age_file.seal_for_key(packet_bytes(packet), plain_key[1]))
    return path


@pytest.fixture
def locked_by(monkeypatch, tmp_path, form, settle):
    """A file whose head says this: `locked_by(Lock(…))`."""

    def take(lock):
        monkeypatch.setattr(coaching, "lock_of", lambda _path: lock)
        form.take_file(tmp_path / "Packet.age")
        settle(form.desk)

    return take


def test_the_unlock_page_leads_here_and_back(page, window):
    assert isinstance(window.pages.place, CoachOpenPlace)
    page.back.click()
    assert isinstance(window.pages.place, UnlockPlace)


def test_a_packet_for_the_key_opens_with_it(form, window, for_key, plain_key, settle, qtbot):
    form.take_file(for_key)
    settle(window.desk)
    assert form.key.isVisible()
    form.take_key(plain_key[0])
    form.button.click()
    qtbot.waitUntil(lambda: isinstance(window.pages.place, CoachPlace), timeout=10_000)
    assert window.pages.page().held.name == "Juniper"
    assert form.secret.text() == ""


def test_a_packet_for_a_key_asks_for_the_key_first(form, locked_by):
    locked_by(Lock(by_key=True))
    form.open()
    assert form.key.error.isVisible()


def test_a_packet_for_words_asks_for_the_words(form, locked_by, qtbot):
    locked_by(Lock(by_key=False))
    assert not form.key.isVisible()
    qtbot.keyClick(form.secret.edit, Qt.Key.Key_Return)
    assert "words" in form.secret.edit.accessibleDescription()


def test_something_else_is_refused_in_a_sentence(form, window, settle, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("no packet")
    form.take_file(path)
    settle(window.desk)
    assert "not a packet" in form.problem.sentence
    assert not form.button.isEnabled()
    assert not form.secret.isVisible()


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (packet_errors.WrongPacketPassphrase(), "secret"),
        (packet_errors.OtherCoachKey(), "key"),
        (packet_errors.BadCoachKey(), "key"),
        (packet_errors.PacketDamaged(), "problem"),
        (packet_errors.PacketNewer(), "problem"),
        (packet_errors.PacketTooLarge(), "problem"),
    ],
)
def test_each_bad_input_has_its_sentence_in_its_place(form, locked_by, error, place):
    locked_by(Lock(by_key=True))
    form._failed(error)
    said = {
        "secret": form.secret.edit.accessibleDescription(),
        "key": form.key.button.accessibleDescription(),
        "problem": form.problem.sentence if form.problem.isVisible() else "",
    }
    assert [name for name, sentence in said.items() if sentence] == [place]


def test_a_costly_one_asks_first_and_says_how_long(form, locked_by, monkeypatch, settle, qtbot):
    tried = []

    def opened(_path, words, *, patient):
        tried.append((words, patient))
        raise packet_errors.WrongPacketPassphrase

    monkeypatch.setattr(coaching, "open_by_words", opened)
    locked_by(Lock(by_key=False, is_costly=True, seconds=16))
    assert "16 seconds" in form.costly.sentence
    assert "16 seconds" in form.button.words
    qtbot.keyClicks(form.secret.edit, "some words")
    form.button.click()
    settle(form.desk)
    assert tried == [("some words", True)]


@pytest.fixture
def busy(form, locked_by, monkeypatch, qtbot):
    """The form while a packet is being opened, which never ends by itself."""

    def opened(_path, _words, **_patient):
        while True:
            stopping.check()

    monkeypatch.setattr(coaching, "open_by_words", opened)
    locked_by(Lock(by_key=False))
    qtbot.keyClicks(form.secret.edit, "some words")
    form.button.click()
    return form


def test_cancel_ends_what_opens_it(busy, qtbot):
    assert busy.stop_button.isVisible()
    assert not busy.button.isEnabled()
    assert busy.progress.text()
    busy.stop_button.click()
    qtbot.waitUntil(busy.button.isEnabled, timeout=5_000)
    assert "ended" in busy.problem.sentence


def test_a_stop_is_no_fault(form, locked_by):
    locked_by(Lock(by_key=False))
    form._failed(Stopped())
    assert form.problem.isVisible()


def test_a_file_named_at_the_start_is_looked_at(window, for_key, settle):
    window.desk.visit.emit(CoachOpenPlace(for_key))
    settle(window.desk)
    page = window.pages.page()
    assert page.opening.file.name.text() == "Packet.age"
    assert page.opening.key.isVisible()


def test_leaving_forgets_what_was_typed(page, form, locked_by, window, qtbot):
    locked_by(Lock(by_key=False))
    qtbot.keyClicks(form.secret.edit, "some words")
    page.key.click()
    assert isinstance(window.pages.place, CoachKeyPlace)
    assert form.secret.text() == ""
    assert form.path is None


def test_those_that_are_held_are_listed_and_lead_on(window, held_packet):
    window.desk.visit.emit(CoachOpenPlace())
    (row,) = window.pages.page().rows
    assert row.accessibleName() == "Juniper, Open"
    row.click()
    assert isinstance(window.pages.place, CoachPlace)


def test_going_to_the_journal_asks_about_what_is_not_saved(window, held_packet):
    held_packet.notes = CoachNotes(questions=("Who?",))
    window.desk.visit.emit(CoachOpenPlace())
    window.pages.page().back.click()
    (sheet,) = window.findChildren(Sheet)
    sheet.other_button.click()
    assert isinstance(window.pages.place, UnlockPlace)
    assert CoachPackets.of(window.desk).listed() == ()
    assert window.desk.begins_at is None


def test_what_opens_after_one_left_leads_nowhere(page, form, locked_by, window, opened_packet):
    locked_by(Lock(by_key=False))
    path = form.path
    page.key.click()
    form._opened(path, opened_packet)
    assert isinstance(window.pages.place, CoachKeyPlace)
    assert page.packets.listed() == ()


def test_another_file_ends_what_was_being_opened(busy, tmp_path, qtbot):
    busy.take_file(tmp_path / "Other.age")
    qtbot.waitUntil(busy.button.isEnabled, timeout=5_000)
    assert busy.problem.isHidden()
    assert busy.file.name.text() == "Other.age"


def test_a_refusal_of_the_file_before_is_not_told_of_this_one(form, locked_by, tmp_path):
    locked_by(Lock(by_key=False))
    form._refused(tmp_path / "Before.age", packet_errors.NotAPacket())
    assert form.lock is not None
    assert form.problem.isHidden()


def test_what_opens_the_file_before_is_not_asked_for_this_one(form, locked_by, tmp_path):
    locked_by(Lock(by_key=True))
    form._looked_at(tmp_path / "Before.age", Lock(by_key=False))
    assert form.lock == Lock(by_key=True)
