import random

import pytest

from ally_journal.domain.person import Person
from ally_journal.domain.redaction import Cast, Known, cast, named_again

CHANCE = random.Random(1)  # noqa: S311 letters, no secret
PEOPLE = [Person(str(number), f"Fern {number}") for number in range(30)]
CAST = Cast(
    (Known("1", ("Wren", "W"), "Person A"), Known("2", ("Person B",), "Person AA"),
     Known("3", ("Ivy",), "Person B"))
)  # fmt: skip


def test_everybody_gets_a_letter_of_their_own():
    labels = [one.label for one in cast(PEOPLE, (), CHANCE).known]
    assert len(set(labels)) == 30
    assert {"Person A", "Person Z", "Person AA"} <= set(labels)
    assert "Person I" not in labels


def test_letters_are_in_another_order_each_time():
    orders = {tuple(one.label for one in cast(PEOPLE[:6], (), CHANCE).known) for _ in range(20)}
    assert len(orders) > 15


def test_words_are_kept_once_without_blanks():
    assert cast((), (" Acme", "Acme ", " ", "Heron"), CHANCE).words == ("Acme", "Heron")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ask Person A's view", "Ask Wren's view"),
        ("ask person a about it", "ask Wren about it"),
        ("PERSON A, Person\u00a0A", "Wren, Wren"),
        ("Person AA and Person A", "Person B and Wren"),
        ("Person B met Person AA", "Ivy met Person B"),
        ("each person a voice, a person a day", "each person a voice, a person a day"),
        ("Person C, Person As, the Personal A", "Person C, Wrens, the Personal A"),
        ("Person Bs idea, a person as such", "Ivys idea, a person as such"),
        ("person b’s turn", "Ivy’s turn"),
    ],
)
def test_a_reply_has_the_names_again(text, named):
    assert named_again(text, CAST) == named


def test_without_people_a_reply_stays():
    assert named_again("Person A", Cast()) == "Person A"
