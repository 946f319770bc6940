"""A packet is opened by who may, in a process that can be ended; everybody else hears why not."""

import os
import subprocess
import sys
import threading
import time

import pyrage  # noqa: TID253 a test has time
import pytest

from ally_journal.errors import EmptyPassphrase, SourceUnreadable, Stopped
from ally_journal.formats import age_process
from ally_journal.formats.age_file import seal_for_key
from ally_journal.formats.age_header import MOST_FILE, SealKind
from ally_journal.formats.packet_json import digest, packet_bytes, reply_bytes
from ally_journal.formats.unsealing import Secret, needs, open_packet, open_reply
from ally_journal.packet_errors import (
    NotAPacket,
    NotAReply,
    OtherCoachKey,
    OtherReply,
    PacketCostly,
    PacketDamaged,
    PacketNewer,
    PacketTooLarge,
    WrongPacketPassphrase,
)
from ally_journal.stopping import Stop
from tests.formats.age_maker import scrypt_age
from tests.formats.packets import KEY, OTHER, packet, reply

DATA = packet_bytes(packet(), "<p>moss</p>")
REPLY = reply_bytes(reply(digest(DATA)))
WORDS = "moss fern slate"
BY_KEY = Secret(identities=(OTHER.identity,))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "packet.age"


def sealed(path, data=DATA):
    path.write_bytes(seal_for_key(data, OTHER.recipient))
    return path


def refused(path, error, secret=BY_KEY, **more):
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error):
        open_packet(path, secret, **more)
    assert before is None or path.read_bytes() == before


def test_a_packet_is_opened_by_its_key(path):
    opened = open_packet(sealed(path), BY_KEY)
    assert (opened.packet, opened.digest) == (packet(), digest(DATA))


def test_a_packet_is_opened_by_its_passphrase(path):
    path.write_bytes(scrypt_age(DATA, WORDS))
    opened = open_packet(path, Secret(WORDS))
    assert (opened.packet, opened.digest) == (packet(), digest(DATA))


def test_any_of_several_keys_opens_it(path):
    secret = Secret(identities=("nothing", KEY.identity, OTHER.identity))
    assert open_packet(sealed(path), secret).packet == packet()


def test_what_a_packet_needs_is_told_without_opening_it(path):
    assert needs(sealed(path)).kind is SealKind.KEY
    path.write_bytes(scrypt_age(DATA, WORDS, 3).replace(b" 3\n", b" 21\n", 1))
    found = needs(path)
    assert (found.kind, found.factor, found.is_costly) == (SealKind.PASSPHRASE, 21, True)


def test_somebody_else_hears_that_it_is_not_for_them(path):
    refused(sealed(path), OtherCoachKey, Secret(identities=(KEY.identity,)))
    refused(path, OtherCoachKey, Secret(WORDS))


def test_a_wrong_passphrase_opens_nothing(path):
    path.write_bytes(scrypt_age(DATA, WORDS))
    refused(path, WrongPacketPassphrase, Secret("moss fern"))
    refused(path, EmptyPassphrase, BY_KEY)


def test_a_costly_packet_is_asked_about_first(path, monkeypatch):
    path.write_bytes(scrypt_age(DATA, WORDS).replace(b" 2\n", b" 21\n", 1))
    monkeypatch.setattr(age_process, "_CHILD", "nothing is started")
    with pytest.raises(PacketCostly) as told:
        open_packet(path, Secret(WORDS))
    assert told.value.factor == 21


def test_a_patient_person_opens_a_costly_packet(path, monkeypatch):
    monkeypatch.setattr("ally_journal.formats.age_header.CALM_FACTOR", 1)
    path.write_bytes(scrypt_age(DATA, WORDS))
    refused(path, PacketCostly, Secret(WORDS))
    assert open_packet(path, Secret(WORDS), patient=True).packet == packet()


@pytest.mark.parametrize("cut", [1, 17, 400])
def test_a_packet_that_was_cut_is_damaged(path, cut):
    path.write_bytes(sealed(path).read_bytes()[:-cut])
    refused(path, PacketDamaged)


def test_what_else_was_sealed_is_no_packet(path):
    refused(sealed(path, b"%PDF-1.7"), NotAPacket)
    refused(sealed(path, REPLY), NotAPacket)
    refused(sealed(path, DATA.replace(b'"version":1', b'"version":2')), PacketNewer)
    refused(sealed(path, DATA.replace(b'"Fern"', b"[1]")), PacketDamaged)


def test_what_is_no_file_is_not_opened(path, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for place in (path, tmp_path, tmp_path / "pipe", tmp_path / "a\0b"):
        refused(place, SourceUnreadable)
        with pytest.raises(SourceUnreadable):
            needs(place)


def test_a_file_without_end_is_not_read(path):
    with path.open("wb") as stream:
        stream.truncate(MOST_FILE + 1)
    refused(path, PacketTooLarge)


def test_what_unfolds_to_too_much_is_refused_whole(path):
    for many in (b"[],", b"1,", b'"":[],', b'"\\u0000",'):
        inside = many * ((15 << 20) // len(many))
        refused(
            sealed(path, b'{"a":[' + inside + b"1]}"), (NotAPacket, PacketDamaged, PacketTooLarge)
        )


def test_a_reply_comes_home(path):
    path.write_bytes(seal_for_key(REPLY, KEY.recipient))
    opened = open_reply(path, [OTHER.identity, KEY.identity])
    assert opened.reply == reply(digest(DATA))
    assert (opened.key, opened.digest) == (1, digest(REPLY))


def test_a_reply_that_no_key_opens_is_to_another_packet(path):
    path.write_bytes(seal_for_key(REPLY, KEY.recipient))
    for keys in ([OTHER.identity], []):
        with pytest.raises(OtherReply):
            open_reply(path, keys)


def test_what_is_no_reply_is_said_to_be_none(path):
    kinds = (b"{}", scrypt_age(REPLY, WORDS), seal_for_key(DATA, KEY.recipient))
    for content in kinds:
        path.write_bytes(content)
        with pytest.raises(NotAReply):
            open_reply(path, [KEY.identity])


def test_an_armoured_packet_is_opened(path):
    recipient = pyrage.x25519.Recipient.from_str(OTHER.recipient)
    path.write_bytes(b"\n" + pyrage.encrypt(DATA, [recipient], armored=True))
    assert open_packet(path, BY_KEY).packet == packet()


def test_a_stop_ends_the_child(path):
    path.write_bytes(scrypt_age(DATA, WORDS).replace(b" 2\n", b" 22\n", 1))
    stop = Stop()
    began = time.monotonic()
    threading.Timer(0.4, stop.ask).start()
    with stop.here(), pytest.raises(Stopped):
        open_packet(path, Secret(WORDS), patient=True)
    assert time.monotonic() - began < 5


def test_it_works_from_anywhere_and_with_any_surroundings(path):
    sealed(path)
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from ally_journal.formats.unsealing import Secret, open_packet\n"
        "opened = open_packet(Path(sys.argv[2]), Secret(identities=(sys.stdin.read(),)))\n"
        "print(opened.packet.sender)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program, os.getcwd(), str(path)],  # noqa: PTH109 as it is
        cwd="/", env={}, input=OTHER.identity, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "Fern\n"


def test_no_secret_is_in_what_can_be_printed(path):
    secret = Secret(WORDS, (KEY.identity,))
    path.write_bytes(scrypt_age(DATA, WORDS + "x"))
    with pytest.raises(WrongPacketPassphrase) as told:
        open_packet(path, secret)
    frames = []
    trace = told.tb
    while trace:
        frames.append(repr(trace.tb_frame.f_locals.get("job")))
        trace = trace.tb_next
    printed = repr(secret) + str(told.value) + "".join(frames)
    assert WORDS not in printed
    assert KEY.identity not in printed


@pytest.mark.parametrize(
    "told",
    [
        {"digest": "x" * 64, "key": 0},
        {"key": 0},
        {"digest": digest(DATA), "key": 5},
    ],
    ids=range(3),
)
def test_what_a_child_tells_is_looked_at(path, monkeypatch, told):
    path.write_bytes(seal_for_key(REPLY, KEY.recipient))
    done = age_process.Done(REPLY, told.get("digest", ""), told["key"])
    monkeypatch.setattr("ally_journal.formats.unsealing.carried_out", lambda _job: done)
    with pytest.raises(PacketDamaged):
        open_reply(path, [KEY.identity])
