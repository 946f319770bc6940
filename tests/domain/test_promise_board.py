from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.domain.promise_board import (
    Standing,
    board,
    board_insight,
    days_words,
    repairs_sentence,
    standing_of,
    standing_words,
)

NOW = datetime(2026, 3, 12, 18, 30, tzinfo=UTC)
TODAY = NOW.date()


def promise(state="planned", kind="plan", took=0, closed_ago=0, **more):
    state = PromiseState(state)
    settled = None if state.is_open else NOW - timedelta(days=closed_ago)
    created = NOW - timedelta(days=closed_ago + took)
    one = Promise("p", PromiseKind(kind), "Say it", state, TODAY, created, settled=settled)
    return replace(one, **more)


def placed(*promises):
    return board(promises, TODAY, datetime.date)


@pytest.mark.parametrize(
    ("state", "standing"),
    [
        ("owned", "planned"),
        ("planned", "planned"),
        ("done", "done"),
        ("checked", "done"),
        ("smaller", "smaller"),
        ("moved", "moved"),
        ("dropped", "let_go"),
    ],
)
def test_every_promise_has_its_column(state, standing):
    assert standing_of(promise(state)) == Standing(standing)


def test_columns_have_their_names():
    assert len({standing_words(one) for one in Standing}) == len(Standing)


def test_open_ones_stand_first_and_closed_ones_the_latest_first():
    old, late = promise("done", closed_ago=9), promise("checked", closed_ago=2)
    found = placed(old, promise(), late, promise("moved"))
    assert [one.promise.state for one in found.placed] == ["planned", "moved", "checked", "done"]
    assert [one.promise for one in found.column(Standing.DONE)] == [late, old]
    assert found.open == 2


def test_only_a_repair_that_is_done_took_days():
    mended = promise("checked", "repair", took=5)
    rest = [promise("done", took=3), promise("dropped", "repair"), promise("owned", "repair")]
    assert placed(mended, *rest).repair_days == (5,)


def test_a_clock_that_was_put_back_makes_no_day_less_than_none():
    assert placed(promise("done", "repair", took=-2)).repair_days == (0,)


@pytest.mark.parametrize(
    ("took", "says"),
    [
        ([], ""),
        ([1], "A repair took one day so far."),
        ([4, 4], "A repair took four days so far."),
        ([0], "You mended it the same day so far."),
        ([9, 2], "Repairs took from two to nine days so far."),
        (
            [1, 2, 3, 20, 30],
            "Repairs took from one to 30 days so far. Half of them were done within three days.",
        ),
    ],
)
def test_how_long_repairs_took_is_said_in_words(took, says):
    found = placed(*(promise("done", "repair", took=days) for days in took))
    assert repairs_sentence(found) == says


@pytest.mark.parametrize(
    ("days", "says"),
    [(0, "mended the same day"), (1, "mended after 1 day"), (7, "mended after 7 days")],
)
def test_a_single_repair_says_how_long_it_took(days, says):
    assert days_words(days) == says


def test_the_board_is_a_sentence_and_a_table():
    found = placed(promise(), promise("done", "repair", took=2, closed_ago=1), promise("dropped"))
    insight = board_insight(found)
    assert insight.sentence == "One was done and one was let go. A repair took two days so far."
    assert insight.table.rows[2] == ("Say it", "Done", "11 March 2026", "2")
    assert insight.table.rows[0] == ("Say it", "Planned", "12 March 2026", "")
    assert insight.count == 3


def test_an_open_promise_without_a_day_has_none_in_the_table():
    insight = board_insight(placed(promise(due=None)))
    assert insight.table.rows[0][2] == ""
    assert insight.sentence == "Nothing is closed yet."


def test_days_are_those_of_the_journal():
    found = board([promise("done", "repair")], TODAY, lambda _at: date(2026, 3, 1))
    assert found.placed[0].closed == date(2026, 3, 1)
