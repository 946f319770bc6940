import pytest

from ally_journal.limits import between, flag, one_of, text


def test_a_choice_takes_only_what_it_names():
    limit = one_of("light", "dark")
    assert limit("dark")
    assert not limit("neon")
    assert not limit(["dark"])


@pytest.mark.parametrize("value", [1, 0, "yes", None])
def test_a_switch_takes_only_true_and_false(value):
    assert flag(True)
    assert not flag(value)


def test_a_number_fits_up_to_its_bounds():
    limit = between(1, 7)
    assert all(limit(value) for value in (1, 7))
    assert not any(limit(value) for value in (0, 8, True, 2.0, "3", None))


def test_text_fits_up_to_its_length():
    limit = text(3)
    assert limit("abc")
    assert not limit("abcd")
    assert not limit(3)
