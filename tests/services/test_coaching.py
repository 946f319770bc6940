"""A coach opens packets, answers them and makes a key, and no journal is there."""

from __future__ import annotations

from datetime import date

import pytest

from ally_journal import stopping
from ally_journal.domain.packet import Packet, PacketEntry, PacketPart, Remark, RemarkKind
from ally_journal.domain.spoken_words import spoken_words
from ally_journal.errors import (
    BadText,
    EmptyPassphrase,
    SourceTooLarge,
    SourceUnreadable,
    Stopped,
    TargetExists,
    TargetUnwritable,
)
from ally_journal.formats import age_file, unsealing
from ally_journal.formats.packet_json import digest, packet_bytes
from ally_journal.packet_errors import (
    BadCoachKey,
    NotAPacket,
    OtherCoachKey,
    PacketDamaged,
    WrongPacketPassphrase,
)
from ally_journal.services import coaching
from ally_journal.services.coaching import Answer

WORDS = " ".join(spoken_words()[:6])
PASSPHRASE = "a heron on the roof"
PACKET = "0195a1b2-0000-7000-8000-000000000001"
TODAY = date(2026, 3, 14)


def made(reply_key, sender="Juniper"):
    parts = (PacketPart("learned", "What I learned", ("One thing.", "Another.")),)
    entry = PacketEntry("The blue meeting", "", "A note", "Week of 9 March 2026", parts)
    return Packet(PACKET, date(2026, 3, 13), sender, "How?", ("Person A",), (entry,), reply_key)


@pytest.fixture(scope="module")
def reply_key():
    return age_file.new_key()


@pytest.fixture(scope="module")
def packet(reply_key):
    return made(reply_key.recipient)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("coach")


@pytest.fixture(scope="module")
def by_words(folder, packet):
    path = folder / "words.age"
    path.write_bytes(age_file.seal_for_passphrase(packet_bytes(packet), WORDS))
    return path


@pytest.fixture(scope="module")
def key(folder):
    return coaching.make_key(folder / "key.age", PASSPHRASE)


@pytest.fixture(scope="module")
def plain_key(folder):
    """A key file that no passphrase locks: its owner made it with another program."""
    path, pair = folder / "plain.txt", age_file.new_key()
    path.write_text(f"# made elsewhere\n{pair.identity}\n")
    return path


@pytest.fixture(scope="module")
def by_key(folder, packet, plain_key):
    path = folder / "for-key.age"
    public = coaching.open_key(plain_key, "").public
    path.write_bytes(age_file.seal_for_key(packet_bytes(packet), public))
    return path


@pytest.fixture(scope="module")
def opened(by_words):
    """Opened by words whose capitals and hyphens are not as they were told."""
    return coaching.open_by_words(by_words, f"  {WORDS.title().replace(' ', '-')} ")


def test_an_age_file_may_be_a_packet_and_nothing_else(by_words, tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("nothing of that kind")
    assert coaching.is_packet(by_words)
    assert not coaching.is_packet(other)
    assert not coaching.is_packet(tmp_path)
    assert not coaching.is_packet(tmp_path / "none.age")


def test_the_head_says_what_opens_it(by_words, by_key):
    assert not coaching.lock_of(by_words).by_key
    assert coaching.lock_of(by_key).by_key
    assert not coaching.lock_of(by_key).is_costly


def test_the_head_of_something_else_is_refused(tmp_path):
    path = tmp_path / "a.age"
    path.write_text("no packet")
    with pytest.raises(NotAPacket):
        coaching.lock_of(path)


def test_a_costly_lock_tells_its_seconds(by_words, monkeypatch):
    costly = unsealing.Seal(unsealing.SealKind.PASSPHRASE, 22)
    monkeypatch.setattr(unsealing, "needs", lambda _path: costly)
    assert coaching.lock_of(by_words) == coaching.Lock(by_key=False, is_costly=True, seconds=16)


def test_the_words_open_it_however_they_are_typed_and_the_digest_is_that_of_its_bytes(
    opened, packet
):
    assert opened.packet == packet
    assert opened.digest == digest(packet_bytes(packet))


def test_other_words_do_not_open_it(by_words):
    with pytest.raises(WrongPacketPassphrase):
        coaching.open_by_words(by_words, "other words")


def test_no_words_open_nothing(by_words):
    with pytest.raises(EmptyPassphrase):
        coaching.open_by_words(by_words, "  ")


def test_the_key_opens_what_was_sealed_for_it(by_key, plain_key, packet):
    assert coaching.open_by_key(by_key, plain_key, "").packet == packet


def test_the_key_of_somebody_else_does_not(by_key, tmp_path):
    (tmp_path / "other.txt").write_text(age_file.new_key().identity)
    with pytest.raises(OtherCoachKey):
        coaching.open_by_key(by_key, tmp_path / "other.txt", "")


def test_a_packet_that_was_cut_off_is_damaged(by_key, plain_key, tmp_path):
    cut = tmp_path / "cut.age"
    cut.write_bytes(by_key.read_bytes()[:-20])
    with pytest.raises(PacketDamaged):
        coaching.open_by_key(cut, plain_key, "")


def test_a_stop_ends_opening(by_words):
    stop = stopping.Stop()
    with stop.here():
        stop.ask()
        with pytest.raises(Stopped):
            coaching.open_by_words(by_words, WORDS)


def test_a_reply_names_the_packet_and_leaves_out_what_says_nothing(opened):
    answer = Answer(
        (Remark("1.1.2", "Good."), Remark("9.9.9", "Nowhere."), Remark("1", "")),
        ("if-then",),
        "Ash",
    )
    reply = coaching.reply_to(opened, answer, TODAY)
    assert (reply.packet, reply.digest, reply.created) == (PACKET, opened.digest, TODAY)
    assert reply.remarks == (Remark("1.1.2", "Good."),)
    assert (reply.practices, reply.sender) == (("if-then",), "Ash")


def test_a_reply_with_text_that_cannot_be_kept_is_refused(opened):
    with pytest.raises(BadText):
        coaching.reply_to(opened, Answer((Remark("", "a\0b"),)), TODAY)


def test_only_the_client_opens_the_reply(opened, reply_key, tmp_path):
    answer = Answer((Remark("", "What next?", RemarkKind.QUESTION),))
    reply = coaching.reply_to(opened, answer, TODAY)
    coaching.save_reply(opened, reply, tmp_path / "reply.age")
    assert b"What next" not in (tmp_path / "reply.age").read_bytes()
    assert unsealing.open_reply(tmp_path / "reply.age", [reply_key.identity]).reply == reply


def test_a_reply_replaces_a_file_only_where_that_was_said(opened, tmp_path):
    target = tmp_path / "reply.age"
    target.write_text("there")
    reply = coaching.reply_to(opened, Answer(practices=("if-then",)), TODAY)
    with pytest.raises(TargetExists):
        coaching.save_reply(opened, reply, target)
    coaching.save_reply(opened, reply, target, replace=True)
    assert coaching.is_packet(target)
    with pytest.raises(TargetUnwritable):
        coaching.save_reply(opened, reply, tmp_path / "none" / "reply.age")


def test_a_key_is_opened_by_its_passphrase_and_shows_the_same_public_half(folder, key):
    again = coaching.open_key(folder / "key.age", PASSPHRASE)
    assert (again.public, again.fingerprint) == (key.public, key.fingerprint)
    assert again.identity.startswith("AGE-SECRET-KEY-1")
    assert not key.identity


def test_the_file_of_a_key_holds_nothing_in_the_clear_and_is_the_owners_alone(folder, key):
    path = folder / "key.age"
    content = path.read_bytes()
    assert b"AGE-SECRET-KEY" not in content
    assert key.public.encode() not in content
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("passphrase", "error"), [("wrong", WrongPacketPassphrase), ("", EmptyPassphrase)]
)
def test_a_key_stays_shut_otherwise(folder, key, passphrase, error):
    with pytest.raises(error):
        coaching.open_key(folder / "key.age", passphrase)


def test_what_is_no_key_is_refused(tmp_path):
    path = tmp_path / "key.txt"
    path.write_text("no key")
    with pytest.raises(BadCoachKey):
        coaching.open_key(path, PASSPHRASE)
    path.write_bytes(b"x" * (coaching.MOST_KEY_BYTES + 1))
    with pytest.raises(SourceTooLarge):
        coaching.open_key(path, PASSPHRASE)
    with pytest.raises(SourceUnreadable):
        coaching.open_key(tmp_path / "none", PASSPHRASE)


def test_a_key_needs_a_passphrase(tmp_path):
    with pytest.raises(EmptyPassphrase):
        coaching.make_key(tmp_path / "key.age", "")
    assert not (tmp_path / "key.age").exists()


def test_a_fingerprint_is_four_groups_of_four(key):
    assert [len(group) for group in coaching.fingerprint(key.public).split()] == [4, 4, 4, 4]
    with pytest.raises(BadCoachKey):
        coaching.fingerprint("age1nothing")


def test_the_public_half_is_shown_again_without_the_other(plain_key):
    again = coaching.public_half(plain_key, "")
    assert again.public == coaching.open_key(plain_key, "").public
    assert not again.identity
