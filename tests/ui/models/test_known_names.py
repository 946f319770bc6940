import pytest

from ally_journal.domain.person import Person
from ally_journal.errors import BadName
from ui.models.known_names import KnownNames

WREN = Person("1", "Wren", entries=1, aliases=("Bird",))
FERN = Person("2", "Fern", entries=4)


def test_the_most_used_names_come_first_while_nothing_is_typed():
    assert KnownNames((WREN, FERN)).find("", 1) == (FERN,)
    assert KnownNames((WREN, FERN)).find("bi", 5) == (WREN,)


def test_a_new_name_is_added_once():
    added = []
    names = KnownNames((WREN,), added.append)
    assert [names.add(name) for name in (" Moss ", "moss", "bird")] == ["Moss", "Moss", "Wren"]
    assert added == ["Moss"]
    assert names.names == ("Wren", "Moss")
    assert names.every_name == ("Wren", "Bird", "Moss")


@pytest.mark.parametrize("typed", ["", "W", "wren", "BIRD", "5pm", "a sentence it is."])
def test_what_is_known_or_no_name_is_not_offered_as_new(typed):
    assert KnownNames((WREN,), print).may_add(typed) == ""


def test_nobody_can_be_added_where_nothing_takes_them():
    assert KnownNames().may_add("Moss") == ""
    assert KnownNames((), print).may_add(" Moss") == "Moss"
    assert KnownNames().add("Moss") == "Moss"


def test_a_sentence_is_no_name():
    with pytest.raises(BadName):
        KnownNames().add("Moss was very late today.")
