import json
from datetime import date

import pytest

from ally_journal.commands import showing
from ally_journal.domain.habit import Chapter, Habit, HabitView, Marks, ScheduleChange, Standing
from ally_journal.domain.insights import Insight, Series, Table, Undone
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


def made_insight(**more):
    table = Table(("Kind", "Myself"), (("Reply", "2"),))
    return Insight("actions", "Where I act", "So far twice.", "Dots.", table, 2, **more)


def test_an_insight_has_its_table_its_values_and_what_is_undone():
    series = (Series("reply", "Reply", (2, None)),)
    shape = showing.insight(
        made_insight(
            points=("Myself", "A group"),
            series=series,
            gaps={1: "pause"},
            undone=(Undone("Ask Fern", "e1"),),
        )
    )
    assert shape["table"] == {"head": ["Kind", "Myself"], "rows": [["Reply", "2"]]}
    assert shape["series"] == [{"key": "reply", "label": "Reply", "values": [2, None]}]
    assert (shape["form"], shape["points"]) == ("words", ["Myself", "A group"])
    assert shape["gaps"] == [{"point": 1, "why": "pause"}]
    assert shape["undone"] == [{"text": "Ask Fern", "entry": "e1"}]
    assert json.dumps(shape)


def test_an_insight_is_read_as_lines_with_its_head_and_what_is_undone():
    lines = showing.insight_lines(made_insight(undone=(Undone("Ask Fern", ""),)))
    assert list(lines) == [
        "Where I act", "So far twice.", "  Kind  Myself", "  Reply  2", "What is still undone?",
        "  Ask Fern",
    ]  # fmt: skip
