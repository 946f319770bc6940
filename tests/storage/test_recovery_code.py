import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.errors import MalformedRecoveryCode
from ally_journal.storage import recovery_code

BITS = st.binary(min_size=20, max_size=20)


def test_a_code_has_nine_groups_of_four():
    groups = recovery_code.new_code().split("-")
    assert [len(group) for group in groups] == [4] * 9


def test_two_codes_differ():
    assert recovery_code.new_code() != recovery_code.new_code()


@given(BITS)
def test_what_is_spelled_is_read(bits):
    assert recovery_code.read(recovery_code.spell(bits)) == bits


@given(BITS, st.sampled_from([" ", "", "--", " – ", "\n", "\t\u00a0"]))
def test_case_blanks_and_dashes_do_not_matter(bits, between):
    typed = recovery_code.spell(bits).lower().replace("-", between)
    assert recovery_code.read(f" {typed} ") == bits


@given(BITS)
def test_letters_that_look_like_digits_are_taken_for_them(bits):
    code = recovery_code.spell(bits)
    for zero, one in (("O", "I"), ("o", "l"), ("O", "L"), ("o", "i")):
        assert recovery_code.read(code.replace("0", zero).replace("1", one)) == bits


@given(BITS, st.data())
def test_a_wrong_character_is_noticed(bits, data):
    code = recovery_code.spell(bits).replace("-", "")
    # A change in the bits passes the check of 20 bits once in a million; one in the check never.
    at = data.draw(st.integers(32, 35))
    other = data.draw(
        st.sampled_from([c for c in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if c != code[at]])
    )
    with pytest.raises(MalformedRecoveryCode):
        recovery_code.read(code[:at] + other + code[at + 1 :])


@pytest.mark.parametrize("text", ["", "fern", "U" * 36, "0" * 35, "0" * 37, "é" * 36, "0" * 36])
def test_what_is_no_code_is_refused(text):
    with pytest.raises(MalformedRecoveryCode):
        recovery_code.read(text)
