"""Promises where they go out."""

from datetime import UTC, date, datetime

import pytest

from ally_journal.domain.entry import Answer, Entry
from ally_journal.domain.outgoing_promises import may_go, repairs, sentence
from ally_journal.domain.practice_files import load_built_in
from ally_journal.domain.promise import Promise, PromiseKind, PromiseState
from ally_journal.domain.share_fields import DEFAULT_FIELDS, Field

LIBRARY = load_built_in()
NOW = datetime(2026, 3, 12, tzinfo=UTC)


def promise(text="Ask Fern", kind="plan", state="planned", due=None):
    return Promise("p", PromiseKind(kind), text, PromiseState(state), due, NOW, "e1")


def entry(practice, **answers):
    given = tuple(Answer(key, "?", "text", value) for key, value in answers.items())
    return Entry("e1", practice, 1, "", date(2026, 3, 12), NOW, NOW, "UTC", given)


def goes(practice, one, fields=DEFAULT_FIELDS, **answers):
    return may_go(entry(practice, **answers), LIBRARY.find(practice), one, fields)


STATES = {
    "owned": "owned", "planned": "planned", "moved": "planned", "smaller": "planned",
    "done": "done", "checked": "done and checked", "dropped": "let go",
}  # fmt: skip


@pytest.mark.parametrize("state", PromiseState)
def test_of_a_repair_goes_how_it_stands(state):
    assert repairs([promise(kind="repair", state=state)]) == (f"A repair: {STATES[state]}.",)
    assert not goes("mistake", promise(kind="repair", state=state), frozenset(Field))


def test_a_plan_is_no_repair():
    assert repairs([promise()]) == ()


@pytest.mark.parametrize("state", PromiseState)
def test_open_plans_go_and_closed_ones_stay(state):
    assert goes("scan", promise(state=state)) == state.is_open


def test_a_plan_goes_with_plans_alone():
    assert not goes("scan", promise(), DEFAULT_FIELDS - {Field.PLANS})


def test_a_plan_of_a_practice_that_stays_behind_stays():
    assert not goes("seek_debrief", promise("Thank them"), line="Thank them")
    assert goes("seek_debrief", promise("Thank them"), {Field.PLANS, Field.STORY})


def test_a_promise_that_no_answer_gave_needs_the_story():
    assert not goes("debrief", promise())
    assert goes("debrief", promise(), {Field.PLANS, Field.STORY})
    assert not goes("not_there", promise())


def test_a_day_is_told_only_with_days():
    one = promise(due=date(2026, 3, 19))
    assert sentence(one, {Field.PLANS}) == "Ask Fern"
    assert sentence(one, {Field.PLANS, Field.DATES}) == "Ask Fern (for 19 March 2026)"
