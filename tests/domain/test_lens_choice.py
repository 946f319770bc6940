"""What the person chose of the lens, and whose names count."""

from ally_journal.domain.lens_choice import LensChoice, own_rule, people_in
from ally_journal.domain.practice import Kind, Part, Step

HEAVY = "I hate myself."


def test_support_is_offered_whatever_is_turned_off():
    groups = {one.key: False for one in LensChoice().shown_groups}
    assert all(hit.support for hit in LensChoice(groups=groups).looked(HEAVY))
    assert LensChoice(groups=groups).looked(HEAVY)


def test_every_group_is_shown_once_with_its_words():
    groups = LensChoice().shown_groups
    assert len({one.key for one in groups}) == len(groups) == 16
    assert {one.key for one in groups if not one.is_on} == {"A", "H"}


def test_own_words_that_are_muted_are_named_by_themselves():
    rule = own_rule("moss", "Green?")
    choice = LensChoice((rule,), frozenset({rule.id}))
    assert choice.looked("Moss.") == ()
    assert choice.muted_rules == ((rule.id, "“moss” Green?"),)


def test_names_come_from_people_steps_and_their_parts():
    who = Step("who", "Who?", Kind.PEOPLE)
    both = Step("both", "?", Kind.PEOPLE, parts=(Part("a", Kind.PEOPLE), Part("b", Kind.TEXT)))
    said = [(who, ["Wren"]), (both, {"a": ["Juniper"], "b": "Fern"}), (who, "odd")]
    assert people_in(said, ["Moss"]) == {"Wren", "Juniper", "Moss"}
