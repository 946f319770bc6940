import json
from datetime import date

import pytest

from ally_journal.commands import showing
from ally_journal.domain.habit import Chapter, Habit, HabitView, Marks, ScheduleChange, Standing
from ally_journal.domain.practice import Kind, Option, Part, Practice, Step

MARCH = date(2026, 3, 2)


def test_a_habit_has_its_stable_shape():
    habit = Habit("1", "Fern", (ScheduleChange(MARCH, "daily"),))
    standing = Standing("day", (), 2, 3, (Chapter(MARCH, MARCH, 1),), 1 / 3)
    assert showing.habit(HabitView(habit, Marks(), standing)) == {
        "id": "1",
        "name": "Fern",
        "schedule": "daily",
        "unit": "day",
        "streak": 2,
        "longest": 3,
        "strength": 0.333333333,
        "chapters": [{"from": "2026-03-02", "to": "2026-03-02", "length": 1}],
    }


def test_a_step_with_parts_names_them():
    part = Part("sure", Kind.CHOICE, "How sure?", (Option("very", "Very"),))
    step = Step("impact", "What came of it?", Kind.LONG, parts=(part,))
    (shape,) = showing.practice(Practice("fern", 1, "Fern", "2", "", (step,)))["steps"]
    assert shape["parts"] == [
        {
            "key": "sure",
            "label": "How sure?",
            "kind": "choice",
            "options": [{"id": "very", "label": "Very"}],
        }
    ]


@pytest.mark.parametrize("rows", [[], [{"id": "moss"}], [{"id": "moss"}, {"id": "ivy"}]])
def test_rows_are_one_object(rows, capsys):
    showing.as_json_rows("entries", rows)
    assert json.loads(capsys.readouterr().out) == {"entries": rows}


def test_line_ends_stay_and_what_steers_a_terminal_goes(capsys):
    showing.line("moss\n\tivy\x1b[2J\r")
    assert (
        capsys.readouterr().out
        == "moss\n\tivy\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}\n"
    )
