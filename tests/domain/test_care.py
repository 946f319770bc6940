"""What is offered goes by numbers, by the clock and by days; never by what was written."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain import care
from ally_journal.domain.care import Offer, Rating, Sitting, Wish

DAY = date(2026, 3, 12)  # a Thursday
NOW = datetime(2026, 3, 12, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "after", "stirred"),
    [
        (3, 5, True), (3, 4, False), (3, 3, False), (9, 7, False), (9, 8, True), (None, 8, True),
        (None, 7, False), (5, None, False), (9, None, False), (0, 2, True), (8, 10, True),
    ],
)  # fmt: skip
def test_two_more_or_eight_has_had_enough_of_questions(before, after, stirred):
    assert care.is_stirred_up(Rating(before, after)) is stirred


@pytest.mark.parametrize(
    ("ratings", "circling"),
    [
        ([(6, 5), (6, 6), (6, 6)], True),
        ([(6, 5), (6, 6), (6, 5)], False),
        ([(6, 6), (6, 7)], False),
        ([(None, 6), (7, 7), (7, 6)], True),
        ([(6, None), (6, 6), (6, None)], False),
        ([(None, None), (6, 6), (6, 6)], False),
        ([(4, 4), (4, 3), (4, 4), (5, 5)], True),
    ],
)
def test_a_third_entry_without_a_drop_is_noticed(ratings, circling):
    assert care.is_circling([Rating(*one) for one in ratings]) is circling


def test_support_keeps_the_rhythm_away_for_seven_days_and_asks_on():
    settings = care.quiet_week(DAY)
    days = [DAY + timedelta(days=n) for n in range(9)]
    quiet = [care.is_rhythm_quiet(settings["quiet_until"], day) for day in days]
    assert quiet == [True] * 7 + [False] * 2
    assert "unasked_on" not in settings


def test_enough_for_today_is_for_today_alone():
    settings = care.quiet_day(DAY)
    assert settings["quiet_until"] == care.quiet_week(DAY)["quiet_until"]
    assert care.is_unasked(settings["unasked_on"], DAY)
    assert not care.is_unasked(settings["unasked_on"], DAY + timedelta(days=1))


@pytest.mark.parametrize("setting", ["", "zzzz", "2026-13-01"])
def test_nothing_is_quiet_without_a_reason(setting):
    assert not care.is_rhythm_quiet(setting, DAY)
    assert not care.is_unasked(setting, DAY)
    assert care.day_in(setting) is None


@pytest.mark.parametrize(
    ("hour", "minute", "day_ends", "late"),
    [
        (21, 59, 0, False), (22, 0, 0, True), (23, 59, 0, True), (0, 0, 0, True), (4, 59, 0, True),
        (5, 0, 0, False), (5, 0, 360, True), (5, 59, 360, True), (6, 0, 360, False),
        (4, 0, 180, True), (12, 0, 360, False),
    ],
)  # fmt: skip
def test_late_is_from_ten_to_five_or_to_the_end_of_the_day(hour, minute, day_ends, late):
    assert care.is_late(datetime(2026, 3, 12, hour, minute, tzinfo=UTC), day_ends) is late


@pytest.mark.parametrize(
    ("moment", "day_ends", "night"),
    [
        (datetime(2026, 3, 12, 22, 0, tzinfo=UTC), 0, DAY),
        (datetime(2026, 3, 13, 0, 10, tzinfo=UTC), 0, DAY),
        (datetime(2026, 3, 13, 4, 59, tzinfo=UTC), 0, DAY),
        (datetime(2026, 3, 13, 5, 0, tzinfo=UTC), 0, date(2026, 3, 13)),
        (datetime(2026, 3, 13, 5, 0, tzinfo=UTC), 360, DAY),
    ],
)
def test_an_evening_and_its_night_have_one_date(moment, day_ends, night):
    assert care.waking_day(moment, day_ends) == night


def test_a_sitting_leaves_out_what_one_was_away_for():
    at = Sitting().begun(NOW).left(NOW + timedelta(minutes=12))
    back = NOW + timedelta(hours=3)
    assert at.rest(back) == timedelta(minutes=8)
    again = at.begun(back).begun(back + timedelta(minutes=5))
    assert again.spent_until(back + timedelta(minutes=7)) == timedelta(minutes=19)
    assert again.rest(back + timedelta(minutes=30)) == timedelta()


def test_a_clock_that_was_put_back_counts_for_nothing():
    assert Sitting().begun(NOW).spent_until(NOW - timedelta(hours=1)) == timedelta()


def test_nothing_is_offered_twice_a_day():
    said = care.with_offered("", DAY, Offer.LATE)
    assert care.was_offered(said, DAY, Offer.LATE)
    assert not care.was_offered(said, DAY, Offer.PAUSE)
    assert not care.was_offered(said, DAY + timedelta(days=1), Offer.LATE)
    both = care.with_offered(said, DAY, Offer.PAUSE)
    assert care.with_offered(both, DAY, Offer.LATE) == both
    assert care.with_offered(both, DAY + timedelta(days=1), Offer.FIT) == "2026-03-13 fit"


@given(st.text(max_size=80), st.sampled_from(Offer))
def test_what_was_just_offered_was_offered_whatever_stood_there(said, offer):
    assert care.was_offered(care.with_offered(said, DAY, offer), DAY, offer)


def test_all_offers_of_a_day_fit_their_setting():
    said = ""
    for offer in Offer:
        said = care.with_offered(said, DAY, offer)
    assert len(said) <= 80


@pytest.mark.parametrize(
    ("first", "latest", "answered", "put_away", "due"),
    [
        (None, None, (), 0, False),
        (27, 1, (), 0, False),
        (28, 1, (), 0, True),
        (90, 28, (), 0, False),
        (90, 1, (28, 60), 0, True),
        (90, 1, (60, 27), 0, False),
        (90, 1, (), 27, False),
        (90, 1, (), 28, True),
    ],
)
def test_how_the_journal_is_is_asked_once_in_four_weeks(first, latest, answered, put_away, due):
    def ago(days):
        return None if days is None else DAY - timedelta(days=days)

    away = ago(put_away).isoformat() if put_away else ""
    days = [ago(one) for one in answered]
    assert care.is_fit_due(DAY, ago(first), ago(latest), days, away) is due


@pytest.mark.parametrize(
    ("practice", "answers", "wish"),
    [
        ("weekly", {"rhythm": "ease"}, Wish.EASE), ("weekly", {"rhythm": "keep"}, None),
        ("monthly", {"ease": "pause"}, Wish.PAUSE), ("monthly", {}, None),
        ("journal_fit", {"ease": "person"}, None), ("plan", {"ease": "ease"}, None),
        ("weekly", {"rhythm": ["ease"]}, None),
    ],
)  # fmt: skip
def test_a_wish_for_less_is_what_was_ticked(practice, answers, wish):
    assert care.wish_of(practice, answers) is wish


def test_a_pause_is_two_weeks():
    assert care.days_off(Wish.PAUSE, DAY) == ((DAY, date(2026, 3, 25)),)


def test_easing_leaves_the_first_three_days_of_four_weeks():
    stretches = care.days_off(Wish.EASE, DAY)
    assert stretches[0] == (DAY, date(2026, 3, 15))
    assert stretches[1] == (date(2026, 3, 19), date(2026, 3, 22))
    assert len(stretches) == 4


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_easing_never_reaches_back_and_ends_by_itself(day, start):
    stretches = care.days_off(Wish.EASE, day, start)
    assert stretches[0][0] >= day
    assert all(first <= last and last.weekday() == (start - 1) % 7 for first, last in stretches)
    assert stretches[-1][1] < day + timedelta(weeks=4)


@pytest.mark.parametrize(
    ("practice", "answer", "wants"),
    [
        ("weekly", "change-days", True),
        ("weekly", "keep", False),
        ("weekly", None, False),
        ("monthly", "change-days", False),
    ],
)
def test_other_days_are_wished_for_in_the_weekly_review_alone(practice, answer, wants):
    assert care.wants_other_days(practice, {"rhythm": answer} if answer else {}) is wants
