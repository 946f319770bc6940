import pytest


@pytest.fixture
def water(ally):
    """A journal with one habit marked by hand."""
    said = ally("habit", "add", "Water the ivy", "--schedule", "daily")
    assert said.code == 0, said.err
    return ally


def standing(ally, *options):
    views = ally("habits", "--json", *options).json["habits"]
    return next(view for view in views if view["name"] == "Water the ivy")


def test_a_habit_stands_with_its_schedule(water):
    habit = standing(water)
    assert (habit["schedule"], habit["unit"], habit["streak"]) == ("daily", "day", 0)
    assert habit["chapters"] == []


def test_marked_days_make_a_streak(water):
    assert (
        water("habit", "mark", "water the ivy", "2026-02-28", "2026-03-01", "2026-03-02").code == 0
    )
    habit = standing(water)
    assert (habit["streak"], habit["longest"]) == (3, 3)
    assert habit["chapters"] == [{"from": "2026-02-28", "to": "2026-03-02", "length": 3}]
    assert 0 < habit["strength"] < 1


def test_the_streak_of_another_day_is_asked_for(water):
    water("habit", "mark", "Water the ivy", "2026-03-01", "2026-03-02")
    assert standing(water, "--today", "2026-03-01")["streak"] == 1


def test_a_cleared_day_no_longer_counts(water):
    water("habit", "mark", "Water the ivy", "2026-03-01", "2026-03-02")
    assert water("habit", "mark", "Water the ivy", "2026-03-02", "--clear").code == 0
    assert standing(water)["streak"] == 1


def test_rest_may_be_asked_for_ahead(water):
    assert water("habit", "mark", "Water the ivy", "2026-03-09", "--rest").code == 0


def test_a_day_to_come_marks_nothing_at_all(water):
    said = water("habit", "mark", "Water the ivy", "2026-03-01", "2026-03-03")
    assert said.code == 1
    assert "not come yet" in said.err
    assert standing(water)["streak"] == 0


def test_a_pause_of_one_or_of_all(water):
    assert water("habit", "pause", "Water the ivy", "2026-03-03", "2026-03-05").code == 0
    assert water("habit", "pause", "--all", "2026-03-06", "2026-03-08").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("pause", "2026-03-03"),
        ("pause", "2026-03-03", "2026-03-05"),
        ("pause", "--all", "Water the ivy", "2026-03-03", "2026-03-05"),
        ("mark", "Water the ivy"),
        ("mark", "Water the ivy", "2026-03-01", "--rest", "--clear"),
        ("add", "Fern"),
    ],
)
def test_words_that_make_no_command_are_wrong_usage(water, words):
    assert water("habit", *words).code == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("pause", "Water the ivy", "2026-03-05", "2026-03-03"), "Turn them round"),
        (("mark", "Moss", "2026-03-01"), "no habit with this name"),
        (("mark", "Water the ivy", "March"), "not a day"),
        (("add", "water the IVY", "--schedule", "daily"), "already"),
        (("add", "Fern", "--schedule", "hourly"), "not a schedule"),
        (("add", "Fern", "--schedule", "daily", "--practice", "moss"), "no practice “moss”"),
        (("add", "Fern", "--schedule", "daily", "--practice", "debrief"), "never becomes a habit"),
        (("add", " ", "--schedule", "daily"), "name is empty"),
    ],
)
def test_what_cannot_be_is_one_sentence(water, words, says):
    said = water("habit", *words)
    assert (said.code, said.out) == (1, "")
    assert says in said.err


def test_the_passphrase_may_be_named_before_the_journal(ally):
    words = ("--passphrase-file", ally.secret, ally.journal, "add", "Fern", "--schedule", "3/week")
    assert ally.bare("habit", *words).code == 0


def test_the_passphrase_may_be_named_right_after_the_journal(ally):
    add = ("add", "Fern", "--schedule", "3/week")
    assert ally.bare("habit", ally.journal, "--passphrase-file", ally.secret, *add).code == 0
    joined = f"--passphrase-file={ally.secret}"
    assert ally.bare("habit", ally.journal, joined, "mark", "fern", "2026-03-01").code == 0


def test_a_passphrase_file_without_a_subcommand_is_told(ally):
    assert ally.bare("habit", ally.journal, "--passphrase-file").code == 2


def test_a_measurable_habit_is_marked_with_amounts(ally):
    made = ally("habit", "add", "Read", "--schedule", "daily", "--goal", "at-least 10 minutes")
    assert made.code == 0
    marked = ally("habit", "mark", "read", "2026-02-28=12.5", "2026-03-01=10", "2026-03-02=3,5")
    assert marked.code == 0
    (habit,) = [one for one in ally("habits", "--json").json["habits"] if one["name"] == "Read"]
    assert (habit["streak"], habit["chapters"][0]["to"]) == (2, "2026-03-01")
    assert "Read  daily  at least 10 minutes  2 days" in ally("habits").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("mark", "Read", "2026-03-02"), "counts an amount"),
        (("mark", "Read", "2026-03-01=5", "2026-03-02"), "counts an amount"),
        (("mark", "Read", "2026-03-02=some"), "not an amount"),
        (("mark", "Read", "2026-03-03=5"), "2026-03-03 has not come yet"),
        (("mark", "Water the ivy", "2026-03-02=5"), "done or not"),
        (("add", "Run", "--schedule", "daily", "--goal", "more"), "is written like"),
        (("add", "Run", "--schedule", "daily", "--goal", "at-least some"), "not a number"),
        (("add", "Run", "--schedule", "daily", "--goal", "at-least 0"), "no target"),
        (("add", "Run", "--schedule", "8/week"), "8 a week cannot be"),
        (("add", "Run", "--schedule", "29/month"), "29 a month cannot be"),
        (("add", "Run", "--schedule", "every-91-days"), "Every 91 days cannot be"),
        (("add", "Run", "--schedule", "mon,tues"), "“tues” is not a day"),
    ],
)
def test_what_cannot_be_of_an_amount_or_a_schedule_names_the_place(water, words, says):
    water("habit", "add", "Read", "--schedule", "daily", "--goal", "at-least 10 minutes")
    said = water("habit", *words)
    assert (said.code, said.out) == (1, "")
    assert says in said.err
    habits = water("habits", "--json").json["habits"]
    assert all(habit["streak"] == 0 and habit["strength"] == 0 for habit in habits)


def test_an_amount_goes_with_a_mark_only(water):
    said = water("habit", "mark", "Water the ivy", "2026-03-02=5", "--rest")
    assert said.code == 2
