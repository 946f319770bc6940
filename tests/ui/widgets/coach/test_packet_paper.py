"""The paper of an entry: every paragraph with room beside it, and only so many at a time."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ally_journal.domain.packet import PacketEntry, PacketPart
from ui.widgets.coach.coach_footer import CoachFooter
from ui.widgets.coach.packet_paper import AT_ONCE, PacketPaper
from ui.widgets.coach.paragraph_row import ParagraphRow


@pytest.fixture
def paper(theme, qtbot):
    made = PacketPaper(theme)
    qtbot.addWidget(made)
    made.resize(1011, 600)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


@pytest.fixture
def shown(paper, packet, writing):
    paper.show_entry(packet, 1, writing, (("if-then", "One if-then plan"),))
    return paper


def test_every_paragraph_has_its_anchor_and_the_first_of_a_part_its_label(shown):
    rows = shown.paragraphs()
    assert [row.anchor for row in rows] == ["1.1.1", "1.2.1", "1.2.2"]
    assert [row.block.label.text() for row in rows] == ["What happened", "What I learned", ""]


def test_enter_opens_a_comment_and_escape_keeps_it(shown, writing, qtbot):
    row = shown.row("1.2.1")
    row.text.setFocus()
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is row.comments.field
    qtbot.keyClicks(row.comments.field, "What next?")
    qtbot.keyClick(row.comments.field, Qt.Key.Key_Escape)
    assert [(one.at, one.text) for one in writing.notes.notes] == [("1.2.1", "What next?")]
    assert QApplication.focusWidget() is row.text
    assert row.comments.has_notes
    assert not row.comments.is_written


def test_a_comment_on_another_paragraph_closes_the_one_before(shown, writing):
    first, second, _third = shown.paragraphs()
    first.comments.begin()
    writing.type("One.")
    second.comments.begin()
    assert not first.comments.is_written
    assert first.comments.has_notes
    assert second.comments.is_written


def test_comments_stand_below_where_there_is_no_room_beside(shown, qtbot):
    row = shown.paragraphs()[0]
    assert row.comments.mapTo(shown, row.comments.rect().topLeft()).x() > row.block.width()
    shown.allow_beside(on=False)
    QApplication.sendPostedEvents()
    qtbot.waitUntil(lambda: row.comments.mapTo(row, row.comments.rect().topLeft()).x() < 40)


def test_a_packet_without_entries_has_the_whole_of_it(paper, packet, writing):
    paper.show_entry(replace(packet, entries=()), 1, writing, ())
    assert paper.paragraphs() == []


def test_very_many_paragraphs_come_some_at_a_time(paper, packet, writing, qtbot):
    part = PacketPart("learned", "What I learned", ("One.", " ") * 5000)
    entry = PacketEntry("Long", "", "A note", "", (part,) * 100)
    begun = time.monotonic()
    paper.show_entry(replace(packet, entries=(entry,)), 1, writing, ())
    assert time.monotonic() - begun < 3
    qtbot.waitUntil(paper.more.isVisible)
    assert len(paper.paragraphs()) == AT_ONCE
    paper.more.click()
    qtbot.waitUntil(lambda: len(paper.paragraphs()) == 2 * AT_ONCE)
    assert all(isinstance(one, ParagraphRow) for one in paper.paragraphs())


def test_forgetting_leaves_no_words(shown):
    shown.forget()
    assert shown.paragraphs() == []


def test_the_footer_sleeps_while_there_is_nothing_to_save(theme, qtbot):
    footer = CoachFooter(theme)
    qtbot.addWidget(footer)
    footer.show_state("Nothing is sent.", can_save=False)
    assert not footer.save.isEnabled()
    assert not footer.read.isEnabled()
