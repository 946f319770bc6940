"""Sealed files are opened by the age program too, and theirs by us."""

import re
import subprocess

import pyrage  # noqa: TID253 a test has time
import pytest

from ally_journal.errors import EmptyPassphrase, SourceUnreadable
from ally_journal.formats import coach_key
from ally_journal.formats.age_file import (
    checked_recipient,
    is_age,
    new_key,
    public_of,
    seal_for_key,
    seal_for_passphrase,
)
from ally_journal.formats.age_header import MOST_FACTOR, seal_of
from ally_journal.formats.packet_json import packet_bytes
from ally_journal.formats.unsealing import Secret, needs, open_packet
from ally_journal.packet_errors import BadCoachKey
from tests.formats.packets import KEY, MISTYPED, OTHER, packet

DATA = packet_bytes(packet(), "<p>moss</p>")
WORDS = "moss fern slate"


def typed(program: str, place, *lines: str) -> None:
    """Run a program on a terminal where somebody types these lines."""
    given = "".join(f"{line}\n" for line in lines)
    done = subprocess.run(
        ["script", "-qec", program, "/dev/null"],
        cwd=place, input=given, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_age_opens_what_was_sealed_for_a_key(tmp_path):
    (tmp_path / "packet.age").write_bytes(seal_for_key(DATA, KEY.recipient))
    (tmp_path / "key.txt").write_text(f"# mine\n{KEY.identity}\n")
    opened = subprocess.run(
        ["age", "-d", "-i", "key.txt", "packet.age"], cwd=tmp_path, capture_output=True, check=True
    )
    assert opened.stdout == DATA


def test_we_open_what_age_sealed_for_a_key(tmp_path):
    for form in ("-e", "-a"):
        path = tmp_path / f"packet{form}"
        program = ["age", form, "-r", KEY.recipient, "-r", OTHER.recipient, "-o", str(path)]
        subprocess.run(program, input=DATA, check=True)
        assert is_age(path)
        assert open_packet(path, Secret(identities=(OTHER.identity,))).packet == packet()


def test_age_opens_what_was_sealed_for_a_passphrase(tmp_path):
    sealed = seal_for_passphrase(DATA, WORDS)
    assert 10 <= seal_of(sealed).factor <= MOST_FACTOR
    (tmp_path / "packet.age").write_bytes(sealed)
    typed("age -d -o packet.json packet.age", tmp_path, WORDS)
    assert (tmp_path / "packet.json").read_bytes() == DATA


def test_we_open_what_age_sealed_for_a_passphrase(tmp_path):
    (tmp_path / "packet.json").write_bytes(DATA)
    typed("age -p -a -o packet.age packet.json", tmp_path, WORDS, WORDS)
    assert needs(tmp_path / "packet.age").factor == 18
    assert open_packet(tmp_path / "packet.age", Secret(WORDS)).packet == packet()


def test_age_opens_a_packet_with_the_key_file_of_a_coach(tmp_path):
    made = coach_key.make("a heron")
    (tmp_path / "coach.key").write_bytes(made.file)
    (tmp_path / "packet.age").write_bytes(seal_for_key(DATA, made.public))
    typed("age -d -i coach.key -o packet.json packet.age", tmp_path, "a heron")
    assert (tmp_path / "packet.json").read_bytes() == DATA
    assert b"AGE-SECRET" not in made.file
    assert "age1" not in repr(made).replace(made.public, "")


def test_a_key_file_of_age_keygen_is_read(tmp_path):
    made = subprocess.run(["age-keygen"], capture_output=True, check=True).stdout
    identity = coach_key.unlock(made, "")
    assert f"public key: {public_of(identity)}" in made.decode()


def test_every_key_is_another_one():
    one, other = new_key(), new_key()
    assert one != other
    assert public_of(one.identity) == one.recipient
    assert one.identity not in repr(one)


def test_a_passphrase_has_to_be_one():
    with pytest.raises(EmptyPassphrase):
        seal_for_passphrase(DATA, "")


@pytest.mark.parametrize("recipient", ["", "age1", MISTYPED, KEY.identity, "\ud800"])
def test_what_is_no_key_seals_nothing(recipient):
    with pytest.raises(BadCoachKey):
        seal_for_key(DATA, recipient)
    with pytest.raises(BadCoachKey):
        checked_recipient(recipient)


@pytest.mark.parametrize("identity", ["", KEY.recipient, "\ud800", "AGE-SECRET-KEY-1"])
def test_what_is_no_identity_has_no_recipient(identity):
    with pytest.raises(BadCoachKey):
        public_of(identity)


def test_an_age_file_is_known_by_how_it_begins(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"%PDF")
    assert not is_age(path)
    recipient = pyrage.x25519.Recipient.from_str(KEY.recipient)
    path.write_bytes(pyrage.encrypt(b"x", [recipient], armored=True))
    assert is_age(path)
    with pytest.raises(SourceUnreadable):
        is_age(tmp_path / "nothing")


def test_nothing_of_the_text_stands_in_a_sealed_file():
    sealed = seal_for_key(DATA, KEY.recipient)
    assert not re.search(rb"moss|ally|packet|Fern", sealed)
