"""The charts of a journal: one pass over ticks, nothing from the trash, days as they were lived."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from ally_journal.domain.insights import Form
from ally_journal.domain.practice import Kind
from ally_journal.domain.practice_files import load_built_in
from ally_journal.domain.promise import PromiseState
from ally_journal.services import charting

TODAY = date(2026, 3, 12)
SAID = {
    "catch": {"when_noticed": "later", "set_off": ["rush"], "setting": "meeting"},
    "action": {
        "timing": "reply", "level": "person", "power": ["time"], "asked": "they asked",
        "area": "credit", "open": "Ask Fern how it went",
    },
    "scan": {"area": "hiring"},
    "feedback": {"did": "both"},
    "debrief": {"gate.level": 6, "level_after": 4},
    "label_lens": {"care0": 2, "care1": 3},
    "belonging": {"gave": {"what": ["listened"]}, "got": {"what": ["invited"]}, "hide": 2},
    "mistake": {"repair": {"line": "Put the name back"}, "due": "2026-03-19"},
}  # fmt: skip
MADE_OF = {
    "noticed": "catch", "actions": "action", "power": "action", "areas": "action",
    "heard": "feedback", "feelings": "debrief", "care": "label_lens", "belonging": "belonging",
}  # fmt: skip


def write(journal, practice, at=None):
    return journal.writing.write(practice, SAID[practice], at=at)[0].id


def chart(journal, key, months=6):
    return next(one for one in journal.insights.charts(TODAY, months) if one.key == key)


def test_charts_stand_in_the_order_of_the_page(journal):
    assert [one.key for one in journal.insights.charts()] == [
        "rhythm", "days", "promises", "repairs", "actions", "noticed", "power", "areas", "cues",
        "heard", "feelings", "care", "belonging",
    ]  # fmt: skip
    assert journal.insights.all() == journal.insights.charts()


def test_each_chart_can_be_asked_for_by_itself(journal):
    for practice in SAID:
        write(journal, practice)
    for one in journal.insights.charts(TODAY):
        if one.key not in {"rhythm", "days"}:
            assert getattr(journal.insights, one.key)(TODAY) == one


@pytest.mark.parametrize("key", MADE_OF)
def test_a_chart_leads_to_the_entry_and_forgets_it_in_the_trash(journal, key):
    ids = {practice: write(journal, practice) for practice in SAID}
    behind = {one for ids_ in chart(journal, key).entries.values() for one in ids_}
    assert ids[MADE_OF[key]] in behind
    journal.bin.move(ids[MADE_OF[key]])
    left = {one for ids_ in chart(journal, key).entries.values() for one in ids_}
    assert left == behind - {ids[MADE_OF[key]]}


def test_the_map_of_cues_closes_when_one_of_eight_goes_to_the_trash(journal):
    ids = [write(journal, "catch") for _time in range(8)]
    assert set(chart(journal, "cues").entries[0, 0]) == set(ids)
    journal.bin.move(ids[0])
    assert (chart(journal, "cues").entries, chart(journal, "cues").count) == ({}, 7)


def test_repairs_and_what_is_undone_leave_with_their_entry(journal):
    action, mistake = write(journal, "action"), write(journal, "mistake")
    assert chart(journal, "repairs").lanes[0].entry == mistake
    assert {one.entry for one in chart(journal, "actions").undone} == {action, mistake}
    journal.bin.move(mistake)
    assert chart(journal, "repairs").lanes == ()
    assert [one.text for one in chart(journal, "areas").undone] == ["Ask Fern how it went"]


def test_at_most_five_undone_things_the_newest_first(journal, clock):
    write(journal, "action")
    for number in range(7):
        clock.move(timedelta(minutes=1))
        journal.writing.write("action", {"open": f"Ask Fern {number}"})
    undone = [one.text for one in chart(journal, "power").undone]
    assert undone == [f"Ask Fern {number}" for number in (6, 5, 4, 3, 2)]


def test_a_repair_that_was_done_and_checked_tells_the_days_to_doing(journal, clock):
    write(journal, "mistake")
    repair = journal.promises.all()[0].id
    for state in (PromiseState.DONE, PromiseState.CHECKED):
        clock.move(timedelta(days=2))
        journal.promises.settle(repair, state)
    found = journal.insights.repairs(journal.today())
    assert found.lanes[0].note == "checked on 16 March, mended after 2 days"
    assert journal.promises.board().repair_days == (2,)


def test_the_span_says_how_far_back_and_months_begin_no_later_for_it(journal):
    for month in (1, 11):
        write(journal, "catch", datetime(2025, month, 20, 9, tzinfo=UTC))
        write(journal, "belonging", datetime(2025, month, 20, 9, tzinfo=UTC))
    for key in ("noticed", "belonging"):
        assert chart(journal, key).points == ("Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
        assert chart(journal, key).count == 1
        assert len(chart(journal, key, None).points) == 15
    assert chart(journal, "cues", None).count == 2


def test_a_short_span_of_belonging_goes_week_by_week(journal):
    write(journal, "belonging", datetime(2026, 3, 3, 9, tzinfo=UTC))
    assert chart(journal, "belonging", 3).points == ("2 Mar", "9 Mar")
    assert chart(journal, "belonging", 3).gaps == {1: "no entries"}


def test_days_written_reach_as_far_as_the_span(journal):
    write(journal, "catch", datetime(2025, 1, 20, 9, tzinfo=UTC))
    assert [chart(journal, "days", months).count for months in (3, 6, None)] == [0, 0, 1]


def test_a_journal_of_one_day_speaks_of_its_own_age(journal):
    write(journal, "catch")
    assert chart(journal, "days").sentence == "You wrote on one day so far."


def test_later_days_do_not_count_yet(journal):
    write(journal, "action")
    assert journal.insights.actions(TODAY - timedelta(days=1)).count == 0


@pytest.mark.parametrize("hours", [-12, 0, 14])
@pytest.mark.parametrize("day", [date(2025, 10, 26), date(2026, 1, 31), date(2026, 2, 1)])
def test_an_entry_stands_on_the_day_it_was_lived(journal, hours, day):
    zone = timezone(timedelta(hours=hours))
    for hour in (7, 23):
        write(journal, "feedback", datetime(day.year, day.month, day.day, hour, 30, tzinfo=zone))
    assert chart(journal, "heard").days == (day,)
    assert chart(journal, "heard").series[2].values == (2,)


def test_a_change_of_the_clocks_costs_no_day(journal):
    zone = ZoneInfo("Europe/Lisbon")
    for day in (25, 26, 27):
        for hour in (7, 23):
            write(journal, "feedback", datetime(2025, 10, day, hour, 30, tzinfo=zone))
    assert chart(journal, "heard").series[2].values == (2, 2, 2)


def test_a_practice_that_is_private_is_kept_out(journal):
    private = """id = "moss"
title = "Moss"
closing = "Kept."
private = true
[[steps]]
key = "when_noticed"
question = "When?"
kind = "choice"
options = "noticed"
"""
    journal.own_practices.keep(private)
    journal.writing.write("moss", {"when_noticed": "later"})
    assert chart(journal, "noticed").count == 0


def test_every_chart_but_words_has_a_form(journal):
    words = [one.key for one in journal.insights.charts() if one.form is Form.WORDS]
    assert words == ["rhythm", "days", "promises"]


def test_every_step_of_the_charts_asks_for_ticks():
    ticks = {Kind.CHOICE, Kind.CHOICES, Kind.SCALE}
    steps = [step for one in load_built_in().practices.values() for step in one.steps]
    ticked = {step.key for step in steps if step.kind in ticks}
    assert set(charting._STEPS) <= ticked
