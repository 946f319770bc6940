"""Mistakes: owned, put right, looked at again."""

import pytest

from tests.domain.practice_walks import asked_of, offered, walked


def test_a_mistake_is_asked_about_in_order():
    assert asked_of("mistake") == [
        "gate.level", "gate.kind", "did", "type", "found_out", "meant", "impact", "guard",
        "pattern", "kind", "contact", "words", "repair", "plan", "due", "level_after",
    ]  # fmt: skip


@pytest.mark.parametrize("contact", ["space", "not-safe"])
def test_without_contact_there_are_repairs_that_need_none(contact):
    walk, asked = walked("mistake", {"contact": contact})
    assert "words" not in asked
    assert "space" in asked
    repair = next(step for step in walk.steps if step.key == "repair")
    acts = {option.id for option in repair.parts[0].options}
    assert not {"same-room", "replace"} & acts
    assert {"correct-the-record", "learn-in-my-own-time"} <= acts
    assert "no meeting" in repair.help


def test_not_being_sure_waits_or_asks():
    answers = {"contact": "not sure", "impact": {"evidence": "guessing"}}
    walk, _ = walked("mistake", answers)
    words = next(step for step in walk.steps if step.key == "words")
    assert "Would you like to talk about it?" in words.help
    assert "You may be wrong both ways." in words.help
    plain = next(step for step in walked("mistake")[0].steps if step.key == "words")
    assert plain.help == "Leave out asking to be forgiven."


def test_a_habit_of_the_place_is_offered_as_a_plan():
    assert offered("mistake", {"pattern": {"which": "common"}}) == ["plan"]
    assert offered("mistake", {"pattern": {"which": "one-off"}}) == []
    walk, _ = walked("mistake", {"pattern": {"which": "common"}})
    assert "raise the rule" in next(one.help for one in walk.steps if one.key == "plan")


def test_whoever_needed_comfort_is_asked_who_else_could_give_it():
    walk, asked = walked("mistake", {"guard": ["needed them to comfort me"]})
    assert "hold" in asked
    assert [one.practice for one in walk.offers] == ["support"]


def test_what_may_not_have_been_a_slip_can_end_early():
    walk, asked = walked("mistake", {"found_out": "not-sure", "enough": "stop"})
    assert asked[-3:] == ["pattern", "enough", "level_after"]
    assert [(rule.practice, rule.days) for rule in walk.follow_ups] == [("mistake", 7)]
    assert walk.closing.startswith("You looked.")
    _, on = walked("mistake", {"found_out": "not-sure", "enough": "go_on"})
    assert "words" in on


def test_a_mistake_comes_back_after_seven_and_thirty_days():
    walk, _ = walked("mistake")
    assert [(rule.practice, rule.days) for rule in walk.follow_ups] == [
        ("mistake_followup", 7), ("mistake_followup", 30),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "texts"),
    [
        ({}, []),
        ({"repair": {"line": "Fix the notes", "acts": ["other"]}}, ["repair.line"]),
        ({"repair": {"acts": ["correct the record"]}}, ["repair.acts"]),
        ({"plan": {"if": "a", "then": "b"}}, ["plan"]),
    ],
)
def test_a_repair_and_a_plan_become_promises(answers, texts):
    walk, _ = walked("mistake", answers)
    assert [rule.text for rule in walk.promises] == texts
    assert ("on your list" in walk.closing) is bool(texts)


# Mistake: look again.


def test_a_repair_that_is_done_is_asked_about():
    asked = asked_of("mistake_followup", {"done": "yes", "next": "close"}, gate=False)
    assert asked == ["done", "what", "heard", "again", "carry", "next"]


def test_a_repair_not_yet_done_asks_what_got_in_the_way():
    walk, asked = walked(
        "mistake_followup", {"done": "not-yet", "next": "smaller-step"}, gate=False
    )
    assert asked == ["done", "way", "heard", "again", "carry", "next", "smaller", "due"]
    assert "smaller step" in next(one.help for one in walk.steps if one.key == "next")


def test_what_was_moved_twice_may_become_smaller():
    walk, _ = walked("mistake_followup", facts={"plan.moved": 2}, gate=False)
    assert "make it smaller" in next(one.help for one in walk.steps if one.key == "next")


def test_what_is_heavy_after_the_repair_meets_kindness():
    walk, asked = walked("mistake_followup", {"done": "yes", "carry": 4}, gate=False)
    assert "kind" in asked
    assert [one.practice for one in walk.offers] == ["support"]
    assert "kind" not in asked_of("mistake_followup", {"done": "yes", "carry": 3}, gate=False)
    assert "kind" not in asked_of("mistake_followup", {"done": "in part", "carry": 5}, gate=False)


@pytest.mark.parametrize(
    ("following", "asks", "comes_back"),
    [
        ("close", [], False), ("one-more-step", ["step", "due"], True),
        ("new-date", ["due"], True), ("let-go", ["why"], False),
    ],
)  # fmt: skip
def test_a_repair_goes_on_or_is_closed(following, asks, comes_back):
    answers = {"done": "yes", "next": following, "step": "One more line"}
    walk, asked = walked("mistake_followup", answers, gate=False)
    assert asked[6:] == asks
    assert bool(walk.follow_ups) is comes_back
    assert bool(walk.promises) is ("step" in asks)
