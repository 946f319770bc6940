import pytest

from ally_journal.domain.schedule_words import schedule_sentence
from ally_journal.errors import BadSchedule


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        ("daily", "Every day. Two of these days in any four weeks may be missed."),
        ("mon,tue,wed,thu,fri,sat,sun", "Every day. Two of these days in any four weeks"),
        (
            "mon,wed,fri",
            (
                "Mondays, Wednesdays and Fridays; the other days ask nothing. Two of these days in "
                "any four weeks may be missed. In a year that is about 156 days."
            ),
        ),
        (
            "3/week",
            (
                "On three days of each calendar week, whichever they are. One week in any four may "
                "be missed. In a year that is about 156 days."
            ),
        ),
        ("1/week", "On one day of each calendar week, whichever it is."),
        ("2/month", "On two days of each calendar month, whichever they are. One month in any six"),
        ("1/month", "On one day of each calendar month"),
        (
            "every-14-days",
            (
                "Once in every 14 days, counted from the first day. One time in any four may be "
                "missed. In a year that is about 26 days."
            ),
        ),
    ],
)
def test_a_schedule_says_what_it_asks_and_what_may_be_missed(schedule, words):
    assert schedule_sentence(schedule).startswith(words)


def test_a_schedule_that_cannot_be_has_no_sentence():
    with pytest.raises(BadSchedule):
        schedule_sentence("8/week")
