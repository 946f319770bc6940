from dataclasses import fields

import pytest

from ally_journal.settings import Settings, fitting


def test_every_default_is_a_value_that_its_setting_allows():
    defaults = {one.name: one.default for one in fields(Settings)}
    assert fitting(defaults) == defaults


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("day_ends", 0, 360),
        ("week_starts", 0, 6),
        ("weekly_aim", 1, 7),
        ("lock_after", 0, 120),
        ("late_marks", 0, 14),
    ],
)
def test_a_number_fits_up_to_its_bounds(name, low, high):
    for value in (low, high):
        assert fitting({name: value}) == {name: value}
    for value in (low - 1, high + 1, "1", 1.0, True, None):
        assert fitting({name: value}) == {}


@pytest.mark.parametrize("value", [1, 0, "yes", None])
def test_a_switch_takes_only_true_and_false(value):
    assert fitting({"welcomed": value}) == {}


def test_a_name_fits_up_to_its_length():
    assert fitting({"called": "x" * 40}) == {"called": "x" * 40}
    assert fitting({"called": "x" * 41}) == {}


def test_what_is_not_known_is_left_out():
    assert fitting({"score": 100, "weekly_aim": 5}) == {"weekly_aim": 5}
