import re

import pytest

from ally_journal.domain.redaction_index import Index
from ally_journal.domain.redaction_reading import Reading
from ally_journal.domain.redaction_values import Cast

INDEX = Index(Cast())


@pytest.mark.parametrize(
    ("text", "begins"),
    [("moss", True), ("It is. Moss", True), ("then moss", False), ("so:\n“moss", True),
     ("then (moss", False), ("- moss", True)],
)  # fmt: skip
def test_the_first_of_a_sentence_is_known(text, begins):
    reading = Reading(text, INDEX)
    assert reading.begins_sentence(reading.words[-1]) is begins


def test_gaps_between_words():
    reading = Reading("a - b      c", INDEX)
    anything = re.compile(".*")
    assert [reading.is_gap(number, anything) for number in (-1, 0, 1, 2)] == [
        False, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "end"), [("J. said", 2), ("J. Then", 1), ("J", 1), ("J., too", 2), ("J.'s", 2)]
)
def test_the_point_of_an_initial_is_its_own(text, end):
    assert Reading(text, INDEX).with_point(1) == end
