def test_no_habits_is_an_empty_list_or_those_it_begins_with(ally):
    habits = ally("habits", "--json").json["habits"]
    assert all(habit["streak"] == 0 for habit in habits)


def test_a_habit_is_shown_on_a_line(ally):
    ally("habit", "add", "Fern", "--schedule", "daily")
    ally("habit", "mark", "Fern", "2026-03-02")
    said = ally("habits")
    assert "Fern  daily  1 day" in said.out


def test_a_habit_without_a_streak_has_no_zero(ally):
    ally("habit", "add", "Fern", "--schedule", "daily")
    assert "The first chapter is still ahead" in ally("habits").out


def test_a_day_that_is_none_is_refused(ally):
    said = ally("habits", "--today", "2026-13-01")
    assert said.code == 1
    assert "not a day" in said.err


def test_insights_have_words_and_numbers(ally):
    found = ally("insights", "--json").json
    assert set(found) == {"rhythm", "insights"}
    assert all(one["sentence"] and one["table"]["head"] for one in found["insights"])


def test_insights_are_read_as_lines(ally):
    said = ally("insights", "--today", "2026-03-02")
    assert said.code == 0
    assert said.out
