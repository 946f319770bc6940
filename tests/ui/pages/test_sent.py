"""What went out: the log in words, one of them as it was, and what came back to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ally_journal.domain.entry import Sensitivity
from tests.ui.coach_trip import begin, bring_home
from ui.pages.sent import SentPage
from ui.places import ReplyPlace, SentPlace, SharePlace
from ui.widgets.coach.packet_text import PacketText
from ui.widgets.passage import Passage
from ui.widgets.sharing_home.coach_note import CoachNote
from ui.widgets.text import Text


@pytest.fixture
def trip(write, tmp_path):
    return write(begin(tmp_path))


@pytest.fixture
def page(desk, shown, settle):
    made = shown(SentPage(desk), SentPlace())
    settle(desk)
    return made


@pytest.fixture
def opened(page, trip, desk, settle, write):
    """The line of the trip, with its reply kept."""
    write(bring_home(trip))
    page.arrive(SentPlace(trip.out.row.id))
    settle(desk)
    QApplication.processEvents()
    return page


def texts(page):
    return [one.toPlainText() for one in page.paper.findChildren(Passage)]


def cards(page):
    return page.paper.findChildren(CoachNote)


def test_nothing_went_out_yet(page, visits):
    assert page.nothing.isVisible()
    page.nothing.acted.emit()
    assert visits == [SharePlace()]


def test_a_line_says_when_to_whom_and_which_entries(page, trip, desk, settle):
    page.arrive(SentPlace())
    settle(desk)
    (line,) = page.lines
    assert line.words == "Thursday 12 March, 18:30 · to my coach"
    assert "“The blue idea”" in line.accessibleDescription()
    assert "a locked file" in line.accessibleDescription()


def test_an_entry_that_has_gone_is_said(page, trip, desk, settle, write):
    write(lambda journal: (None, journal.bin.move(trip.other.id)))
    page.arrive(SentPlace())
    settle(desk)
    assert "1 entry that has gone" in page.lines[0].accessibleDescription()


def test_a_line_leads_to_what_went_out(page, trip, desk, settle, visits):
    page.arrive(SentPlace())
    settle(desk)
    page.lines[0].click()
    assert visits == [SentPlace(trip.out.row.id)]


def test_exactly_what_went_out_is_shown(opened, trip):
    shown = [one.replace("\N{NO-BREAK SPACE}", " ") for one in texts(opened)]
    for entry in trip.out.preview.packet.entries:
        for part in entry.parts:
            assert set(part.paragraphs) <= set(shown)
    assert not any("Juniper" in one.toPlainText() for one in opened.findChildren(PacketText))


def test_what_came_back_stands_beside_it_with_the_own_names(opened):
    told = [card.words.toPlainText() for card in cards(opened)]
    assert "What did Juniper’s face do?" in told
    assert {"Keep this one.", "Thank you for these."} <= set(told)
    assert any("a question of your coach" in card.accessibleName() for card in cards(opened))


def test_comments_stay_here_where_their_entry_has_gone(opened, trip, desk, settle, write):
    write(lambda journal: (None, journal.bin.move(trip.entry.id)))
    settle(desk)
    said = [one.text() for one in opened.paper.findChildren(Text)]
    assert any("It has gone from your journal since" in one for one in said)
    assert "What did Juniper’s face do?" in texts(opened)


def test_a_comment_is_taken_away_and_comes_back(opened, desk, settle):
    undo = []
    desk.messages.said.connect(lambda _words, _act, then: undo.append(then))
    card = next(one for one in cards(opened) if "Keep this" in one.words.toPlainText())
    card.remove.click()
    settle(desk)
    QApplication.processEvents()
    assert "Keep this one." not in texts(opened)
    undo[-1]()
    settle(desk)
    assert "Keep this one." in texts(opened)


def test_what_never_leaves_now_cannot_be_marked_here_either(opened, trip, desk, settle, write):
    never = Sensitivity.NEVER
    write(lambda journal: (None, journal.writing.set_sensitivity(trip.entry.id, never)))
    settle(desk)
    said = next(one for one in opened.findChildren(PacketText) if "talked over" in _plain(one))
    assert said.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    other = next(one for one in opened.findChildren(PacketText) if "Moss" in _plain(one))
    assert other.textInteractionFlags() != Qt.TextInteractionFlag.NoTextInteraction


def _plain(text):
    return text.toPlainText()


def test_back_goes_to_the_list_then_to_share(opened, visits, desk, settle):
    opened.bar.back.click()
    opened.arrive(SentPlace())
    settle(desk)
    assert opened.lines[0].hasFocus()
    opened.bar.back.click()
    assert visits == [SentPlace(), SharePlace()]


def test_a_reply_can_be_brought_from_here(page, visits):
    page.reply.click()
    assert visits == [ReplyPlace()]


def test_forgetting_leaves_no_word(opened):
    opened.forget()
    QApplication.sendPostedEvents(None, 0)
    assert not opened.lines
    assert not opened.paper.rows.rows()
