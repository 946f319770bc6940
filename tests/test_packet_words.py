"""Every problem with a packet has its words, and they are kind."""

import inspect
import re
from dataclasses import fields

import pytest

from ally_journal import errors, packet_errors
from ally_journal.packet_words import PACKET_WORDS
from ally_journal.sentences import sentence

KINDS = [
    kind
    for _name, kind in inspect.getmembers(packet_errors, inspect.isclass)
    if kind.__module__ == packet_errors.__name__
]


def made(kind):
    given = {"count": 2, "places": ("entry 2",), "factor": 20, "reason": "schema", "name": "mood"}
    return kind(**{field.name: given[field.name] for field in fields(kind)})


@pytest.mark.parametrize("kind", KINDS)
def test_every_problem_has_a_sentence_of_its_own(kind):
    assert kind in PACKET_WORDS
    words = sentence(made(kind))
    assert [other for other in KINDS if sentence(made(other)) == words] == [kind]
    assert words != sentence(errors.JournalError())


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_is_kind_and_whole(kind):
    words = sentence(made(kind))
    assert words[0].isupper() or words[0].isdigit() or words[0] == "“"
    assert words.endswith(".")
    assert "{" not in words
    assert not re.search(
        r"!|\bshould\b|\byou are\b|\bfailed\b|\binvalid\b|\berror\b", words.lower()
    )


def test_every_problem_stands_in_the_tree():
    assert all(f" {kind.__name__}" in str(packet_errors.__doc__) for kind in KINDS)


def test_a_leak_names_its_places_up_to_a_few():
    one = sentence(packet_errors.LeakFound(1, ("entry 2, Next time",)))
    assert "still stands" in one
    assert "entry 2, Next time." in one
    many = sentence(packet_errors.LeakFound(9, tuple(f"entry {n}" for n in range(9))))
    assert "9 things" in many
    assert "entry 4; …" in many
    assert "entry 5" not in many
