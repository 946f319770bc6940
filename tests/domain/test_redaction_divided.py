import pytest

from ally_journal.domain.redaction_divided import together
from ally_journal.domain.redaction_index import Index
from ally_journal.domain.redaction_values import Cast, Known
from ally_journal.domain.redaction_words import words_of

PEOPLE = (
    Known("1", ("Hazel Larkspur",), "Person A"),
    Known("2", ("Wren",), "Person B"),
    Known("3", ("Jo",), "Person C"),
    Known("4", ("Cornflower",), "Person D"),
    Known("5", ("Teasel", "Teaselby"), "Person E"),
)
INDEX = Index(Cast(PEOPLE, ("Xylocorp",)))


@pytest.mark.parametrize(
    "text",
    ["Lark-spur", "Lark spur", "lark/spur", "La rk sp ur", "wr en", "W|r|e|n", "Xylo Corp",
     "Teasel-by",
     "xylo_corp", "Corn flower", "Lark-spurs"],
)  # fmt: skip
def test_pieces_are_one_word(text):
    assert len(words_of(text, INDEX)) == 1


@pytest.mark.parametrize(
    "text", ["corn flower", "Lark, spur", "Lark. Spur", "Wren spur", "lark", "Teasel by"]
)
def test_other_words_stay_apart(text):
    assert len(words_of(text, INDEX)) == len(text.split())


@pytest.mark.parametrize(
    ("written", "people"),
    [("wrenandjo", "23"), ("wrenjo", "23"), ("jowren", "23"), ("wrenwren", "2"), ("jojo", ""),
     ("wrench", ""), ("wrenxjo", ""), ("wrenjolarkspur", "123"), ("wren", "")],
)  # fmt: skip
def test_names_side_by_side_are_told(written, people):
    assert together(written, INDEX) == set(people)
