"""When a reminder is due: at most one a day, whatever computer, clock and traveller do."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ally_journal.domain.reminder import (
    GAP,
    DayTime,
    Plan,
    Story,
    answered,
    fewer,
    is_due,
    next_moment,
    settled,
    with_opened,
    with_shown,
)

BERLIN = ZoneInfo("Europe/Berlin")
WORKDAYS = frozenset(range(5))
EVENINGS = Plan((DayTime(time(17, 30), WORKDAYS),), (time(21), time(8)))
MONDAY = date(2026, 3, 2)
ZONES = (
    *("Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo"),
    *("Pacific/Kiritimati", "Asia/Kathmandu", "America/St_Johns", "Etc/GMT+12", "UTC"),
)


def at(hour, minute=0, day=MONDAY, zone=BERLIN):
    return datetime.combine(day, time(hour, minute), zone)


def shown_on(*days):
    """The story after reminders on these days that nobody came to."""
    story = Story()
    for day in days:
        story = settled(with_shown(story, at(18, day=day)), at(9, day=day + timedelta(days=1)))
    return story


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        (at(17, 29), False),
        (at(17, 30), True),
        (at(20, 59), True),
        (at(21), False),
        (at(18, day=MONDAY + timedelta(days=5)), False),
    ],
)
def test_it_is_due_from_its_time_on_until_the_quiet_hours(moment, due):
    assert is_due(EVENINGS, Story(), moment) is due


def test_once_shown_it_is_not_due_again_that_day():
    story = with_shown(Story(), at(17, 30))
    assert not is_due(EVENINGS, story, at(17, 31))
    assert next_moment(EVENINGS, story, at(17, 31)) == at(17, 30, MONDAY + timedelta(days=1))


def test_after_sleep_it_is_caught_up_on_the_same_day_only():
    assert is_due(EVENINGS, Story(), at(19, 40))
    saturday = MONDAY + timedelta(days=5)
    assert not is_due(EVENINGS, Story(), at(10, day=saturday))
    assert next_moment(EVENINGS, Story(), at(10, day=saturday)).date() == date(2026, 3, 9)


def test_a_time_in_the_quiet_hours_waits_for_their_end():
    early = Plan((DayTime(time(6), WORKDAYS),), (time(21), time(8)))
    assert next_moment(early, Story(), at(5)) == at(8)
    assert not early.never_comes()


def test_a_time_after_which_it_is_quiet_until_midnight_never_comes():
    late = Plan((DayTime(time(22), WORKDAYS),), (time(21), time(8)))
    assert next_moment(late, Story(), at(5)) is None
    assert late.never_comes()


def test_in_a_pause_there_is_none():
    plan = Plan(EVENINGS.times, None, ((MONDAY, MONDAY + timedelta(days=2)),))
    assert not is_due(plan, Story(), at(18))
    assert next_moment(plan, Story(), at(18)) == at(17, 30, MONDAY + timedelta(days=3))


def test_while_all_rest_there_is_none():
    plan = Plan(EVENINGS.times, rests=True)
    assert not is_due(plan, Story(), at(18))
    assert next_moment(plan, Story(), at(18)) is None


def test_quiet_hours_within_a_day_end_with_their_last_minute():
    noon = Plan((DayTime(time(10), WORKDAYS),), (time(12), time(13)))
    due = [is_due(noon, Story(), one) for one in (at(11, 59), at(12), at(12, 59), at(13))]
    assert due == [True, False, False, True]


def test_on_a_day_on_which_the_journal_was_opened_there_is_none():
    story = with_opened(Story(), at(9))
    assert not is_due(EVENINGS, story, at(18))
    assert is_due(EVENINGS, story, at(18, day=MONDAY + timedelta(days=1)))


def test_each_weekday_may_have_its_own_time():
    plan = Plan((*EVENINGS.times, DayTime(time(10), frozenset({5}))))
    assert plan.time_on(MONDAY) == time(17, 30)
    assert plan.time_on(MONDAY + timedelta(days=5)) == time(10)
    assert plan.time_on(MONDAY + timedelta(days=6)) is None


# Ignored twice.


def test_two_that_nobody_came_to_within_a_week_ask_and_stop():
    story = shown_on(MONDAY, MONDAY + timedelta(days=6))
    assert story.asks_to_ease
    assert next_moment(EVENINGS, story, at(9, day=date(2026, 3, 9))) is None
    assert not is_due(EVENINGS, story, at(18, day=date(2026, 3, 9)))


def test_once_answered_they_go_on():
    story = answered(shown_on(MONDAY, MONDAY + timedelta(days=1)))
    assert is_due(EVENINGS, story, at(18, day=MONDAY + timedelta(days=2)))


def test_two_a_week_apart_ask_nothing():
    later = MONDAY + timedelta(days=7)
    assert not Story(ignored=(MONDAY, later)).asks_to_ease
    assert shown_on(MONDAY, later).ignored == (later,)


def test_whoever_came_that_day_has_not_ignored_it():
    story = with_opened(with_shown(Story(), at(17, 30)), at(23, 59))
    assert settled(story, at(12, day=MONDAY + timedelta(days=1))).ignored == ()


def test_one_late_in_the_evening_may_be_answered_after_midnight():
    story = with_opened(with_shown(Story(), at(23, 30)), at(1, day=MONDAY + timedelta(days=1)))
    assert story.ignored == ()


def test_coming_the_day_after_is_too_late_and_counts_once():
    story = with_opened(with_shown(Story(), at(17, 30)), at(9, day=MONDAY + timedelta(days=1)))
    assert story.ignored == (MONDAY,)
    assert settled(story, at(12, day=MONDAY + timedelta(days=2))) == story


def test_one_shown_by_a_clock_that_was_years_ahead_holds_nothing_up_for_long():
    wrong = with_shown(Story(), at(18, day=date(2090, 1, 2)))
    story = settled(wrong, at(18))
    assert not is_due(EVENINGS, story, at(19))
    assert next_moment(EVENINGS, wrong, at(18)) == at(17, 30, MONDAY + timedelta(days=1))


# Fewer.


def test_fewer_days_are_every_other_one_each_at_its_time():
    both = (*EVENINGS.times, DayTime(time(10), frozenset({5, 6})))
    assert fewer(both) == (
        DayTime(time(17, 30), frozenset({0, 2, 4})),
        DayTime(time(10), frozenset({6})),
    )


def test_the_last_day_stays():
    one = (DayTime(time(10), frozenset({6})),)
    assert fewer(one) == one


# Clocks.


def test_a_time_that_a_change_of_the_clock_skips_comes_right_after_it():
    night = Plan((DayTime(time(2, 30), frozenset(range(7))),))
    spring = datetime(2026, 3, 29, tzinfo=BERLIN)
    moment = next_moment(night, Story(), spring)
    assert moment == datetime(2026, 3, 29, 1, 0, tzinfo=UTC) + timedelta(minutes=30)
    assert is_due(night, Story(), moment.astimezone(BERLIN))


def test_a_time_that_comes_twice_reminds_once():
    night = Plan((DayTime(time(2, 30), frozenset(range(7))),))
    autumn = datetime(2026, 10, 25, tzinfo=BERLIN)
    moment = next_moment(night, Story(), autumn)
    story = with_shown(Story(), moment.astimezone(BERLIN))
    again = next_moment(night, story, (moment + timedelta(minutes=1)).astimezone(BERLIN))
    assert again.astimezone(BERLIN).date() == date(2026, 10, 26)


def test_who_lands_on_tomorrow_is_not_reminded_at_once():
    west, east = timezone(-timedelta(hours=12)), timezone(timedelta(hours=14))
    daily = Plan((DayTime(time(6), frozenset(range(7))),))
    shown = at(6, zone=west)
    story, landed = with_shown(Story(), shown), (shown + timedelta(minutes=1)).astimezone(east)
    assert landed.date() == MONDAY + timedelta(days=1)
    assert not is_due(daily, story, landed)
    assert next_moment(daily, story, landed) == shown + GAP


times = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))
weekdays = st.frozensets(st.integers(0, 6), min_size=1)
near = st.dates(date(2026, 1, 1), date(2027, 12, 31))
plans = st.builds(
    Plan,
    st.lists(st.builds(DayTime, times, weekdays), max_size=3).map(tuple),
    st.none() | st.tuples(times, times),
    st.lists(st.tuples(near, near), max_size=2).map(tuple),
)
# So many minutes pass awake or asleep, or until one flies or comes; or the clock is set by them.
steps = st.lists(
    st.tuples(
        st.sampled_from(("pass", "pass", "sleep", "set", "fly", "open")),
        st.integers(-7 * 1440, 7 * 1440),
        st.sampled_from(ZONES),
    ),
    max_size=60,
)
starts = st.integers(0, 680 * 1440).map(
    lambda minutes: datetime(2026, 1, 8, tzinfo=UTC) + timedelta(minutes=minutes)
)


@settings(max_examples=300, deadline=None)
@given(plans, starts, st.sampled_from(ZONES), steps)
def test_there_is_never_more_than_one_on_a_date(plan, now, zone, happened):
    story, shown, back = Story(), [], 0
    for kind, minutes, other in happened:
        # Put back by more than a week, a clock was wrong before; then dates may come again.
        passed = minutes if kind == "set" and back - minutes < 5 * 1440 else abs(minutes)
        back += max(0, -passed)
        now += timedelta(minutes=passed)
        zone = other if kind == "fly" else zone
        local = now.astimezone(ZoneInfo(zone))
        story = settled(story, local)
        if kind == "open":
            story = with_opened(story, local)
        elif kind != "sleep" and is_due(plan, story, local):
            shown.append(local.date())
            story = answered(with_shown(story, local))
    assert sorted(set(shown)) == shown


@settings(max_examples=300, deadline=None)
@given(plans, starts, st.sampled_from(ZONES), st.none() | st.integers(0, 4000))
def test_the_next_moment_is_the_first_at_which_it_is_due(plan, now, zone, ago):
    local = now.astimezone(ZoneInfo(zone))
    since = None if ago is None else (now - timedelta(minutes=ago)).astimezone(ZoneInfo(zone))
    story = Story() if since is None else with_shown(Story(), since)
    moment = next_moment(plan, story, local)
    end = moment or now + timedelta(days=3)
    while now < min(end, local.astimezone(UTC) + timedelta(days=9)):
        assert not is_due(plan, settled(story, here := now.astimezone(ZoneInfo(zone))), here)
        now += timedelta(minutes=15)
    assert moment is None or is_due(plan, story, moment.astimezone(ZoneInfo(zone)))
