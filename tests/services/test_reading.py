from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def write(journal, what, at=None):
    return journal.writing.write("catch", {"what": what}, at=at)[0]


def at(year, month, day):
    return datetime(year, month, day, 12, tzinfo=UTC)


def test_rows_come_newest_first_and_go_on_after_the_last_known(journal):
    days = [at(2026, 1, 5), at(2026, 3, 1), at(2025, 11, 2), at(2026, 2, 7)]
    for number, moment in enumerate(days):
        write(journal, f"words {number}", moment)
    first = journal.reading.find(limit=2)
    assert [row.day.month for row in first] == [3, 2]
    rest = journal.reading.find(limit=2, before=first[-1].key)
    assert [row.day.month for row in rest] == [1, 11]
    searched = journal.reading.find("words", limit=2, before=first[-1].key)
    assert [row.day.month for row in searched] == [1, 11]


def test_months_and_days_are_counted(journal):
    for moment in (at(2026, 1, 5), at(2026, 1, 5), at(2026, 3, 1)):
        write(journal, "x", moment)
    assert journal.reading.months() == ((2026, 3, 1), (2026, 1, 2))
    assert journal.reading.day_counts(date(2026, 1, 1), date(2026, 1, 31)) == {date(2026, 1, 5): 2}
    assert journal.reading.count("on:2026-01") == 2


def test_search_finds_beginnings_without_accents_and_shows_the_place(journal):
    entry = write(journal, "We sat in the Café by the harbour and said nothing for a while")
    for typed in ("cafe harb", '"the harbour"', "cafe -meeting", "person:nobody -x cafe"):
        found = journal.reading.find(typed)
        assert [row.id for row in found] == ([] if "nobody" in typed else [entry.id])
    assert "Café" in journal.reading.find("cafe")[0].match
    assert journal.reading.find("-harbour") == ()
    assert journal.reading.count("-nothing-here") == 1


def test_two_letters_of_a_script_without_spaces_are_found(journal):
    entry = write(journal, "今日は会議で山田さんの話を聞いた")
    assert [row.id for row in journal.reading.find("山田")] == [entry.id]


def test_the_trash_is_not_found_and_comes_back(journal):
    entry = write(journal, "a pebble")
    journal.bin.move(entry.id)
    assert journal.reading.find("pebble") == ()
    assert journal.reading.count() == 0
    assert journal.reading.trash()[0].id == entry.id
    journal.bin.put_back(entry.id)
    assert journal.reading.find("pebble")[0].id == entry.id


def test_filters_by_practice_person_tag_and_star(journal):
    entry, _ = journal.writing.write(
        "debrief", {"role": "I saw it", "facts": "A call", "who": ["Wren"]}
    )
    write(journal, "other")
    for typed in ("practice:debrief", "person:WREN", "-practice:catch"):
        assert [row.id for row in journal.reading.find(typed)] == [entry.id]
    assert journal.reading.find("person:Moss") == ()
    assert journal.reading.count("-person:wren") == 1
    assert journal.reading.count("-tag:x") == 2


def test_entries_of_earlier_years_on_this_day(journal):
    entry = write(journal, "a year ago", at(2025, 3, 12))
    write(journal, "today")
    assert [row.id for row in journal.reading.on_this_day()] == [entry.id]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=80))
def test_any_text_is_a_valid_search(journal, typed):
    assert journal.reading.find(typed) == () or journal.reading.count(typed) >= 0


def test_exactly_some_entries_come_newest_first(journal):
    kept = [write(journal, "x", at(2026, month, 1)) for month in (1, 2, 3)]
    journal.bin.move(kept[1].id)
    wanted = [kept[0].id, kept[1].id, kept[2].id, "nowhere"]
    assert [row.id for row in journal.reading.rows(wanted)] == [kept[2].id, kept[0].id]
    assert journal.reading.rows(()) == ()


def test_a_star_that_was_meant_as_one_stays_in_the_row(journal):
    journal.writing.write("free", {"page": r"\*Not\* a stress"})
    (row,) = journal.reading.find()
    assert (row.title, row.excerpt) == ("*Not* a stress", "*Not* a stress")


def test_a_row_shows_plain_words(journal):
    page = "## The months\n\n- Teal and I **talked**\n"
    journal.writing.write("free", {"page": page})
    (row,) = journal.reading.find()
    assert (row.title, row.excerpt) == ("The months", "The months Teal and I talked")
    assert journal.reading.find("talked")[0].match == "The months Teal and I talked"


def test_a_row_kept_with_signs_is_shown_without_them(journal):
    entry, _change = journal.writing.write("free", {"page": "moss"})
    with journal._vault.atomic() as tx:
        tx.run("UPDATE entry SET title = ?, excerpt = ?", ("## The months", "## The months - Teal"))
    (row,) = journal.reading.find()
    assert (row.title, row.excerpt) == ("The months", "The months · Teal")
    assert journal.reading.excerpt(entry.id) == "The months · Teal"


def test_a_match_names_options_by_their_labels(journal):
    answers = {"acts": ["correct-the-record"], "line": "Ask Teal"}
    journal.writing.write("mistake", {"repair": answers})
    assert journal.reading.find("teal")[0].match == "correct the record · Ask Teal"
    assert "correct the record" in journal.reading.find("record")[0].match
