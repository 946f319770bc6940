import pytest

from ally_journal.domain.leak_divided import JoinedNames, is_divided, without_tags
from ally_journal.domain.leak_letters import letters_of


@pytest.mark.parametrize(
    ("text", "divided"),
    [("Lark-spur", True), ("lark**sp**ur", True), ("Lark spur", True), ("lark spur", True),
     ("| Lark | spur |", True), ("Lark, spur", False), ("Lark. Spur", False), ("larkspur", False),
     ("mylark-spur", False), ("lark-spurx", False), ("lark-spurs", True)],
)  # fmt: skip
def test_pieces_of_a_name_are_seen(text, divided):
    letters = letters_of(text)
    assert is_divided("larkspur", letters, letters.row.index("larkspur"), text) == divided


@pytest.mark.parametrize(
    ("text", "divided"),
    [("corn er", True), ("Cor ner", True), ("will ow", True), ("a corn-er", True)],
)
def test_a_short_row_with_blanks_needs_a_piece_that_is_no_word(text, divided):
    letters = letters_of(text)
    row = letters.row.removeprefix("a")
    assert is_divided(row, letters, letters.row.index(row), text) == divided


def test_tags_show_nothing_and_names_in_brackets_stay():
    assert without_tags("a<b>c</B> <wren>") == "a\0\0\0c\0\0\0\0 <wren>"


@pytest.mark.parametrize(
    ("word", "is_seen"),
    [("wrenandjo", True), ("WrenJo", True), ("wrenjosam", True), ("wrench", False),
     ("jojo", False), ("wrenbyjo", False), ("another", False)],
)  # fmt: skip
def test_words_that_are_but_names_are_seen(word, is_seen):
    assert bool([*JoinedNames({"wren", "jo", "sam", "an", "other"}).places(word)]) == is_seen
