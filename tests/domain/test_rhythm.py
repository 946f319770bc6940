from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.habit import Pause
from ally_journal.domain.rhythm import Rhythm, WeekState, rhythm
from tests.domain.habit_rows import MONDAY, day

SIGNS = {
    "kept": "●", "touched": "◉", "rest": "–", "paused": "‖", "open": "○", "running": "·",
}  # fmt: skip


def of_weeks(weeks, today=None, **more):
    """The rhythm of weeks given as days with an entry (a digit each), r rest, p paused."""
    entries, rests, pauses = {}, set(), []
    for number, sign in enumerate(weeks):
        begin = MONDAY + timedelta(days=7 * number)
        if sign.isdigit():
            entries |= {begin + timedelta(days=at): 2 for at in range(int(sign))}
        elif sign == "r":
            rests.add(begin + timedelta(days=3))
        elif sign == "p":
            pauses.append(Pause(begin, begin + timedelta(days=6)))
    return rhythm(entries, today or day(7 * len(weeks) - 1), rests=rests, pauses=pauses, **more)


def signs(found):
    return "".join(SIGNS[week.state] for week in found.weeks)


def lengths(found):
    return [chapter.length for chapter in found.chapters]


@pytest.mark.parametrize(
    ("weeks", "states", "length", "chapters"),
    [
        ("3333", "●●●●", 4, [4]),
        ("3131", "●◉●◉", 4, [4]),
        ("30303", "●–●–●", 5, [5]),
        ("300013", "●––○◉●", 5, [5]),
        ("3000013", "●––○○◉●", 2, [1, 2]),
        ("3300", "●●–·", 2, [2]),
        ("330", "●●·", 2, [2]),
        ("33r0", "●●–·", 2, [2]),
        ("3pp3", "●‖‖●", 2, [2]),
        ("3000r03", "●––○–○●", 1, [1, 1]),
        ("30000", "●––○·", 1, [1]),
        ("300000", "●––○○·", 0, [1]),
        ("33330033333311", "●●●●––●●●●●●◉◉", 14, [14]),
    ],
)
def test_states_length_and_chapters(weeks, states, length, chapters):
    found = of_weeks(weeks)
    assert (signs(found), found.length, lengths(found)) == (states, length, chapters)


def test_two_passes_are_not_back_after_exactly_four_weeks():
    assert signs(of_weeks("30033003")) == "●––●●○–●"


def test_a_journal_without_entries_has_no_weeks():
    assert rhythm({}, MONDAY) == Rhythm()
    assert rhythm({MONDAY: 0}, MONDAY) == Rhythm()
    assert rhythm({day(1): 1}, MONDAY) == Rhythm()


def test_the_aim_says_what_keeps_a_week():
    assert signs(of_weeks("35", aim=5)) == "◉●"
    assert signs(of_weeks("11", aim=1)) == "●●"


def test_several_entries_on_a_day_are_one_day():
    found = rhythm({MONDAY: 9}, day(6))
    assert (signs(found), found.weeks[0].days) == ("◉", 1)


def test_weeks_begin_on_the_chosen_day():
    found = rhythm({MONDAY: 1}, MONDAY, week_start=6)
    assert found.weeks[0].first == MONDAY - timedelta(days=1)


def test_a_chapter_runs_from_its_first_written_week_to_its_last():
    (chapter,) = of_weeks("3r0p1", today=day(40)).chapters
    assert (chapter.first, chapter.last, chapter.length) == (day(0), day(34), 4)


def test_entries_to_come_do_not_count_yet():
    found = rhythm({MONDAY: 1, day(1): 1, day(2): 1}, day(1))
    assert found.weeks[0].state is WeekState.TOUCHED


@given(st.text(alphabet="0134rp", min_size=1, max_size=60))
def test_an_entry_always_carries_the_rhythm(weeks):
    found = of_weeks(weeks + "1")
    assert found.length >= 1
    assert found.chapters[-1].length == found.length
    assert sum(lengths(found)) <= len(found.weeks)


def test_twenty_years_take_no_trouble():
    first = date(2006, 1, 2)
    entries = {first + timedelta(days=at): 1 for at in range(0, 7300, 2)}
    found = rhythm(entries, first + timedelta(days=7299))
    assert found.length == len(found.weeks) == 1043
