"""What the practices ask, and how they say it."""

import re
from itertools import pairwise

import pytest

from ally_journal.domain.answers import as_text, checked
from ally_journal.domain.help_pages import load_help
from ally_journal.domain.practice_checks import GROUPS
from ally_journal.domain.support_page import load_support
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


def words_of(practice):
    """Everything that a person may read of a practice."""
    yield from (practice.title, practice.closing, practice.opening, practice.tagline)
    yield from (practice.situation, practice.line)
    for step in practice.steps:
        yield from (step.question, step.help, step.low, step.high, *step.points)
        yield from (hint.text for hint in step.hints)
        for asked in (step, *step.parts):
            yield from (option.label for option in asked.options)
        yield from (part.label for part in step.parts)
    yield from (one.label for one in practice.offers)
    yield from (one.label for one in practice.follow_ups)
    yield from (one.line for one in practice.support)
    yield from (one.text for one in practice.closings)


def syllables(word):
    groups = re.findall(r"[aeiouy]+", word.lower().removesuffix("e"))
    return max(1, len(groups))


def grade(texts):
    """The reading grade of Flesch and Kincaid, over all sentences together."""
    sentences = [one for text in texts for one in re.split(r"[.?:;…]+", text) if one.strip()]
    found = [word for one in sentences for word in re.findall(r"[\w’'-]+", one)]
    total = sum(map(syllables, found))
    return 0.39 * len(found) / len(sentences) + 11.8 * total / len(found) - 15.59


SAYINGS = {practice.id: [one for one in words_of(practice) if one] for practice in PRACTICES}
SAYINGS |= {f"help/{page.key}": [page.title, *page.text.split("\n\n")] for page in load_help()}
UNWANTED = re.compile(
    r"!|\b(?:should|you are (?:a|an|so)|good ally|well done|great job|failed?|forgive)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", SAYINGS)
def test_the_voice_is_kept(name):
    texts = [text.replace("or to forgive", "") for text in SAYINGS[name]]
    assert [text for text in texts if UNWANTED.search(text)] == []


@pytest.mark.parametrize("name", SAYINGS)
def test_it_reads_at_grade_eight_at_most(name):
    assert grade(SAYINGS[name]) <= 8


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda one: one.id)
def test_every_practice_has_its_words_and_its_place(practice):
    assert practice.closing.endswith(".")
    assert practice.group in GROUPS
    assert practice.source == "built in"
    assert all(step.question for step in practice.steps)
    assert not practice.listed or practice.opening


def test_each_file_is_named_for_its_practice():
    assert [one.id for one in PRACTICES] == sorted(one.id for one in PRACTICES)
    wanted = {
        "gate", "checkin", "catch", "debrief", "bias_check", "mistake", "mistake_followup",
        "action", "plan", "needed_ally", "facts", "free", "weekly",
    }  # fmt: skip
    assert wanted <= {one.id for one in PRACTICES}


def test_today_has_its_eight_rows():
    rows = [one.opening for one in LIBRARY.today()]
    assert rows[:4] == [
        "A talk was hard", "I slipped up", "I caught a snap judgement",
        "I did something for someone",
    ]  # fmt: skip
    assert len(rows) == 8
    assert rows[-1] == "I needed an ally"


def test_what_hurt_is_never_a_target():
    never = {"debrief", "mistake", "catch", "needed_ally", "facts", "gate", "mistake_followup"}
    assert not any(LIBRARY.get(one).schedulable for one in never)
    assert LIBRARY.get("checkin").schedulable
    assert LIBRARY.get("weekly").schedulable


def test_what_comes_by_itself_is_not_listed():
    hidden = {one.id for one in PRACTICES if not one.listed}
    assert hidden == {"gate", "how_now", "mistake_followup", "action_followup"}


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
    there = [one for one in leads if one in {practice.id for practice in PRACTICES}]
    assert offered("checkin", {"moment": moment}, gate=False) == there


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
    there = [one for one in leads if one == "support" or one in {item.id for item in PRACTICES}]
    assert offered("debrief", {"role": "saw", "now": now}) == there


def test_a_guess_leads_to_asking_where_there_is_a_practice_for_it():
    rules = [one for one in LIBRARY.practices["debrief"].offers if one.practice == "seek_prep"]
    assert any("their_side.evidence" in rule.when for rule in rules)


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
    rules = {one.practice: one.when for one in LIBRARY.practices["bias_check"].offers}
    assert rules["label_lens"] == rules["seek_prep"] == {"person.know": ("not-yet",)}


def test_a_counterweight_is_a_plan_to_check_in_a_week():
    (rule,) = walked("bias_check", {"counter": {"if": "a", "then": "b"}}, gate=False)[0].promises
    assert (rule.kind, rule.text, rule.due) == ("plan", "counter", "+7 days")


# Mistake.


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
    assert asked == ["done", "way", "heard", "again", "carry", "next", "step", "due"]
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
        ("sum", "week"), ("loops", "promises"),
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


def test_the_support_page_begins_with_danger_and_has_four_ways():
    page = load_support()
    assert page.danger == "If you may be in danger, call your local emergency number now."
    assert [way.id for way in page.ways] == ["stop", "minute", "facts", "short"]
    assert [line.number for line in page.lines] == ["112", "988", "116 123"]


def test_the_help_pages_have_titles_and_words():
    pages = load_help()
    assert len({page.key for page in pages}) == 7
    assert all(page.title and len(page.text) > 200 for page in pages)
    assert all(one.key != two.key for one, two in pairwise(pages))
