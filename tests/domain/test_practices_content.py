"""What the practices ask, and where their answers lead."""

import pytest

from ally_journal.domain.answers import as_text, checked
from tests.domain.practice_walks import (
    CALM,
    LIBRARY,
    asked_of,
    begun,
    offered,
    some_answer,
    walked,
)

PRACTICES = LIBRARY.all()
OTHER_SIDE = {"story", "fits", "their_side", "mine", "quiet"}
NEEDS = ["stood", "wish", "need", "ask", "act"]


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda one: one.id)
def test_everything_asked_can_be_answered_and_read_back(practice):
    walk = begun(practice.id, answers=CALM if practice.gate else {})
    while walk.current is not None:
        step = walk.practice.step(walk.at)
        value = walk.answers.get(step.key, some_answer(walk.current))
        assert checked(step, value) == value
        assert step.kind == "note" or as_text(step, value)
        walk = walk.answer(value)
    assert walk.kept_answers


# Gate.


@pytest.mark.parametrize(
    ("level", "kind", "short", "support"),
    [
        (5, "no", False, False),
        (0, "no", False, False),
        (6, "no", True, False),
        (7, "no", True, False),
        (3, "not-sure", True, False),
        (8, "no", True, True),
        (10, None, True, True),
        (2, "yes", True, True),
        (None, None, False, False),
    ],
)
@pytest.mark.parametrize("practice", ["debrief", "mistake", "needed_ally"])
def test_the_gate_leads_to_the_full_path_the_short_one_or_support(
    practice, level, kind, short, support
):
    walk = begun(practice).answer(level).answer(kind)
    assert walk.is_short is short
    assert (walk.support is not None) is support
    if short:
        assert all(step.short for step in walk.steps)


# Check-in and catch.


def test_a_check_in_asks_four_things():
    assert asked_of("checkin", gate=False) == ["feel", "self", "moment", "line"]


@pytest.mark.parametrize(
    ("moment", "leads"),
    [
        ("none", []),
        ("caught", ["catch"]),
        ("slipped", ["mistake"]),
        ("did", ["action"]),
        ("hard_talk", ["debrief"]),
        ("needed", ["needed_ally"]),
        ("stood_by", ["belonging"]),
        ("felt_off", ["reaction"]),
    ],
)
def test_a_moment_leads_on(moment, leads):
    assert offered("checkin", {"moment": moment}, gate=False) == leads


def test_the_line_of_a_check_in_goes_along():
    for moment, key in (("slipped", "did"), ("hard_talk", "facts"), ("felt_off", "saw")):
        walk, _ = walked("checkin", {"moment": moment, "line": "Fern went quiet"}, gate=False)
        (offer,) = walk.offers
        assert walk.carried(offer, LIBRARY.get(offer.practice)) == {key: "Fern went quiet"}


def test_a_catch_can_be_opened_up():
    assert asked_of("catch", gate=False) == ["what", "when_noticed", "set_off", "setting"]
    assert offered("catch", gate=False) == ["bias_check"]


# Debrief.


def test_somebody_who_saw_it_is_asked_everything():
    asked = asked_of("debrief", {"role": "saw"})
    assert asked == [
        "gate.level", "gate.kind", "role", "facts", "who", "setting", "feel", "story", "fits",
        "their_side", "setup", "mine", "quiet", "friend", "now", "level_after",
    ]  # fmt: skip


@pytest.mark.parametrize(("role", "quiet"), [("did", True), ("heard", False), ("not-sure", False)])
def test_staying_quiet_is_asked_of_those_who_were_there(role, quiet):
    assert ("quiet" in asked_of("debrief", {"role": role})) is quiet


def test_somebody_who_was_harmed_is_not_asked_for_the_other_side():
    asked = asked_of("debrief", {"role": "happened"})
    assert not OTHER_SIDE & set(asked)
    assert [key for key in asked if key in NEEDS] == NEEDS
    harmed = begun("debrief", answers={**CALM, "role": "happened"})
    now = next(step for step in harmed.steps if step.key == "now")
    assert not {"put_right", "put-right", "understand"} & {one.id for one in now.options}


@pytest.mark.parametrize(
    ("now", "leads"),
    [
        ("put-right", ["mistake"]), ("act", ["plan"]), ("support", ["support"]),
        ("facts", ["facts"]), ("rest", []), ("understand", ["seek_prep"]),
    ],
)  # fmt: skip
def test_what_now_leads_on(now, leads):
    assert offered("debrief", {"role": "saw", "now": now}) == leads


def test_a_guess_leads_to_asking_and_goes_along():
    side = {"like": "Tiring", "evidence": "guessing"}
    walk, _ = walked("debrief", {"role": "saw", "who": ["Fern"], "their_side": side})
    (offer,) = walk.offers
    assert offer.label == "You could ask. Plan a talk?"
    carried = walk.carried(offer, LIBRARY.get("seek_prep"))
    assert carried == {"who": ["Fern"], "guess": "Tiring"}


@pytest.mark.parametrize(
    ("before", "after", "opens"), [(3, 4, False), (3, 5, True), (8, 8, True), (7, 7, False)]
)
@pytest.mark.parametrize("practice", ["debrief", "mistake", "needed_ally"])
def test_a_feeling_that_rose_or_stays_very_strong_opens_support(practice, before, after, opens):
    walk, _ = walked(practice, {"gate.level": before, "level_after": after})
    assert (walk.support is not None) is opens
    assert walk.is_quiet is opens


@pytest.mark.parametrize(
    ("entries", "after", "many"), [(2, 3, True), (2, 2, False), (1, 3, False), (3, 4, True)]
)
def test_a_third_look_at_the_same_event_suggests_an_act_a_person_or_rest(entries, after, many):
    walk, _ = walked("debrief", {"level_after": after}, {"event.entries_7d": entries})
    assert ("many sides" in walk.closing) is many
    assert ([one.practice for one in walk.offers] == ["plan", "support"]) is many


def test_a_debrief_follows_up_only_if_asked_for():
    rules = LIBRARY.get("debrief").follow_ups
    assert [(rule.days, rule.asked) for rule in rules] == [(3, True), (14, True)]


def test_the_short_path_of_a_debrief_is_short():
    asked = asked_of("debrief", {"gate.level": 6, "role": "saw"})
    assert asked == ["gate.level", "gate.kind", "role", "facts", "feel", "now", "level_after"]
    harmed = asked_of("debrief", {"gate.level": 6, "role": "happened"})
    assert "need" in harmed


# Bias check.


def test_a_bias_check_asks_of_a_choice_ahead_only_where_there_is_one():
    asked = asked_of("bias_check", {"ahead": "no"}, gate=False)
    assert not {"work", "rule"} & set(asked)
    asked = asked_of("bias_check", {"ahead": "yes"}, gate=False)
    assert asked[-4:] == ["work", "rule", "counter", "open"]


def test_a_judgement_that_mattered_offers_a_repair():
    assert offered("bias_check", {"effect": "yes, a little"}, gate=False) == ["mistake"]
    assert offered("bias_check", {"effect": "maybe"}, gate=False) == []
    unknown = {"person": {"know": "not-yet"}, "thought": "Too quiet"}
    assert offered("bias_check", unknown, gate=False) == ["label_lens", "seek_prep"]


def test_a_theme_is_asked_for_only_where_it_was_turned_on():
    assert "theme" not in asked_of("bias_check", gate=False)
    assert "theme" in asked_of("bias_check", facts={"asks.themes": 1}, gate=False)


def test_a_counterweight_is_a_plan_to_check_in_a_week():
    (rule,) = walked("bias_check", {"counter": {"if": "a", "then": "b"}}, gate=False)[0].promises
    assert (rule.kind, rule.text, rule.due) == ("plan", "counter", "+7 days")


# Action.


def test_an_act_is_asked_about():
    assert asked_of("action", gate=False) == [
        "did", "kind", "timing", "level", "power", "asked", "why", "changed", "area", "open",
        "cost",
    ]  # fmt: skip


def test_a_guess_is_to_be_checked():
    walk, asked = walked("action", {"asked": "guessed", "check": "Ask Wren"}, gate=False)
    assert "check" in asked
    (offer,) = walk.offers
    assert walk.carried(offer, LIBRARY.get("plan")) == {"wish": "Ask Wren"}


def test_an_act_that_made_it_worse_offers_a_repair():
    assert offered("action", {"changed": {"outcome": "worse"}}, gate=False) == ["mistake"]
    assert offered("action_followup", {"changed": {"outcome": "worse"}}, gate=False) == ["mistake"]


def test_too_soon_to_tell_comes_back_in_two_weeks():
    walk, _ = walked("action", {"changed": {"outcome": "too soon"}}, gate=False)
    assert [(rule.practice, rule.days) for rule in walk.follow_ups] == [("action_followup", 14)]


def test_what_cost_too_much_is_shared_and_opens_support():
    walk, asked = walked("action", {"cost": 5}, gate=False)
    assert asked[-1] == "share"
    assert walk.support is not None
    assert [one.practice for one in walk.offers] == ["support"]


def test_what_is_still_open_goes_onto_the_list():
    walk, _ = walked("action", {"open": "The minutes"}, gate=False)
    assert [rule.kind for rule in walk.promises] == ["idea"]
    assert "on your list" in walk.closing
    assert "on your list" not in walked("action", gate=False)[0].closing


def test_whether_anyone_knew_never_leaves():
    why = LIBRARY.get("action").step("why")
    assert why.stays
    assert not why.export


# Plan.


def test_a_plan_that_is_not_safe_becomes_a_safer_one():
    assert "safer" not in asked_of("plan", {"safe": "yes"}, gate=False)
    assert "safer" in asked_of("plan", {"safe": "no"}, gate=False)
    assert "safer" in asked_of("plan", {"safe": "not sure"}, gate=False)


@pytest.mark.parametrize(
    ("answers", "texts"),
    [
        ({"wish": "Listen"}, ["wish"]),
        ({"wish": "Listen", "ifthen": {"if": "a", "then": "b"}}, ["ifthen"]),
        ({}, []),
    ],
)
def test_a_plan_leaves_one_promise(answers, texts):
    walk, _ = walked("plan", answers, gate=False)
    assert [rule.text for rule in walk.promises] == texts
    assert ("Nothing is set" in walk.closing) is not texts


# When I needed an ally.


@pytest.mark.parametrize(
    ("want", "asked", "leads"),
    [
        ("write", ["facts", "feel", "stood", "wish", "need", "who", "act", "level_after"], []),
        ("facts", ["level_after"], ["facts"]),
        ("support", ["facts", "need", "who", "act", "level_after"], ["support"]),
        ("plan", ["facts", "need", "who", "act", "level_after"], ["plan"]),
        ("mark", ["level_after"], []),
    ],
)
def test_the_person_says_what_would_help(want, asked, leads):
    walk, keys = walked("needed_ally", {"want": want})
    assert keys[3:] == asked
    assert [one.practice for one in walk.offers] == leads


def test_a_need_for_somebody_offers_support():
    assert offered("needed_ally", {"need": ["to be believed"]}) == ["support"]
    assert offered("needed_ally", {"need": ["rest"]}) == []


def test_it_stays_with_the_person():
    practice = LIBRARY.get("needed_ally")
    assert not practice.lens
    assert not practice.export
    assert practice.private
    assert all(rule.asked for rule in practice.follow_ups)


# The others.


def test_the_facts_have_no_feelings_and_no_lens():
    practice = LIBRARY.get("facts")
    assert [step.key for step in practice.steps] == ["day", "time", "place", "what", "words", "saw"]
    assert not practice.lens
    assert not practice.export


def test_a_free_page_has_a_title_and_a_page():
    assert asked_of("free", gate=False) == ["title", "page"]


def test_a_week_shows_itself_and_its_promises():
    practice = LIBRARY.get("weekly")
    assert [(one.key, one.shows) for one in practice.steps if one.shows] == [
        ("sum", "week"), ("loops", "promises"), ("sooner", "week-noticed"), ("undone", "week-done"),
    ]  # fmt: skip
    keys = [one.key for one in practice.steps]
    assert keys == [
        "sum", "stay", "loops", "sooner", "scan", "undone", "giverec", "plan", "energy", "rhythm",
    ]  # fmt: skip


def test_little_energy_makes_easing_off_easy():
    walk, _ = walked("weekly", {"energy": 2, "plan": {"if": "a", "then": "b"}}, gate=False)
    rhythm = walk.steps[-1]
    assert "less" in rhythm.help
    assert rhythm.options[0].id == "ease"
    assert [rule.text for rule in walk.promises] == ["plan"]
    assert offered("weekly", {"energy": 1}, gate=False) == ["support"]
    assert offered("weekly", {"energy": 2}, gate=False) == []


def test_how_it_is_now_opens_support_when_it_is_very_strong():
    assert walked("how_now", {"level_after": 8}, gate=False)[0].support is not None
    assert walked("how_now", {"level_after": 7}, gate=False)[0].support is None
