from datetime import date, timedelta

import pytest

from ally_journal.domain.entry import Answer
from ally_journal.domain.query import parse
from ally_journal.storage import entries, search
from tests.storage.samples import NOW, STAMP, TODAY, entry, keep


@pytest.fixture
def three(vault):
    """Three entries, the newest first."""
    kept = [
        entry("The harbour call", 0, tags=("repair",), people=("Wren",), star=True),
        entry("A slow harbour", 1, practice="debrief", people=("Fern",)),
        entry("Under slate", 40, people=("Wren", "Fern"), tags=("Call",)),
    ]
    return [keep(vault, one).id for one in kept]


def found(vault, text, limit=50, before=None):
    return [one.id for one in search.find(vault, parse(text), limit, before)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", [0, 1, 2]),
        ("harbour", [0, 1]),
        ("harb sl", [1]),
        ("h", [0, 1]),
        ('"slow harbour"', [1]),
        ("harbour -slow", [0]),
        ("-harbour", [2]),
        ("practice:debrief", [1]),
        ("-practice:debrief harbour", [0]),
        ("person:wren", [0, 2]),
        ("person:wren person:fern", [2]),
        ("-person:wren", [1]),
        ("person:nobody", []),
        ("tag:REPAIR", [0]),
        ("-tag:repair", [1, 2]),
        ("is:star", [0]),
        ("-is:star", [1, 2]),
        ("to:2026-02", [2]),
        ("from:2026-03 harbour", [0, 1]),
        ("nothing", []),
    ],
)
def test_a_query_finds_what_it_says_newest_first(vault, three, text, places):
    wanted = [three[place] for place in places]
    assert found(vault, text) == wanted
    assert search.count(vault, parse(text)) == len(wanted)
    keys = [entries.key_of(vault, one) for one in reversed(wanted)]
    assert list(search.keys(vault, parse(text))) == keys


@pytest.mark.parametrize("text", ["", "harbour"])
def test_the_next_rows_follow_the_last_known_one(vault, three, text):
    (first,) = search.find(vault, parse(text), 1)
    assert found(vault, text, 1, before=first.key) == [three[1]]


def test_a_row_has_what_the_timeline_shows(vault, three):
    row = search.find(vault, parse("call"), 50)[0]
    assert (row.title, row.people, row.tags, row.star) == (
        "The harbour call",
        ("Wren",),
        ("repair",),
        True,
    )
    assert "harbour" in row.match
    assert search.find(vault, parse(""), 1)[0].match == ""


def test_a_match_is_looked_for_in_every_shape_of_answer(vault):
    value = {"in": ["moss", "lichen"], "of": "fern"}
    keep(vault, entry("x", answers=(Answer("k", "?", "long", value), Answer("n", "?", "scale", 3))))
    with vault.atomic() as tx:
        key = tx.one("SELECT key FROM entry")[0]
        tx.run("DELETE FROM entry_text WHERE rowid = ?", (key,))
        entries.index_words(tx, key, title="x", body="moss lichen fern", people="", tags="")
    assert "lichen" in search.find(vault, parse("lichen"), 50)[0].match


def test_what_is_in_the_trash_or_a_draft_is_not_found(vault, three):
    with vault.atomic() as tx:
        entries.set_columns(tx, three[0], STAMP, trashed=1)
        tx.run("UPDATE entry SET state = 'draft' WHERE id = ?", (three[1],))
    assert found(vault, "harbour") == []
    assert [one.id for one in search.trash(vault)] == [three[0]]


def test_entries_are_counted_by_month_newest_first(vault, three):
    assert search.months(vault, parse("")) == ((2026, 3, 2), (2026, 1, 1))
    assert search.months(vault, parse("slate")) == ((2026, 1, 1),)


def test_entries_are_counted_by_day_within_a_range(vault, three):
    yesterday = TODAY - timedelta(days=1)
    assert search.day_counts(vault, yesterday, TODAY) == {TODAY: 1, yesterday: 1}
    assert search.practice_days(vault, yesterday, TODAY) == (
        (yesterday, "debrief"),
        (TODAY, "catch"),
    )


def test_an_entry_counts_for_its_day_and_not_for_its_instant(vault):
    keep(vault, entry(day=date(2026, 1, 1)))
    assert search.day_counts(vault, date.min, date.max) == {date(2026, 1, 1): 1}


def ticks(key, value="same_day", kind="choice"):
    return Answer(key, "?", kind, value)


def test_what_was_ticked_comes_by_entry_oldest_first_and_without_words(vault):
    answers = (ticks("when"), ticks("what", "words", "text"), ticks("how", 3, "scale"))
    new = keep(vault, entry(ago=0, answers=answers))
    old = keep(vault, entry(ago=1, answers=(ticks("how", ["a"], "choices"),)))
    keep(vault, entry(ago=2, answers=(ticks("other"),)))
    found = search.ticked(vault, ("when", "what", "how"), date.min, TODAY)
    assert [one.entry for one in found] == [old.id, new.id]
    assert [dict(one.answers) for one in found] == [{"how": ["a"]}, {"when": "same_day", "how": 3}]
    assert (found[1].day, found[1].practice) == (TODAY, "catch")


def test_only_the_days_asked_for_and_nothing_from_the_trash_is_ticked(vault):
    kept = [keep(vault, entry(ago=number, answers=(ticks("when"),))) for number in range(4)]
    with vault.atomic() as tx:
        entries.set_columns(tx, kept[1].id, STAMP, trashed=1)
    days = TODAY - timedelta(days=2), TODAY
    assert [one.entry for one in search.ticked(vault, ("when",), *days)] == [kept[2].id, kept[0].id]


def test_the_day_of_the_oldest_tick_is_known(vault):
    assert search.first_ticked(vault, "when") is None
    for number, answer in enumerate((ticks("when"), ticks("when", "words", "text"))):
        keep(vault, entry(ago=number, answers=(answer,)))
    assert search.first_ticked(vault, "when") == TODAY


def test_this_day_of_earlier_years_is_found(vault):
    for days in (0, 365, 366):
        keep(vault, entry(ago=days))
    assert [one.day for one in search.on_days(vault, "03-12", TODAY)] == [date(2025, 3, 12)]


def test_nothing_is_found_below_a_key_that_is_not_there(vault, three):
    assert found(vault, "harbour", before=0) == []
    assert found(vault, "", before=0) == []
    assert NOW.date() == TODAY
