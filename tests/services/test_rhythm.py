from datetime import date, timedelta

from ally_journal.domain.rhythm import WeekState
from ally_journal.services.rhythm import journal_rhythm

TODAY = date(2026, 3, 12)


def rhythm(journal, day=TODAY):
    return journal_rhythm(journal._context, day)


def write(journal, clock, days_ago):
    at = clock.now() - timedelta(days=days_ago)
    return journal.writing.write("free", {"page": "moss"}, at=at)[0]


def test_a_journal_without_entries_has_no_weeks(journal):
    assert rhythm(journal).weeks == ()


def test_weeks_are_touched_by_one_entry_and_kept_by_as_many_days_as_the_aim(journal, clock):
    for days in (0, 1, 2, 7):
        write(journal, clock, days)
    assert [week.state for week in rhythm(journal).weeks] == [WeekState.TOUCHED, WeekState.KEPT]
    journal.settings.change(weekly_aim=4)
    assert [week.state for week in rhythm(journal).weeks] == [WeekState.TOUCHED, WeekState.TOUCHED]


def test_an_entry_in_the_trash_or_to_come_does_not_count(journal, clock):
    gone = write(journal, clock, 0)
    journal.bin.move(gone.id)
    journal.writing.set_day(write(journal, clock, 0).id, TODAY + timedelta(days=1))
    assert rhythm(journal).weeks == ()


def test_a_pause_of_everything_pauses_the_weeks(journal, clock):
    write(journal, clock, 14)
    journal.habits.pause(None, date(2026, 3, 2), date(2026, 3, 15))
    assert [week.state for week in rhythm(journal).weeks] == [
        WeekState.TOUCHED,
        WeekState.PAUSED,
        WeekState.PAUSED,
    ]


def test_weeks_begin_on_the_day_that_was_chosen(journal, clock):
    write(journal, clock, 0)
    journal.settings.change(week_starts=6)
    assert rhythm(journal).weeks[0].first == date(2026, 3, 8)
