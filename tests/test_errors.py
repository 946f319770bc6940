"""Errors carry data of ours and never a sentence; the tree in the docstring is the real one."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields

import pytest

from ally_journal import errors
from ally_journal.errors import JournalError, SourceMalformed, WrongAnswer, WrongPassphrase

ALL = [
    one for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, JournalError)
]


@pytest.mark.parametrize("kind", ALL, ids=lambda one: one.__name__)
def test_every_error_stands_in_the_tree_of_the_docstring(kind):
    assert re.search(rf"\b{kind.__name__}\b", errors.__doc__)


@pytest.mark.parametrize("kind", ALL, ids=lambda one: one.__name__)
def test_every_error_can_be_shown_with_its_fields_alone(kind):
    values = [f"given {one.name}" for one in fields(kind)]
    shown = str(kind(*values))
    assert shown.startswith(kind.__name__ + "(")
    assert all(value in shown for value in values)


def test_an_error_names_its_kind_and_fields():
    assert str(WrongPassphrase()) == "WrongPassphrase()"
    assert str(WrongAnswer("what", "not-text")) == "WrongAnswer(step='what', reason='not-text')"


def test_a_caller_can_catch_a_whole_branch():
    with pytest.raises(errors.ImportProblem):
        raise SourceMalformed(place="entries[0]", reason="not-a-day")


def test_errors_can_be_told_apart_though_they_hold_the_same():
    assert WrongPassphrase() != WrongPassphrase()
