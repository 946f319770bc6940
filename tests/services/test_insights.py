from __future__ import annotations

from datetime import UTC, date, datetime


def test_when_i_notice_is_counted_from_what_was_ticked(journal):
    for day in (1, 2, 3, 4, 5):
        moment = datetime(2026, 3, day, 9, tzinfo=UTC)
        journal.writing.write("catch", {"what": "x", "when_noticed": "same day"}, at=moment)
    journal.writing.write("catch", {"what": "not ticked"})
    noticed = journal.insights.noticed(date(2026, 3, 12))
    assert noticed.count == 5
    assert noticed.drawable
    assert {one.key: one.values[-1] for one in noticed.series}["same-day"] == 5


def test_the_week_adds_up_entries_and_promises(journal):
    journal.writing.write("checkin", {"feel": ["calm"]})
    journal.writing.write(
        "plan", {"wish": "Wait", "ifthen": {"if": "a", "then": "b"}, "due": "2026-03-13"}
    )
    week = journal.insights.week()
    assert (week.days_written, week.open, week.due) == (1, 1, 1)


def test_every_insight_has_a_sentence_and_a_table(journal):
    journal.writing.write("checkin", {"feel": ["calm"]})
    for one in journal.insights.all():
        assert one.sentence
        assert one.table.head
