from __future__ import annotations

import stat
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ally_journal.changes import Change
from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.promise import PromiseState
from ally_journal.domain.year_words import year_parts
from ally_journal.errors import TargetExists


@pytest.fixture
def write(journal):
    """Keep an entry of a day: `write(practice, answers, day)`."""

    def keep(practice, answers, day):
        at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=10)
        entry, _change = journal.writing.write(practice, answers, at)
        return entry

    return keep


def march(day):
    return date(2026, 3, day)


def texts(found):
    return [(one.day, one.text) for one in found]


def test_the_years_are_those_with_entries_or_marks_and_this_one(journal, write):
    assert journal.years.years() == (2026,)
    write("free", {"page": "moss"}, date(2024, 5, 2))
    habit, _change = journal.habits.add("Walk", "daily")
    journal.habits.mark(habit.id, date(2022, 1, 1))
    assert journal.years.years() == (2026, 2024, 2022)


def test_months_name_their_practices_in_the_order_of_the_year(journal, write):
    write("free", {"page": "moss"}, date(2026, 1, 20))
    write("catch", {"what": "a quick thought"}, date(2026, 1, 10))
    found = journal.years.review(2026)
    assert [one.month for one in found.months] == [1, 2, 3]
    titles = [journal.library.get(one).title for one in ("catch", "free")]
    assert found.months[0].practices == tuple(titles)
    assert found.months[1].practices == ()


def test_only_what_was_starred_is_named(journal, write):
    starred = write("free", {"title": "Three leaves", "page": "moss"}, march(2))
    write("free", {"title": "Not this one", "page": "ivy"}, march(3))
    journal.writing.star(starred.id, on=True)
    assert texts(journal.years.review(2026).starred) == [(march(2), "Three leaves")]


def test_what_is_for_the_person_alone_is_not_put_before_them(journal, write):
    facts = write("facts", {}, march(2))
    journal.writing.star(facts.id, on=True)
    found = journal.years.review(2026)
    assert found.starred == ()
    assert not found.is_whole
    assert not any(one.practices for one in found.months)


def test_names_told_in_confidence_stay_in_the_journal(journal, write, tmp_path):
    entry = write("free", {"title": "Told quietly", "page": "moss"}, march(2))
    journal.writing.star(entry.id, on=True)
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    assert len(journal.years.review(2026).starred) == 1
    text = journal.years.save(2026, tmp_path / "year.html").read_text()
    assert "Told quietly" not in text


def test_words_told_in_confidence_stay_in_the_journal(journal, write, tmp_path):
    plan = {"wish": "Marmalade", "ifthen": {"if": "marmalade", "then": "marmalade"}}
    weekly = {"sooner": "Marmalade"}
    for entry in (write("plan", plan, march(1)), write("weekly", weekly, march(2))):
        journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    shown = journal.years.review(2026)
    assert len(shown.undone) == len(shown.sooner) == 1
    text = journal.years.save(2026, tmp_path / "year.html").read_text()
    kept, _change = journal.years.keep(2026)
    assert "marmalade" not in f"{text} {kept.answers}".casefold()


def test_habits_stand_with_their_chapters_of_the_year(journal):
    habit, _change = journal.habits.add("Walk", "daily", since=date(2025, 12, 30))
    journal.habits.mark(habit.id, *(date(2025, 12, 30) + timedelta(days=n) for n in range(6)))
    (found,) = journal.years.review(2026).habits
    assert found.name == "Walk"
    assert (found.longest.first, found.longest.length) == (date(2025, 12, 30), 6)
    assert journal.years.review(2024).habits == ()


def test_promises_are_done_let_go_or_still_undone(journal, write):
    for text in ("ask Fern", "send the notes", "move the meeting"):
        write("plan", {"wish": text, "ifthen": {"if": "it is Monday", "then": text}}, march(1))
    first, second, third = sorted(journal.promises.all(), key=lambda one: one.text)
    journal.promises.settle(first.id, PromiseState.DONE)
    journal.promises.settle(second.id, PromiseState.DROPPED)
    found = journal.years.review(2026)
    assert [one.text for one in found.done] == [first.text]
    assert [one.text for one in found.let_go] == [second.text]
    assert [one.text for one in found.undone] == [third.text]
    assert journal.years.review(2025).undone == ()


def test_what_weekly_reviews_say_of_noticing_sooner_stands_there(journal, write):
    write("weekly", {"sooner": "my hurry,\nbefore I spoke"}, march(6))
    assert texts(journal.years.review(2026).sooner) == [(march(6), "my hurry, before I spoke")]


def test_areas_stand_in_the_order_of_their_question(journal, write):
    write("scan", {"area": "credit"}, march(3))
    write("scan", {"area": "meetings and voice"}, march(4))
    labels = [one.label for one in journal.library.get("scan").step("area").options]
    looked = journal.years.review(2026).looked
    assert len(looked) == 2
    assert list(looked) == [label for label in labels if label in looked]


def test_sooner_is_said_only_where_there_is_enough_to_say_it(journal, write):
    for year, key in ((2025, "later"), (2026, "as it happened")):
        for day in range(1, 9):
            write("catch", {"what": "x", "when_noticed": key}, date(year, 2, day))
    keys = [part.key for part in year_parts(journal.years.review(2026))]
    assert "noticed" in keys
    assert "noticed" not in [part.key for part in year_parts(journal.years.review(2025))]


def test_it_is_kept_as_a_page_that_can_be_written_on(journal, write):
    entry = write("free", {"title": "A *star* _here_", "page": "moss"}, march(2))
    journal.writing.star(entry.id, on=True)
    kept, change = journal.years.keep(2026)
    assert (kept.practice, kept.title) == ("free", "2026, looked back on")
    assert kept.id in change.entries
    page = {one.key: one.value for one in kept.answers}["page"]
    assert "## What you starred" in page
    assert r"A \*star\* \_here\_" in page


def test_a_saved_page_is_for_its_owner_and_replaces_nothing(journal, tmp_path):
    path = journal.years.save(2026, tmp_path / "year.html")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(TargetExists):
        journal.years.save(2026, path)


def test_an_empty_year_says_so_kindly(journal):
    (part,) = year_parts(journal.years.review(2019))
    assert part.lines == ("Nothing stands in this year. A quiet year is fine.",)
    assert replace(journal.years.review(2019), year=2019).is_over


def test_an_equal_page_of_today_is_not_kept_twice(journal, write):
    write("free", {"title": "A *star*", "page": "moss"}, date(2025, 3, 2))
    journal.years.keep(2026)  # from now on this year has a free page in March
    first, _change = journal.years.keep(2026)
    again, change = journal.years.keep(2026)
    assert (again.id, change) == (first.id, Change())
    write("catch", {"what": "moss"}, march(3))
    assert journal.years.keep(2026)[0].id != first.id


def test_names_told_in_confidence_are_not_put_on_a_page_of_its_own(journal, write):
    entry = write("free", {"title": "Told quietly", "page": "moss"}, march(2))
    journal.writing.star(entry.id, on=True)
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    kept, _change = journal.years.keep(2026)
    assert not any("Told quietly" in str(one.value) for one in kept.answers)


def test_rest_asked_for_ahead_makes_no_year_to_look_back_on(journal):
    habit, _change = journal.habits.add("Walk", "daily")
    journal.habits.rest(habit.id, date(2027, 1, 1))
    assert journal.years.years() == (2026,)
