"""A head is looked at before anything is decrypted, and only one that age writes is taken."""

from contextlib import suppress

import pyrage  # noqa: TID253 a test has time
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.errors import JournalError
from ally_journal.formats.age_header import (
    CALM_FACTOR,
    MOST_FACTOR,
    MOST_HEAD,
    SealKind,
    bare,
    seal_of,
)
from ally_journal.packet_errors import NotAPacket, PacketDamaged, PacketTooLarge
from tests.formats.age_maker import scrypt_age
from tests.formats.packets import KEY

RECIPIENT = pyrage.x25519.Recipient.from_str(KEY.recipient)
BY_KEY = pyrage.encrypt(b"x" * 500, [RECIPIENT])
ARMOURED = pyrage.encrypt(b"x" * 500, [RECIPIENT], armored=True)
BY_WORDS = scrypt_age(b"x" * 500, "moss", 4)


def with_factor(factor: object) -> bytes:
    return BY_WORDS.replace(b" 4\n", f" {factor}\n".encode(), 1)


def test_a_key_opens_it_or_a_passphrase_with_its_factor():
    assert seal_of(BY_KEY).kind is SealKind.KEY
    assert seal_of(BY_KEY).memory == 0
    assert (seal_of(BY_WORDS).kind, seal_of(BY_WORDS).factor) == (SealKind.PASSPHRASE, 4)
    assert seal_of(BY_WORDS).memory == 16 << 10


def test_armour_changes_nothing():
    assert seal_of(ARMOURED) == seal_of(BY_KEY)
    assert seal_of(b"\r\n " + ARMOURED.replace(b"\n", b"\r\n")) == seal_of(BY_KEY)
    assert bare(ARMOURED).startswith(b"age-encryption.org/v1\n")
    assert bare(BY_KEY) == BY_KEY


@pytest.mark.parametrize("factor", range(64))
def test_only_factors_that_can_be_paid_for_are_taken(factor):
    if not factor:
        with pytest.raises(PacketDamaged):
            seal_of(with_factor(factor))
    elif factor > MOST_FACTOR:
        with pytest.raises(PacketTooLarge):
            seal_of(with_factor(factor))
    else:
        assert seal_of(with_factor(factor)).is_costly is (factor > CALM_FACTOR)


@pytest.mark.parametrize("factor", ["01", "-1", "+4", "4.0", "٤", "", "4 4", "1e1", "999"])
def test_a_factor_that_is_none_is_refused(factor):
    with pytest.raises(PacketDamaged):
        seal_of(with_factor(factor))


def test_sixteen_stanzas_are_taken_and_no_more():
    # Each recipient is one stanza, and pyrage adds one that means nothing.
    assert seal_of(pyrage.encrypt(b"x", [RECIPIENT] * 15)).kind is SealKind.KEY
    with pytest.raises(PacketDamaged):
        seal_of(pyrage.encrypt(b"x", [RECIPIENT] * 17))
    with pytest.raises(PacketDamaged):
        seal_of(pyrage.encrypt(b"x", [RECIPIENT] * 5000))


def test_a_passphrase_stands_alone():
    stanza = BY_WORDS.split(b"\n", 1)[1].split(b"---")[0]
    for doubled in (stanza + stanza, BY_KEY.split(b"\n", 1)[1].split(b"---")[0] + stanza):
        with pytest.raises(PacketDamaged):
            seal_of(BY_WORDS.replace(stanza, doubled, 1))


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"age-encryption.org/v2\n-> X25519 a\n", b"{}"]
)
def test_anything_else_is_no_packet(content):
    with pytest.raises(NotAPacket):
        seal_of(content)


@pytest.mark.parametrize("to", [22, 40, 100, 130])
def test_a_head_that_ends_early_is_damaged(to):
    with pytest.raises(PacketDamaged):
        seal_of(BY_KEY[:to])


@pytest.mark.parametrize(
    "content",
    [
        ARMOURED[:80],
        ARMOURED.replace(b"END", b"FIN"),
        ARMOURED.replace(b"a", b"!"),
        ARMOURED.replace(b"-----END", b"!\n-----END"),
    ],
    ids=["cut", "end", "letters", "odd"],
)
def test_armour_that_is_not_whole_is_damaged(content):
    with pytest.raises(PacketDamaged):
        bare(content)


@given(st.binary(max_size=300), st.integers(0, 200), st.integers(0, 200))
def test_any_bytes_are_taken_or_refused(noise, at, to):
    for sound in (BY_KEY, BY_WORDS, ARMOURED):
        content = sound[:at] + noise + sound[at + to :]
        with suppress(JournalError):
            assert seal_of(content).factor <= MOST_FACTOR


def test_the_longest_head_is_within_what_is_looked_at():
    head = BY_KEY.split(b"---")[0]
    assert len(head) * 16 < MOST_HEAD
