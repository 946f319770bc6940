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
