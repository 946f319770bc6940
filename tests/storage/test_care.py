"""What care goes by is read from numbers and days alone."""

from datetime import UTC, date, datetime

from ally_journal.domain.habit import Pause
from ally_journal.storage import care, habits
from ally_journal.storage.stamps import Stamp

DAY = date(2026, 3, 12)
STAMP = Stamp(datetime(2026, 3, 12, 9, tzinfo=UTC), "UTC", DAY)


def test_an_empty_vault_has_no_span_no_ratings_and_no_answers(vault):
    assert care.span(vault) == (None, None)
    assert care.ratings(vault, "none", DAY, ("debrief",)) == ()
    assert care.days_answered(vault, ("monthly",), "use") == ()


def test_only_the_pauses_of_all_habits_that_were_given_are_taken_back(vault):
    kept, gone = Pause(DAY, DAY, "Holiday"), Pause(DAY, DAY, "A pause")
    with vault.atomic() as tx:
        habits.add_pause(tx, None, kept, STAMP)
        habits.add_pause(tx, None, gone, STAMP)
        care.take_back_pauses(tx, [gone], STAMP)
    assert habits.marks(vault)[""].pauses == (kept,)
