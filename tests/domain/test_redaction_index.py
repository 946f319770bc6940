import pytest

from ally_journal.domain.redaction_index import Index, humped, level, pieces
from ally_journal.domain.redaction_values import Cast, Known


def entry(index, *words):
    node = index.root
    for word in words:
        node = node.after.get(word)
        if node is None:
            return None
    return node.entry


def of(*names, words=()):
    return Index(Cast(tuple(Known(name, (name,), "") for name in names), words))


@pytest.mark.parametrize(
    "row",
    [("juniper", "moss"), ("juniper",), ("moss",), ("junipermoss",), ("mossjuniper",), ("jmoss",)],
)
def test_a_name_stands_in_every_way_it_is_written(row):
    assert entry(of("Juniper Moss"), *row).people == {"Juniper Moss"}


def test_a_whole_name_is_told_from_a_part():
    wren = entry(of("Wren Alder", "Wren"), "wren")
    assert (wren.whole, wren.part) == ({"Wren"}, {"Wren Alder"})


def test_everyday_words_need_a_capital_and_plants_do_not():
    index = of("Mark", "Clover")
    assert entry(index, "mark").needs_capital
    assert not entry(index, "clover").needs_capital


def test_little_words_and_small_ones_are_no_part():
    index = of("The tall Heron of Moss")
    assert [entry(index, word) for word in ("the", "tall", "of")] == [None] * 3
    assert entry(index, "heron").part


def test_a_joined_name_that_is_an_ordinary_word_does_not_count():
    assert entry(of("Pat Lane"), "plane") is None


def test_words_stand_without_their_kind():
    index = of(words=("Xylo Ltd", "Team Blue"))
    assert entry(index, "xylo").is_word
    assert entry(index, "blue") is None


def test_initials_are_known():
    assert set(of("Juniper van der Moss").initials) == {"jvdm", "jm"}


@pytest.mark.parametrize(
    ("word", "parts"),
    [("JuniperMoss", ["Juniper", "Moss"]), ("moss", ["moss"]), ("Moss2b", ["Moss", "2", "b"]),
     ("JMoss", ["J", "Moss"]), ("MOSS", ["MOSS"]), ("2026", ["2026"])],
)  # fmt: skip
def test_humps_part_a_word(word, parts):
    assert humped(word) == parts


def test_a_name_is_made_of_pieces():
    assert pieces("O'Moss_Fern 🌿 2") == ["O", "Moss", "Fern", "2"]


def test_letters_are_small_in_their_places():
    assert level("İX山") == "İx山"
