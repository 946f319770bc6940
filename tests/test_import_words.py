"""Every reason, schedule and thing left out has its words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ally_journal import formats
from ally_journal.domain.habit_import import Left, LeftOut, Plan, PlannedHabit
from ally_journal.domain.nearest_schedule import Nearness, NearSchedule
from ally_journal.import_words import (
    _REASONS,
    habit_words,
    left_words,
    nearness_words,
    plan_words,
    there_words,
)
from ally_journal.sentences import sentence
from ally_journal.table_errors import TableMalformed

FOLDER = Path(formats.__file__).parent
FIRST, LAST = date(2026, 3, 1), date(2026, 3, 5)


def planned(**values):
    given = {"is_new": True, "fresh": 3, "there": 0, "first": FIRST, "last": LAST} | values
    return PlannedHabit("key", "Fern", NearSchedule("3/week", Nearness.WEEK, 3, 7), **given)


def test_every_reason_has_words():
    source = "\n".join(
        (FOLDER / f"{name}.py").read_text()
        for name in ("csv_text", "day_text", "daylio_csv", "daylio_import", "loop_csv",
                     "loop_habits", "source_files")
    )  # fmt: skip
    used = set(re.findall(r'(?:refuse|TableMalformed)\([^()]*"([\w-]+)"\)', source))
    assert len(used) > 15
    assert used <= set(_REASONS)


@pytest.mark.parametrize("reason", sorted(_REASONS))
def test_a_refusal_names_file_line_and_column(reason):
    words = sentence(TableMalformed("Habits.csv", 3, "Name", reason))
    assert words.startswith("“Habits.csv”, line 3, column “Name”: ")
    assert words.endswith(". Nothing was brought in.")


def test_a_column_without_a_name_has_its_number():
    assert "column 4:" in sentence(TableMalformed("a.csv", 3, "4", "not-a-value"))
    assert sentence(TableMalformed("a.csv", 3, "", "quotes")).startswith("“a.csv”, line 3: ")
    assert sentence(TableMalformed("a.csv", 0, "", "empty")).startswith("“a.csv”: ")


@pytest.mark.parametrize("what", Left)
@pytest.mark.parametrize("number", [1, 5])
def test_everything_left_out_is_said_in_a_sentence(what, number):
    words = left_words(LeftOut(what, number))
    assert str(number) in words
    assert words.endswith(".")


@pytest.mark.parametrize("nearness", Nearness)
def test_how_a_schedule_came_about_is_said_where_it_is_another(nearness):
    words = nearness_words(NearSchedule("3/week", nearness, 3, 7))
    assert bool(words) is (nearness is not Nearness.SAME)
    assert "{" not in words


def test_a_plan_says_what_comes_and_from_when():
    plan = Plan("Loop Habit Tracker", (planned(),), fresh_pages=2)
    assert plan_words(plan) == (
        "1 new habit, 3 days marked (1 March 2026 to 5 March 2026), 2 notes."
    )
    assert there_words(plan) == ""


def test_a_plan_says_nothing_of_what_does_not_come():
    here = planned(is_new=False, fresh=2, there=3)
    assert plan_words(Plan("Daylio", (here,))) == "2 days marked (1 March 2026 to 5 March 2026)."
    noted = planned(is_new=False, fresh=0, there=3, first=None, last=None)
    assert plan_words(Plan("Daylio", (noted,), fresh_pages=1)) == "1 note."


def test_a_plan_of_what_is_here_says_so():
    plan = Plan("Daylio", (planned(is_new=False, fresh=0, there=3),), pages_there=1)
    assert plan_words(plan).startswith("Everything in it is here already.")
    assert there_words(plan) == "Here already, and left as they are: 3 days marked, 1 note."


def test_a_habit_says_what_it_is():
    assert habit_words(planned()) == (
        "new, on 3 days a week, 3 days marked (1 March 2026 to 5 March 2026)"
    )
    assert habit_words(planned(is_new=False, fresh=0, is_archived=True, is_measured=True)) == (
        "here already, on 3 days a week, measured, archived, 0 days marked"
    )


def test_rests_are_no_marked_days():
    rested = planned(fresh=50, rests=23, there=5, rests_there=5)
    assert "27 days marked, 23 rests (1 March" in habit_words(rested)
    assert "27 days marked, 23 rests (1 March" in plan_words(Plan("Loop", (rested,)))
    assert there_words(Plan("Loop", (rested,))).endswith(": 5 rests.")
    assert "1 day marked, 1 rest (" in habit_words(planned(fresh=2, rests=1))
