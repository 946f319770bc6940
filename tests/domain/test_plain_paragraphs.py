"""Markdown taken off: no sign is left, no letter is lost, and no text takes long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ally_journal.domain.plain_paragraphs import MOST_LETTERS, paragraphs, plain_paragraphs

TEXTS = {
    "one line": ("Just words.", ("Just words.",)),
    "blank lines": ("One.\n\n \nTwo.", ("One.", "Two.")),
    "lines": ("One\r\ntwo", ("One\ntwo",)),
    "heads": ("# One #\ntext\n\nTwo\n===", ("One", "text", "Two")),
    "lists": ("- a\n  * b\n+ c", ("• a\n• b\n• c",)),
    "numbers": ("1. a\n2) b", ("1. a\n2) b",)),
    "a year is no list": ("2019 was odd", ("2019 was odd",)),
    "quotation": ("> a\n> > b", ("a\nb",)),
    "rules": ("a\n\n---\n\n***\n\nb", ("a", "b")),
    "fence": ("```py\n*a*\n\n# b\n```\n*c*", ("py\n*a*", "# b", "c")),
    "open fence": ("~~~\n*a*", ("*a*",)),
    "table": ("| a | *b* |\n|---|:-:|\n| c | d \\| e |", ("a · b\nc · d | e",)),
    "no table": ("a | b", ("a | b",)),
    "indented": ("    a\n\tb", ("a\nb",)),
    "definition": ("[x]: https://a.example", ("[x]: https://a.example",)),
    "html": ("<b>Wren</b>\n<!-- so -->", ("<b>Wren</b>\n<!-- so -->",)),
    "nothing": (" \n\n", ()),
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_left(name):
    text, left = TEXTS[name]
    assert paragraphs(text) == left


def test_plain_text_keeps_its_signs():
    assert plain_paragraphs("*a*\n\n# b") == ("*a*", "# b")


def test_a_very_long_paragraph_is_parted_at_a_blank():
    parts = paragraphs("words " * 9_000)
    assert [len(one) <= MOST_LETTERS for one in parts] == [True] * 3
    assert " ".join(parts).split() == ["words"] * 9_000
    assert [len(one) for one in plain_paragraphs("a" * 45_000)] == [20_000, 20_000, 5_000]


SIGNS = st.text(alphabet="ab1 \n\n*_~`#>-+|[]()<!\\\"'.:=\t", max_size=80)


def _letters(text):
    return [sign for sign in text if sign.isalnum()]


@settings(max_examples=400)
@given(SIGNS)
def test_no_letter_is_lost_and_none_moves(text):
    assert _letters("".join(paragraphs(text))) == _letters(text)


HOSTILE = (
    "[", "*a ", "a``", "](", "[a](b", "<a:", "- ", "> ", "*_", "&#", '](a "', "|-\n", "# ", "~ ",
    "[](", "`" * 3 + "\n", "| a |-\n", "![", "\\[", "1. ", "a@", "<a@", "   ", "__a", "***",
)  # fmt: skip


@pytest.mark.parametrize("sign", HOSTILE)
def test_hostile_text_takes_no_time(sign):
    begun = time.perf_counter()
    paragraphs(sign * (200_000 // len(sign)))
    assert time.perf_counter() - begun < 5
