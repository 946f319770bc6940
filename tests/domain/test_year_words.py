import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ally_journal.domain.habit import Chapter
from ally_journal.domain.promise import PromiseState
from ally_journal.domain.review import Review, Said
from ally_journal.domain.year_review import DayText, YearHabit, YearMonth, YearReview
from ally_journal.domain.year_words import (
    MOST_CHAPTERS,
    MOST_ITEMS,
    entry_title,
    year_parts,
    year_subtitle,
    year_title,
)

FIRST, LAST = date(2026, 1, 1), date(2026, 11, 22)
MARCH = date(2026, 3, 2)
REVIEW = YearReview(
    year=2026,
    first=FIRST,
    last=LAST,
    months=(YearMonth(1, ("Catch", "A free page")), YearMonth(2), YearMonth(3, ("Catch",))),
    starred=(DayText(MARCH, "Three leaves"),),
    habits=(
        YearHabit("Walk", "daily", "day", (Chapter(date(2025, 12, 30), MARCH, 63),)),
        YearHabit(
            "Tea", "1/week", "week", (Chapter(FIRST, MARCH, 9), Chapter(LAST, LAST, 1))
        ),
    ),
    noticed=Review(FIRST, LAST),
    sooner=(DayText(MARCH, "My hurry"),),
    done=(DayText(MARCH, "ask Fern"),),
    let_go=(DayText(LAST, "move the meeting"),),
    undone=(Said("read two pages", PromiseState.PLANNED, None, date(2027, 1, 3)),),
    looked=("credit", "meetings"),
)  # fmt: skip


def parts(review=REVIEW):
    return {part.key: part for part in year_parts(review)}


def shown(part):
    return [(item.label, item.text) for item in part.items]


def test_it_is_named_for_its_year_and_says_how_far_it_goes():
    assert (year_title(REVIEW), year_subtitle(REVIEW)) == ("2026", "So far, until 22 November")
    assert year_subtitle(replace(REVIEW, last=date(2026, 12, 31))) == "A year, looked back on"
    assert entry_title(REVIEW) == "2026, looked back on"


def test_a_quiet_month_is_fine():
    months = parts()["months"]
    assert shown(months) == [("January", "Catch · A free page"), ("March", "Catch")]
    assert months.note == "Nothing written in February. A quiet month is fine."


def test_a_habit_stands_with_its_chapters_and_longest_stretch():
    assert shown(parts()["habits"]) == [
        ("Walk, every day", "30 December 2025 to 2 March, 63 days."),
        ("Tea, once a week", "1 January to 2 March; 22 November. The longest stretch: 9 weeks."),
    ]


def test_many_chapters_are_told_by_the_latest():
    days = [FIRST + timedelta(days=20 * n) for n in range(9)]
    habit = YearHabit("Walk", "daily", "day", tuple(Chapter(day, day, 1) for day in days))
    (item,) = parts(replace(REVIEW, habits=(habit,)))["habits"].items
    assert item.text.startswith(f"{9 - MOST_CHAPTERS} earlier ones; ")


def test_what_is_undone_stands_after_what_was_done():
    keys = list(parts())
    assert keys.index("done") < keys.index("let_go") < keys.index("undone") == len(keys) - 1
    assert shown(parts()["undone"]) == [("for 3 January 2027", "read two pages")]
    assert parts()["let_go"].note == "Letting go is a decision too."


def test_looking_is_not_acting():
    areas = parts()["areas"]
    assert areas.lines == ("You looked at: credit and meetings.",)
    assert "Looking is not acting" in areas.note


def test_sooner_is_in_the_persons_own_words_and_a_trend_only_with_enough():
    assert parts()["noticed"].lines == ()
    enough = Review(
        FIRST, LAST, noticed=(("as-it-happened", 9),), before=(("later", 9),)
    )  # fmt: skip
    noticed = parts(replace(REVIEW, noticed=enough))["noticed"]
    assert noticed.lines == ("You noticed more at once or the same day than in the year before.",)
    assert "not more bias" in noticed.note


def test_without_a_star_it_says_what_a_star_does():
    starred = parts(replace(REVIEW, starred=(), is_whole=False))["starred"]
    assert "A star on an entry" in starred.lines[0]
    assert "for you alone" in starred.note


def test_a_long_list_ends_in_how_many_more_there_are():
    many = tuple(DayText(MARCH, f"leaf {n}") for n in range(MOST_ITEMS + 5))
    items = parts(replace(REVIEW, starred=many))["starred"].items
    assert (len(items), items[-1].text) == (MOST_ITEMS + 1, "and 5 more")


@pytest.mark.parametrize("word", ["total", "score", "best", "most", "streak", "you are", "!"])
def test_nothing_is_added_up_ranked_or_praised(word):
    words = " ".join(
        [text for part in year_parts(REVIEW) for text in (part.title, part.note, *part.lines)]
    ).lower()
    assert not re.search(rf"\b{re.escape(word)}\b" if word.isalpha() else re.escape(word), words)


def test_an_empty_year_is_one_kind_sentence():
    empty = replace(REVIEW, months=(), habits=(), done=(), let_go=(), undone=())
    assert [part.key for part in year_parts(empty)] == ["empty"]


def test_many_quiet_months_in_a_row_are_one_run():
    months = tuple(
        YearMonth(month, ("Catch",) if month in {1, 6} else ()) for month in range(1, 13)
    )
    note = parts(replace(REVIEW, months=months))["months"].note
    assert note.startswith("Nothing written in February to May and July to December.")
