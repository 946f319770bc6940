"""What goes out, in every format: nothing told in confidence, and no name where they go."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from ally_journal.domain.entry import Sensitivity
from ally_journal.errors import SourceMalformed
from ally_journal.formats.outgoing_text import pieces_of
from ally_journal.packet_errors import LeakFound
from ally_journal.paper_errors import ToldInConfidence
from ally_journal.services import redacting
from ally_journal.services.carrying import FORMATS, Order
from ally_journal.storage import lists

SECRET = "MARMALADE"


@pytest.fixture
def entry(journal):
    """An entry with people in everything that it has, and one told in confidence beside it."""
    journal.people.add("Juniper Stone")
    journal.people.set_aliases(journal.people.all()[0].id, ("June",))
    answers = {
        "role": "I saw it",
        "facts": "I told **Juniper’s** team, see https://example.org/x and j.stone@example.org",
        "who": ["Juniper Stone"],
    }
    made, _ = journal.writing.write("debrief", answers)
    journal.writing.keep(replace(journal.writing.edit(made.id), title="June in the meeting"))
    journal.writing.add_note(made.id, "Stone came by later")
    journal.writing.set_tags(made.id, ("juniper",))
    journal.sharing.set_words(("Acme",))
    journal.writing.write("free", {"page": "Nobody at ACME asked."})
    own = journal.writing.write("plan", {
        "wish": SECRET, "ifthen": {"if": SECRET, "then": SECRET}, "due": "2026-03-14",
    })[0]  # fmt: skip
    journal.writing.set_sensitivity(own.id, Sensitivity.NEVER)
    return made


def text_of(form, path):
    return "\n".join(text for _place, text in pieces_of(form, path.read_bytes()))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("redact", [False, True])
def test_what_was_told_in_confidence_stays_and_is_counted(journal, entry, tmp_path, form, redact):
    done = journal.carrying.export(form, tmp_path / "out", redact=redact)
    assert (done.entries, done.left_out) == (2, 1)
    assert SECRET not in text_of(form, tmp_path / "out")
    assert SECRET.encode() not in (tmp_path / "out").read_bytes()


@pytest.mark.parametrize("form", FORMATS)
def test_names_are_taken_out_of_everything(journal, entry, tmp_path, form):
    journal.carrying.export(form, tmp_path / "out", redact=True)
    text = text_of(form, tmp_path / "out").casefold()
    for name in ("juniper", "stone", "june", "acme", "example.org"):
        assert name not in text
    assert text.count("person a") >= 5
    assert "█████" in text


@pytest.mark.parametrize("form", FORMATS)
def test_without_the_wish_names_stay(journal, entry, tmp_path, form):
    journal.carrying.export(form, tmp_path / "out")
    assert "June in the meeting" in text_of(form, tmp_path / "out")


@pytest.mark.parametrize("form", FORMATS)
def test_a_misspelt_name_stops_the_export_with_its_place(journal, entry, tmp_path, form):
    journal.writing.write("free", {"page": "Junipar was there."})
    with pytest.raises(LeakFound) as stopped:
        journal.carrying.export(form, tmp_path / "out", redact=True)
    assert any(place.startswith("entry 3") for place in stopped.value.places)
    assert "Junipar" not in str(stopped.value)
    assert not list(tmp_path.glob("*out*")) + list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("form", FORMATS)
def test_a_word_that_was_looked_at_is_let_through(journal, entry, tmp_path, form):
    journal.writing.write("free", {"page": "Junipar was there."})
    journal.carrying.export(form, tmp_path / "out", redact=True, allowed=["junipar"])
    assert "Junipar" in text_of(form, tmp_path / "out")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("hidden", ["Ju**nip**er", "Ju&#110;iper", "Juni<b>per</b>", "J&#46;S."])
def test_a_name_that_hides_behind_markup_is_taken_out(journal, entry, tmp_path, form, hidden):
    journal.writing.write("free", {"page": f"Then {hidden} was *there*."})
    journal.carrying.export(form, tmp_path / "out", redact=True)
    text = text_of(form, tmp_path / "out")
    assert "juniper" not in text.casefold()
    assert "Then Person A" in text


def test_somebody_who_is_there_behind_markup_only_has_a_letter(journal, tmp_path):
    journal.people.add("Wren")
    journal.writing.write("free", {"page": "Then W&#114;en left, and *so did we*."})
    journal.carrying.export("markdown", tmp_path / "out", redact=True)
    assert "Then Person A left, and so did we." in (tmp_path / "out").read_text()


def test_a_name_in_the_name_of_the_file_stops_the_export(journal, entry, tmp_path):
    with pytest.raises(LeakFound) as stopped:
        journal.carrying.export("html", tmp_path / "juniper.html", redact=True)
    assert stopped.value.places == ("the file’s name",)
    assert not (tmp_path / "juniper.html").exists()


def test_one_told_in_confidence_cannot_be_asked_for(journal, entry, tmp_path):
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    for form in FORMATS:
        with pytest.raises(ToldInConfidence):
            journal.carrying.export(form, tmp_path / "out", ids=[entry.id])
    with pytest.raises(ToldInConfidence):
        journal.carrying.to_print(entry.id)
    assert not (tmp_path / "out").exists()


def test_a_page_to_print_holds_the_entry(journal, entry):
    assert "June in the meeting" in journal.carrying.to_print(entry.id)


def test_a_redacted_json_holds_no_ids_and_cannot_come_back(journal, entry, tmp_path):
    journal.carrying.export("json", tmp_path / "out", redact=True)
    held = json.loads((tmp_path / "out").read_text())
    assert held["format"] == "ally-journal-redacted"
    assert entry.id not in (tmp_path / "out").read_text()
    with pytest.raises(SourceMalformed):
        journal.carrying.import_json(tmp_path / "out")


def test_a_whole_journal_without_what_was_told_in_confidence_comes_back(
    journal, other, entry, tmp_path
):
    journal.carrying.export("json", tmp_path / "out")
    other.carrying.import_json(tmp_path / "out")
    assert other.reading.entry(entry.id) == journal.reading.entry(entry.id)
    assert other.reading.count() == journal.reading.count() - 1
    assert not other.promises.all()


def test_a_draft_that_edits_what_was_told_in_confidence_stays_too(journal, entry, tmp_path):
    draft = replace(journal.writing.edit(entry.id), answers={"facts": SECRET})
    journal.writing.save_draft(draft)
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    journal.carrying.export("json", tmp_path / "out")
    assert SECRET not in (tmp_path / "out").read_text()


def test_what_was_put_off_carries_nothing_told_in_confidence(journal, entry, tmp_path):
    plan = journal.reading.entry(journal.reading.find(SECRET)[0].id)
    kept = {"facts": "Moss.", "number": 1}
    for said in (SECRET, {"if": SECRET, "then": SECRET}):
        journal.promises.add_inbox("debrief", {"told": said} | kept)
    journal.writing.keep(replace(journal.writing.edit(plan.id), answers={"wish": "Ivy."}))
    journal.carrying.export("json", tmp_path / "out")
    told = json.loads((tmp_path / "out").read_text())
    assert SECRET not in json.dumps(told)
    assert [one["carry"] for one in told["inbox"]] == [kept, kept]
    assert SECRET in json.dumps(journal.promises.inbox())


def test_what_it_put_on_a_list_stays_with_it(journal, entry, tmp_path):
    journal.lists.add("values", "Moss")
    with journal._vault.atomic() as tx:
        stamp = journal.lists._context.stamp()
        lists.append(tx, "values", SECRET, {"entry": entry.id, "step": "facts"}, stamp)
    journal.carrying.export("json", tmp_path / "before")
    assert SECRET in (tmp_path / "before").read_text()
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    journal.carrying.export("json", tmp_path / "out")
    told = json.loads((tmp_path / "out").read_text())["list_items"]
    assert {one["text"] for one in told} == {"Moss", "Acme"}


def test_an_export_a_step_at_a_time_comes_to_the_same(journal, entry, tmp_path):
    task = journal.carrying.exporting(Order("markdown", tmp_path / "steps"))
    assert not (tmp_path / "steps").exists()
    while not task.step():
        pass
    assert task.result().entries == 2
    journal.carrying.export("markdown", tmp_path / "once")
    assert (tmp_path / "steps").read_bytes() == (tmp_path / "once").read_bytes()


def test_one_marked_while_an_export_is_made_stays(journal, entry, tmp_path):
    task = journal.carrying.exporting(Order("markdown", tmp_path / "out"))
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    while not task.step():
        pass
    assert "June" not in (tmp_path / "out").read_text()


def test_one_marked_between_two_readings_stays(journal, entry, tmp_path):
    task = journal.carrying.exporting(Order("csv", tmp_path / "out"))
    next(task._steps)
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    while not task.step():
        pass
    assert "June" not in (tmp_path / "out").read_text()


def test_promises_go_out_without_names(journal, entry, tmp_path):
    own = {"wish": "Ask June", "ifthen": {"if": "June asks", "then": "thank Juniper"}}
    journal.writing.write("plan", own | {"due": "2026-03-14"})
    journal.carrying.export("json", tmp_path / "out", redact=True)
    told = json.loads((tmp_path / "out").read_text())["entries"]
    assert [one["text"] for row in told for one in row.get("promises", ())]
    assert "june" not in json.dumps(told).casefold()


def test_a_name_on_two_lines_is_found_where_a_long_text_is_divided():
    lines = [f"{number} {'moss ' * 1500}" for number in range(9)]
    portions = [one.split("\n") for one in redacting._portions("\n".join(lines))]
    assert len(portions) > 2
    assert all(one[-1] == after[0] for one, after in pairwise(portions))
    assert [*portions[0], *(line for one in portions[1:] for line in one[1:])] == lines


def test_what_goes_and_what_stays_is_told_beforehand(journal, entry):
    assert journal.carrying.going() == journal.carrying.going("")
    assert (journal.carrying.going().entries, journal.carrying.going().left_out) == (2, 1)
