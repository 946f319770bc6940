"""What the child does with a job: the answer, or the name of what is wrong."""

import pytest
from hypothesis import given, settings

from ally_journal.formats import age_work
from ally_journal.formats.age_file import seal_for_key
from ally_journal.formats.age_work import answer
from ally_journal.formats.packet_json import (
    digest,
    packet_bytes,
    read_packet,
    read_reply,
    reply_bytes,
)
from tests.formats.age_maker import scrypt_age
from tests.formats.packets import KEY, OTHER, packet, packets, replies


def job(task, **more):
    return {"task": task, "passphrase": "moss", "identities": [OTHER.identity, KEY.identity]} | more


@given(packets)
@settings(max_examples=40)
def test_a_packet_that_was_sealed_is_opened(made):
    data = packet_bytes(made, "<p></p>")
    for sealed, key in ((seal_for_key(data, KEY.recipient), 1), (scrypt_age(data, "moss"), 0)):
        told, content = answer(job("packet"), sealed)
        assert told == {"digest": digest(data), "key": key}
        assert read_packet(content) == made


@given(replies)
@settings(max_examples=40)
def test_a_reply_that_was_sealed_is_opened(made):
    data = reply_bytes(made)
    told, content = answer(job("reply"), seal_for_key(data, KEY.recipient))
    assert told == {"digest": digest(data), "key": 1}
    assert read_reply(content) == made


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (scrypt_age(b"{}", "fern"), "WrongPacketPassphrase"),
        (scrypt_age(b"{}", "moss"), "NotAPacket"),
        (scrypt_age(b"{}", "moss")[:-1], "PacketDamaged"),
        (seal_for_key(b"{}", KEY.recipient)[:-1], "PacketDamaged"),
        (b"{}", "PacketDamaged"),
    ],
    ids=range(5),
)
def test_what_is_wrong_is_named(content, error):
    told, rest = answer(job("packet"), content)
    assert (told["error"], rest) == (error, b"")


def test_no_key_of_those_given_is_somebody_else():
    sealed = seal_for_key(packet_bytes(packet()), KEY.recipient)
    told, _ = answer(job("packet", identities=["none", OTHER.identity]), sealed)
    assert told["error"] == "OtherCoachKey"


def test_more_work_than_age_itself_does_is_too_much(monkeypatch):
    monkeypatch.setattr("ally_journal.formats.age_header.MOST_FACTOR", 40)
    sealed = scrypt_age(b"{}", "moss").replace(b" 2\n", b" 40\n", 1)
    assert answer(job("packet"), sealed)[0]["error"] == "PacketTooLarge"


def test_memory_that_runs_out_is_too_large(monkeypatch):
    def hungry(*_: object) -> object:
        raise MemoryError

    monkeypatch.setitem(age_work._WORKS, "packet", hungry)
    assert answer(job("packet"), b"")[0]["error"] == "PacketTooLarge"
