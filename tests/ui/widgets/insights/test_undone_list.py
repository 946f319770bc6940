import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.insights import Undone
from ui.widgets.insights.undone_list import UndoneList

THINGS = (Undone("Ask for a slot", "e1"), Undone("Something from long ago", ""))


@pytest.fixture
def undone(qtbot, theme):
    undone = UndoneList(theme)
    qtbot.addWidget(undone)
    undone.show_undone(THINGS)
    return undone


def test_it_asks_first_and_unfolds_on_request(undone, qtbot):
    assert undone.question.words == "What is still undone?"
    assert not any(row.isVisible() for row in undone.rows)
    qtbot.keyClick(undone.question, Qt.Key.Key_Return)
    assert all(row.isVisible() for row in undone.rows)
    undone.toggle()
    assert not any(row.isVisible() for row in undone.rows)


def test_a_thing_leads_to_where_it_was_said(undone, qtbot):
    told = []
    undone.opened.connect(told.append)
    undone.toggle()
    undone.rows[0].click()
    assert told == ["e1"]


def test_what_leads_nowhere_is_only_read(undone):
    undone.toggle()
    assert not undone.rows[1].isEnabled()


def test_with_nothing_undone_it_is_not_there(undone):
    undone.show_undone(())
    assert undone.isHidden()
    assert undone.rows == []


def test_how_many_there_are_is_read_out(undone):
    assert "2 things" in undone.question.accessibleName()


def test_a_long_thing_is_cut_and_told_whole(undone, qtbot):
    undone.toggle()
    undone.resize(120, 100)
    undone.rows[0].grab()
    assert undone.rows[0].toolTip() == "Ask for a slot"


def test_a_tooltip_takes_no_words_for_markup(undone):
    undone.show_undone((Undone("Ask <b>Fern</b>", "e1"),))
    assert "<b>" not in undone.rows[0].toolTip()
