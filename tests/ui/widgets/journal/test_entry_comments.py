"""A coach's comments beside an entry: at their paragraph, theirs alone, and away when asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.models.coach_words import CommentTold
from ui.models.reading import Told
from ui.widgets.journal.comment_margin import CommentMargin
from ui.widgets.journal.entry_paper import EntryPaper

TOLD = (
    Told("What happened?", "<p>Wren began.</p><p>Juniper cut in.</p>"),
    Told("What did you learn?", "<p>The turn is theirs.</p>"),
)
WHO = "Marigold · your coach · 12 March"
FIRST = CommentTold("1", WHO, "And then?", "What happened?", "Juniper cut in.")
SECOND = CommentTold("2", WHO, "Keep it.", "What did you learn?", "The turn is theirs.")
WHOLE = CommentTold("3", WHO, "Thank you.")
GONE = CommentTold("4", WHO, "Why?", "What else?", "", "It is not there any more.")


@pytest.fixture
def paper(qtbot, theme):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 900)
    made = EntryPaper(theme, host)
    made.margin = CommentMargin(theme, host)
    made.margin.setGeometry(660, 0, 236, 900)
    made.setGeometry(0, 0, 620, 900)
    made.show_entry("The delay call", "", "journal", TOLD)
    host.show()
    QApplication.processEvents()
    made.host = host  # a widget that nobody holds is gone
    return made


def top_of(paper, words):
    document = paper.text.document()
    block = next(
        document.findBlockByNumber(number)
        for number in range(document.blockCount())
        if document.findBlockByNumber(number).text() == words
    )
    return paper.text.span_of(block.blockNumber())


def test_below_an_answer_they_have_room_and_the_text_has_no_word_of_them(paper):
    before = paper.text.toPlainText()
    after = top_of(paper, "What did you learn?")[0]
    paper.comments.show_comments((FIRST,))
    (card,) = paper.comments.cards
    assert paper.text.toPlainText() == before
    assert card.y() >= top_of(paper, "Juniper cut in.")[1]
    assert card.geometry().bottom() <= top_of(paper, "What did you learn?")[0]
    assert top_of(paper, "What did you learn?")[0] > after


def test_the_last_answer_leaves_room_too(paper):
    paper.comments.show_comments((SECOND,))
    assert paper.comments.cards[0].geometry().bottom() <= paper.text.height()


def test_in_the_margin_each_stands_at_its_paragraph(paper):
    paper.comments.stand_in(paper.margin)
    paper.comments.show_comments((SECOND, FIRST))
    QApplication.processEvents()
    second, first = paper.comments.cards
    origin = paper.text.mapTo(paper.parentWidget(), paper.text.rect().topLeft()).y()
    assert first.y() == origin + top_of(paper, "Juniper cut in.")[0]
    assert second.y() >= first.geometry().bottom()
    assert first.parent() is paper.margin


def test_what_is_on_the_whole_or_gone_comes_first_and_says_so(paper):
    paper.comments.stand_in(paper.margin)
    paper.comments.show_comments((FIRST, WHOLE, GONE))
    first, whole, gone = paper.comments.cards
    assert whole.y() < gone.y() < first.y()
    assert "On the whole entry" in whole.accessibleName()
    assert "On “What else?”" in gone.accessibleName()
    assert "not there any more" in gone.accessibleName()


def test_delete_and_the_cross_ask_to_take_it_away(paper, qtbot):
    asked = []
    paper.comments.remove_asked.connect(asked.append)
    paper.comments.show_comments((FIRST,))
    (card,) = paper.comments.cards
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    card.remove.click()
    assert asked == ["1", "1"]


def test_a_wider_margin_or_none_moves_them(paper):
    paper.comments.show_comments((FIRST,))
    paper.comments.stand_in(paper.margin)
    assert paper.comments.cards[0].parent() is paper.margin
    paper.comments.stand_in(None)
    assert paper.comments.cards[0].parent() is paper.text


def test_clearing_leaves_none(paper):
    paper.comments.stand_in(paper.margin)
    paper.comments.show_comments((FIRST,))
    paper.clear()
    paper.margin.resize(200, 300)
    assert paper.comments.cards == []
    assert not paper.margin._cards


def test_a_larger_text_size_makes_them_anew(paper, theme):
    paper.comments.show_comments((FIRST,))
    theme.choose(percent=150)
    (card,) = paper.comments.cards
    assert card.geometry().bottom() <= top_of(paper, "What did you learn?")[0]
    theme.choose(percent=100)
