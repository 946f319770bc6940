"""The page on which a coach reads a packet and answers it, in a real window without a journal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from ally_journal.formats import age_file, unsealing
from ally_journal.formats.unsealing import OpenedPacket
from ui import printing
from ui.choosing import Chooser
from ui.locked_places import CoachOpenPlace, CoachPlace
from ui.models.coach_packets import CoachPackets
from ui.places import SupportPlace
from ui.widgets.passage import Passage
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def pair():
    return age_file.new_key()


@pytest.fixture
def opened_packet(packet, pair):
    return OpenedPacket(replace(packet, reply_key=pair.recipient), "ab" * 32)


@pytest.fixture
def page(window, held_packet):
    window.desk.visit.emit(CoachPlace(held_packet))
    return window.pages.page()


def comment(page, qtbot, words, anchor="1.2.1"):
    row = page.paper.row(anchor)
    row.text.setFocus()
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    qtbot.keyClicks(row.comments.field, words)
    qtbot.keyClick(row.comments.field, Qt.Key.Key_Escape)


def sheet_of(window):
    return next(one for one in window.findChildren(Sheet) if one.isVisible())


def shown_words(window):
    return " ".join(one.text() for one in window.findChildren(Text) if one.isVisible())


def test_it_says_whose_packet_it_is_and_that_nothing_is_sent(page):
    words = shown_words(page)
    assert "A packet from Juniper" in words
    assert "Sealed on 13 March 2026" in words
    assert "Nothing is sent." in words
    assert "How do I hold the floor?" in [one.toPlainText() for one in page.findChildren(Passage)]


def test_the_focus_begins_in_the_first_paragraph_and_tab_goes_on(page, qtbot):
    assert QApplication.focusWidget() is page.paper.row("1.1.1").text
    for anchor in ("1.2.1", "1.2.2"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is page.paper.row(anchor).text


def test_comments_are_counted_and_wake_the_footer(page, qtbot):
    assert not page.footer.save.isEnabled()
    comment(page, qtbot, "What next?")
    assert page.footer.save.isEnabled()
    assert "1 comment" in page.pane.rows[0].accessibleName()


def test_another_entry_is_read_and_comments_stay(page, qtbot):
    comment(page, qtbot, "What next?")
    page.pane.rows[1].click()
    assert page.paper.paragraphs() == []
    page.pane.rows[0].click()
    assert page.paper.row("1.2.1").comments.has_notes


def test_the_reply_is_read_back_before_it_is_saved(page, window, qtbot):
    comment(page, qtbot, "What next?")
    page.footer.read.click()
    assert "What next?" in shown_words(sheet_of(window))
    qtbot.keyClick(sheet_of(window).safe_button, Qt.Key.Key_Escape)


def test_the_saved_reply_opens_for_the_client_alone(page, qtbot, pair, settle, told, tmp_path):
    comment(page, qtbot, "What next?")
    target = tmp_path / "Reply.age"
    page._save_to(target)
    settle(page.desk)
    reply = unsealing.open_reply(target, [pair.identity]).reply
    assert (reply.packet, reply.digest) == (page.held.opened.packet.id, "ab" * 32)
    assert [(one.at, one.text) for one in reply.remarks] == [("1.2.1", "What next?")]
    assert not page.held.is_unsaved
    assert "Reply.age" in told[-1]


def test_what_is_still_being_written_is_part_of_the_saved_reply(
    page, qtbot, pair, settle, tmp_path, monkeypatch
):
    target = tmp_path / "Reply.age"
    monkeypatch.setattr(Chooser, "ask_target", lambda self, *_asked: self._then(target))
    comment(page, qtbot, "What next?")
    row = page.paper.row("1.2.2")
    row.comments.begin()
    qtbot.keyClicks(row.comments.field, "Half a word")
    page.footer.save.click()
    settle(page.desk)
    reply = unsealing.open_reply(target, [pair.identity]).reply
    assert [one.text for one in reply.remarks] == ["What next?", "Half a word"]


def test_what_is_written_while_a_reply_is_saved_is_not_taken_for_saved(
    page, qtbot, settle, tmp_path
):
    comment(page, qtbot, "What next?")
    page._save_to(tmp_path / "Reply.age")
    comment(page, qtbot, "One more.")
    settle(page.desk)
    assert page.held.is_unsaved


def test_a_reply_that_cannot_be_written_is_told_and_nothing_is_lost(
    page, qtbot, settle, told, tmp_path
):
    comment(page, qtbot, "What next?")
    page._save_to(tmp_path / "none" / "Reply.age")
    settle(page.desk)
    assert told
    assert page.held.is_unsaved


def test_a_lock_leaves_nothing_to_read_and_the_packet_brings_it_back(
    page, window, qtbot, opened_packet
):
    comment(page, qtbot, "What next?")
    held = page.held
    qtbot.keyClick(page.paper, Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: isinstance(window.pages.place, CoachOpenPlace))
    assert held.opened is None
    assert "Juniper" not in shown_words(window)
    assert "Packet.age" in [row.text() for row in window.pages.page().rows]
    again = CoachPackets.of(window.desk).take(held.path, opened_packet)
    window.desk.visit.emit(CoachPlace(again))
    assert window.pages.page().paper.row("1.2.1").comments.has_notes


def test_half_a_comment_is_there_after_a_lock(page, window, qtbot, opened_packet):
    row = page.paper.row("1.1.1")
    row.comments.begin()
    qtbot.keyClicks(row.comments.field, "half a")
    held = page.held
    window.lock()
    again = CoachPackets.of(window.desk).take(held.path, opened_packet)
    window.desk.visit.emit(CoachPlace(again))
    assert window.pages.page().paper.row("1.1.1").comments.field.text() == "half a"


def test_idle_minutes_cover_it(page, window):
    assert page.guard.auto_lock._timer.isActive()
    page.guard.auto_lock.due.emit()
    assert isinstance(window.pages.place, CoachOpenPlace)
    assert not page.guard.auto_lock._timer.isActive()


def test_hide_covers_it_and_shows_it_again(page, window):
    page.bar.hide_button.click()
    assert window.is_hidden
    window.hide_now()
    assert page.isVisible()


def test_closing_it_asks_where_something_is_not_saved(page, window, qtbot):
    comment(page, qtbot, "What next?")
    page.bar.close_button.click()
    sheet_of(window).safe_button.click()
    assert page.held is not None
    page.bar.close_button.click()
    sheet_of(window).other_button.click()
    assert isinstance(window.pages.place, CoachOpenPlace)
    assert CoachPackets.of(window.desk).listed() == ()


def test_closing_it_with_nothing_written_asks_nothing(page, window):
    page.bar.close_button.click()
    assert isinstance(window.pages.place, CoachOpenPlace)
    assert page.bar._name.text() == page.footer.words.text() == ""


def test_the_window_does_not_close_over_what_is_not_saved(page, window, qtbot):
    comment(page, qtbot, "What next?")
    assert not window.desk.may_close()
    assert not window.desk.may_close()
    assert len([one for one in window.findChildren(Sheet) if one.isVisible()]) == 1
    sheet_of(window).other_button.click()
    assert window.desk.may_close()
    assert not window.isVisible()


def test_what_the_program_ends_is_not_held_up(page, window, qtbot):
    comment(page, qtbot, "What next?")
    event = QCloseEvent()
    window.closeEvent(event)
    assert event.isAccepted()


def test_several_are_open_and_one_leads_to_the_other(page, window, opened_packet, tmp_path):
    second = OpenedPacket(replace(opened_packet.packet, sender="Ash"), "cd" * 32)
    held = CoachPackets.of(window.desk).take(tmp_path / "Other.age", second)
    window.desk.visit.emit(CoachPlace(held))
    assert [row.text() for row in page.pane.others] == ["Juniper"]
    page.pane.others[0].click()
    assert page.held.name == "Juniper"


def test_support_leads_back_to_it(page, window):
    page.bar.support_button.click()
    assert isinstance(window.pages.place, SupportPlace)
    window.desk.back_requested.emit()
    assert window.pages.page() is page


def test_where_there_is_little_room_the_pane_stands_in_place_of_the_paper(page, window, qtbot):
    window.resize(900, 600)
    qtbot.waitUntil(lambda: not page.pane.isVisible())
    page.bar.pane_button.click()
    assert page.pane.isVisible()
    assert not page.paper.isVisible()
    page.pane.rows[1].click()
    assert page.paper.isVisible()


def test_it_is_printed_under_a_name_that_tells_nothing(page, monkeypatch):
    asked = []
    monkeypatch.setattr(printing, "print_html", lambda *given: asked.append(given))
    page.pane.print_asked.emit()
    ((_parent, html, title),) = asked
    assert "I can chair the turn." in html
    assert title == "Journal"


def test_what_is_copied_is_forgotten(page, window, qtbot):
    window.desk.clipboard._owns = lambda: True
    text = page.paper.row("1.2.1").text
    text.selectAll()
    text.copy()
    assert QApplication.clipboard().text() == "I can chair the turn."
    window.lock()
    assert QApplication.clipboard().text() == ""


def test_nothing_of_it_touches_the_disk(page, window, qtbot, tmp_path):
    comment(page, qtbot, "What next, heron?")
    window.lock()
    files = [one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()]
    assert not [one for one in files if b"heron" in one or b"I can chair the turn" in one]
