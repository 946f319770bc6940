from itertools import pairwise

import pytest

from ally_journal.domain.leak_letters import folded, letters_of


def words(text):
    letters = letters_of(text)
    cuts = [at for at, edge in enumerate(letters.edges[:-1]) if edge] + [len(letters.row)]
    return [letters.row[start:end] for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Wr\u200ben", ["wren"]), ("juniper_stone", ["juniper", "stone"]), ("山田a", ["山", "田",
     "a"]),
     ("JuniperStone", ["juniper", "stone"]), ("JUNIPERStone", ["juniper", "stone"]),
     ("fern2b", ["fern", "2", "b"]), ("MAY spoke", ["may", "spoke"]), ("Weiß", ["weiss"])],
)  # fmt: skip
def test_a_text_is_a_row_of_letters_with_edges(text, shown):
    assert words(text) == shown


def test_every_letter_knows_where_it_stood():
    letters = letters_of("a\u200b-ßb")
    assert (letters.row, letters.at) == ("assb", (0, 3, 3, 4))


def test_words_are_folded():
    assert folded("Wr\u0435n’s") == "wrens"


def test_letters_that_are_drawn_otherwise_are_letters():
    letters = letters_of("ᴡʀ🅔🅽 Ⓙ")
    assert (letters.row, letters.large[2:]) == ("wrenj", b"\1\1\1")
