from ally_journal.domain.default_habits import default_habits


def test_they_are_ten_and_each_has_its_own_practice_and_name():
    habits = default_habits()
    assert len({habit.practice for habit in habits}) == len(habits) == 10
    assert len({habit.name for habit in habits}) == 10
