"""Labels of people and blanked words are found, however odd a packet is."""

from __future__ import annotations

import pytest

from ui.widgets.coach.packet_marks import MOST_MARKS, firm, marks

PEOPLE = ("Person A", "Person B")


def found(text, people=PEOPLE):
    shown = firm(text, people)
    return [
        (shown[start:end].replace("\N{NO-BREAK SPACE}", " "), is_bar)
        for start, end, is_bar in marks(shown, people)
    ]


def test_labels_bars_and_stand_ins_are_found():
    text = "Person A wrote to [e-mail] about █████."
    assert found(text) == [("Person A", False), ("[e-mail]", False), ("█████", True)]


def test_a_label_does_not_break_over_two_lines():
    assert " " not in firm("Person A", PEOPLE)


def test_a_longer_label_is_not_taken_for_a_shorter_one():
    assert found("Person AB and Person A", ("Person A", "Person AB")) == [
        ("Person AB", False),
        ("Person A", False),
    ]


@pytest.mark.parametrize("people", [("",), (" ",), ("x" * 5000,), ()])
def test_labels_that_are_none_mark_nothing(people):
    assert found("Some words.", people) == []


def test_marks_without_end_are_cut():
    assert len(found("█████ " * 2 * MOST_MARKS)) == MOST_MARKS
