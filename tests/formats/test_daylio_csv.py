from __future__ import annotations

import csv
from datetime import date, time
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.habit_import import MOST_HABITS, Left
from ally_journal.errors import SourceTooLarge
from ally_journal.formats.daylio_csv import read_daylio
from ally_journal.formats.daylio_import import daylio_incoming
from ally_journal.formats.note_text import note_text
from ally_journal.table_errors import TableMalformed
from tests.formats.loop_samples import archive

TODAY = date(2026, 3, 12)
HEADS = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
NAMES = st.text("abc ｜é", min_size=1, max_size=6).filter(lambda one: one.strip())


def written(folder, text, encoding="utf-8"):
    path = folder / "daylio_export.csv"
    path.write_bytes(text.encode(encoding))
    return path


def entries(folder, text):
    return read_daylio(written(folder, text))


def incoming(folder, text):
    return daylio_incoming(written(folder, text), TODAY)


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (HEADS, '2026-03-05,March 5,Thursday,9:13 pm,good,"walk | tea ","","Fern","A leaf"\n'),
        (
            "full_date,date,weekday,time,mood,activities,note_title,note\n",
            '2026-03-05,5 de marzo,jueves,21:13,bien,"walk|tea","Fern","A leaf"\n',
        ),
        ("", '2026-03-05,March 5,Thursday,21:13,good,"walk | tea","Fern","A leaf"\n'),
        (
            "\ufefffull_date;date;weekday;time;mood;activities;note_title;note\r\n",
            "05.03.2026;5. März;Donnerstag;21:13;gut;walk | tea;Fern;A leaf\r\n",
        ),
    ],
)
def test_every_version_is_read(heads, row, tmp_path):
    (found,) = entries(tmp_path, heads + row)
    assert (found.day, found.at) == (date(2026, 3, 5), time(21, 13))
    assert found.activities == ("walk", "tea")
    assert (found.title, found.note) == ("Fern", "A leaf")


def test_the_oldest_version_has_the_year_apart(tmp_path):
    text = (
        "year,date,weekday,time,mood,activities,note\n"
        '2017,7 września,czwartek,12:10,dobrze,"spacer",""\n2017,6 września,środa,12:09,źle,""\n'
    )
    found = entries(tmp_path, text)
    assert [one.day for one in found] == [date(2017, 9, 7), date(2017, 9, 6)]
    assert [one.activities for one in found] == [("spacer",), ()]


def test_an_archive_of_one_table_is_read(tmp_path):
    path = archive(tmp_path, {"daylio_export.csv": HEADS + "2026-03-05,,,,,walk,,,\n"})
    assert len(read_daylio(path)) == 1


def test_a_note_of_several_lines_and_tags_is_markdown(tmp_path):
    note = '"A <b>new</b> leaf<br>on ""it"" &amp; more\nand a line"'
    (found,) = entries(tmp_path, HEADS + f'2026-03-05,,,,,"","","",{note}\n')
    assert found.note == 'A **new** leaf\non "it" & more\nand a line'


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ("I <3 moss & <i>ferns</i>", "I <3 moss & *ferns*"),
        ("a < b > c", "a < b > c"),
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("one<br><br><br><br>two", "one\n\ntwo"),
        ("<c_e> tired", "<c_e> tired"),
    ],
)
def test_only_the_tags_of_notes_are_taken_for_tags(html, text):
    assert note_text(html) == text


@given(st.text(max_size=200))
def test_any_note_is_text(text):
    assert note_text(text) == note_text(text).strip()


def test_activities_are_habits_and_their_days_the_marks(tmp_path):
    text = HEADS + (
        '2026-03-05,,,,good,"walk | tea",,,\n2026-03-05,,,,good,"Walk",,,\n'
        '2026-03-04,,,,good,"walk",,,\n'
    )
    found = {one.name: one for one in incoming(tmp_path, text).habits}
    assert set(found) == {"tea", "walk"}
    assert found["walk"].marks.done == {date(2026, 3, 4), date(2026, 3, 5)}


def test_what_is_left_out_is_said(tmp_path):
    text = HEADS + (
        '2026-03-05,,,late,good,walk,"Energy: 3",,A note\n2026-03-04,,,,meh,walk,,,\n'
        "2026-04-01,,,,good,walk,,,\n"
    )
    found = {one.what: one.number for one in incoming(tmp_path, text).left}
    assert found == {Left.TIMES: 1, Left.SCALES: 1, Left.MOODS: 1, Left.FUTURE: 1}


def test_the_same_entry_twice_in_a_file_is_two_pages(tmp_path):
    text = HEADS + "2026-03-05,,,,good,,,,A note\n" * 2
    assert len({one.key for one in incoming(tmp_path, text).pages}) == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (0, "", "empty")),
        ("Date,Fern\n2026-03-01,2\n", (1, "full_date", "no-column")),
        ("full_date,mood\n2026-03-01,good\n", (1, "activities", "no-column")),
        ("year,mood\n2026,good\n", (1, "date", "no-column")),
        (HEADS + "2026-03-05,,,,,a,,,\nsoon,,,,,a,,,\n", (3, "full_date", "not-a-day")),
        (HEADS + '2026-03-05,,,,,a,,,"open\n', (2, "", "open-quote")),
        ("year,date,activities\n2026,30 February,a\n", (2, "date", "not-a-day")),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(text, place, tmp_path):
    with pytest.raises(TableMalformed) as raised:
        incoming(tmp_path, text)
    assert (raised.value.line, raised.value.column, raised.value.reason) == place


def test_an_export_of_loop_is_not_one_of_daylio(tmp_path):
    with pytest.raises(TableMalformed) as raised:
        read_daylio(archive(tmp_path, {"a.csv": "a", "b.csv": "b"}))
    assert raised.value.reason == "several-tables"


@given(
    st.lists(st.tuples(st.dates(date(2000, 1, 1), TODAY), st.lists(NAMES, max_size=4)), max_size=12)
)
def test_every_activity_of_every_day_comes_in(tmp_path_factory, made):
    out = StringIO()
    csv.writer(out).writerows(
        [day.isoformat(), "", "", "", "good", " | ".join(names), "", "", ""] for day, names in made
    )
    found = incoming(tmp_path_factory.mktemp("made"), HEADS + out.getvalue()).habits
    wanted = {(day, " ".join(one.split()).casefold()) for day, names in made for one in names}
    assert {(day, one.name.casefold()) for one in found for day in one.days} == wanted


def test_today_comes_in_and_the_newest_spelling_names_the_habit(tmp_path):
    text = HEADS + "2026-03-12,,,,,Walk,,,\n2026-03-05,,,,,walk,,,\n"
    (found,) = incoming(tmp_path, text).habits
    assert (found.name, max(found.days)) == ("Walk", TODAY)


def test_more_habits_than_a_journal_takes_are_refused(tmp_path):
    activities = " | ".join(f"moss {number}" for number in range(MOST_HABITS + 1))
    with pytest.raises(TableMalformed) as raised:
        incoming(tmp_path, HEADS + f"2026-03-05,,,,,{activities},,,\n")
    assert raised.value.reason == "too-many-habits"


def test_more_notes_than_a_journal_takes_are_refused(tmp_path):
    with pytest.raises(SourceTooLarge):
        incoming(tmp_path, HEADS + "2026-03-05,,,,,,,,A note\n" * 50_001)
