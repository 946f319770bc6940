"""Bringing a reply home: seen first, kept once, and every bad file with its sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ally_journal.domain.packet import Remark
from ally_journal.errors import Stopped
from ally_journal.formats.age_file import new_key, seal_for_key
from tests.ui.coach_trip import begin, reworded
from ui.models.today_found import today_found
from ui.pages.reply import ReplyPage
from ui.places import ReplyPlace, SentPlace, SettingsPlace
from ui.widgets.banner import Banner
from ui.widgets.sharing_home.reply_paper import ReplyPaper
from ui.widgets.text import Text
from ui.widgets.today.waiting_things import waiting_things


@pytest.fixture
def trip(write, tmp_path):
    return write(begin(tmp_path))


@pytest.fixture
def page(desk, shown, settle):
    made = shown(ReplyPage(desk), ReplyPlace())
    settle(desk)
    return made


@pytest.fixture
def look(page, desk, settle, qtbot):
    """Choose a file; gives what stands below: `look(path)`."""

    def take(path):
        page.take_file(path)
        qtbot.waitUntil(lambda: not isinstance(page.shown, Text), timeout=20_000)
        QApplication.processEvents()
        return page.shown

    return take


def words(widget):
    return " | ".join(one.text() for one in widget.findChildren(Text) if not one.isHidden())


def notes(paper):
    return [card.words.toPlainText() for row in paper.rows.rows() for card in _cards(row)]


def _cards(row):
    from ui.widgets.sharing_home.coach_note import CoachNote  # noqa: PLC0415 for this alone

    return row.findChildren(CoachNote)


def kept(journal):
    sent = journal.sharing.sent()[0]
    return [one.text for one in journal.receiving.of_sent(sent.id)]


def test_it_is_shown_with_the_own_names_and_nothing_is_kept(look, trip, read):
    paper = look(trip.reply())
    assert isinstance(paper, ReplyPaper)
    assert "What did Juniper’s face do?" in notes(paper)
    assert "A reply from Marigold" in words(paper)
    assert read(kept) == []


def test_each_comment_stands_beside_its_paragraph(look, trip):
    paper = look(trip.reply())
    row = next(one for one in paper.rows.rows() if "face do" in str(_texts(one)))
    assert "I talked over Juniper in the meeting." in str(_texts(row))


def _texts(row):
    from ui.widgets.passage import Passage  # noqa: PLC0415 for this alone

    return [one.toPlainText() for one in row.findChildren(Passage)]


def test_what_was_edited_since_is_shown_then_and_now(look, trip, write):
    text = "A day.\n\nI talked over Juniper in the long meeting.\n\nLater they told me."
    write(lambda journal: (None, reworded(journal, trip.entry, text)))
    paper = look(trip.reply())
    assert "You changed this since. Now:" in words(paper)
    assert "I talked over Juniper in the long meeting." in words(paper)


def test_an_entry_that_has_gone_is_said_kindly(look, trip, write, read):
    write(lambda journal: (None, journal.bin.move(trip.entry.id)))
    assert "It has gone from your journal since" in words(look(trip.reply()))


def test_keeping_it_puts_comments_beside_entries_and_practices_on_today(
    page, look, trip, read, desk, settle, qtbot
):
    look(trip.reply())
    page.footer.keep.click()
    qtbot.waitUntil(lambda: isinstance(page.shown, Banner), timeout=10_000)
    settle(desk)
    assert page.shown.sentence == "Kept: 4 comments. 1 suggested practice waits on Today."
    assert len(read(kept)) == 4
    assert [one[1] for one in read(lambda journal: journal.promises.inbox())] == ["plan"]
    assert page.footer.isHidden()


def test_a_practice_that_is_not_known_is_said(look, trip):
    assert "this journal has no practice of that name" in words(look(trip.reply()))


def test_the_second_time_there_is_nothing_to_keep(page, look, trip, qtbot, read, visits):
    path = trip.reply()
    look(path)
    page.footer.keep.click()
    qtbot.waitUntil(lambda: isinstance(page.shown, Banner), timeout=10_000)
    paper = look(path)
    assert "You have this reply already" in words(paper)
    assert page.footer.keep.isHidden()
    assert len(read(kept)) == 4
    paper.findChild(Banner).acted.emit()
    assert visits == [SentPlace(trip.out.row.id)]


def test_not_now_keeps_nothing(page, look, trip, read):
    look(trip.reply())
    page.footer.leave.click()
    assert page.shown is None
    assert page.incoming is None
    assert read(kept) == []


def _cut(trip, folder):
    path = trip.reply()
    path.write_bytes(path.read_bytes()[:-40])
    return path


def _packet(trip, folder):
    return folder / "packet.age"


def _of_somebody_else(trip, folder):
    path = folder / "other.age"
    path.write_bytes(seal_for_key(b"{}", new_key().recipient))
    return path


def _to_another_packet(trip, folder):
    return trip.out.reply(Remark("", "Hello"), digest="ab" * 32)


def _newer(trip, folder):
    path = folder / "newer.age"
    text = b'{"format":"ally-journal-reply","version":99}'
    path.write_bytes(seal_for_key(text, trip.out.preview.packet.reply_key))
    return path


def _a_picture(trip, folder):
    path = folder / "picture.age"
    path.write_bytes(b"\x89PNG not at all")
    return path


def _nothing_there(trip, folder):
    return folder / "gone.age"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_cut, "damaged"),
        (_packet, "not a reply"),
        (_of_somebody_else, "does not belong to a packet of this journal"),
        (_to_another_packet, "does not belong to a packet of this journal"),
        (_newer, "newer version"),
        (_a_picture, "not a reply"),
        (_nothing_there, "cannot be"),
    ],
)
def test_a_bad_file_has_its_sentence_and_nothing_is_kept(
    page, look, trip, tmp_path, read, make, said
):
    shown = look(make(trip, tmp_path))
    assert isinstance(shown, Banner)
    assert said in shown.sentence
    assert page.footer.isHidden()
    assert read(kept) == []


def test_forgetting_leaves_no_word(page, look, trip):
    look(trip.reply())
    page.forget()
    assert page.shown is None
    assert page.incoming is None


def test_the_way_back_leads_where_it_came_from(page, visits):
    page.bar.back.click()
    page.arrive(ReplyPlace("settings"))
    page.bar.back.click()
    assert visits == [SentPlace(), SettingsPlace("sharing")]


def test_tab_reaches_paragraphs_comments_and_buttons(page, look, trip, qtbot):
    look(trip.reply())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=5_000)
    page.bar.back.setFocus()
    seen = []
    for _step in range(12):
        seen.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert any("Marigold · your coach" in one for one in seen)
    assert "What happened?" in seen


def test_a_file_that_was_replaced_by_another_says_nothing_any_more(page, look, trip):
    paper = look(trip.reply())
    page._refused(Stopped())
    assert page.shown is paper
    assert page.incoming is not None


def test_a_practice_that_waits_is_known_as_the_coachs(page, look, trip, read, desk, settle):
    look(trip.reply())
    page.footer.keep.click()
    settle(desk)
    found = read(today_found)
    ((row, _practice, _carry),) = found.inbox
    assert found.suggested == {row}
    (thing,) = waiting_things(found, desk.library, "UTC")
    assert thing.line == "Your coach suggests it"
