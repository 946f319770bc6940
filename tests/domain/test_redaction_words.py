import pytest

from ally_journal.domain.redaction_index import Index
from ally_journal.domain.redaction_values import Cast, Known
from ally_journal.domain.redaction_words import endings_off, words_of

INDEX = Index(Cast((Known("1", ("Juniper Moss", "דנה", "Анна"), "Person A"),)))


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("notes_juniper_2", ["notes", "juniper", "2"]),
        ("JuniperMoss JUNIPERs", ["JuniperMoss", "JUNIPERs"]),
        ("TeamJuniper", ["Team", "Juniper"]),
        ("teamjuniper junipernotes", ["team", "juniper", "juniper", "notes"]),
        ("Juni-\nper", ["Juniper"]),
        ("Moun-\ntain", ["Moun", "tain"]),
        ("J u n i p e r", ["Juniper"]),
        ("a J.U.N.I.P.E.R", ["a", "JUNIPER"]),
        ("a b c d", ["a", "b", "c", "d"]),
        ("לדנה", ["ל", "דנה"]),
        ("Wren山田", ["Wren", "山田"]),
    ],
)
def test_a_text_is_words(text, raws):
    assert [word.raw for word in words_of(text, INDEX)] == raws


def test_words_stand_where_they_say():
    text = "a teamjuniper, Juni-\nper"
    places = [text[word.start : word.end] for word in words_of(text, INDEX)]
    assert places == ["a", "team", "juniper", "Juni-\nper"]


def test_what_a_stem_stands_for_is_told():
    assert [word.stem is not None for word in words_of("Анной анной", INDEX)] == [True, False]


@pytest.mark.parametrize(
    ("written", "without"),
    [("wrens", {"wren"}), ("birches", {"birche", "birch"}), ("lies", {"lie", "ly"}), ("as", set())],
)
def test_endings_are_taken_off(written, without):
    assert set(endings_off(written)) == without
