from ally_journal.domain.default_habits import default_habits, offered, reason_words
from ally_journal.domain.practice_files import load_built_in
from ally_journal.domain.schedule import NOT_TO_BE_SCHEDULED, parse_schedule


def test_they_are_ten_and_each_has_its_own_practice_and_name():
    habits = default_habits()
    assert len({habit.practice for habit in habits}) == len(habits) == 10
    assert len({habit.name for habit in habits}) == 10


def test_only_the_first_two_are_on():
    assert [(habit.practice, habit.schedule) for habit in default_habits() if habit.on] == [
        ("checkin", "3/week"),
        ("weekly", "1/week"),
    ]


def test_none_is_of_a_practice_that_is_never_a_target():
    library = load_built_in()
    for habit in default_habits():
        assert habit.practice not in NOT_TO_BE_SCHEDULED
        assert library.get(habit.practice).schedulable
        assert parse_schedule(habit.schedule).text == habit.schedule


def test_each_says_why_and_names_a_moment():
    habit = default_habits()[0]
    assert reason_words(habit).endswith("A moment for it: when I shut my laptop.")
    assert all(one.why.endswith(".") and one.cue for one in default_habits())


def test_those_that_are_there_are_not_offered_again():
    assert offered(["check-in", "WEEKLY REVIEW"])[0].practice == "bias_check"
    assert len(offered([])) == 10
