"""The form of a practice: what it holds comes back from the file that it makes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.own_practice import read_own
from ally_journal.domain.practice import Kind
from ally_journal.domain.practice_form import (
    KINDS,
    FormStep,
    PracticeForm,
    form_of,
    source_of,
    step_at,
)
from ally_journal.errors import PracticeFileError

FORM = PracticeForm(
    title="A thank-you",
    tagline="Say what you saw",
    closing="It counts.",
    steps=(
        FormStep("What did they do?", Kind.TEXT, help="One thing."),
        FormStep("How?", Kind.CHOICE, options=("in person", "other"), optional=True),
        FormStep("How sure?", Kind.SCALE, low="a guess", high="sure"),
        FormStep("When?", Kind.DATE),
    ),
)


def test_a_form_makes_a_practice_that_says_the_same():
    practice = read_own(source_of(FORM, ()))
    assert (practice.id, practice.title, practice.tagline) == ("my_a_thank_you", *_said(FORM))
    assert [step.kind for step in practice.steps] == [step.kind for step in FORM.steps]
    assert [option.label for option in practice.steps[1].options] == ["in person", "other"]
    assert practice.steps[1].optional
    assert (practice.steps[2].low, practice.steps[2].high) == ("a guess", "sure")


def _said(form):
    return form.title, form.tagline


def test_a_form_comes_back_from_its_file():
    back = form_of(source_of(FORM, ()))
    keys = [step.key for step in back.steps]
    assert keys == ["q1", "q2", "q3", "q4"]
    assert replace(back, id="", steps=tuple(replace(one, key="") for one in back.steps)) == FORM


def test_an_id_that_is_taken_gets_a_number():
    taken = {"my_a_thank_you", "my_a_thank_you_2"}
    assert read_own(source_of(FORM, taken)).id == "my_a_thank_you_3"


def test_a_name_without_latin_letters_gets_an_id_too():
    assert read_own(source_of(replace(FORM, title="感謝"), ())).id == "my_practice"


def test_id_and_keys_stay_when_questions_move():
    form = form_of(source_of(FORM, ()))
    moved = replace(form, title="Thanks", steps=(FormStep("New?"), *reversed(form.steps)))
    practice = read_own(source_of(moved, ()))
    assert practice.id == form.id
    assert [step.key for step in practice.steps] == ["q5", "q4", "q3", "q2", "q1"]


def test_without_a_last_line_a_plain_one_is_said():
    assert read_own(source_of(replace(FORM, closing=" "), ())).closing


def test_what_was_typed_for_another_kind_is_left_out():
    step = FormStep("How?", Kind.LONG, options=("a",), low="x", high="y")
    assert read_own(source_of(replace(FORM, steps=(step,)), ())).steps[0].options == ()


@pytest.mark.parametrize(
    "more",
    [
        'situation = "When it was kind."',
        '[[steps]]\nkey = "more"\nquestion = "?"\nkind = "people"',
        '[[steps]]\nkey = "more"\nquestion = "?"\nkind = "text"\nwhen = { q2 = "other" }',
        '[[steps]]\nkey = "more"\nquestion = "?"\nkind = "choice"\noptions = "cues"',
    ],
)
def test_a_file_that_holds_more_than_a_form_has_none(more):
    source = source_of(FORM, ())
    is_head = more.startswith("situation")
    assert form_of(f"{more}\n{source}" if is_head else source + more) is None


texts = st.text(max_size=60)
steps = st.builds(
    FormStep, texts, st.sampled_from(KINDS), texts, st.lists(texts, max_size=4).map(tuple), texts
)


@given(st.builds(PracticeForm, texts, texts, texts, st.lists(steps, max_size=13).map(tuple)))
def test_any_form_is_a_practice_or_refused_and_comes_back(form):
    source = source_of(form, ())
    try:
        read_own(source)
    except PracticeFileError:
        return
    if len(form.steps) <= 12:
        assert source_of(form_of(source), ()) == source


@pytest.mark.parametrize(
    ("place", "number"),
    [("steps.q2.options", 1), ("steps[3].help", 3), ("steps[99]", 3), ("steps.q9", None)],
)
def test_a_place_in_the_file_is_found_in_the_form(place, number):
    assert step_at(FORM, place) == number


def test_a_place_outside_the_questions_is_in_none():
    assert step_at(FORM, "title") is None
