"""Looking closer: people behind labels, talks to understand, ways of living, areas of work."""

from datetime import date

import pytest

from tests.domain.practice_walks import LIBRARY, asked_of, offered, walked

DAY = date(2026, 3, 12)


# Seek to understand.


def test_getting_ready_asks_for_safety_first():
    asked = asked_of("seek_prep", {"safe": "no"}, gate=False)
    assert asked == [
        "safe", "who", "acts", "guess", "drop", "ask", "easy_no", "pull", "when", "warm", "curious",
    ]  # fmt: skip


@pytest.mark.parametrize("safe", ["yes", "not sure"])
def test_where_it_is_not_safe_the_talk_is_not_planned(safe):
    walk, asked = walked("seek_prep", {"safe": safe}, gate=False)
    assert asked == ["safe"]
    assert [one.practice for one in walk.offers] == ["support", "facts", "debrief"]
    assert "not the time" in walk.closing


def test_the_day_after_the_talk_is_looked_back_on():
    walk, _ = walked("seek_prep", {"when": "2026-03-19"}, gate=False)
    (rule,) = walk.follow_ups
    assert rule.practice == "seek_debrief"
    assert walk.follow_up_day(rule, DAY) == date(2026, 3, 20)
    assert walked("seek_prep", gate=False)[0].follow_ups == ()


def test_a_talk_with_a_day_is_an_ask_on_the_list():
    questions = {"open": ["What would make this easier?"]}
    walk, _ = walked("seek_prep", {"ask": questions, "when": "2026-03-19"}, gate=False)
    assert [(one.kind, one.text, one.due) for one in walk.promises] == [("ask", "ask.open", "when")]


@pytest.mark.parametrize(
    ("held", "asks", "leads"),
    [("yes", 10, []), ("in part", 10, []), ("they said no", 1, []), ("not yet", 1, ["seek_prep"]),
     ("hurt", 1, ["needed_ally", "support"])],
)  # fmt: skip
def test_only_a_talk_that_happened_is_asked_about(held, asks, leads):
    walk, asked = walked("seek_debrief", {"held": held, "next": "thank"}, gate=False)
    assert len(asked) == asks
    assert [one.practice for one in walk.offers] == leads
    assert bool(walk.follow_ups) is (asks > 1)


def test_a_no_is_an_answer_to_respect():
    assert "respect" in walked("seek_debrief", {"held": "they said no"}, gate=False)[0].closing


def test_what_was_said_to_them_becomes_a_promise_or_a_plan():
    walk, _ = walked("seek_debrief", {"next": "keep", "line": "Send the notes"}, gate=False)
    assert [one.kind for one in walk.promises] == ["plan"]
    assert walk.offers == ()
    assert offered("seek_debrief", {"next": "act"}, gate=False) == ["plan"]


def test_another_talk_takes_the_warmth_along():
    answers = {"who": ["Fern"], "warm_after": 3, "next": "again"}
    walk, _ = walked("seek_debrief", answers, gate=False)
    (offer,) = walk.offers
    assert walk.carried(offer, LIBRARY.get("seek_prep")) == {"who": ["Fern"], "warm": 3}


def test_what_was_heard_in_trust_stays():
    practice = LIBRARY.get("seek_debrief")
    assert not practice.export
    assert practice.step("moves").stays


# Label lens.


def test_a_label_is_looked_past_in_order():
    assert asked_of("label_lens", {"act": "thank"}, gate=False) == [
        "who", "label", "seen", "harm", "care0", "not_fit", "three", "easier", "fair", "act",
        "act_line", "care1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("harm", "leads"),
    [("no", ["seek_prep"]), ("not sure", ["debrief", "seek_prep"]), ("others", ["debrief"]),
     ("me", ["needed_ally", "support"])],
)  # fmt: skip
def test_a_label_may_be_short_for_a_real_problem(harm, leads):
    walk, asked = walked("label_lens", {"harm": harm}, gate=False)
    assert [one.practice for one in walk.offers] == leads
    assert bool(walk.follow_ups) is (harm != "me")
    assert (asked == ["who", "label", "seen", "harm"]) is (harm == "me")


def test_where_something_is_known_there_is_no_need_to_ask():
    assert offered("label_lens", {"three": {"known": ["Sings"]}}, gate=False) == []


def test_a_small_act_goes_onto_the_list():
    walk, _ = walked("label_lens", {"act": "thank", "act_line": "Thank Fern"}, gate=False)
    assert [(one.kind, one.text) for one in walk.promises] == [("plan", "act_line")]
    assert "act_line" not in asked_of("label_lens", {"act": "watch"}, gate=False)


# Culture.


def test_whoever_was_asked_was_free_to_say_no_and_is_thanked():
    asked = asked_of("culture", {"source": "asked", "easy": {"thanked": "not yet"}}, gate=False)
    assert asked[:4] == ["source", "easy", "thank", "voice"]
    assert asked_of("culture", {"source": "event"}, gate=False) == [
        "source", "voice", "what", "surprise", "mine", "careful", "use", "next",
    ]  # fmt: skip
    assert "voice" not in asked_of("culture", {"source": "mine"}, gate=False)


def test_what_was_learned_can_change_one_thing():
    walk, _ = walked("culture", {"use": {"if": "a feast is near", "then": "ask"}}, gate=False)
    assert [(one.text, one.due) for one in walk.promises] == [("use", "+7 days")]


# Scan.


def test_a_scan_looks_at_one_area():
    assert asked_of("scan", gate=False) == [
        "area", "only", "passed", "need", "said", "mine", "lead", "theirs",
    ]  # fmt: skip
    assert len(LIBRARY.get("scan").step("area").options) == 12


def test_what_is_not_known_is_asked_first():
    unknown = {"said": {"how": "unknown"}}
    walk, _ = walked("scan", unknown, gate=False)
    assert [one.label for one in walk.offers] == ["Plan to ask, so that a no is easy"]
    assert "do not know yet" in next(one.help for one in walk.steps if one.key == "mine")
    asks = walked("scan", {**unknown, "mine": "Ask Fern"}, gate=False)[0]
    assert [(one.kind, one.text) for one in asks.promises] == [("ask", "mine")]


def test_what_one_can_do_is_a_plan():
    known = {"said": {"how": "told"}, "mine": "Send the notes before", "lead": "Go round the table"}
    walk, _ = walked("scan", known, gate=False)
    assert [(one.kind, one.text) for one in walk.promises] == [("plan", "mine"), ("idea", "lead")]
    assert walk.offers == ()


# Monthly.


def test_a_month_is_looked_back_on():
    assert asked_of("monthly", gate=False) == [
        "sum", "read", "cue", "visible", "others", "repairs", "grid", "power", "system", "learn",
        "use", "share", "tidy",
    ]  # fmt: skip
    assert LIBRARY.get("monthly").step("repairs").shows == "promises"


def test_an_empty_square_can_be_tried():
    walk, asked = walked("monthly", {"grid": "planned-system", "try": "Ask for an agenda"},
                         gate=False)  # fmt: skip
    assert "try" in asked
    assert [(one.text, one.due) for one in walk.promises] == [("try", "+14 days")]
    assert "try" not in asked_of("monthly", {"grid": "none"}, gate=False)


@pytest.mark.parametrize(
    ("use", "before", "opens", "says"),
    [("helps", 0, False, "further"), ("mixed", 1, False, "further"), ("dread", 0, True, "less"),
     ("worse", 0, True, "less"), ("worse", 1, True, "more than once")],
)  # fmt: skip
def test_a_journal_that_weighs_is_eased_first(use, before, opens, says):
    walk, asked = walked("monthly", {"use": use}, {"count.worse": before}, gate=False)
    assert (walk.support is not None) is opens
    assert ("ease" in asked) is opens
    assert ({"share", "tidy"} <= set(asked)) is not opens
    assert says in walk.closing


# Onto the person's own lists.


@pytest.mark.parametrize(
    ("practice", "answers", "items"),
    [
        ("scan", {"theirs": "The form"}, [("for_others", "theirs")]),
        ("monthly", {"system": "The form"}, [("for_others", "system")]),
        ("monthly", {"power": ["time"]}, [("power", "power")]),
        ("reaction", {"rule": "People ought to wait", "often": "often"}, [("norms", "rule")]),
        ("reaction", {"rule": "People ought to wait", "often": "first time"}, []),
        ("mistake", {"pattern": {"which": "common"}, "habit": "No turns"},
         [("unwritten", "habit")]),
        ("mistake", {"pattern": {"which": "one-off"}, "habit": "No turns"}, []),
    ],
)  # fmt: skip
def test_some_answers_go_onto_a_list(practice, answers, items):
    walk, _ = walked(practice, answers, gate=practice == "mistake")
    assert [(one.list, one.text) for one in walk.items] == items
