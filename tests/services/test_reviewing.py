"""The week and the month of a real journal."""

from datetime import date, timedelta

from ally_journal.domain.promise import PromiseState

DAY = date(2026, 3, 12)


def plan(journal, act):
    answers = {"wish": act, "ifthen": {"if": "we meet", "then": act}, "due": "2026-03-13"}
    journal.writing.write("plan", answers)


def catch(journal, *cues, when="same day"):
    journal.writing.write("catch", {"what": "x", "when_noticed": when, "set_off": list(cues)})


def test_a_week_says_what_was_done_then_what_is_undone(journal):
    plan(journal, "ask Wren")
    plan(journal, "thank Fern")
    first = journal.promises.all()[0]
    journal.promises.settle(first.id, PromiseState.DONE)
    week = journal.reviews.week()
    assert week.first == date(2026, 3, 9)
    assert week.done == (first.text,)
    assert len(week.undone) == 1


def test_a_week_begins_on_the_chosen_day(journal):
    journal.settings.change(week_starts=6)
    assert journal.reviews.week().first == date(2026, 3, 8)


def test_what_was_noticed_is_of_this_week_and_the_one_before(journal, clock):
    catch(journal, when="later")
    clock.move(timedelta(days=7))
    catch(journal)
    week = journal.reviews.week()
    assert (week.noticed, week.before) == ((("same-day", 1),), (("later", 1),))


def test_a_month_has_cues_by_their_words_and_kinds_of_acts(journal):
    catch(journal, "rush", "age")
    catch(journal, "rush", "other: a bell rang")
    journal.writing.write("bias_check", {"thought": "x", "cue": ["rush"]})
    journal.writing.write("action", {"did": "x", "timing": "planned", "level": "group"})
    month = journal.reviews.month()
    assert month.first == date(2026, 3, 1)
    assert month.cues[0] == ("rush", 3)
    assert ("other", 1) in month.cues
    assert month.squares == {"planned-group"}
    assert (month.days_written, month.entries) == (1, 4)


def test_in_the_first_days_the_month_before_is_looked_back_on(journal, clock):
    catch(journal, "rush")
    clock.move(timedelta(days=22))
    month = journal.reviews.month()
    assert (month.first, month.last) == (date(2026, 3, 1), date(2026, 3, 31))
    assert month.cues == (("rush", 1),)


def test_an_entry_in_the_trash_is_not_looked_back_on(journal):
    catch(journal, "rush")
    journal.bin.move(journal.reading.find()[0].id)
    assert journal.reviews.month().cues == ()


def test_what_may_be_read_back_of_a_month_leaves_out_what_is_for_the_person_alone(journal, clock):
    catch(journal)
    clock.move(timedelta(days=1))
    journal.writing.write("free", {"page": "A walk."})
    found = journal.reviews.month_entries()
    assert [row.practice for row in found.entries] == ["free", "catch"]
    assert found.is_whole
    journal.writing.write("needed_ally", {"facts": "x"})
    journal.writing.write("facts", {"words": "x"})
    journal.writing.write("weekly", {"stay": "x"})
    journal.writing.write("how_now", {"level_after": 3})
    again = journal.reviews.month_entries()
    assert again.entries == found.entries
    assert not again.is_whole


def test_another_month_is_not_read_back(journal, clock):
    catch(journal)
    clock.move(timedelta(days=40))
    assert journal.reviews.month_entries().entries == ()
