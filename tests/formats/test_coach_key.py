"""A coach's key: made, compared by its fingerprint, and unlocked from what age takes too."""

import hashlib

import pytest

from ally_journal.errors import EmptyPassphrase
from ally_journal.formats import age_process
from ally_journal.formats.age_file import seal_for_key
from ally_journal.formats.coach_key import checked, fingerprint, unlock
from ally_journal.packet_errors import BadCoachKey, WrongPacketPassphrase
from tests.formats.age_maker import scrypt_age
from tests.formats.packets import KEY, OTHER

PLAIN = f"# created: 2026-03-02\n# public key: {KEY.recipient}\n{KEY.identity}\n".encode()


def test_a_locked_key_file_is_unlocked():
    assert unlock(scrypt_age(PLAIN, "a heron"), "a heron") == KEY.identity


def test_a_key_file_in_the_clear_needs_no_passphrase():
    assert unlock(PLAIN, "") == KEY.identity
    assert unlock(PLAIN.replace(b"\n", b"\r\n"), "whatever") == KEY.identity


def test_another_passphrase_unlocks_nothing():
    with pytest.raises(WrongPacketPassphrase):
        unlock(scrypt_age(PLAIN, "a heron"), "a wren")
    with pytest.raises(EmptyPassphrase):
        unlock(scrypt_age(PLAIN, "a heron"), "")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\0",
        b"%PDF-1.7",
        KEY.recipient.encode(),
        KEY.identity.encode()[:-1],
        KEY.identity.replace("A", "Q").encode(),
        f"{KEY.identity}\n{OTHER.identity}\n".encode(),
        PLAIN + b"-----BEGIN OPENSSH PRIVATE KEY-----",
        seal_for_key(PLAIN, OTHER.recipient),
        scrypt_age(b"moss", "a heron"),
        scrypt_age(PLAIN, "a heron")[:-3],
        scrypt_age(PLAIN, "a heron").replace(b" 2\n", b" 60\n", 1),
        b"age-encryption.org/v1\n",
    ],
    ids=range(13),
)
def test_what_is_no_key_file_is_refused(data):
    with pytest.raises(BadCoachKey) as told:
        unlock(data, "a heron")
    assert KEY.identity not in str(told.value)


def test_a_key_is_tidied_where_it_was_pasted():
    broken = f"  {KEY.recipient[:30]}\n{KEY.recipient[30:]} \t"
    assert checked(broken) == KEY.recipient
    assert checked(KEY.recipient.upper()) == KEY.recipient


@pytest.mark.parametrize(
    "public", ["", "age1", KEY.identity, KEY.recipient[:-1], "ssh-ed25519 AAAA"]
)
def test_what_is_no_public_key_is_refused(public):
    with pytest.raises(BadCoachKey):
        checked(public)
    with pytest.raises(BadCoachKey):
        fingerprint(public)


def test_a_fingerprint_is_sixty_four_bits_in_four_groups():
    groups = fingerprint(KEY.recipient).split(" ")
    assert [len(group) for group in groups] == [4, 4, 4, 4]
    assert "".join(groups) == hashlib.sha256(KEY.recipient.encode()).hexdigest()[:16]
    assert fingerprint(KEY.recipient) != fingerprint(OTHER.recipient)


def test_a_key_that_costs_too_much_is_not_tried(monkeypatch):
    monkeypatch.setattr(age_process, "_CHILD", None)
    with pytest.raises(BadCoachKey):
        unlock(scrypt_age(PLAIN, "a heron").replace(b" 2\n", b" 23\n", 1), "a heron")
