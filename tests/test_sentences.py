"""Every error and finding has its words, and they are kind."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from pathlib import Path

import pytest

from ally_journal import errors
from ally_journal.domain import answers
from ally_journal.sentences import (
    _ERRORS,
    _FINDINGS,
    _WRONG_ANSWERS,
    finding_sentence,
    sentence,
    way_on,
)
from ally_journal.storage.integrity import Damage, Finding

KINDS = [
    kind
    for _name, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.JournalError) and kind is not errors.JournalError
]


def made(kind):
    return kind(**{field.name: f"made-up {field.name}" for field in fields(kind)})


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_has_a_sentence_of_its_own(kind):
    assert kind in _ERRORS


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_says_what_happened_and_a_way_on(kind):
    words = sentence(made(kind))
    assert words[0].isupper() or words[0] == "“"
    assert words.endswith(".")
    assert "{" not in words


@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_shouts_or_blames(kind):
    words = sentence(made(kind)).lower()
    assert not re.search(r"!|\bshould\b|\byou are\b|\bfailed\b|\binvalid\b|\berror\b", words)


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_errors_say_the_same(kind):
    own = sentence(made(kind))
    assert [other for other in KINDS if sentence(made(other)) == own] == [kind]


def test_an_error_without_words_says_what_its_parent_says():
    class Unheard(errors.DiskFull):
        pass

    assert sentence(Unheard()) == sentence(errors.DiskFull())
    assert sentence(errors.JournalError()).endswith("Nothing was changed.")


def test_a_sentence_names_the_step_and_the_reason():
    words = sentence(errors.WrongAnswer(step="level", reason="off-the-scale"))
    assert "“level”" in words
    assert "scale" in words


def test_every_reason_of_a_wrong_answer_has_words():
    source = Path(inspect.getfile(answers)).read_text()
    reasons = set(re.findall(r'WrongAnswer\([\w.]+, "([\w-]+)"\)', source))
    assert reasons
    assert reasons <= set(_WRONG_ANSWERS)


def test_a_wrong_answer_of_an_unknown_reason_still_has_a_sentence():
    assert "does not fit" in sentence(errors.WrongAnswer(step="level", reason="new"))


@pytest.mark.parametrize(("reason", "says"), [("too-long", "million"), ("nul", "character")])
def test_text_that_cannot_be_kept_is_explained(reason, says):
    assert says in sentence(errors.BadText(reason=reason))


def test_an_export_of_a_newer_version_asks_for_an_update():
    words = sentence(errors.SourceMalformed(place="version", reason="newer-version"))
    assert "update" in words


def test_the_start_of_a_file_is_named_where_there_is_no_place():
    assert "its beginning" in sentence(errors.SourceMalformed(place="", reason="not-json"))


@pytest.mark.parametrize("code", Damage)
def test_every_finding_has_its_words(code):
    assert code.value in _FINDINGS
    assert finding_sentence(Finding(code, 3)).endswith(".")


@pytest.mark.parametrize(
    ("findings", "says"),
    [
        ((), "All is well."),
        ((Finding(Damage.SEARCH, 1),), "can be read"),
        ((Finding(Damage.SEARCH, 1), Finding(Damage.PAGES, 2)), "restore the newest backup"),
    ],
)
def test_the_way_on_fits_the_worst_finding(findings, says):
    assert says in way_on(findings)
