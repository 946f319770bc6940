"""Names that stand in people answers and are nobody's name today."""

from dataclasses import replace

import pytest

from ally_journal.domain.entry import Answer
from ally_journal.domain.packet import Remark
from ally_journal.domain.person import Person
from ally_journal.formats.packet_json import packet_bytes
from ally_journal.services.strangers import is_stranger, names_of, stranger_id, strangers
from tests.services.sharing_samples import choice, debrief, sent


@pytest.fixture
def entry(journal):
    return debrief(journal)


def person(journal, name="Juniper"):
    return next(one for one in journal.people.all() if one.name == name)


def remove(journal):
    journal.people.remove(person(journal).id)


def rename(journal):
    journal.people.rename(person(journal).id, "Alder", keep_old=False)


def found(journal, entry, known=()):
    return [one.name for one in strangers([entry], journal.sharing._context.library, known)]


def test_all_of_a_people_answer_whom_nobody_is_called(journal, entry):
    known = names_of([Person("1", "Fern", aliases=("JUNIPER",))])
    assert found(journal, entry, known) == ["Larkspur"]
    assert found(journal, entry) == ["Juniper", "Larkspur"]


def test_what_cannot_be_a_name_is_none(journal, entry):
    odd = Answer("who", "Who?", "people", ["", "x" * 99, 7, "Wren"])
    assert found(journal, replace(entry, answers=(odd,))) == ["Wren"]
    for value in ("Wren", 7, {"moss": ["Wren"]}):
        other = replace(odd, kind="people" if value != {"moss": ["Wren"]} else "parts", value=value)
        assert found(journal, replace(entry, answers=(other,))) == []


def test_people_in_the_parts_of_an_answer_count(journal, entry):
    library = journal.sharing._context.library
    practice, step, part = next(
        (practice, step, part)
        for practice in library.all()
        for step in practice.steps
        for part in step.parts
        if part.kind == "people"
    )
    answer = Answer(step.key, step.question, step.kind.value, {part.key: ["Wren"]})
    assert found(journal, replace(entry, practice=practice.id, answers=(answer,))) == ["Wren"]


def test_an_id_is_the_same_for_all_spellings_and_says_no_name():
    assert stranger_id("Juniper") == stranger_id("JUNIPER ")
    assert "juniper" not in stranger_id("Juniper")
    assert is_stranger(stranger_id("Juniper"))


@pytest.mark.parametrize("change", [remove, rename])
def test_a_name_that_is_nobodys_today_stays_out_of_a_packet(journal, entry, tmp_path, change):
    change(journal)
    made = sent(journal, tmp_path, choice(entry.id))
    assert "Juniper" not in packet_bytes(made.preview.packet).decode()
    assert "juniper" not in str(journal._vault.rows("SELECT pseudonyms FROM sent")).casefold()


@pytest.mark.parametrize("change", [remove, rename])
def test_a_reply_says_the_name_that_stood_there(journal, entry, tmp_path, change):
    change(journal)
    made = sent(journal, tmp_path, choice(entry.id))
    label = next(one.label for one in made.preview.cast.known if one.names[0] == "Juniper")
    (note,) = journal.receiving.look(made.reply(Remark("", f"And {label}?"))).notes
    assert note.text == "And Juniper?"


@pytest.mark.parametrize("change", [remove, rename])
@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
def test_a_name_that_is_nobodys_today_stays_out_of_an_export(
    journal, entry, tmp_path, change, form
):
    change(journal)
    journal.carrying.export(form, tmp_path / "out", redact=True)
    told = (tmp_path / "out").read_text()
    assert "Juniper" not in told
    assert "Person A" in told
