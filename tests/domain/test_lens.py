"""What is looked at again, what is left alone, and how little is asked."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.lens import Hit, first_cards, is_off, look_again
from ally_journal.domain.lens_rules import OwnRule, built_in_rules
from ally_journal.domain.practice_files import load_built_in
from tests.pace import paced

RULES = built_in_rules()
ALL_RULES = RULES.with_on({rule.id for rule in RULES.rules})
SETS = Path(__file__).parent
LOADED = "he is lazy"


def asked(text, **options):
    return [hit.rule for hit in look_again(text, rules=RULES, **options)]


def words(text, **options):
    return [hit.text for hit in look_again(text, rules=RULES, **options)]


def sentences(number):
    return tomllib.loads((SETS / f"lens_set_{number}.toml").read_text("utf-8"))


def found(number, kind):
    """How many sentences of a set have a hit."""
    return sum(
        bool(asked(one["text"], people=one.get("people", ()))) for one in sentences(number)[kind]
    )


@pytest.mark.parametrize(
    ("number", "loaded", "innocent"),
    [(1, 30, 0), (2, 18, 2), (3, 21, 4)],
    ids=["tuned", "second", "third"],
)
def test_the_lens_is_no_worse_than_its_documentation_says(number, loaded, innocent):
    assert [len(sentences(number)[kind]) for kind in ("loaded", "innocent")] == [30, 30]
    assert found(number, "loaded") >= loaded
    assert found(number, "innocent") <= innocent


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_loaded_words_are_in_their_sentences(number):
    assert all(one["words"] in one["text"] for one in sentences(number)["loaded"])


def test_a_hit_tells_where_and_what_and_asks():
    text = "Monday. She is so lazy, and late."
    assert look_again(text, rules=RULES) == (
        Hit(
            start=8,
            end=22,
            text="She is so lazy",
            rule="L10",
            question="Swap the trait for the act: what did you see or hear?",
            about="A label",
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "“He is lazy.”",
        '"He is lazy."',
        "‘He is lazy.’",
        "'He is lazy.'",
        "„He is lazy.“",
        "«He is lazy.»",
        "> He is lazy.",
        "    > He is lazy.",
        "- > He is lazy.",
        "“He is lazy. And that was never closed.",
        "`he is lazy`",
        "```\nhe is lazy\n```",
        "```\nhe is lazy",
        "[note](he-is-lazy)",
        "https://example.org/he/is/lazy",
        "he.is.lazy@example.org",
    ],
)
def test_quotes_code_and_links_are_left_alone(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'It’s 5" wide. He is lazy.',
        "The managers' plan. He is lazy. The others' plan.",
        "“Hello.” He is lazy.",
        "a > b, and he is lazy",
        "“Never closed.\n\nHe is lazy.",
        "'tis late.\n\nHe is lazy.",
    ],
)
def test_what_stands_beside_a_quote_is_looked_at(text):
    assert asked(text) == ["L10"]


@pytest.mark.parametrize(
    "text",
    [
        "I don't think he is lazy.",
        "Not that he is lazy.",
        "If he is lazy, we will see.",
        "Is it true that he is lazy?",
        "I caught myself thinking that he is lazy.",
        "I wonder: he is lazy, or tired.",
        "Kit said that he is lazy.",
        "He is lazy, Kit said.",
        "I am lazy.",
        "The machine is slow.",
        "He is not lazy.",
    ],
)
def test_grammar_keeps_a_rule_quiet(text):
    assert asked(text, people=["Kit"]) == []


def test_a_denial_does_not_reach_over_a_comma():
    assert asked("I don't think so, he is lazy.") == ["L10"]


def test_a_source_keeps_guesses_about_minds_quiet():
    assert asked("She wants to win.") == ["M1"]
    assert asked("She told me last week, she wants to win.") == []


def test_a_guess_that_says_so_is_one():
    assert asked("Maybe she wants to win.") == []


def test_a_word_of_the_writer_is_asked_about_in_any_form():
    assert asked("I said sorry if it hurt?") == ["N1"]


def test_names_of_the_entry_count_as_he_and_she():
    assert asked("Kit Hill is too quiet.") == []
    assert words("Kit Hill is too quiet.", people=["Kit Hill"]) == ["Kit Hill is too quiet"]


def test_a_name_is_a_name_only_with_its_capital():
    assert asked("Always late, will is lazy.", people=["Will"]) == []
    assert asked("Always late, Will is lazy.", people=["Will", " ", "Willow"]) == ["L10"]
    assert asked("kit is lazy.", people=["kit"]) == ["L10"]


def test_what_is_someones_is_not_what_someone_is():
    assert asked("Kit's lazy dog slept.", people=["Kit"]) == []
    assert asked("Kit's so lazy.", people=["Kit"]) == ["L10"]
    assert asked("Kit's lazy.", people=["Kit"]) == ["L10"]


def test_typographic_and_missing_apostrophes_are_read():
    assert asked("He’s so lazy.") == asked("He's so lazy.") == ["L10"]
    assert asked("They dont care about us.") == ["M4"]


def test_what_is_muted_does_not_ask():
    assert asked("He is lazy.", muted={"L10"}) == []


def test_rules_that_are_off_ask_once_they_are_on():
    assert asked("That was crazy.") == []
    assert look_again("That was crazy.", rules=RULES.with_on({"A1"}))[0].rule == "A1"


def test_loops_are_asked_about_from_the_third_time():
    assert asked("Why did I go? Why did I stay?") == []
    hits = look_again("Why did I go? Why did I stay? Why am I so?", rules=RULES)
    assert [(hit.rule, hit.start) for hit in hits] == [("R1", 30)]


def test_what_is_heavy_leads_to_support():
    (hit,) = look_again("I hate myself.", rules=RULES)
    assert (hit.rule, hit.support) == ("X4", True)


def test_own_words_are_plain_words():
    own = [OwnRule("sort of.*", "Which sort?"), OwnRule("?!", "Never?"), OwnRule("a " * 13, "No?")]
    (hit,) = look_again("It was a Sort  of day. a a a a a a a a a a a a a", rules=RULES, own=own)
    assert (hit.text, hit.rule, hit.question) == ("Sort  of", "own:sort of", "Which sort?")
    assert hit.about


def test_own_words_in_any_script():
    assert asked("今日は花見です", own=[OwnRule("花見", "?")]) == ["own:花 見"]


def test_own_words_are_muted_like_others():
    assert asked("sort of", own=[OwnRule("sort of", "?")], muted={"own:sort of"}) == []


def test_own_words_come_before_a_rule_at_the_same_place():
    assert asked("He is lazy.", own=[OwnRule("lazy", "?")]) == ["own:lazy"]


def hit(rule, start=0, *, support=False):
    return Hit(start, start + 1, "x", rule, "?", "", support)


def test_three_cards_at_most_of_different_rules_in_text_order():
    hits = [hit("G1", 0), hit("G1", 5), hit("L1", 10), hit("M1", 15)]
    assert [one.start for one in first_cards(hits)] == [0, 10, 15]


def test_support_has_a_card_however_late_it_stands():
    hits = [hit("G1", 0), hit("L1", 1), hit("M1", 2), hit("X4", 9, support=True)]
    assert [one.rule for one in first_cards(hits, most=2)] == ["G1", "X4"]
    assert first_cards(hits, most=0) == ()


@pytest.mark.parametrize(
    ("practice", "step", "answers", "off"),
    [
        ("needed_ally", "facts", {}, True),
        ("facts", "what", {}, True),
        ("bias_check", "thought", {}, True),
        ("mistake", "meant", {}, True),
        ("debrief", "facts", {"role": "saw"}, False),
        ("debrief", "facts", {"role": "happened"}, True),
        ("debrief", "facts", {"role": "saw", "gate.level": 7}, True),
        ("debrief", "no such step", {}, True),
    ],
)
def test_the_lens_stays_away_where_the_practice_says_so(practice, step, answers, off):
    assert is_off(load_built_in().get(practice), step, answers) is off


def test_nothing_of_a_text_is_logged(caplog, capsys):
    asked("He is lazy.")
    assert (caplog.records, *capsys.readouterr()) == ([], "", "")


PIECES = st.lists(
    st.sampled_from([
        "he", "she's", "they", "is", "so", "lazy", "always", "never", "listens", "Kit", "’s",
        "those", "people", "why did I", "sorry if", "just", "wants to", "win", ",", ".", "?", "\n",
        "\n\n", "“", "”", '"', "'", "‘", "’", "`", "```", "> ", "(", "https://x.y", "é", "İ", "山",
        "\N{COMBINING ACUTE ACCENT}", "\x00", "\ud800", "🙂", "told me", "I hate myself", "-", "—",
    ]),
    max_size=40,
).map(" ".join)  # fmt: skip


@given(st.text() | PIECES)
def test_any_text_gives_hits_that_are_its_own_words_in_order(text):
    hits = look_again(text, rules=ALL_RULES, people=["Kit", "is so"], own=[OwnRule("never", "?")])
    assert all(text[one.start : one.end] == one.text for one in hits)
    assert all(0 <= one.start < one.end <= len(text) for one in hits)
    assert all(one.end <= after.start for one, after in pairwise(hits))


@given(PIECES, st.sampled_from(["“{}”", '"{}"', "\n\n> {}\n\n", "`{}`", "«{}»"]), st.integers(1, 3))
def test_no_hit_inside_a_quote(before, quote, often):
    inside = " ".join([LOADED] * often)
    text = before.translate({ord(mark): None for mark in "\"“”„«»'‘’`>"}) + "\n\n"
    start = len(text) + quote.index("{")
    text += quote.format(inside)
    hits = look_again(text, rules=ALL_RULES)
    assert all(one.end <= start for one in hits)


HOSTILE = [
    "a ", "they ", "he is lazy ", '"', "'", "```\n", "\n", " ", "](", "a@", "山", "those people ",
    "all the managers are all so ", "he got it because ",
]  # fmt: skip


@pytest.mark.parametrize("seed", HOSTILE, ids=range(len(HOSTILE)))
def test_a_million_characters_of_anything_take_no_more_than_two_seconds(seed):
    text = seed * (1_000_000 // len(seed))
    with paced() as taken:
        look_again(text, rules=RULES, people=["A", "They"], own=[OwnRule("a a a b", "?")])
    assert taken.seconds < 2
