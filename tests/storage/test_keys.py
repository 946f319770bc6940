import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.errors import EmptyPassphrase
from ally_journal.storage import keys
from ally_journal.storage.keys import DEFAULT, DatabaseKey, KdfCost, keyspec

KEY, SALT = b"k" * 32, b"s" * 16


@pytest.mark.parametrize(
    "figures",
    [
        (19 * 1024 - 1, 1, 1),
        (1024 * 1024 + 1, 1, 1),
        (2**40, 1, 1),
        (65536, 0, 1),
        (65536, 17, 1),
        (65536, 2**31, 1),
        (65536, 1, 0),
        (65536, 1, 9),
        (-1, 1, 1),
    ],
)
def test_a_cost_out_of_bounds_is_refused(figures):
    with pytest.raises(ValueError, match=r"^$"):
        KdfCost(*figures)


def test_the_default_is_64_mib_three_times_on_four_lanes():
    assert KdfCost(64 * 1024, 3, 4) == DEFAULT


@pytest.mark.parametrize(("seconds", "times"), [(0.1, 4), (0.3, 2), (0.6, 1), (5.0, 1)])
def test_a_faster_machine_pays_with_more_memory(seconds, times):
    ticks = iter([10.0, 10.0 + seconds])
    assert keys.calibrated(lambda: next(ticks)) == KdfCost(64 * 1024 * times, 3, 4)


def test_the_same_secret_stretches_to_the_same_key():
    cheap = KdfCost(19 * 1024, 1, 1)
    one, same = keys.stretch(b"fern", SALT, cheap), keys.stretch(b"fern", SALT, cheap)
    other = keys.stretch(b"moss", SALT, cheap)
    assert one == same != other


@given(st.text(max_size=40))
def test_a_passphrase_is_the_same_however_its_accents_are_typed(text):
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert keys.passphrase_bytes(composed) == keys.passphrase_bytes(decomposed)


@pytest.mark.parametrize("text", ["  fern ", "🌿" * 50, "x" * 1000, "\ud800", "a\0b"])
def test_any_passphrase_has_a_spelling(text):
    assert keys.new_passphrase_bytes(text)


def test_an_empty_passphrase_cannot_be_chosen():
    with pytest.raises(EmptyPassphrase):
        keys.new_passphrase_bytes("")


def test_what_is_sealed_is_unsealed_with_the_same_key_and_context_only():
    sealed = keys.seal(KEY, b"n" * 12, b"root", b"here")
    assert keys.unseal(KEY, b"n" * 12, sealed, b"here") == b"root"
    assert keys.unseal(KEY, b"n" * 12, sealed, b"there") is None
    assert keys.unseal(b"q" * 32, b"n" * 12, sealed, b"here") is None


def test_each_purpose_has_a_key_of_its_own():
    assert len({bytes(keys.derived(KEY, purpose)) for purpose in ("db", "header", "spool")}) == 3


def test_a_keyspec_has_96_digits():
    assert bytes(keyspec(KEY, SALT)) == b"x'" + b"6b" * 32 + b"73" * 16 + b"'"
    assert len(keyspec(KEY, SALT)) == 99


@pytest.mark.parametrize(
    ("key", "salt"),
    [(KEY + b"k", SALT), (KEY[1:], SALT), (b"", SALT), (KEY, SALT + b"s"), (KEY, SALT[1:])],
)
def test_a_keyspec_of_another_length_is_never_made(key, salt):
    with pytest.raises(ValueError, match=r"^$"):
        keyspec(key, salt)


def test_a_wiped_key_opens_nothing_any_more():
    key = DatabaseKey(KEY, SALT)
    key.wipe()
    with pytest.raises(ValueError, match=r"^$"):
        key.spec()


def test_roots_differ():
    roots = [keys.new_root() for _ in range(4)]
    assert all(len(root) == 32 for root in roots)
    assert all(one != other for one, other in pairwise(roots))


def test_a_wiped_key_makes_no_other():
    key = DatabaseKey(KEY, SALT)
    assert key.derived("backup") == keys.derived(keys.derived(KEY, "db"), "backup")
    key.wipe()
    with pytest.raises(ValueError, match=r"^$"):
        key.derived("backup")


def test_a_key_wiped_while_it_is_spelled_is_not_taken():
    class Wiped(bytearray):
        def __iter__(self):
            digits = list(bytes(self))
            keys.wipe(self)
            return iter(digits)

    with pytest.raises(ValueError, match=r"^$"):
        keyspec(Wiped(KEY), SALT)


def test_a_secret_is_overwritten_only_where_what_is_done_with_it_fails():
    secret = bytearray(b"kept")
    with keys.wiping_on_error(secret):
        pass
    assert secret == b"kept"
    with pytest.raises(KeyError), keys.wiping_on_error(secret):
        raise KeyError
    assert secret == bytes(4)
