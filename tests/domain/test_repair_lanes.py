from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ally_journal.domain.insights import Form
from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.domain.repair_lanes import repair_lanes

NOW = datetime(2026, 3, 12, 18, tzinfo=UTC)
TODAY = NOW.date()
STATES = PromiseState


def repair(state=STATES.PLANNED, due=None, ago=10, settled=None, name="r1"):
    at = None if settled is None else NOW - timedelta(days=settled)
    made = NOW - timedelta(days=ago)
    return Promise(
        name, PromiseKind.REPAIR, "Say sorry to Teal", state, due, made, "e1", settled=at
    )


def lanes(*promises, since=date.min, **more):
    return repair_lanes(promises, TODAY, datetime.date, since=since, **more)


@pytest.mark.parametrize(
    ("promise", "at", "note"),
    [
        (repair(STATES.OWNED), 0, "no day yet"),
        (repair(due=TODAY), 1, "planned for today"),
        (repair(due=TODAY + timedelta(1)), 1, "planned for tomorrow"),
        (repair(due=TODAY - timedelta(2)), 1, "planned for 10 March"),
        (repair(STATES.MOVED, TODAY + timedelta(6)), 1, "moved to 18 March"),
        (repair(STATES.SMALLER, TODAY), 1, "made smaller, for today"),
        (repair(STATES.SMALLER), 1, "no day yet"),
        (repair(STATES.DONE, settled=3), 2, "done on 9 March, mended after 7 days"),
        (repair(STATES.CHECKED, settled=10), 3, "checked on 2 March, mended the same day"),
        (repair(STATES.DROPPED, settled=3), 0, "let go on 9 March"),
        (repair(STATES.DROPPED, TODAY, settled=3), 1, "let go on 9 March"),
        (repair(STATES.DONE), 2, ""),
    ],
)
def test_each_repair_stands_at_its_station_with_its_day(promise, at, note):
    (lane,) = lanes(promise).lanes
    assert (lane.at, lane.note) == (at, note)
    assert (lane.text, lane.entry, lane.promise) == ("Say sorry to Teal", "e1", "r1")
    assert lane.is_open is promise.state.is_open


def test_the_days_to_repair_end_when_it_was_first_done():
    checked = repair(STATES.CHECKED, settled=1)
    found = lanes(checked, mended={"r1": NOW - timedelta(days=8)})
    assert found.lanes[0].note == "checked on 11 March, mended after 2 days"


def test_the_board_says_how_repairs_stand():
    found = lanes(
        repair(due=TODAY), repair(due=TODAY), repair(STATES.CHECKED, settled=2),
        repair(STATES.DROPPED, settled=1),
    )  # fmt: skip
    assert found.sentence == (
        "Two repairs are planned. One is done, and you asked how it is now. One was let go."
    )
    assert [lane.is_open for lane in found.lanes] == [True, True, False, False]
    assert [row[1] for row in found.table.rows] == ["Planned", "Planned", "Let go", "Checked"]
    assert (found.form, found.points) == (Form.LANES, ("Owned", "Planned", "Done", "Checked"))


def test_one_repair_is_drawn_and_none_is_not():
    assert lanes(repair()).drawable
    found = lanes(replace(repair(), kind=PromiseKind.PLAN))
    assert (found.drawable, found.sentence) == (False, "Nothing noted here yet.")


def test_what_was_closed_before_the_span_is_left_out_and_what_is_open_never():
    old = repair(STATES.DONE, settled=300, ago=400, name="r2")
    found = lanes(repair(ago=400), old, since=date(2025, 10, 1))
    assert [lane.promise for lane in found.lanes] == ["r1"]


@pytest.mark.parametrize(("ago", "number"), [(10, 1), (9, 0)])
def test_what_was_closed_on_the_first_day_of_the_span_belongs_to_it(ago, number):
    closed = repair(STATES.DONE, settled=10)
    assert lanes(closed, since=TODAY - timedelta(days=ago)).count == number
