"""Care in a real journal: what is offered, and less of it where that is wanted."""

from datetime import date, timedelta

import pytest

from ally_journal.domain.care import Offer, Wish, was_offered

DAY = date(2026, 3, 12)


def look_back(journal, before, after, event=None):
    """An entry about a hard talk, with how strong the feeling was."""
    draft = journal.writing.begin(
        "debrief", carry={"gate.level": before, "level_after": after, "facts": "x"}, event=event
    )
    entry, _change = journal.writing.keep(draft)
    return entry


def test_three_looks_at_one_event_without_a_drop_are_noticed(journal):
    first = look_back(journal, 5, 5)
    second = look_back(journal, 5, 5, first.event)
    assert not journal.care.is_circling(second.id)
    third = look_back(journal, 5, 5, first.event)
    assert journal.care.is_circling(third.id)


def test_a_drop_is_a_drop(journal):
    first = look_back(journal, 5, 5)
    look_back(journal, 5, 5, first.event)
    assert not journal.care.is_circling(look_back(journal, 5, 4, first.event).id)


def test_what_lies_a_week_back_does_not_count(journal, clock):
    first = look_back(journal, 5, 5)
    look_back(journal, 5, 5, first.event)
    clock.move(timedelta(days=7))
    assert not journal.care.is_circling(look_back(journal, 5, 5, first.event).id)


def test_a_plan_on_the_same_event_is_no_further_look(journal):
    first = look_back(journal, 5, 5)
    draft = journal.writing.begin("plan", carry={"wish": "ask Wren"}, event=first.event)
    journal.writing.keep(draft)
    assert not journal.care.is_circling(look_back(journal, 5, 5, first.event).id)


def test_one_tap_days_later_is_no_further_look(journal):
    first = look_back(journal, 5, 5)
    tap = journal.writing.begin("how_now", carry={"level_after": 5}, event=first.event)
    journal.writing.keep(tap)
    assert not journal.care.is_circling(look_back(journal, 5, 5, first.event).id)


def test_an_entry_without_an_event_is_no_circle(journal):
    entry, _change = journal.writing.write("debrief", {"facts": "x"})
    assert not journal.care.is_circling(entry.id)


def test_an_entry_in_the_trash_counts_no_more(journal):
    first = look_back(journal, 5, 5)
    second = look_back(journal, 5, 5, first.event)
    journal.bin.move(second.id)
    assert not journal.care.is_circling(look_back(journal, 5, 5, first.event).id)


@pytest.fixture
def used(journal, clock):
    """A journal of four weeks, with an entry of today."""
    journal.writing.write("free", {"page": "A first page."})
    clock.move(timedelta(days=28))
    journal.writing.write("free", {"page": "Another page."})
    return journal


def test_an_empty_or_new_journal_asks_nothing(journal):
    assert not journal.care.is_fit_due()
    journal.writing.write("free", {"page": "x"})
    assert not journal.care.is_fit_due()


def test_after_four_weeks_it_asks_how_it_is(used):
    assert used.care.is_fit_due()


@pytest.mark.parametrize("practice", ["monthly", "journal_fit"])
def test_an_answer_is_enough_for_four_weeks(used, clock, practice):
    used.writing.write(practice, {"use": "mixed"})
    assert not used.care.is_fit_due()
    clock.move(timedelta(days=28))
    used.writing.write("free", {"page": "x"})
    assert used.care.is_fit_due()


def test_it_does_not_ask_where_nothing_else_is_to_ask(used):
    used.settings.change(unasked_on=used.today().isoformat())
    assert not used.care.is_fit_due()


def test_put_away_is_put_away(used):
    used.settings.change(fit_put_away=used.today().isoformat())
    assert not used.care.is_fit_due()


def pauses(journal):
    habit, _change = (
        journal.habits.add("Check-in", "3/week")
        if not journal.habits.views()
        else (
            journal.habits.views()[0].habit,
            None,
        )
    )
    return journal.habits.view(habit.id).marks.pauses


@pytest.mark.parametrize(("wish", "stretches"), [(Wish.PAUSE, 1), (Wish.EASE, 4)])
def test_less_is_a_pause_that_ends_by_itself_and_can_be_taken_back(journal, wish, stretches):
    made, change = journal.care.ask_less(wish)
    assert change.habits
    assert pauses(journal) == made
    assert len(made) == stretches
    assert journal.care.take_back(made).habits
    assert pauses(journal) == ()


def test_asked_twice_it_is_once(journal):
    journal.care.ask_less(Wish.EASE)
    made, _change = journal.care.ask_less(Wish.EASE)
    assert pauses(journal) == made


def test_a_holiday_that_was_planned_stays(journal):
    journal.habits.pause(None, DAY, DAY + timedelta(days=3), "Holiday")
    made, _change = journal.care.ask_less(Wish.PAUSE)
    journal.care.take_back(made)
    assert [one.reason for one in pauses(journal)] == ["Holiday"]


def test_what_was_offered_is_noted_beside_what_else_was(journal):
    assert journal.care.note_offered(Offer.LATE, DAY).settings
    journal.care.note_offered(Offer.PAUSE, DAY)
    said = journal.settings.all().offered
    assert was_offered(said, DAY, Offer.LATE)
    assert was_offered(said, DAY, Offer.PAUSE)
