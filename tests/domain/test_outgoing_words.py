"""How answers are said where they go out."""

from datetime import date

import pytest

from ally_journal.domain.outgoing_words import (
    as_it_stands,
    below_label,
    exact_day,
    has_days,
    said,
    week_of,
    without_days,
)
from ally_journal.domain.practice import Kind, Option, Part

OPTIONS = (Option("told", "they told me"), Option("day", "on 3 May"), Option("other", "other"))
SAID = {
    Kind.TEXT: ("*as* typed", ("*as* typed",)),
    Kind.LONG: ("*a*\n\nb", ("a", "b")),
    Kind.CHOICE: ("told", ("they told me",)),
    Kind.CHOICES: (["told", "other: a note"], ("• they told me\n• a note",)),
    Kind.SCALE: (6, ("6 of 10",)),
    Kind.PEOPLE: (["Wren", "Fern"], ("Wren, Fern",)),
    Kind.DATE: ("2026-03-09", ("9 March 2026",)),
    Kind.LIST: (["one"], ("one",)),
    Kind.IF_THEN: ({"if": "a", "then": "b"}, ("If a, then I will b",)),
}


@pytest.mark.parametrize("kind", SAID)
def test_an_answer_of_each_kind(kind):
    value, words = SAID[kind]
    assert said(Part("p", kind, options=OPTIONS), value, days=False) == words


def test_a_worded_scale_is_told_by_its_word():
    asked = Part("p", Kind.SCALE, points=("not", "a little"))
    assert said(asked, 2, days=False) == ("a little",)
    assert said(asked, 7, days=False) == ("7",)


def test_a_day_in_a_label_is_told_only_with_days():
    asked = Part("p", Kind.CHOICE, options=OPTIONS)
    assert said(asked, "day", days=False) == ("on …",)
    assert said(asked, "day", days=True) == ("on 3 May",)


@pytest.mark.parametrize("value", [{"a": "x", "b": ["y", "z"]}, ["x", "y", "z"]])
def test_an_answer_that_does_not_fit_is_told_as_it_stands(value):
    text = "\n".join(said(Part("p", Kind.TEXT), value, days=False))
    assert [one in text for one in "xyz"] == [True] * 3


def test_an_answer_without_its_question_by_its_kind():
    assert as_it_stands("*a*", "long") == ("a",)
    assert as_it_stands("*a*", "text") == ("*a*",)
    assert as_it_stands("2026-03-09", "date") == ("9 March 2026",)


def test_a_part_stands_behind_its_label_or_below_it():
    assert below_label("What fits", ("a",)) == ("What fits: a",)
    assert below_label("How? (a few words)", ("a", "b")) == ("How?", "a", "b")
    assert below_label("", ("a",)) == ("a",)
    assert below_label("What fits", ()) == ()


DAYS = ("3 March", "3 Mar 2026", "March 3, 2026", "3rd of May", "2026-03-03", "3.3.2026", "3/3/26")


@pytest.mark.parametrize("day", DAYS)
def test_exact_days_are_found_in_labels(day):
    assert without_days(f"How was it on {day}, then?") == "How was it on …, then?"


@pytest.mark.parametrize("text", ["In March", "6 of 10", "10–15", "2.5 hours", "3/4"])
def test_what_is_no_day_stays(text):
    assert not has_days(text)


def test_a_week_is_told_by_its_first_day():
    assert week_of(date(2026, 3, 12), 0) == "Week of 9 March 2026"
    assert week_of(date(2026, 3, 9), 0) == "Week of 9 March 2026"
    assert exact_day(date(2026, 3, 12)) == "12 March 2026"
