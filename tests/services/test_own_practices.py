"""Own practices: kept with versions, walked like any other, gone without a trace where unused."""

import pytest

from ally_journal.changes import Change
from ally_journal.domain.practice import Kind
from ally_journal.domain.practice_files import load_built_in
from ally_journal.domain.practice_form import FormStep, PracticeForm
from ally_journal.errors import (
    PracticeFileError,
    SourceUnreadable,
    TargetExists,
    UnknownPractice,
)
from ally_journal.journal import Journal
from ally_journal.services import own_practices
from ally_journal.storage import settings_table

PASSPHRASE = "heron by the slow river"
SOURCE = """id = "thanks"
title = "A thank-you"
closing = "Said, it counts."
[[steps]]
key = "what"
question = "What did they do?"
kind = "text"
"""
NEWER = SOURCE.replace("did they do", "was it")


@pytest.fixture
def kept(journal):
    return journal.own_practices.keep(SOURCE)[0]


def only(journal):
    (one,) = journal.own_practices.all()
    return one


def test_a_kept_practice_is_in_the_library_and_can_be_written(journal, kept):
    assert journal.library.get("thanks").title == "A thank-you"
    entry, _change = journal.writing.write("thanks", {"what": "Held the door."})
    assert journal.reading.entry(entry.id).title == "Held the door."
    assert only(journal).entries == 1


def test_it_is_there_when_the_journal_is_opened_again(journal, kept, clock):
    folder = journal.folder
    journal.close()
    again = Journal.open(folder, PASSPHRASE, clock)
    assert again.library.get("thanks").version == 1
    again.close()


def test_a_check_keeps_nothing(journal):
    assert journal.own_practices.check(SOURCE).title == "A thank-you"
    assert journal.own_practices.all() == ()


def test_each_new_version_counts_up_and_the_same_again_does_not(journal, kept):
    again, change = journal.own_practices.keep(NEWER)
    assert (again.version, change) == (2, Change(practices=True))
    assert journal.own_practices.keep("# Mine.\n" + NEWER)[0].version == 2
    assert journal.own_practices.keep("version = 9\n" + SOURCE)[0].version == 9


def test_an_entry_keeps_the_question_it_was_written_with(journal, kept):
    entry, _change = journal.writing.write("thanks", {"what": "Held the door."})
    journal.own_practices.keep(NEWER)
    assert journal.reading.entry(entry.id).answers[0].question == "What did they do?"
    assert journal.reading.entry(entry.id).practice_version == 1
    assert journal.writing.edit(entry.id).answers == {"what": "Held the door."}


def test_the_id_of_a_practice_that_comes_with_the_program_is_taken(journal):
    with pytest.raises(PracticeFileError) as caught:
        journal.own_practices.keep(SOURCE.replace("thanks", "debrief"), "mine.toml")
    assert caught.value.key == "id"


def test_offers_that_lead_round_are_refused_and_nothing_is_kept(journal, kept):
    offer = '[[offers]]\npractice = "{}"\nlabel = "On"\n'
    journal.own_practices.keep(SOURCE + offer.format("second"))
    with pytest.raises(PracticeFileError):
        journal.own_practices.keep(SOURCE.replace("thanks", "second") + offer.format("thanks"))
    assert only(journal).id == "thanks"


def test_one_hundred_are_enough(journal, kept, monkeypatch):
    monkeypatch.setattr(own_practices, "MOST_OWN", 1)
    assert journal.own_practices.keep(NEWER)[0].version == 2
    with pytest.raises(PracticeFileError):
        journal.own_practices.keep(SOURCE.replace("thanks", "second"))


def test_what_was_never_used_is_gone_with_its_words(journal, kept):
    source, change = journal.own_practices.remove("thanks")
    assert change.practices
    assert "thanks" not in journal.library.practices
    with pytest.raises(UnknownPractice):
        journal.own_practices.source("thanks")
    journal.own_practices.keep(source)
    assert only(journal).practice is not None


def test_what_was_used_stays_out_of_sight_and_its_entries_can_be_edited(journal, kept):
    entry, _change = journal.writing.write("thanks", {"what": "Held the door."})
    journal.own_practices.remove("thanks")
    assert journal.own_practices.all() == ()
    assert "thanks" not in [one.id for one in journal.library.listed()]
    assert journal.writing.edit(entry.id).practice == "thanks"
    assert journal.own_practices.keep(NEWER)[0].version == 2


def test_what_is_not_there_cannot_be_removed(journal):
    with pytest.raises(UnknownPractice):
        journal.own_practices.remove("debrief")


def test_it_goes_out_as_a_file_and_comes_in_elsewhere(journal, kept, other, tmp_path):
    path = tmp_path / "thanks.toml"
    journal.own_practices.save(journal.own_practices.source("thanks"), path)
    with pytest.raises(TargetExists):
        journal.own_practices.save(SOURCE, path)
    other.own_practices.keep(other.own_practices.read(path), path.name)
    assert other.library.get("thanks").title == "A thank-you"


@pytest.mark.parametrize("name", ["missing.toml", ".", "bad\0name"])
def test_what_cannot_be_read_says_so(journal, tmp_path, name):
    with pytest.raises(SourceUnreadable):
        journal.own_practices.read(tmp_path / name)


def test_a_file_that_is_too_large_is_not_read_whole(journal, tmp_path):
    path = tmp_path / "large.toml"
    path.write_bytes(b"#" * 3_000_000)
    with pytest.raises(PracticeFileError):
        journal.own_practices.read(path)


def test_they_come_along_with_an_export_of_the_whole_journal(journal, kept, other, tmp_path):
    journal.carrying.export("json", tmp_path / "all.json")
    other.carrying.import_json(tmp_path / "all.json")
    assert other.library.get("thanks").title == "A thank-you"


def test_of_two_copies_the_newer_one_counts(journal, kept, other, tmp_path):
    other.own_practices.keep(SOURCE)
    other.own_practices.keep(NEWER)
    journal.carrying.export("json", tmp_path / "all.json")
    other.carrying.import_json(tmp_path / "all.json")
    assert only(other).version == 2


def test_one_that_is_not_right_any_more_says_why_and_the_rest_is_there(journal, kept, context):
    journal.own_practices.keep(SOURCE.replace("thanks", "second"))
    _write(context, "thanks", SOURCE.replace("closing", "clothing"))
    one, second = journal.own_practices.all()
    assert (one.practice, one.trouble.key) == (None, "clothing")
    assert second.practice.id == "second"


def test_one_whose_id_came_with_a_later_program_says_so(journal, kept, context):
    _write(context, "debrief", SOURCE.replace("thanks", "debrief"))
    assert only(journal).trouble.key == "id"
    assert journal.library.get("debrief") == load_built_in().get("debrief")


def test_a_row_that_names_another_practice_is_left_out(journal, kept, context):
    _write(context, "other", SOURCE)
    assert only(journal).practice is None


@pytest.fixture
def context(journal):
    return journal._context


def _write(context, practice, source):
    with context.vault.atomic() as tx:
        tx.run(
            "UPDATE own_practice SET practice = ?, source = ? WHERE practice = 'thanks'",
            (practice, source),
        )
    own_practices.read_library(context)


def test_what_is_half_written_waits_and_is_in_no_export(journal, tmp_path):
    form = PracticeForm(title="Half", steps=(FormStep("Wha", Kind.CHOICE, options=("a",)),))
    journal.own_practices.put_aside(form)
    assert journal.own_practices.unfinished() == form
    journal.carrying.export("json", tmp_path / "all.json")
    assert "Half" not in (tmp_path / "all.json").read_text("utf-8")
    journal.own_practices.put_aside(None)
    assert journal.own_practices.unfinished() is None


def test_each_practice_has_its_own_half_written_form(journal):
    new, changed = PracticeForm(title="New"), PracticeForm(title="Changed", id="thanks")
    journal.own_practices.put_aside(new)
    journal.own_practices.put_aside(changed, "thanks")
    assert journal.own_practices.all_unfinished() == {"": new, "thanks": changed}
    journal.own_practices.put_aside(None, "thanks")
    assert journal.own_practices.all_unfinished() == {"": new}


def test_of_many_half_written_ones_the_latest_wait(journal):
    for number in range(25):
        journal.own_practices.put_aside(PracticeForm(title="x"), f"p{number}")
    assert list(journal.own_practices.all_unfinished()) == [f"p{n}" for n in range(5, 25)]


def test_a_form_of_an_earlier_program_is_read(journal, context):
    with context.vault.atomic() as tx:
        settings_table.put(tx, "practice_unfinished", {"title": "Half"}, context.stamp())
    assert journal.own_practices.unfinished().title == "Half"


@pytest.mark.parametrize(
    "value",
    [3, "form", {"forms": 3}, {"forms": {"": 3}}, {"title": 3}, {"steps": [{"kind": "odd"}]}],
)
def test_what_is_no_form_is_none(journal, context, value):
    with context.vault.atomic() as tx:
        settings_table.put(tx, "practice_unfinished", value, context.stamp())
    assert journal.own_practices.unfinished() is None


def test_a_form_without_questions_gets_one(journal):
    journal.own_practices.put_aside(PracticeForm(title="Half", steps=()))
    assert len(journal.own_practices.unfinished().steps) == 1


def test_of_two_rows_the_one_that_is_not_removed_counts(journal, kept, other, tmp_path):
    other.own_practices.keep(SOURCE)
    other.writing.write("thanks", {"what": "Held the door."})
    other.own_practices.remove("thanks")
    other.carrying.export("json", tmp_path / "all.json")
    journal.carrying.import_json(tmp_path / "all.json")
    assert only(journal).practice.listed
