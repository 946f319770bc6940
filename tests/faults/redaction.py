"""Rows 63 and 64: names that go out in spite of redaction, and innocent words that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.leak_check import LeakCheck
from ally_journal.domain.redaction import Redactor
from tests.faults.register import Outcome, fault
from tests.redaction_corpus import (
    innocent_texts,
    left_open,
    made_cast,
    made_text,
    plain_words,
    replaced_words,
)

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random


@fault("names, words, addresses and numbers in every form, redacted", short=150, long=2000)
def fault_63_names_in_every_form(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """No letter of a known one is left, and the leak check says so too; it sees all of the text
    before it was redacted.
    """
    for _ in range(times):
        cast, latin = made_cast(chance)
        sample, check = made_text(chance, cast, latin), LeakCheck(cast)
        redacted = Redactor(cast).apply(sample.text)
        wrong = [f"left: {form}" for form in left_open(sample, redacted)]
        wrong += [f"the check stops: {leak.kind}" for leak in check.leaks(redacted.text)]
        seen = [(leak.start, leak.end) for leak in check.leaks(sample.seen)]
        wrong += [
            f"the check does not see: {form}"
            for start, end, form in sample.hidden
            if not any(first < end and start < last for first, last in seen)
        ]
        outcome.add("forms written", len(sample.hidden))
        outcome.case(*wrong)


@fault("innocent words taken for somebody", short=30, long=400)
def fault_64_innocent_words(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Of texts that name nobody, next to nothing is taken out, and hardly one is stopped."""
    texts = innocent_texts()
    words = taken = 0
    for _ in range(times):
        cast, _latin = made_cast(chance)
        redactor, check = Redactor(cast), LeakCheck(cast)
        for text in chance.sample(texts, 40):
            redacted = redactor.apply(text)
            words += plain_words(redacted.source)
            taken += replaced_words(redacted)
            outcome.add("texts that the check stops", bool(check.leaks(redacted.text)))
    outcome.add("innocent words", words)
    outcome.figure("innocent words replaced, of 10,000", 10_000 * taken / words)
    outcome.case(*(["more than 1 of 100"] if taken * 100 > words else []))
