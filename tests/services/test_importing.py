from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ally_journal.domain.habit_import import Left
from ally_journal.errors import DiskFull, SourceUnreadable, UnknownFormat
from ally_journal.table_errors import TableMalformed
from tests.formats import loop_samples

DAYLIO = (
    "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
    '2026-03-05,March 5,Thursday,9:13 pm,good,"walk | reading",,Fern,"A new leaf"\n'
    '2026-03-04,March 4,Wednesday,08:00,meh,"Walk",,,\n'
)


@pytest.fixture
def loop(tmp_path):
    return loop_samples.archive(tmp_path, loop_samples.NEW)


@pytest.fixture
def daylio(tmp_path):
    path = tmp_path / "daylio.csv"
    path.write_text(DAYLIO)
    return path


def bring(journal, form, path, **how):
    return journal.importing.bring(journal.importing.read(form, path), **how)


def by_name(journal):
    return {view.habit.name: view for view in journal.habits.views(archived=True)}


def everything(journal, tmp_path, name):
    path = tmp_path / name
    journal.carrying.export("json", path)
    return path.read_text().split('"entries"', 1)[1]


def test_habits_come_in_with_marks_rests_and_schedules(journal, loop):
    bring(journal, "loop", loop)
    views = by_name(journal)
    fern = views["Water the fern"]
    assert fern.habit.schedule == "daily"
    assert fern.marks.done == {date(2026, 3, 1), date(2026, 3, 5)}
    assert fern.marks.rests == {date(2026, 3, 4)}
    assert views["Moss, stones"].habit.schedule == "3/week"
    assert views["Moss, stones"].habit.archived == date(2026, 2, 10)


def test_a_schedule_holds_from_the_first_mark_on(journal, loop):
    bring(journal, "loop", loop)
    assert by_name(journal)["Water the fern"].habit.schedules[0].since == date(2026, 3, 1)


def test_a_look_ahead_changes_nothing_and_says_what_comes(journal, loop, tmp_path):
    before = everything(journal, tmp_path, "before")
    plan = journal.importing.plan(journal.importing.read("loop", loop))
    assert everything(journal, tmp_path, "after") == before
    assert (plan.new_habits, plan.fresh, plan.there, plan.fresh_pages) == (4, 9, 0, 1)
    assert plan.span == (date(2026, 2, 10), date(2026, 3, 5))
    assert {one.what: one.number for one in plan.left}[Left.COLOURS] == 4


@pytest.mark.parametrize("form", ["loop", "daylio"])
def test_the_same_file_twice_changes_nothing(journal, form, tmp_path, request):
    path = request.getfixturevalue(form)
    bring(journal, form, path)
    before = everything(journal, tmp_path, "before")
    plan, _change = bring(journal, form, path)
    assert plan.is_empty
    assert everything(journal, tmp_path, "after") == before


def test_of_a_newer_export_only_the_new_days_are_told(journal, tmp_path):
    path = tmp_path / "Fern.csv"
    path.write_text("Date,Value\n2026-03-01,2\n")
    bring(journal, "loop", path)
    path.write_text("Date,Value\n2026-03-05,2\n2026-03-04,2\n2026-03-01,2\n")
    plan, _change = bring(journal, "loop", path)
    assert (plan.new_habits, plan.fresh, plan.there) == (0, 2, 1)
    assert plan.span == (date(2026, 3, 4), date(2026, 3, 5))


def test_a_habit_renamed_here_is_known_again(journal, loop):
    bring(journal, "loop", loop)
    fern = by_name(journal)["Water the fern"].habit
    journal.habits.rename(fern.id, "The fern")
    plan, _change = bring(journal, "loop", loop)
    assert plan.is_empty
    assert "Water the fern" not in by_name(journal)


def test_a_habit_of_the_same_name_takes_the_marks_and_keeps_its_own(journal, loop):
    own, _change = journal.habits.add("water the Fern", "3/week")
    journal.habits.rest(own.id, date(2026, 3, 5))
    plan, _change = bring(journal, "loop", loop)
    view = by_name(journal)["water the Fern"]
    assert view.habit.id == own.id
    assert view.habit.schedule == "3/week"
    assert view.marks.rests == {date(2026, 3, 4), date(2026, 3, 5)}
    assert view.marks.done == {date(2026, 3, 1)}
    assert (plan.habits[0].is_new, plan.habits[0].fresh, plan.habits[0].there) == (False, 2, 1)


def test_only_what_was_chosen_comes_in(journal, loop):
    incoming = journal.importing.read("loop", loop)
    chosen = [one.key for one in incoming.habits if one.name == "Coffee"]
    journal.importing.bring(incoming, chosen, pages=False)
    assert set(by_name(journal)) == {"Coffee"}
    assert journal.reading.count() == 0


def test_a_note_becomes_a_free_page_of_its_day(journal, daylio):
    _plan, change = bring(journal, "daylio", daylio)
    (entry_id,) = change.entries
    entry = journal.reading.entry(entry_id)
    assert (entry.practice, entry.title, entry.day) == ("free", "Fern", date(2026, 3, 5))
    assert (entry.created.hour, entry.created.minute) == (21, 13)
    assert {one.key: one.value for one in entry.answers}["page"] == "A new leaf\n\nMood: good"
    assert entry.origin == "imported Daylio"


def test_a_page_is_found_and_a_trashed_one_does_not_come_back(journal, daylio):
    bring(journal, "daylio", daylio)
    (found,) = journal.reading.find("leaf")
    journal.bin.move(found.id)
    bring(journal, "daylio", daylio)
    assert journal.reading.count() == 0


def test_activities_become_habits_one_for_both_spellings(journal, daylio):
    bring(journal, "daylio", daylio)
    views = by_name(journal)
    assert set(views) == {"walk", "reading"}
    assert views["walk"].marks.done == {date(2026, 3, 4), date(2026, 3, 5)}


def test_a_newer_export_brings_only_what_is_new(journal, daylio, clock):
    bring(journal, "daylio", daylio)
    row = '2026-03-06,March 6,Friday,10:00,good,"walk",,,\n'
    head, body = DAYLIO.split("\n", 1)
    daylio.write_text(f"{head}\n{row}{body}")
    plan, _change = bring(journal, "daylio", daylio)
    assert (plan.new_habits, plan.fresh, plan.there, plan.fresh_pages) == (0, 1, 3, 0)


def test_days_to_come_are_left_out(journal, tmp_path):
    path = tmp_path / "Checkmarks.csv"
    path.write_text("Date,Fern,\n2026-03-13,2,\n2026-03-12,2,\n")
    incoming = journal.importing.read("loop", path)
    assert incoming.habits[0].marks.done == {date(2026, 3, 12)}
    assert [(one.what, one.number) for one in incoming.left] == [(Left.FUTURE, 1)]


@pytest.mark.parametrize(
    ("form", "text", "place"),
    [
        ("loop", "Day,Fern\n2026-03-01,2\n", (1, "Date")),
        ("loop", "Date,Fern\n2026-03-01,2\nyesterday,2\n", (3, "Date")),
        ("loop", "Date,Fern,Moss\n2026-03-01,2,2\n2026-02-28,2,often\n", (3, "3")),
        ("daylio", "full_date,mood\n2026-03-01,good\n", (1, "activities")),
        ("daylio", DAYLIO + "soon,,,,,walk,,,\n", (4, "full_date")),
    ],
)
def test_a_file_that_does_not_fit_is_named_by_its_place_and_nothing_comes_in(
    journal, form, text, place, tmp_path
):
    path = tmp_path / "Checkmarks.csv"
    path.write_text(text)
    with pytest.raises(TableMalformed) as raised:
        bring(journal, form, path)
    assert (raised.value.file, raised.value.line, raised.value.column) == (path.name, *place)
    assert journal.habits.views() == ()


def test_what_is_not_there_is_said(journal, tmp_path):
    with pytest.raises(SourceUnreadable):
        journal.importing.read("loop", tmp_path / "none")
    with pytest.raises(UnknownFormat):
        journal.importing.read("excel", tmp_path)


def test_a_measured_habit_keeps_its_amounts(journal, loop):
    bring(journal, "loop", loop)
    view = by_name(journal)["Pages read"]
    assert (view.habit.goal, view.habit.target, view.habit.unit) == ("at-least", 20.0, "pages")
    assert view.marks.amounts == {date(2026, 3, 3): 1.5, date(2026, 3, 5): 25.0}


def test_one_measured_otherwise_is_another_habit(journal, loop):
    journal.habits.add("Pages read", "daily")
    bring(journal, "loop", loop)
    assert "Pages read (Loop Habit Tracker)" in by_name(journal)


NUMBERS = count()
VALUES = st.sampled_from(["2", "YES_MANUAL", "3", "SKIP", "0", "NO", "1", "-1", ""])
TABLES = st.dictionaries(
    st.dates(date(2025, 1, 1), date(2026, 3, 12)),
    st.tuples(VALUES, VALUES),
    min_size=1,
    max_size=20,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=TABLES, extra=TABLES)
def test_whatever_is_marked_comes_in_once(journal, tmp_path, made, extra):
    number = next(NUMBERS)
    names = [f"Fern {number}", f"Moss {number}"]
    path = tmp_path / "Checkmarks.csv"
    for rows in (made, extra | made):
        lines = [f"{day},{','.join(values)}," for day, values in sorted(rows.items(), reverse=True)]
        path.write_text(f"Date,{','.join(names)},\n" + "\n".join(lines))
        bring(journal, "loop", path)
        assert bring(journal, "loop", path)[0].is_empty
    views = by_name(journal)
    for place, name in enumerate(names):
        said = {day: values[place] for day, values in (extra | made).items()}
        marks = views[name].marks
        assert marks.done == {day for day, value in said.items() if value in {"2", "YES_MANUAL"}}
        assert marks.rests == {day for day, value in said.items() if value in {"3", "SKIP"}}


def test_a_failure_in_the_middle_leaves_nothing(journal, loop, monkeypatch):
    calls = []

    def fail(*_given):
        calls.append(1)
        if len(calls) == 3:
            raise DiskFull

    monkeypatch.setattr("ally_journal.storage.imported.add_marks", fail)
    with pytest.raises(DiskFull):
        bring(journal, "loop", loop)
    assert journal.habits.views(archived=True) == ()


def remove(journal, name):
    with journal._vault.atomic() as tx:
        tx.run("UPDATE habit SET removed = changed WHERE name = ?", (name,))


def test_what_was_removed_here_does_not_come_back_and_that_is_said(journal, loop):
    bring(journal, "loop", loop)
    remove(journal, "Water the fern")
    plan, _change = bring(journal, "loop", loop)
    assert {one.what: one.number for one in plan.left}[Left.REMOVED] == 1
    assert "Water the fern" not in {one.name for one in plan.habits}
    assert "Water the fern" not in by_name(journal)


def test_the_name_of_a_removed_habit_is_free(journal, loop):
    journal.habits.add("Water the fern", "daily")
    remove(journal, "Water the fern")
    bring(journal, "loop", loop)
    assert len(by_name(journal)["Water the fern"].marks.done) == 2


def test_rests_are_told_as_new_once(journal, loop):
    before, _change = bring(journal, "loop", loop)
    after = journal.importing.plan(journal.importing.read("loop", loop))
    assert (before.rests, before.rests_there) == (2, 0)
    assert (after.rests, after.rests_there) == (0, 2)


def test_a_habit_with_rest_ahead_alone_begins_today(journal, tmp_path):
    path = tmp_path / "Checkmarks.csv"
    path.write_text("Date,Value,Notes\n2026-03-20,SKIP,\n")
    bring(journal, "loop", path)
    (view,) = by_name(journal).values()
    assert view.habit.schedules[0].since == date(2026, 3, 12)
