import pytest

from ally_journal.domain.redaction_index import Index
from ally_journal.domain.redaction_initials import initials, letters
from ally_journal.domain.redaction_reading import Reading
from ally_journal.domain.redaction_values import Cast, Known

NAMES = ("Juniper Stone", "Amber Ivyson", "Heather Rowan", "Ed Gorse")
INDEX = Index(Cast(tuple(Known(name, (name,), "") for name in NAMES)))


def found(look, text):
    return [text[one.start : one.end] for one in look(Reading(text, INDEX))]


@pytest.mark.parametrize(
    ("text", "seen"),
    [("J.S. said", "J.S."), ("met J.S.", "J.S"), ("J. S. said", "J. S."), ("JS said", "JS"),
     ("j.s. said", "j.s."), ("J S said", "J S"), ("J-S said", "J-S"), ("H.R. said", "H.R.")],
)  # fmt: skip
def test_initials_are_seen(text, seen):
    assert found(initials, text) == [seen]


@pytest.mark.parametrize("text", ["js", "j s", "HR said", "e.g. this", "A I", "plan A. I went"])
def test_what_is_no_initials_is_not(text):
    assert found(initials, text) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [("J. said", "J."), ("J said", "J"), ("told J.", "J"), ("J's", "J"), ("I met A, then", "A"),
     ("A. said", "A."), ("I told A.", "A"), ("with A’s", "A"), ("with H", "H")],
)  # fmt: skip
def test_a_letter_for_somebody_is_seen(text, seen):
    assert found(letters, text) == [seen]


@pytest.mark.parametrize(
    "text",
    ["plan J", "grade A.", "A day", "I said", "J-shaped", "C++", "16 KiJ", "K said", "U.S.", "J&K",
     "Hour", "J'Moss", "met A Day", "j said", "H2", "#J"],
)  # fmt: skip
def test_other_letters_stay(text):
    assert found(letters, text) == []
