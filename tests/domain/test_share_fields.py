"""The fields that a person ticks, and which of them every answer needs."""

import pytest

from ally_journal.domain.practice import Kind, Part, Practice, Step
from ally_journal.domain.practice_files import load_built_in, read_practice
from ally_journal.domain.share_fields import (
    DEFAULT_FIELDS,
    Field,
    field_of,
    goes,
    label,
    needed,
    needed_unknown,
    of_practice,
    parse,
)
from ally_journal.errors import PracticeFileError
from ally_journal.packet_errors import BadField
from ally_journal.sentences import sentence
from tests.domain.share_table import TABLE, written

LIBRARY = load_built_in()


def step(kind=Kind.TEXT, **more):
    return Step("key", "A question?", kind, **more)


def practice(*steps, **more):
    return Practice("id", 1, "Title", "", "Closing", steps, **more)


def test_the_table_that_people_review_is_what_the_practices_say():
    there = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert there == written(LIBRARY)


def test_every_answer_of_the_practices_names_its_field():
    for one in LIBRARY.all():
        for asked in one.steps:
            assert asked.share or asked.stays or asked.kind is Kind.NOTE, (one.id, asked.key)


def test_nothing_long_or_about_others_goes_by_default_but_what_was_learned():
    for one in LIBRARY.all():
        for asked in one.steps:
            if goes(needed(one, asked), DEFAULT_FIELDS):
                assert asked.kind not in {Kind.PEOPLE, Kind.SCALE, Kind.DATE}
                assert asked.kind is not Kind.LONG or asked.share == "learned"


def test_every_field_has_words_of_its_own():
    assert len({label(field) for field in Field}) == len(Field)


def test_fields_are_read_from_a_list():
    assert parse("learned, Story,") == {Field.LEARNED, Field.STORY}
    assert parse("default,notes") == DEFAULT_FIELDS | {Field.NOTES}
    assert parse("all") == frozenset(Field)
    assert parse("none") == parse("") == frozenset()


def test_a_field_that_is_not_there_is_told():
    with pytest.raises(BadField) as caught:
        parse("learned,charts")
    assert caught.value.name == "charts"
    assert "“charts”" in sentence(caught.value)


BY_KIND = {
    Kind.TEXT: Field.STORY,
    Kind.LONG: Field.STORY,
    Kind.CHOICE: Field.STORY,
    Kind.CHOICES: Field.STORY,
    Kind.LIST: Field.STORY,
    Kind.PEOPLE: Field.STORY,
    Kind.SCALE: Field.FEELINGS,
    Kind.DATE: Field.DATES,
    Kind.IF_THEN: Field.PLANS,
    Kind.NOTE: None,
}


@pytest.mark.parametrize("kind", Kind)
def test_without_a_field_the_kind_decides(kind):
    assert field_of(practice(), step(kind)) is BY_KIND[kind]


def test_a_plan_that_is_not_for_export_needs_the_story():
    assert field_of(practice(), step(Kind.IF_THEN, export=False)) is Field.STORY
    assert field_of(practice(export=False), step(Kind.IF_THEN)) is Field.STORY


def test_levels_and_days_need_their_own_fields_whatever_a_file_says():
    assert needed(practice(), step(Kind.SCALE, share="setup")) == {Field.SETUP, Field.FEELINGS}
    assert needed(practice(), step(Kind.DATE, share="plans")) == {Field.PLANS, Field.DATES}


def test_a_part_may_stand_below_another_field_than_its_step():
    whole = step(share="setup", parts=(Part("a", Kind.TEXT), Part("b", Kind.TEXT, share="part")))
    assert [field_of(practice(), whole, part) for part in whole.parts] == [Field.SETUP, Field.PART]


def test_a_practice_may_need_a_field_for_everything():
    assert needed(practice(share="needed"), step(share="setup")) == {Field.NEEDED, Field.SETUP}
    assert of_practice(practice(export=False)) == {Field.STORY}
    assert of_practice(practice()) == frozenset()


def test_what_stays_goes_with_no_field():
    assert needed(practice(), step(stays=True, share="learned")) is None
    assert not goes(None, frozenset(Field))


def test_an_answer_without_its_question_needs_the_story_and_what_its_kind_needs():
    assert needed_unknown("long") == {Field.STORY}
    assert needed_unknown("date") == {Field.STORY, Field.DATES}


@pytest.mark.parametrize("name", ["charts", "notes", "Learned"])
def test_a_file_with_another_field_is_refused(name):
    text = (
        'id = "mine"\ntitle = "Mine"\nclosing = "Kept."\n[[steps]]\n'
        f'key = "q"\nquestion = "What?"\nkind = "text"\nshare = "{name}"\n'
    )
    with pytest.raises(PracticeFileError) as caught:
        read_practice(text, "mine.toml")
    assert caught.value.key == "steps.q.share"
