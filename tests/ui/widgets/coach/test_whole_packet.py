"""What is for the whole packet: questions, practices, a word, a name."""

from __future__ import annotations

import pytest

from ui.widgets.coach.question_lines import MOST, QuestionLines
from ui.widgets.coach.whole_packet import WholePacket

PRACTICES = tuple((f"p-{number}", f"Practice {number}") for number in range(10))


@pytest.fixture
def whole(theme, writing, qtbot):
    made = WholePacket(theme, writing, PRACTICES)
    qtbot.addWidget(made)
    made.show()
    return made


def test_questions_practices_and_a_name_are_taken_as_they_are_chosen(whole, writing, qtbot):
    qtbot.keyClicks(whole.questions.fields[0].edit, "Who else?")
    whole.questions.more.click()
    qtbot.keyClicks(whole.questions.fields[1].edit, "When?")
    whole.chips.chips.chip("p-1").click()
    qtbot.keyClicks(whole.signature.edit, "Ash")
    notes = writing.notes
    assert notes.questions == ("Who else?", "When?")
    assert (notes.practices, notes.sender) == (("p-1",), "Ash")


def test_all_practices_are_there_when_asked_and_a_choice_stays(whole):
    whole.chips.chips.chip("p-1").click()
    whole.chips.more.click()
    whole.chips.chips.chip("p-9").click()
    assert whole.chips.chosen() == ("p-1", "p-9")


def test_what_was_written_before_is_shown_again(theme, writing, qtbot):
    writing.put(questions=("Who?",), practices=("p-9",), sender="Ash")
    again = WholePacket(theme, writing, PRACTICES)
    qtbot.addWidget(again)
    assert again.questions.lines() == ("Who?",)
    assert again.chips.chosen() == ("p-9",)
    assert again.signature.text() == "Ash"


def test_one_more_question_goes_to_an_empty_line_first(theme, qtbot):
    lines = QuestionLines(theme)
    qtbot.addWidget(lines)
    lines.more.click()
    assert len(lines.fields) == 1
    lines.set_lines(tuple("abcdefghijkl"))
    assert len(lines.fields) == MOST
    assert lines.more.isHidden()
    lines.set_lines(())
    assert len(lines.fields) == 1
