"""An entry with a coach's comments beside it, and one that never leaves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from ally_journal.domain.entry import Sensitivity
from tests.ui.coach_trip import begin, bring_home, reworded
from ui.models.entry_levels import level_sentence, not_copied
from ui.pages.entry import EntryPage
from ui.pages.journal import JournalPage
from ui.places import EntryPlace, JournalPlace, SharePlace
from ui.widgets.passage import Passage

NEVER = Sensitivity.NEVER


@pytest.fixture
def trip(write, tmp_path):
    made = write(begin(tmp_path))
    write(bring_home(made))
    return made


@pytest.fixture
def page(desk, settle, shown, trip):
    made = shown(EntryPage(desk), EntryPlace(trip.entry.id))
    settle(desk)
    QApplication.processEvents()
    return made


@pytest.fixture
def confided(desk, settle, shown, write):
    """An entry that never leaves, with a later note, and its page."""

    def keep(journal):
        entry, _change = journal.writing.write("free", {"page": "Fern told me."})
        journal.writing.add_note(entry.id, "And more of it.")
        return entry, journal.writing.set_sensitivity(entry.id, NEVER)

    made = shown(EntryPage(desk), EntryPlace(write(keep).id))
    settle(desk)
    QGuiApplication.clipboard().setText("before")
    return made


def words(page):
    return [card.told.text for card in page.paper.comments.cards]


def test_comments_stand_in_the_margin_and_never_in_the_text(page):
    assert words(page) == ["What did Juniper’s face do?"]
    assert page.margin.isVisible()
    assert page.paper.comments.cards[0].parent() is page.margin
    assert "face" not in page.paper.text.toPlainText()


def test_below_1000_they_stand_under_their_answer(page):
    page.resize(960, 700)
    QApplication.processEvents()
    assert not page.margin.isVisible()
    assert page.paper.comments.cards[0].parent() is page.paper.text
    assert page.facts.x() > page._left.x()


def test_an_edit_since_then_is_shown(page, trip, write, desk, settle):
    text = "I talked over Juniper in the long meeting."
    write(lambda journal: (None, reworded(journal, trip.entry, text)))
    settle(desk)
    (card,) = page.paper.comments.cards
    assert card.told.since == (
        "You changed this since. Then: “I talked over Juniper in the meeting.”"
    )


def test_one_is_taken_away_with_a_way_back(page, desk, settle):
    undo = []
    desk.messages.said.connect(lambda _words, _act, then: undo.append(then))
    page.paper.comments.cards[0].remove.click()
    settle(desk)
    assert words(page) == []
    assert not page.margin.isVisible()
    undo[-1]()
    settle(desk)
    assert words(page) == ["What did Juniper’s face do?"]


def test_delete_on_a_comment_leaves_the_entry(page, desk, settle, qtbot, read, trip):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=5_000)
    card = page.paper.comments.cards[0]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    settle(desk)
    assert read(lambda journal: journal.reading.entry(trip.entry.id)).trashed is None
    assert words(page) == []


def test_tab_reaches_a_comment(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=5_000)
    page.paper.text.setFocus()
    qtbot.waitUntil(lambda: _tabbed_to(page, qtbot), timeout=5_000)


def _tabbed_to(page, qtbot):
    now = QApplication.focusWidget()
    if now is page.paper.comments.cards[0]:
        return True
    qtbot.keyClick(now, Qt.Key.Key_Tab)
    return False


def test_the_paper_print_has_no_comment(page, trip, read):
    html = read(lambda journal: journal.carrying.to_print(trip.entry.id))
    assert "face do" not in html


def test_share_leads_there_with_this_entry(page, trip, visits):
    page.share.click()
    assert visits == [SharePlace((trip.entry.id,))]


def test_forgetting_leaves_no_comment(page):
    page.forget()
    assert words(page) == []
    assert not page.margin._cards


def test_the_journal_shows_them_under_their_answers(desk, settle, shown, trip):
    made = shown(JournalPage(desk), JournalPlace(entry=trip.entry.id))
    settle(desk)
    settle(desk)
    assert [card.told.text for card in made.paper.paper.comments.cards] == [
        "What did Juniper’s face do?"
    ]


# -- what never leaves


def test_its_sharing_is_off_and_says_why(confided):
    assert not confided.share.isEnabled()
    assert confided.share.toolTip() == level_sentence(NEVER)


def test_nothing_of_it_can_be_marked(confided, qtbot):
    text = confided.paper.text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 45))
    assert not text.textCursor().hasSelection()
    notes = confided.paper.findChildren(Passage)
    none = Qt.TextInteractionFlag.NoTextInteraction
    assert [one.textInteractionFlags() for one in notes] == [none]


def test_keys_and_menu_copy_nothing_and_say_why(confided, qtbot, told):
    text = confided.paper.text
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(text.viewport(), event)
    assert told == [not_copied(), not_copied()]
    assert QGuiApplication.clipboard().text() == "before"


def test_whoever_takes_a_selection_gets_none_of_it(confided):
    """A drag, the second clipboard of X11 and every other way ask for this."""
    text = confided.paper.text
    cursor = text.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    text.setTextCursor(cursor)
    assert text.createMimeDataFromSelection().formats() == []
    text.copy()
    assert "Fern" not in QGuiApplication.clipboard().text()


def test_it_is_marked_as_others_can_be_again(confided, desk, settle, write):
    entry = confided._wanted
    write(lambda journal: (None, journal.writing.set_sensitivity(entry, Sensitivity.COACH)))
    settle(desk)
    confided.paper.text.selectAll()
    assert confided.paper.text.textCursor().selectedText()
    assert confided.share.isEnabled()


def test_the_menu_offers_how_far_it_may_go(confided, desk, settle, read):
    confided.more.click()
    menus = confided.findChildren(QMenu)
    acts = {one.text(): one for menu in menus for one in menu.actions()}
    assert acts["It never leaves"].isChecked()
    assert not acts["Share…"].isEnabled()
    acts["A coach may see it"].trigger()
    settle(desk)
    entry = read(lambda journal: journal.reading.entry(confided._wanted))
    assert entry.sensitivity is Sensitivity.COACH
    for menu in menus:
        menu.close()


def test_the_list_says_it_too(desk, settle, shown, confided):
    made = shown(JournalPage(desk), JournalPlace())
    settle(desk)
    rows = [made.model.data(made.model.index(row, 0)) for row in range(made.model.rowCount())]
    assert any("never leaves" in one for one in rows)
