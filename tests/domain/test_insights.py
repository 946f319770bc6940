from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.habit import Chapter, Pause
from ally_journal.domain.insights import (
    NOTICED,
    Form,
    Insight,
    Table,
    days_written,
    noticed,
    rhythm_insight,
)
from ally_journal.domain.rhythm import Rhythm, rhythm
from ally_journal.domain.ticked import Ticked
from tests.domain.habit_rows import MONDAY, day

TODAY = date(2026, 2, 20)
MONTHS = {
    (2025, 9): (1, 2, 4, 1),
    (2025, 11): (1, 2, 3, 2),
    (2025, 12): (2, 3, 2, 1),
    (2026, 1): (4, 3, 2, 1),
    (2026, 2): (3, 2, 1, 0),
}


def caught(day, key):
    return Ticked(f"{day} {key}", day, "catch", answers={"when_noticed": key})


ANSWERS = [
    caught(date(year, month, 7), key)
    for (year, month), numbers in MONTHS.items()
    for key, number in zip(NOTICED, numbers, strict=True)
    for _time in range(number)
]


def test_when_i_notice_is_told_counted_and_tabled():
    insight = noticed(ANSWERS, TODAY)
    assert insight.sentence == (
        "So far: 11 as it happened, 12 the same day, 12 later and 5 when someone told you."
    )
    assert insight.points == ("Sep", "Oct", "Nov", "Dec", "Jan", "Feb")
    assert insight.series[0].values == (1, None, 1, 2, 4, 3)
    assert insight.table.rows[0] == ("September 2025", "1", "2", "4", "1")
    assert (insight.count, insight.drawable) == (40, True)


def test_a_month_without_answers_is_a_gap_and_never_nought():
    insight = noticed(ANSWERS, TODAY)
    assert insight.gaps == {1: "no entries"}
    assert insight.table.rows[1] == ("October 2025", "no entries", "", "", "")


def test_a_month_in_a_pause_is_called_a_pause():
    october = Pause(date(2025, 9, 30), date(2025, 10, 31))
    part = Pause(date(2025, 10, 1), date(2025, 10, 30))
    assert noticed(ANSWERS, TODAY, pauses=[part, october]).gaps == {1: "pause"}
    assert noticed(ANSWERS, TODAY, pauses=[part]).gaps == {1: "no entries"}


def test_few_answers_are_words_only():
    insight = noticed(ANSWERS[:4], TODAY)
    assert not insight.drawable
    assert insight.sentence == "So far: 1 as it happened, 2 the same day and 1 later."


def test_no_answers_are_told_kindly():
    insight = noticed([], TODAY)
    assert (insight.sentence, insight.points) == ("Nothing noted here yet.", ())
    assert (insight.count, insight.table.rows) == (0, ())


def test_the_range_says_how_far_back():
    assert noticed(ANSWERS, TODAY, months=2).points == ("Jan", "Feb")
    old = [*ANSWERS, caught(date(2024, 12, 1), "later")]
    assert len(noticed(old, TODAY, months=None).points) == 15
    assert len(noticed(old, TODAY).points) == 6


def test_months_before_the_first_answer_are_not_gaps():
    assert noticed([caught(TODAY, "later")], TODAY).points == ("Feb",)


def test_what_is_not_asked_for_or_to_come_is_left_out():
    answers = [caught(TODAY, "other"), caught(date(2026, 2, 21), "later")]
    assert noticed(answers, TODAY).count == 0


def test_option_ids_can_be_handed_in():
    insight = noticed([caught(TODAY, "at-once")], TODAY, options=("at-once", "after"))
    assert [one.key for one in insight.series] == ["at-once", "after"]


@given(
    st.lists(
        st.builds(caught, st.dates(date(2020, 1, 1), date(2026, 12, 31)), st.sampled_from(NOTICED))
    )
)
def test_series_rows_and_points_always_fit_together(answers):
    insight = noticed(answers, TODAY, months=None)
    assert all(len(one.values) == len(insight.points) for one in insight.series)
    assert len(insight.table.rows) == len(insight.points)
    assert all(len(row) == len(insight.table.head) for row in insight.table.rows)
    assert insight.count == sum(v or 0 for one in insight.series for v in one.values)


def test_a_gap_in_december_is_a_gap():
    answers = [caught(date(2025, 11, 1), "later"), caught(date(2026, 1, 1), "later")]
    december = Pause(date(2025, 12, 1), date(2025, 12, 31))
    assert noticed(answers, date(2026, 1, 2), pauses=[december]).gaps == {1: "pause"}


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (Rhythm(), "The first chapter starts with the first entry."),
        (
            Rhythm((), 0, (Chapter(MONDAY, day(6), 1),)),
            "A new chapter starts with the next entry. Those before it stay.",
        ),
        (rhythm({MONDAY: 1}, MONDAY), "The first week is under way."),
        (
            rhythm({MONDAY: 1}, day(8)),
            "This chapter has 1 week so far. A week of rest belongs to it too.",
        ),
    ],
)
def test_the_rhythm_in_words(found, sentence):
    assert rhythm_insight(found).sentence == sentence


def test_the_rhythm_as_a_table_newest_first():
    chapters = (Chapter(day(-60), day(-40), 3), Chapter(MONDAY, day(6), 1))
    table = rhythm_insight(Rhythm((), 1, chapters)).table
    assert table.rows == (
        ("March 2026", "still open", "1"),
        ("January 2026", "January 2026", "3"),
    )


def test_days_with_an_entry():
    entries = {day(0): 2, day(1): 0, day(8): 1, day(30): 1, day(-1): 1}
    insight = days_written(entries, day(0), day(13))
    assert insight.sentence == "You wrote on 2 days in these 2 weeks."
    assert insight.table.rows == (("10 March 2026", "1"), ("2 March 2026", "2"))
    assert days_written({day(0): 1}, day(0), day(3)).sentence == "You wrote on 1 day this week."


def test_days_without_an_entry_are_no_count_of_nothing():
    sentence = days_written({}, day(0), day(13)).sentence
    assert sentence == "No entries in these 2 weeks. A quiet time is fine."


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (0, "No entries so far. A quiet time is fine."),
        (1, "You wrote on one day so far."),
        (4, "You wrote on four days so far."),
    ],
)
def test_a_journal_younger_than_the_span_speaks_of_its_own_age(written, sentence):
    entries = {day(20 + at): 1 for at in range(written)}
    assert days_written(entries, day(0), day(30), day(20)).sentence == sentence


def test_a_journal_as_old_as_the_span_speaks_of_the_span():
    assert "in these 2 weeks" in days_written({day(3): 1}, day(0), day(13), day(0)).sentence


def test_the_entries_behind_a_part_stand_newest_first():
    insight = noticed([caught(date(2026, 2, 2), "later"), caught(TODAY, "later")], TODAY)
    assert insight.entries == {(2, 0): ("2026-02-20 later", "2026-02-02 later")}
    assert insight.form is Form.STACK


def test_a_chart_goes_back_to_the_first_answer_that_is_out_of_sight():
    insight = noticed([caught(TODAY, "later")], TODAY, 3, earliest=date(2020, 1, 1))
    assert (insight.points, insight.gaps) == (
        ("Dec", "Jan", "Feb"),
        {0: "no entries", 1: "no entries"},
    )


def test_an_insight_can_ask_for_more_than_five():
    insight = Insight("k", "Title", "Words.", "", Table(("a",)), count=7, fewest=8)
    assert not insight.drawable
    assert insight.form is Form.WORDS


@pytest.mark.parametrize(("count", "drawable"), [(4, False), (5, True)])
def test_five_are_enough_for_a_picture(count, drawable):
    assert Insight("k", "T", "S.", "", Table(()), count).drawable is drawable
