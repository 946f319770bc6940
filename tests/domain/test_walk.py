from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ally_journal.domain.practice_files import read_practice
from ally_journal.domain.walk import Walk
from tests.domain.practice_walks import CALM, LIBRARY, begun, some_answer, walked

DAY = date(2026, 3, 12)


def small(*steps, head=""):
    made = "\n".join(f"[[steps]]\n{step}" for step in steps)
    head = f'id = "small"\ntitle = "Small"\nclosing = "Done."\n{head}\n'
    return read_practice(head + made, "small.toml")


ONE = 'key = "one"\nquestion = "One?"\nkind = "text"\nshort = true'
TWO = 'key = "two"\nquestion = "Two?"\nkind = "text"\nwhen = { one = "filled" }'
THREE = 'key = "three"\nquestion = "Three?"\nkind = "choice"\noptions = ["yes", "no"]'
PLAIN = small(ONE, TWO, THREE)


def test_it_begins_at_the_first_step_and_ends_at_the_closing():
    walk = Walk.start(PLAIN)
    assert walk.at == "one"
    assert not walk.can_go_back
    walk = walk.answer("a").answer("b").answer("yes")
    assert walk.current is None
    assert [(step.key, value) for step, value in walk.kept_answers] == [
        ("one", "a"), ("two", "b"), ("three", "yes"),
    ]  # fmt: skip


def test_a_step_that_does_not_apply_is_passed_over():
    assert Walk.start(PLAIN).skip().at == "three"


def test_no_answer_is_a_skip():
    walk = Walk.start(PLAIN).answer(None)
    assert walk.skipped == {"one"}
    assert walk.answers == {}


def test_a_skip_leaves_what_was_written_and_does_not_keep_it():
    walk = Walk.start(PLAIN).put("one", "half a thought").skip()
    assert walk.answers == {"one": "half a thought"}
    assert walk.kept_answers == ()
    assert walk.at == "three"


def test_writing_again_takes_a_skip_back():
    walk = Walk.start(PLAIN).put("one", "half").skip().back().put("one", "whole")
    assert walk.skipped == frozenset()
    assert len(walk.kept_answers) == 1


def test_answers_of_steps_that_stopped_applying_come_back_with_them():
    walk = Walk.start(PLAIN).answer("a").answer("b").back().back().put("one", None)
    assert walk.answers == {"two": "b"}
    assert walk.kept_answers == ()
    assert [step.key for step, _ in walk.put("one", "again").kept_answers] == ["one", "two"]


def test_stopping_keeps_what_there_is_and_going_back_returns_there():
    walk = Walk.start(PLAIN).answer("a").finish()
    assert walk.current is None
    assert len(walk.kept_answers) == 1
    assert walk.back().at == "two"
    assert walk.finish() is walk


def test_from_a_closing_that_was_reached_one_goes_back_to_the_last_step():
    assert Walk.start(PLAIN).skip().skip().back().at == "three"


def test_where_one_stopped_may_not_apply_any_more():
    walk = Walk.start(PLAIN).answer("a").finish().put("one", None)
    assert replace(walk, stopped="two").back().at == "three"


def test_at_the_ends_nothing_moves():
    first, last = Walk.start(PLAIN), Walk.start(PLAIN).finish()
    assert first.back() is first
    assert last.answer("x") is last
    assert last.skip() is last
    assert last.shorter().current is None


def test_a_draft_goes_on_where_it_was_left():
    walk = Walk.start(PLAIN, answers={"one": "a"}, at="two")
    assert walk.at == "two"
    assert walk.can_go_back


@pytest.mark.parametrize(("at", "begins"), [(None, "one"), ("gone", "one"), ("two", "three")])
def test_a_place_that_is_not_there_gives_way(at, begins):
    assert Walk.start(PLAIN, at=at).at == begins


def test_clearing_an_answer_moves_on_from_a_step_that_it_closes():
    walk = Walk.start(PLAIN, answers={"one": "a"}, at="two").put("one", None)
    assert walk.at == "three"


def test_a_practice_of_which_nothing_applies_is_at_its_closing():
    late = small('key = "one"\nquestion = "One?"\nkind = "text"\nwhen = { "hour" = ">= 22" }')
    walk = Walk.start(late)
    assert walk.current is None
    assert not walk.can_go_back
    assert walk.back() is walk
    assert walk.progress.done == 1


def test_a_note_is_read_and_neither_answered_nor_skipped():
    practice = small('key = "look"\nquestion = "Look."\nkind = "note"', ONE)
    walk = Walk.start(practice).answer(None)
    assert walk.at == "one"
    assert walk.skipped == frozenset()
    assert Walk.start(practice, answers={"look": "x"}).kept_answers == ()


def test_progress_counts_and_never_goes_back():
    walk = Walk.start(PLAIN)
    assert (walk.progress.number, walk.progress.about) == (1, 2)
    walk = walk.answer("a")
    assert (walk.progress.number, walk.progress.about) == (2, 3)
    assert walk.progress.done == pytest.approx(2 / 3)
    assert walk.back().progress.number == 1
    assert walk.back().progress.done == pytest.approx(2 / 3)
    assert walk.finish().progress.done == 1


def test_the_short_path_leaves_out_what_is_not_answered_yet():
    practice = small(ONE, THREE, 'key = "four"\nquestion = "Four?"\nkind = "text"')
    walk = Walk.start(practice, short=True)
    assert [step.key for step in walk.steps] == ["one"]
    assert walk.answer("a").current is None
    known = Walk.start(practice, answers={"three": "yes"}, short=True)
    assert [step.key for step in known.steps] == ["one", "three"]
    assert len(known.kept_answers) == 1


def test_taking_the_short_path_moves_on_from_a_step_that_is_not_on_it():
    walk = Walk.start(PLAIN).skip().shorter()
    assert walk.short
    assert walk.current is None
    assert Walk.start(PLAIN).shorter().at == "one"


def test_options_and_hints_show_where_they_hold():
    practice = small(
        THREE,
        'key = "now"\nquestion = "Now?"\nkind = "choice"\n'
        'options = ["rest", { label = "act", when = { three = "yes" } }]\n'
        'hints = [{ text = "Good to know.", when = { three = "yes" } }]',
        'key = "both"\nquestion = "Both?"\nparts = [{ key = "a", kind = "choices", options = '
        '["rest", { label = "act", when = { three = "yes" } }] }, { key = "b", kind = "text" }]',
    )
    yes = Walk.start(practice).answer("yes")
    assert [option.id for option in yes.current.options] == ["rest", "act"]
    assert yes.current.help == "Good to know."
    no = yes.answer("act").answer({"a": ["rest", "act"], "b": "x"}).put("three", "no")
    assert [option.id for option in no.steps[1].options] == ["rest"]
    kept = {step.key: value for step, value in no.kept_answers}
    assert kept == {"three": "no", "both": {"a": ["rest"], "b": "x"}}


def test_of_parts_that_are_hidden_whole_nothing_is_kept():
    practice = small(
        THREE,
        'key = "both"\nquestion = "Both?"\nparts = [{ key = "a", kind = "choices", options = '
        '["rest", { label = "act", when = { three = "yes" } }] }, { key = "b", kind = "text" }]',
    )
    walk = Walk.start(practice, answers={"three": "no", "both": {"a": ["act"]}})
    assert [step.key for step, _ in walk.kept_answers] == ["three"]
    odd = Walk.start(practice, answers={"both": "of another shape"})
    assert [value for _, value in odd.kept_answers] == ["of another shape"]


def test_support_opens_once_the_step_was_left_and_only_then():
    walk = begun("debrief").answer(9)
    assert walk.support is None
    walk = walk.answer("no")
    assert walk.support is not None
    assert walk.is_short
    assert walk.answer("saw").support is None
    assert walk.back().support is None
    assert walk.shorter().support is None
    resumed = begun("debrief", answers=dict(walk.answers), at="role")
    assert resumed.support is None


def test_a_rise_of_the_feeling_ends_the_offers():
    walk, _ = walked("debrief", {"gate.level": 2, "now": "act", "level_after": 4})
    assert walk.support is not None
    assert walk.is_quiet
    assert walk.offers == ()
    calm, _ = walked("debrief", {"gate.level": 2, "now": "act", "level_after": 3})
    assert calm.support is None
    assert [offer.practice for offer in calm.offers] == ["plan"]


def test_each_practice_is_offered_once():
    facts = {"event.entries_7d": 2}
    answers = {"role": "happened", "need": ["to be believed"], "level_after": 3}
    walk, _ = walked("debrief", answers, facts)
    assert [offer.practice for offer in walk.offers] == ["support", "plan"]


def test_a_follow_up_takes_the_day_that_was_answered():
    walk, _ = walked("mistake", {"did": "I cut in", "due": "2026-03-15"})
    first, second = walk.follow_ups
    assert walk.follow_up_day(first, DAY) == date(2026, 3, 15)
    assert walk.follow_up_day(second, DAY) == date(2026, 4, 11)
    undated, _ = walked("mistake", {"did": "I cut in"})
    assert undated.follow_up_day(first, DAY) == date(2026, 3, 19)


@pytest.mark.parametrize(
    ("practice", "answers", "step", "looks"),
    [
        ("debrief", {**CALM, "role": "saw"}, "facts", True),
        ("debrief", {**CALM, "role": "saw"}, "feel", False),
        ("debrief", {**CALM, "role": "happened"}, "facts", False),
        ("debrief", {**CALM, "gate.level": 7, "role": "saw"}, "facts", False),
        ("needed_ally", CALM, "facts", False),
        ("mistake", CALM, "meant", False),
        ("mistake", CALM, "did", True),
    ],
)
def test_the_lens_rests_where_it_would_hurt(practice, answers, step, looks):
    walk = begun(practice, answers=answers)
    assert walk.lens_for(walk.practice.step(step)) is looks


def test_what_is_offered_begins_with_what_was_said():
    walk, _ = walked("catch", {"what": "A quick thought", "when_noticed": "later"}, gate=False)
    (offer,) = walk.offers
    carried = walk.carried(offer, LIBRARY.get("bias_check"))
    assert carried == {"thought": "A quick thought", "when_noticed": "later"}


def test_what_does_not_fit_there_is_not_carried():
    walk, _ = walked("catch", {"what": "A quick thought"}, gate=False)
    (offer,) = walk.offers
    carry = {"cue": "what", "gone": "what", "thought": "what", "open": "set_off"}
    odd = replace(offer, carry=carry)
    assert walk.carried(odd, LIBRARY.get("bias_check")) == {"thought": "A quick thought"}


MOVES = st.lists(
    st.sampled_from(["answer", "answer", "answer", "skip", "back", "clear", "finish", "shorter"])
    | st.tuples(st.just("put"), st.integers(0, 30)),
    max_size=40,
)
FACTS = st.fixed_dictionaries(
    {}, optional={"hour": st.integers(0, 23), "event.entries_7d": st.integers(0, 4)}
)


def any_answer(data, asked):
    """An answer that fits, drawn among all the choices there are."""
    if getattr(asked, "parts", ()):
        return {part.key: any_answer(data, part) for part in asked.parts}
    if asked.kind == "choice":
        return data.draw(st.sampled_from([option.id for option in asked.options]))
    if asked.kind == "scale":
        low, high = (1, len(asked.points)) if asked.points else (0, 10)
        return data.draw(st.integers(low, high))
    return some_answer(asked)


def moved(walk, move, data):
    if isinstance(move, tuple):
        step = walk.practice.steps[move[1] % len(walk.practice.steps)]
        return walk.put(step.key, any_answer(data, step))
    if walk.current is None or move in ("skip", "back", "finish", "shorter"):
        return getattr(walk, "back" if move in ("answer", "clear") else move)()
    return walk.answer(None if move == "clear" else any_answer(data, walk.current))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([one.id for one in LIBRARY.all()]), FACTS, MOVES, st.data())
def test_any_walk_holds_together(practice, facts, moves, data):
    walk = begun(practice, facts)
    for move in moves:
        before = walk
        walk = moved(walk, move, data)
        open_keys = [step.key for step in walk.practice.steps if step.key in walk.unfolded.open]
        assert walk.at is None or walk.at in open_keys
        assert {step.key for step, _ in walk.kept_answers} <= set(open_keys) - walk.skipped
        assert [step.key for step in walk.steps] == [
            key for key in open_keys if walk.is_on_path(walk.unfolded.open[key])
        ]
        assert 0 < walk.progress.number <= walk.progress.about
        if before.at is not None and walk.at is not None:
            assert walk.progress.done >= before.progress.done
        assert walk.closing
        assert walk.finish().current is None
    for _ in range(200):
        walk = walk.skip()
    assert walk.current is None


def test_a_skip_that_makes_the_path_longer_does_not_move_the_bar_back():
    walk = begun("debrief").skip().put("gate.kind", "yes")
    assert walk.is_short
    assert walk.skip().progress.done >= walk.progress.done
