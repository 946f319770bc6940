"""The rules are data: what a file may say, and what is refused."""

from __future__ import annotations

import pytest

from ally_journal.domain.lens_rules import QUIET, WORDS_FILE, built_in_rules, rules_of
from ally_journal.errors import PracticeFileError

WORDS = '[lists]\nwho = ["he", "she"]\n[quiet]\n' + "".join(f'{name} = ["zzz"]\n' for name in QUIET)
RULE = 'about = "A"\n[[rules]]\nid = "G1"\nquestion = "?"\npatterns = ["{who} never"]\n'


def refused(**files):
    with pytest.raises(PracticeFileError) as caught:
        rules_of({f"{name}.toml": text for name, text in files.items()})
    return caught.value.file, caught.value.key


def test_the_rules_that_come_with_the_program_are_whole():
    rules = built_in_rules().rules
    assert len(rules) == 103
    assert all(rule.about and rule.question.endswith(("?", ".")) for rule in rules)
    assert {rule.id for rule in rules if rule.support} == {"X4", "X5"}
    assert {rule.id[0] for rule in rules if not rule.on} == {"A", "H"}


def test_no_question_scolds():
    said = " ".join(rule.question.lower() for rule in built_in_rules().rules)
    assert "should" not in said
    assert "!" not in said


def test_rules_are_read_from_their_files():
    (rule,) = rules_of({WORDS_FILE: WORDS, "a.toml": RULE}).rules
    assert (rule.id, rule.about, rule.on, rule.from_hit) == ("G1", "A", True, 1)


def test_without_the_lists_there_are_no_rules():
    assert refused(a=RULE)[0] == WORDS_FILE


def test_each_list_that_quiets_must_be_there():
    assert refused(words='[lists]\n[quiet]\naware = ["x"]') == (WORDS_FILE, "quiet")


@pytest.mark.parametrize(
    ("old", "new"),
    [('"G1"', '"g1"'), ('"?"', '""'), ('["{who} never"]', "[]"), ('"G1"', '"G1"\nfrom_hit = 0')],
)
def test_half_a_rule_is_refused(old, new):
    assert refused(words=WORDS, a=RULE.replace(old, new))[0] == "a.toml"


def test_a_line_that_is_no_pattern_is_named_with_its_rule():
    assert refused(words=WORDS, a=RULE.replace("{who}", "{nobody}")) == ("a.toml", "rules.G1")


def test_an_unknown_key_is_refused():
    assert refused(words=WORDS, a=RULE + "score = 3\n")[0] == "a.toml"


def test_an_id_is_there_once():
    assert refused(words=WORDS, a=RULE, b=RULE) == (WORDS_FILE, "id")
