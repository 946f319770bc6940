"""Changing, ordering, archiving a habit, and ending its pauses, from the command line."""

from contextlib import closing
from pathlib import Path

import pytest

from ally_journal.journal import Journal
from tests.commands.conftest import PASSPHRASE


@pytest.fixture
def habits(ally):
    """A journal with two habits; `habits("move", …)` is about one of them."""
    for name in ("Water", "Read"):
        assert ally("habit", "add", name, "--schedule", "daily").code == 0
    ally.names = lambda: [one["name"] for one in ally("habits", "--json").json["habits"]]
    return ally


def opened(ally):
    return closing(Journal.open(Path(ally.journal), PASSPHRASE, ally.clock))


def test_a_habit_is_changed(habits):
    words = ("--name", "Read on", "--schedule", "3/week", "--goal", "at-least 10 minutes")
    assert habits("habit", "change", "Read", *words, "--practice", "free").code == 0
    assert "Read on  3/week  at least 10 minutes" in habits("habits").out
    assert habits("habit", "change", "Read on", "--by-hand", "--question", "at noon").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--name", "Water"), 1),
        (("--name", "New", "--schedule", "8/week"), 1),
        (("--name", "New", "--practice", "debrief"), 1),
        (("--name", "New", "--goal", "more"), 1),
        (("--practice", "free", "--by-hand"), 2),
    ],
)
def test_a_change_that_cannot_be_changes_nothing(habits, words, code):
    before = habits("habits").out
    assert habits("habit", "change", "Read", *words).code == code
    assert habits("habits").out == before


def test_a_habit_moves_in_the_list(habits):
    assert habits("habit", "move", "Read", "up").code == 0
    assert habits.names() == ["Read", "Water"]
    assert habits("habit", "move", "Read", "sideways").code == 2


def test_an_archived_habit_comes_back(habits):
    assert habits("habit", "archive", "Water").code == 0
    assert habits.names() == ["Read"]
    assert habits("habit", "archive", "water", "--back").code == 0
    assert set(habits.names()) == {"Read", "Water"}


def test_pauses_end_as_of_today(habits):
    habits("habit", "pause", "Water", "2026-03-01", "2026-03-20")
    habits("habit", "pause", "--all", "2026-03-05", "2026-03-20")
    assert habits("habit", "resume", "Water").code == 0
    assert habits("habit", "resume", "--all").code == 0
    assert habits("habit", "resume").code == 2
    assert habits("habit", "resume", "Water", "--all").code == 2


def test_a_pause_that_is_over_stays_as_it_was(habits):
    habits("habit", "pause", "Water", "2026-02-20", "2026-02-23")
    assert habits("habit", "resume", "Water").code == 0
    with opened(habits) as journal:
        (pause,) = journal.habits.pauses(journal.habits.by_name("Water").id)
    assert (pause.first.isoformat(), pause.last.isoformat()) == ("2026-02-20", "2026-02-23")


def test_a_practice_marks_it_until_it_is_by_hand(habits):
    for words, practices in ((("--practice", "free"), ("free",)), (("--by-hand",), ())):
        assert habits("habit", "change", "Read", *words).code == 0
        with opened(habits) as journal:
            assert journal.habits.by_name("Read").practices == practices
