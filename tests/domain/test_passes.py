from ally_journal.domain.habit import Marks
from ally_journal.domain.passes import PassBook, is_pass, passes_left
from ally_journal.domain.schedule import Passes
from tests.domain.habit_rows import MONDAY, day, view


def left(row, schedule, today=None, **more):
    shown = view(row, schedule, today, **more)
    return passes_left(shown.habit, shown.marks, shown.standing, today or day(len(row) - 1))


def test_a_book_gives_what_it_has_and_gets_it_back_after_the_span():
    book = PassBook(Passes(2, 28))
    assert [book.take(at) for at in (0, 10, 20, 28, 29, 38, 39)] == [
        True, True, False, False, True, False, True,
    ]  # fmt: skip


def test_what_was_used_is_not_left():
    assert left("xxxx", "daily") == (2, 2)
    assert left("xx.x", "daily") == (1, 2)
    assert left("x..x", "daily") == (0, 2)
    assert left("xxx....xxx....", "3/week") == (1, 1)


def test_rest_that_was_asked_for_uses_no_pass():
    assert left("xrrx", "daily") == (2, 2)


def test_a_new_schedule_has_all_its_passes():
    assert left("x..xxxx" + "xxx....", "daily", later=[(day(7), "3/week")]) == (1, 1)


def test_a_running_unit_is_asked_from_its_first_day():
    missed = "......."
    row = missed + "xxx...." * 3 + "....."
    assert left(row, "3/week") == (0, 1)


def test_before_its_first_day_a_habit_has_all_its_passes():
    assert left("", "daily") == (2, 2)


def test_a_pass_is_told_from_asked_rest():
    shown = view("x.r", "daily")
    assert [is_pass(unit, shown.marks) for unit in shown.standing.units] == [False, True, False]
    assert not is_pass(shown.standing.units[0], Marks(rests=frozenset({MONDAY})))
