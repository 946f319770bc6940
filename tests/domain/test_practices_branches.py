"""Every branch of every practice: whatever a file says can come up in some walk, and does."""

import random

import pytest

from ally_journal.domain.answers import checked
from ally_journal.domain.conditions import COUNT, FACTS
from ally_journal.domain.practice import Kind
from ally_journal.domain.practice_checks import SUPPORT
from tests.domain.practice_walks import LIBRARY, begun, some_answer

PRACTICES = LIBRARY.all()
WALKS = 1500
HURT = ["needed_ally", "support"]


def any_answer(asked, chance):
    """A random answer to a step or a part; often none."""
    if asked.kind is Kind.NOTE or chance.random() < 0.3:
        return None
    if getattr(asked, "parts", ()):
        given = {part.key: any_answer(part, chance) for part in asked.parts}
        return {key: value for key, value in given.items() if value is not None} or None
    if asked.kind is Kind.CHOICE:
        return chance.choice(asked.options).id
    if asked.kind is Kind.CHOICES:
        return [chance.choice(asked.options).id]
    if asked.kind is Kind.SCALE:
        return chance.randint(1, len(asked.points)) if asked.points else chance.randint(0, 10)
    return some_answer(asked)


def any_walk(practice, chance):
    """A walk to the closing with random answers, and every step that stood on the way."""
    known = [f"{COUNT}{one.name}" for one in practice.counts]
    facts = {name: chance.randint(0, 4) for name in [*sorted(FACTS), *known]}
    walk, stood = begun(practice.id, facts), []
    while walk.current is not None:
        stood.append(walk.current)
        value = any_answer(walk.current, chance)
        walk = walk.answer(checked(walk.practice.step(walk.at), value))
    return walk, stood


def branches(practice):
    """Everything of a practice that stands only under a condition, or is asked at all."""
    for step in practice.steps:
        yield ("step", step.key)
        yield from (("hint", step.key, hint.text) for hint in step.hints)
        for asked in (step, *step.parts):
            yield from (("option", step.key, one.id) for one in asked.options if one.when)
    yield from (("offer", one.practice, one.label) for one in practice.offers)
    yield from (("closing", one.text) for one in practice.closings)
    yield ("closing", practice.closing)
    yield from (("follow-up", one.practice, one.days) for one in practice.follow_ups)
    yield from (("promise", one.kind, one.text) for one in practice.promises)
    yield from (("item", one.list, one.text) for one in practice.items)
    yield from (("settle", one.state, str(one.when)) for one in practice.settles)
    yield from (("support", str(one.when)) for one in practice.support)
    yield from (("short", str(one)) for one in practice.short_when)
    yield from (("no lens", str(one)) for one in practice.lens_off)


def reached(walk, stood):
    for step in stood:
        yield ("step", step.key)
        whole = walk.practice.step(step.key)
        yield from (("hint", step.key, one.text) for one in whole.hints if one.text in step.help)
        for asked in (step, *step.parts):
            yield from (("option", step.key, one.id) for one in asked.options)
    yield from (("offer", one.practice, one.label) for one in walk.offers)
    yield ("closing", walk.closing)
    yield from (("follow-up", one.practice, one.days) for one in walk.follow_ups)
    yield from (("promise", one.kind, one.text) for one in walk.promises)
    yield from (("item", one.list, one.text) for one in walk.items)
    yield from (("settle", one.state, str(one.when)) for one in walk.settles)
    holds = walk.unfolded.holds
    yield from (("support", str(one.when)) for one in walk.practice.support if holds(one.when))
    yield from (("short", str(one)) for one in walk.practice.short_when if holds(one))
    yield from (("no lens", str(one)) for one in walk.practice.lens_off if holds(one))


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda one: one.id)
def test_every_branch_is_walked(practice):
    chance = random.Random(1)  # noqa: S311 no secret, the same walks each time
    missing = set(branches(practice))
    for _walk in range(WALKS):
        missing -= set(reached(*any_walk(practice, chance)))
        if not missing:
            break
    assert sorted(missing) == []


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda one: one.id)
def test_whatever_is_answered_a_walk_ends_and_keeps_it(practice):
    chance = random.Random(2)  # noqa: S311 no secret, the same walks each time
    for _walk in range(50):
        walk, stood = any_walk(practice, chance)
        assert len({step.key for step in stood}) == len(stood)
        assert walk.closing
        for offer in walk.offers:
            if offer.practice != SUPPORT:
                target = LIBRARY.get(offer.practice)
                said = {here for here in offer.carry.values() if here in walk.unfolded.said}
                assert len(walk.carried(offer, target)) >= len(said)


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda one: one.id)
def test_everything_offered_and_followed_up_is_there(practice):
    raw = LIBRARY.practices[practice.id]
    named = {one.practice for one in (*raw.offers, *raw.follow_ups)} - {SUPPORT}
    assert named <= set(LIBRARY.practices)


# What each practice never asks of somebody to whom it happened, by the answer that says so.
HARMED = {
    "debrief": ({"role": "happened"}, {"story", "fits", "their_side", "mine", "quiet"}),
    "reaction": ({"harm": "me"}, {"rule", "learned", "often", "other_ways", "heard", "find"}),
    "feedback": ({"way": "abuse"}, {"value", "urge", "did", "part", "unknown", "thanks"}),
    "label_lens": ({"harm": "me"}, {"care0", "not_fit", "three", "easier", "fair", "act", "care1"}),
    "seek_prep": ({"safe": "yes"}, {"who", "acts", "guess", "drop", "ask", "pull", "curious"}),
    "seek_debrief": ({"held": "hurt"}, {"new", "moves", "wrong", "share", "turn", "next"}),
}  # fmt: skip


@pytest.mark.parametrize("practice", HARMED)
def test_somebody_who_was_harmed_is_spared(practice):
    answers, never = HARMED[practice]
    gate = {"gate.level": 3, "gate.kind": "no"} if LIBRARY.get(practice).gate else {}
    walk = begun(practice, answers={**gate, **answers})
    assert never <= {step.key for step in walk.practice.steps}
    assert not never & {step.key for step in walk.steps}
    assert not any(map(walk.lens_for, walk.steps))
    offers = {one.practice for one in walk.finish().offers}
    assert not offers & {"bias_check", "label_lens", "mistake", "culture"}
    assert "seek_prep" not in offers


@pytest.mark.parametrize("practice", [one for one in HARMED if one != "debrief"])
def test_somebody_who_was_harmed_is_offered_care(practice):
    answers, _never = HARMED[practice]
    gate = {"gate.level": 3, "gate.kind": "no"} if LIBRARY.get(practice).gate else {}
    offers = {one.practice for one in begun(practice, answers={**gate, **answers}).offers}
    assert offers & set(HURT)
    assert offers <= {*HURT, "facts", "debrief"}
