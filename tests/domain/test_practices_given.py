"""Belonging, reactions and hard feedback: what they ask, and where their answers lead."""

import pytest

from tests.domain.practice_walks import LIBRARY, asked_of, offered, walked

NOTHING = {"got": {"what": ["nothing"]}}


# Belonging.


def test_belonging_asks_what_was_given_and_what_was_received():
    received = {"got": {"what": ["listened"]}}
    assert asked_of("belonging", received, gate=False) == [
        "belong", "gave", "got", "let_in", "hide", "edge", "held", "gift",
    ]  # fmt: skip
    given, got = (LIBRARY.get("belonging").step(key).parts[0] for key in ("gave", "got"))
    assert given.options == got.options


def test_who_received_nothing_is_not_asked_whether_it_was_let_in():
    assert "let_in" not in asked_of("belonging", NOTHING, gate=False)


@pytest.mark.parametrize(("before", "asks"), [(0, False), (1, False), (2, True), (5, True)])
def test_the_third_time_of_nothing_asks_who_could_be_an_ally(before, asks):
    walk, asked = walked("belonging", NOTHING, {"count.nothing": before}, gate=False)
    assert ("ally" in asked) is asks
    assert [one.practice for one in walk.offers] == (["needed_ally"] if asks else [])


def test_an_ally_who_was_thought_of_can_be_asked():
    answers = {**NOTHING, "ally": "Fern"}
    walk, _ = walked("belonging", answers, {"count.nothing": 2}, gate=False)
    assert [one.label for one in walk.offers] == ["Open a page for you", "Plan to ask someone"]


@pytest.mark.parametrize(
    ("hide", "before", "opens"), [(4, 2, True), (5, 3, True), (4, 1, False), (3, 5, False)]
)
def test_the_third_time_of_hiding_a_lot_opens_support(hide, before, opens):
    walk, _ = walked("belonging", {"hide": hide}, {"count.hidden": before}, gate=False)
    assert (walk.support is not None) is opens


def test_someone_at_the_edge_can_be_planned_for_and_a_gift_goes_onto_the_list():
    walk, _ = walked("belonging", {"edge": "The new one", "gift": "Save a seat"}, gate=False)
    assert [one.practice for one in walk.offers] == ["plan"]
    assert [(one.kind, one.due) for one in walk.promises] == [("plan", "+7 days")]
    assert walk.closing.endswith("on your list.")


def test_what_was_hidden_never_leaves():
    assert LIBRARY.get("belonging").step("hide").stays


# Reaction.


def test_a_reaction_is_asked_about_in_order():
    asked = asked_of("reaction", {"harm": "no", "rule": "People ought to wait"}, gate=False)
    assert asked == [
        "kind", "saw", "felt", "harm", "rule", "learned", "often", "other_ways", "heard", "find",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("harm", "other", "leads"),
    [("no", True, ["bias_check"]), ("maybe", True, ["bias_check"]), ("yes", False, ["plan"]),
     ("me", False, ["needed_ally", "support"])],
)  # fmt: skip
def test_where_someone_is_hurt_no_other_way_is_looked_for(harm, other, leads):
    walk, asked = walked("reaction", {"harm": harm}, gate=False)
    assert ("other_ways" in asked) is other
    assert ("act" in asked) is (harm == "yes")
    assert [one.practice for one in walk.offers] == leads


def test_a_rule_that_keeps_coming_up_leads_to_where_it_comes_from():
    answers = {"rule": "People ought to wait", "often": "often"}
    assert offered("reaction", answers, gate=False) == ["culture", "bias_check"]
    assert "seek_prep" in offered("reaction", {"find": "ask"}, gate=False)


# Feedback.


def test_feedback_is_asked_about_in_order():
    assert asked_of("feedback", {"way": "fair"}) == [
        "gate.level", "gate.kind", "way", "value", "words", "urge", "did", "part", "unknown",
        "thanks", "next", "level_after",
    ]  # fmt: skip


def test_words_that_were_meant_to_hurt_hold_no_true_part():
    walk, asked = walked("feedback", {"way": "abuse"})
    assert asked == ["gate.level", "gate.kind", "way", "words", "next", "level_after"]
    following = next(one for one in walk.steps if one.key == "next")
    assert {one.id for one in following.options} == {"view", "support", "facts", "rest"}
    assert [one.practice for one in walk.offers] == ["needed_ally", "support"]


@pytest.mark.parametrize(
    ("following", "leads"),
    [("put-right", ["mistake"]), ("ask", ["seek_prep"]), ("think", []), ("view", ["plan"]),
     ("support", ["support"]), ("rest", [])],
)  # fmt: skip
def test_feedback_leads_on(following, leads):
    walk, asked = walked("feedback", {"way": "fair", "next": following})
    assert [one.practice for one in walk.offers] == leads
    assert ("view" in asked) is (following == "view")


def test_thinking_for_a_day_comes_back_after_two():
    walk, _ = walked("feedback", {"next": "think"})
    assert [(one.practice, one.days) for one in walk.follow_ups] == [("feedback_followup", 2)]
    assert offered("feedback_followup", {"next": "ask"}, gate=False) == ["seek_prep"]


def test_the_short_path_of_feedback_is_short():
    asked = asked_of("feedback", {"gate.level": 6})
    assert asked[2:] == ["way", "words", "part", "next", "level_after"]
