from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.habit import Goal
from ally_journal.domain.habit_import import MOST_HABITS, Left
from ally_journal.formats.loop_csv import read_loop
from ally_journal.formats.loop_import import loop_incoming
from ally_journal.formats.loop_values import Column, Said, value_of
from ally_journal.table_errors import TableMalformed
from tests.formats.loop_samples import HEADS, NEW, OLD, OLD_HEADS, WIDE, archive, unpacked

TODAY = date(2026, 3, 12)


def march(*days):
    return {date(2026, 3, day) for day in days}


def habits(path):
    return {one.name: one for one in loop_incoming(path, TODAY).habits}


def written(folder, text, name="Checkmarks.csv"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def refused(path):
    with pytest.raises(TableMalformed) as raised:
        loop_incoming(path, TODAY)
    return raised.value.line, raised.value.column, raised.value.reason


def test_an_archive_and_its_folder_bring_the_same(tmp_path):
    assert loop_incoming(archive(tmp_path, NEW), TODAY) == loop_incoming(
        unpacked(tmp_path, NEW), TODAY
    )


def test_marks_rests_and_notes_are_read_and_automatic_ones_left_out(tmp_path):
    incoming = loop_incoming(archive(tmp_path, NEW), TODAY)
    fern = incoming.habits[0]
    assert (fern.marks.done, fern.marks.rests) == (march(1, 5), march(4))
    assert [(one.day, one.title, one.text) for one in incoming.pages] == [
        (date(2026, 3, 1), "Water the fern", "New leaves,\nthree of them")
    ]
    assert {one.what: one.number for one in incoming.left}[Left.AUTO] == 1


def test_measured_habits_have_amounts_a_goal_and_a_unit(tmp_path):
    found = habits(archive(tmp_path, NEW))
    pages, coffee = found["Pages read"], found["Coffee"]
    assert pages.marks.amounts == {date(2026, 3, 5): 25.0, date(2026, 3, 3): 1.5}
    assert (pages.goal, pages.target, pages.unit) == (Goal.AT_LEAST, 20.0, "pages")
    assert pages.marks.rests == march(2)
    assert coffee.goal is Goal.AT_MOST
    assert coffee.marks.amounts == {date(2026, 3, 1): 3.0, date(2026, 3, 2): 0.0}


def test_what_was_put_away_comes_in_so(tmp_path):
    found = habits(archive(tmp_path, NEW))
    assert [name for name, one in found.items() if one.is_archived] == ["Moss, stones"]


def test_an_old_export_without_heads_is_read(tmp_path):
    found = habits(archive(tmp_path, OLD))
    assert found["Water the fern"].marks.done == march(1, 3)
    assert (found["Swim"].marks.done, found["Swim"].marks.rests) == (march(1), march(3))
    assert found["Swim"].schedule.text == "1/week"


def test_all_habits_in_one_table_are_read(tmp_path):
    found = habits(written(tmp_path, WIDE))
    assert found["Water the fern"].marks.done == march(1, 3)
    assert found["Pages read"].marks.amounts == {date(2026, 3, 1): 8.0, date(2026, 3, 3): 12.0}
    assert found["Pages read"].target == 8.0


def test_the_name_of_the_file_does_not_matter(tmp_path):
    assert (
        habits(written(tmp_path, WIDE, "mine.csv")).keys() == habits(written(tmp_path, WIDE)).keys()
    )
    assert set(habits(written(tmp_path, "Date,Value\n2026-03-01,2\n", "Fern.csv"))) == {"Fern"}


def test_a_table_of_one_habit_is_named_for_its_folder(tmp_path):
    path = written(tmp_path, "Date,Value,Notes\n2026-03-01,2,\n", "007 Moss/Checkmarks.csv")
    assert set(habits(path)) == {"Moss"}


def test_a_list_of_habits_alone_brings_habits_without_marks(tmp_path):
    found = habits(written(tmp_path, NEW["Habits.csv"], "Habits.csv"))
    assert len(found) == 4
    assert not any(one.days for one in found.values())


def test_a_name_with_a_comma_is_put_together(tmp_path):
    only = {place: NEW[place] for place in ("Habits.csv", "Checkmarks.csv")}
    found = habits(archive(tmp_path, only))
    assert set(found) == {"Water the fern", "Pages read", "Moss, stones", "Coffee"}
    assert found["Pages read"].marks.amounts == {date(2026, 3, 5): 25.0}


def test_a_name_with_a_comma_that_cannot_be_is_refused(tmp_path):
    text = "Date,Moss,stones,Fern,\n2026-03-01,2,2,\n"
    assert refused(written(tmp_path, text)) == (1, "", "heads")


@pytest.mark.parametrize("end", ["2026-03-01,2\n2026-02-28,2,9000", "2026-03-01,2\n"])
def test_a_short_row_or_an_open_end_alone_is_no_harm(end, tmp_path):
    path = written(tmp_path, f"Date,Fern,Pages\n2026-03-02,2,8000\n{end}")
    assert march(1, 2) <= habits(path)["Fern"].marks.done


def test_a_name_with_a_comma_and_a_space_needs_no_list(tmp_path):
    text = "Date,Moss, stones,Fern,\n2026-03-01,2,0,\n"
    assert {name: one.marks.done for name, one in habits(written(tmp_path, text)).items()} == {
        "Moss, stones": march(1),
        "Fern": set(),
    }


def test_the_records_of_one_version_are_read_as_values(tmp_path):
    rows = {"2026-03-02": (2, 3, 8000), "2026-03-01": (1, 2, -1)}
    text = "Date,Fern,Swim, then rest,Pages,\n" + "".join(
        f"{day},{','.join(f'Entry(timestamp={day}, value={one})' for one in row)},\n"
        for day, row in rows.items()
    )
    found = habits(written(tmp_path, text))
    assert found["Fern"].marks.done == march(2)
    assert found["Swim, then rest"].marks.rests == march(2)
    assert found["Pages"].marks.amounts == {date(2026, 3, 2): 8.0}


def test_an_old_habit_that_was_never_marked_has_an_empty_table(tmp_path):
    files = OLD | {"002 Swim/Checkmarks.csv": ""}
    found = habits(archive(tmp_path, files))
    assert (len(found["Water the fern"].days), found["Swim"].days) == (2, set())


def test_a_lone_table_is_named_for_what_holds_it(tmp_path):
    files = {"Checkmarks.csv": "Date,Value,Notes\n2026-03-01,YES_MANUAL,\n"}
    assert set(habits(archive(tmp_path, files, "Fern.zip"))) == {"Fern"}
    assert set(habits(unpacked(tmp_path, files))) == {"Loop"}


def test_two_habits_of_one_name_stay_two(tmp_path):
    text = "Date,Fern,Fern,\n2026-03-01,2,0,\n2026-03-02,0,2,\n"
    found = habits(written(tmp_path, text))
    assert {name: one.marks.done for name, one in found.items()} == {
        "Fern": march(1),
        "Fern (2)": march(2),
    }
    assert len({one.key for one in found.values()}) == 2


def test_a_long_name_is_cut_and_said(tmp_path):
    incoming = loop_incoming(written(tmp_path, f"Date,{'x' * 100}\n2026-03-01,2\n"), TODAY)
    assert len(incoming.habits[0].name) == 80
    assert (incoming.left[0].what, incoming.left[0].number) == (Left.NAMES, 1)


def test_what_a_spreadsheet_made_of_it_is_read(tmp_path):
    text = "\ufeffDate;Fern;Pages\r\n05.03.2026;2;2500,0\r\n04.03.2026;YES_MANUAL;\r\n"
    found = habits(written(tmp_path, text))
    assert found["Fern"].marks.done == march(4, 5)
    assert found["Pages"].marks.amounts == {date(2026, 3, 5): 2.5}


def test_amounts_with_fractions_are_not_thousandths(tmp_path):
    found = habits(written(tmp_path, "Date,Run\n2026-03-01,2.5\n2026-03-02,7\n"))
    assert found["Run"].marks.amounts == {date(2026, 3, 1): 2.5, date(2026, 3, 2): 7.0}


def test_what_is_too_large_or_too_long_is_brought_within_bounds(tmp_path):
    heads = HEADS + f"001,Run,NUMERICAL,{'why ' * 80},,1,7,,{'steps ' * 9},AT_LEAST,1e9,false\n"
    files = {"Habits.csv": heads, "001 Run/Checkmarks.csv": "2026-03-01,9999999999\n"}
    incoming = loop_incoming(archive(tmp_path, files), TODAY)
    (run,) = incoming.habits
    assert (run.marks.done, run.marks.amounts, run.target) == (march(1), {}, 1.0)
    assert (len(run.question) <= 200, len(run.unit) <= 24) == (True, True)
    assert {one.what for one in incoming.left} == {Left.AMOUNTS, Left.SPANS, Left.TARGETS}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (0, "", "empty")),
        ("Day,Fern\n2026-03-01,2\n", (1, "Date", "no-column")),
        ("full_date,mood\n2026-03-01,good\n", (1, "Date", "no-column")),
        ("Date\n2026-03-01\n", (1, "", "no-habits")),
        ("Date,Fern\n2026-03-01,perhaps\n", (2, "2", "not-a-value")),
        ("Date,Fern\n2026-03-01,2,2\n", (2, "3", "no-head")),
        ("Date,Fern\n2026-02-30,2\n", (2, "Date", "not-a-day")),
        ("Date,Fern,Pages,\n2026-03-02,2,8000,\n2026-03-01,2", (3, "", "cut-off")),
        ("Date,Value\n2026-03-01,2\n\n,2\n", (4, "Date", "not-a-day")),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(text, place, tmp_path):
    assert refused(written(tmp_path, text)) == place


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("001,,YES_NO,,,1,1,,,,,false", "Name"),
        ("001,Fern,YES_NO,,,often,1,,,,,false", "FrequencyNumerator"),
        ("001,Fern,YES_NO,,,1,-7,,,,,false", "FrequencyDenominator"),
        ("x,Fern,YES_NO,,,1,1,,,,,false", "Position"),
        ("001,Fern,NUMERICAL,,,1,1,,,AT_LEAST,much,false", "Target Value"),
    ],
)
def test_a_list_of_habits_is_refused_with_line_and_column(row, column, tmp_path):
    path = written(tmp_path, HEADS + row + "\n", "Habits.csv")
    assert refused(path)[:2] == (2, column)


def test_a_list_without_a_schedule_is_another_table(tmp_path):
    assert refused(written(tmp_path, "Name,Color\nFern,1\n", "Habits.csv")) == (
        1,
        "NumRepetitions",
        "no-column",
    )


def test_scores_alone_hold_no_marks(tmp_path):
    assert refused(written(tmp_path, "Date,Score\n2026-03-01,0.1\n", "Scores.csv")) == (
        0,
        "",
        "only-scores",
    )


def test_an_archive_of_other_things_is_refused(tmp_path):
    assert refused(archive(tmp_path, {"a.csv": "a,b\n", "b.csv": "a,b\n"}))[2] == "no-tables"
    assert refused(archive(tmp_path, {"a.md": "a"}))[2] == "no-tables"


def test_an_old_list_of_habits_finds_its_columns(tmp_path):
    path = written(tmp_path, OLD_HEADS + "001,Fern,Did you?,calm,3,7,#FF0000\n", "Habits.csv")
    (found,) = read_loop(path).habits
    listed = found.listed
    assert (listed.times, listed.days, listed.question) == (3, 7, "Did you?")
    assert listed.is_measured is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("YES_MANUAL", Said.DONE), ("yes_manual", Said.DONE), ("SKIP", Said.SKIP), ("NO", Said.NO),
        ("UNKNOWN", Said.NOTHING), ("", Said.NOTHING), (" ", Said.NOTHING), ("2", 2.0),
        ("2.0", 2.0), ("2500", 2500.0), ("-1", Said.NOTHING), ("nan", None), ("inf", None),
        ("maybe", None), ("1e9", None), ("٣", None),
    ],
)  # fmt: skip
def test_a_value_is_a_name_or_a_number(text, value):
    assert value_of(text) == value


@given(st.dictionaries(st.dates(), st.sampled_from(["-1", "0", "1", "2", "3", "NO", "SKIP"])))
def test_a_habit_of_yes_and_no_is_known_as_one(values):
    column = Column()
    for day, text in values.items():
        column.take(day, value_of(text))
    assert not column.looks_measured
    marks, _auto = column.marks()
    assert marks.done == {day for day, text in values.items() if text == "2"}
    assert marks.rests == {day for day, text in values.items() if text in {"3", "SKIP"}}


def test_more_habits_than_a_journal_takes_are_refused(tmp_path):
    rows = "".join(f"{n},Moss {n},,,1,1,\n" for n in range(1, MOST_HABITS + 2))
    assert refused(written(tmp_path, OLD_HEADS + rows, "Habits.csv")) == (0, "", "too-many-habits")


def test_a_note_of_today_comes_in_and_the_same_one_once(tmp_path):
    row = "2026-03-12,YES_MANUAL,New leaves\n"
    path = written(tmp_path, "Date,Value,Notes\n" + row + row + row.replace("12", "13"))
    found = loop_incoming(path, TODAY)
    assert [(one.day, one.text) for one in found.pages] == [(TODAY, "New leaves")]


def test_days_to_come_do_not_thin_out_how_often_it_was_marked(tmp_path):
    rows = "".join(f"2026-03-{day:02},YES_MANUAL,\n" for day in range(1, 13))
    path = written(tmp_path, "Date,Value,Notes\n" + rows + "2027-03-12,NO,\n")
    (found,) = loop_incoming(path, TODAY).habits
    assert found.schedule.text == "daily"


def test_at_least_nothing_is_no_goal_and_a_day_alone_is_no_span(tmp_path):
    heads = HEADS + "001,Pages read,NUMERICAL,,,1,1,,pages,AT_LEAST,0,false\n"
    values = "Date,Value,Notes\n2026-03-05,25000,\n"
    found = loop_incoming(
        archive(tmp_path, {"Habits.csv": heads, "001 Pages read/Checkmarks.csv": values}), TODAY
    )
    assert found.habits[0].target == 25
    assert {one.what for one in found.left} == {Left.TARGETS}
