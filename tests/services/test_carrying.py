from __future__ import annotations

import json
import stat
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ally_journal.domain.promise import PromiseState
from ally_journal.errors import (
    SourceMalformed,
    TargetExists,
    UnknownEntry,
    UnknownFormat,
)
from ally_journal.journal import Journal
from ally_journal.storage.keys import KdfCost


def fill(journal):
    """A journal with something of everything that can be made so far."""
    journal.habits.add("Check-in", "3/week", ("checkin",))
    journal.settings.change(called="Sam")
    answers = {"role": "I saw it", "facts": "A *call*", "who": ["Wren", "Fern"]}
    entry, _ = journal.writing.write("debrief", answers)
    journal.writing.keep(replace(journal.writing.edit(entry.id), title="The call"))
    journal.writing.add_note(entry.id, "Later")
    journal.writing.set_tags(entry.id, ("work",))
    journal.writing.write("checkin", {"feel": ["calm"]})
    journal.writing.write(
        "plan", {"wish": "Wait", "ifthen": {"if": "a", "then": "b"}, "due": "2026-03-14"}
    )
    journal.promises.settle(journal.promises.all()[0].id, PromiseState.DONE)
    journal.promises.add_inbox("catch", {"what": "tonight"})
    journal.habits.pause(None, journal.today(), journal.today(), "leave")
    draft = replace(journal.writing.begin("catch"), answers={"what": "half"})
    journal.writing.save_draft(draft)
    gone, _ = journal.writing.write("catch", {"what": "thrown away"})
    journal.bin.move(gone.id)
    return entry


def exported(journal, path):
    journal.carrying.export("json", path)
    whole = json.loads(path.read_text())
    del whole["exported"]
    return whole


def test_json_out_and_in_gives_an_equal_journal(journal, other, tmp_path):
    entry = fill(journal)
    before = exported(journal, tmp_path / "one.json")
    other.carrying.import_json(tmp_path / "one.json")
    assert exported(other, tmp_path / "two.json") == before
    assert other.reading.entry(entry.id) == journal.reading.entry(entry.id)
    assert other.reading.find("later")[0].id == entry.id
    assert other.habits.views() == journal.habits.views()
    assert other.promises.all(open_only=False) == journal.promises.all(open_only=False)
    assert other.settings.all() == journal.settings.all()


def test_bringing_the_same_file_in_twice_changes_nothing(journal, tmp_path):
    fill(journal)
    before = exported(journal, tmp_path / "one.json")
    imported, _ = journal.carrying.import_json(tmp_path / "one.json")
    assert imported.added == {}
    assert exported(journal, tmp_path / "two.json") == before


def test_a_dry_run_says_what_would_come_and_changes_nothing(journal, other, tmp_path):
    fill(journal)
    journal.carrying.export("json", tmp_path / "one.json")
    imported, change = other.carrying.import_json(tmp_path / "one.json", dry_run=True)
    assert imported.added["entries"] == 5
    assert not change.everything
    assert other.reading.count() == 0


def test_people_and_habits_of_the_same_name_become_one(journal, other, tmp_path):
    fill(journal)
    other.people.add("wren")
    other.habits.add("Check-in", "daily")
    journal.carrying.export("json", tmp_path / "one.json")
    other.carrying.import_json(tmp_path / "one.json")
    assert [one.name for one in other.people.all()] == ["Fern", "wren"]
    assert len({one.pseudonym for one in other.people.all()}) == 2
    (view,) = other.habits.views()
    assert view.habit.schedule == "daily"
    assert view.marks.done == {other.today()}
    assert other.reading.count("person:Wren") == 1


def test_chosen_entries_take_only_what_is_theirs(journal, tmp_path):
    fill(journal)
    journal.carrying.export("json", tmp_path / "one.json", query="practice:debrief")
    held = json.loads((tmp_path / "one.json").read_text())
    assert [one["practice"] for one in held["entries"]] == ["debrief"]
    assert len(held["people"]) == 2
    assert not held["settings"]
    assert not held["habits"]


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_an_export_to_read_holds_exactly_the_chosen_entries(journal, tmp_path, form):
    entry = fill(journal)
    journal.carrying.export(form, tmp_path / "out", ids=[entry.id])
    text = (tmp_path / "out").read_text()
    assert "The call" in text
    assert "thrown away" not in text
    assert "half" not in text
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o600


def test_wrong_targets_and_forms_are_refused(journal, tmp_path):
    fill(journal)
    (tmp_path / "there").write_text("mine")
    with pytest.raises(TargetExists):
        journal.carrying.export("markdown", tmp_path / "there")
    assert (tmp_path / "there").read_text() == "mine"
    with pytest.raises(UnknownFormat):
        journal.carrying.export("scroll", tmp_path / "x")
    with pytest.raises(UnknownEntry):
        journal.carrying.export("json", tmp_path / "x", ids=["nothing"])


def test_a_malformed_file_brings_nothing_in(journal, tmp_path):
    (tmp_path / "bad.json").write_text('{"format": "ally-journal", "version": 1, "entries": [{}]}')
    with pytest.raises(SourceMalformed):
        journal.carrying.import_json(tmp_path / "bad.json")
    assert journal.reading.count() == 0


TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=60)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(TEXT, st.lists(TEXT, max_size=3), st.integers(0, 400)), max_size=4))
def test_whatever_is_written_comes_back_equal(tmp_path_factory, clock, rows):

    folder = tmp_path_factory.mktemp("pair")
    one, _ = Journal.create(folder / "one", "heron", clock, KdfCost(19_456, 1, 1))
    two, _ = Journal.create(folder / "two", "heron", clock, KdfCost(19_456, 1, 1))
    for text, tags, days in rows:
        moment = clock.now().replace(year=2024) if days > 200 else None
        entry, _ = one.writing.write("free", {"page": text}, at=moment)
        one.writing.set_tags(entry.id, tuple(tags))
    before = exported(one, folder / "one.json")
    two.carrying.import_json(folder / "one.json")
    assert exported(two, folder / "two.json") == before
    one.close()
    two.close()


def test_what_belongs_to_a_habit_of_the_same_name_comes_to_the_one_that_is_here(
    journal, other, tmp_path
):
    made, _ = journal.habits.add("Read", "daily")
    journal.habits.mark(made.id, date(2026, 3, 10))
    journal.habits.pause(made.id, date(2026, 3, 11), date(2026, 3, 12))
    path = tmp_path / "out.json"
    exported(journal, path)
    here, _ = other.habits.add("read", "daily")
    other.carrying.import_json(path)
    marks = other.habits.view(here.id).marks
    assert (len(marks.done), len(marks.pauses)) == (1, 1)
    other.habits.rename(here.id, "Walk")
    other.carrying.import_json(path)
    assert other.habits.view(made.id).marks.done == marks.done
