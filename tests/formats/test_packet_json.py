"""What is written is read back the same; whatever else is refused, and never by half."""

import hashlib
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from ally_journal.domain.packet import PacketEntry, PacketPart, Remark, not_a_record
from ally_journal.errors import BadText
from ally_journal.formats.packet_json import (
    MOST_BYTES,
    digest,
    packet_bytes,
    read_packet,
    read_reply,
    reply_bytes,
)
from ally_journal.formats.packet_schema import MOST_ENTRY
from ally_journal.packet_errors import (
    NotAPacket,
    NotAReply,
    PacketDamaged,
    PacketNewer,
    PacketTooLarge,
)
from tests.formats.packets import entry, packet, packets, replies, reply

DOC = Path(__file__).parents[2] / "docs" / "packet.md"


def changed(data: bytes, **values: object) -> bytes:
    whole = json.loads(data) | values
    return json.dumps({key: value for key, value in whole.items() if value is not ...}).encode()


@given(packets)
def test_a_packet_comes_back_as_it_went(made):
    assert read_packet(packet_bytes(made, "<p>é</p>")) == made


@given(replies)
def test_a_reply_comes_back_as_it_went(made):
    assert read_reply(reply_bytes(made)) == made


@given(packets)
@settings(max_examples=20)
def test_the_same_packet_gives_the_same_bytes(made):
    data = packet_bytes(made)
    canonical = json.dumps(
        json.loads(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert json.loads(data.decode()) == json.loads(canonical)
    assert data == packet_bytes(read_packet(data))
    assert digest(data) == hashlib.sha256(data).hexdigest()


def test_the_keys_are_sorted_without_blanks():
    text = packet_bytes(packet()).decode()
    keys = re.findall(r'[{,]"(\w+)":', text)
    assert keys[:2] == ["created", "entries"]
    assert '": ' not in text


def test_both_carry_the_line_that_everything_carries():
    for data in (packet_bytes(packet()), reply_bytes(reply())):
        assert json.loads(data)["notice"] == not_a_record()


def test_notice_and_page_may_be_left_out():
    assert read_packet(changed(packet_bytes(packet(), "x"), notice=..., page=...)) == packet()


@pytest.mark.parametrize("version", [2, 3, 10**15])
def test_a_newer_version_asks_for_an_update_whatever_else_it_holds(version):
    with pytest.raises(PacketNewer):
        read_packet(changed(packet_bytes(packet()), version=version, mood=1, entries=...))
    with pytest.raises(PacketNewer):
        read_reply(changed(reply_bytes(reply()), version=version))


@pytest.mark.parametrize("version", [0, -1, True, 1.0, "1", None, [], ...])
def test_a_version_that_is_none_is_damage(version):
    with pytest.raises(PacketDamaged):
        read_packet(changed(packet_bytes(packet()), version=version))


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"%PDF", b"1", b'"a"', b"{}", b'{"format":1}', b"\xff"],
)
def test_something_else_is_no_packet(content):
    with pytest.raises((NotAPacket, PacketDamaged)):
        read_packet(content)


def test_a_packet_is_no_reply_and_the_other_way_round():
    with pytest.raises(NotAReply):
        read_reply(packet_bytes(packet()))
    with pytest.raises(NotAPacket):
        read_packet(reply_bytes(reply()))


@pytest.mark.parametrize(
    "values",
    [
        {"mood": 1},
        {"id": "../../etc"},
        {"id": packet().id[:-1] + "A"},
        {"id": packet().id + "\n"},
        {"created": "2026-02-30"},
        {"created": 20260302},
        {"created": ...},
        {"sender": None},
        {"people": "Person A"},
        {"people": [1]},
        {"entries": {}},
        {"entries": [{}]},
        {"entries": [["a"]]},
        {"reply_key": "age1" + "q" * 58},
        {"reply_key": packet().reply_key + "\n"},
        {"reply_key": ""},
        {"question": "a\0b"},
        {"question": "a\ud800"},
        {"page": 1},
        {"page": None},
        {"question": [[[]]]},
    ],
)
def test_a_packet_that_does_not_fit_is_damaged(values):
    with pytest.raises(PacketDamaged):
        read_packet(changed(packet_bytes(packet()), **values))


@pytest.mark.parametrize("at", ["0", "1.", "1.2", "1.0.1", "01", "1.1.1.1", "a", "٣", "1\n", " 1"])
def test_an_anchor_is_as_packets_have_them(at):
    with pytest.raises(PacketDamaged):
        read_reply(
            changed(reply_bytes(reply()), remarks=[{"at": at, "kind": "comment", "text": ""}])
        )


@pytest.mark.parametrize(
    "values",
    [
        {"hash": "0" * 63},
        {"hash": "G" * 64},
        {"packet": "x"},
        {"practices": [1]},
        *({"practices": [one]} for one in ("", "../plan", "Plan", "plan\n", "x" * 61)),
        *({"remarks": [{"at": "", "kind": "comment", "text": one}]} for one in ("", " \n\t")),
        {"remarks": [{"at": "", "kind": "order", "text": ""}]},
        {"remarks": [{"at": "", "kind": "comment"}]},
        {"remarks": [{"at": "", "kind": "comment", "text": "", "by": ""}]},
    ],
)
def test_a_reply_that_does_not_fit_is_damaged(values):
    with pytest.raises(PacketDamaged):
        read_reply(changed(reply_bytes(reply()), **values))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data + b"{}",
        lambda data: data.replace(b'{"created"', b'{"created":"2026-03-02","created"'),
        lambda data: data.replace(b'"version":1', b'"version":NaN'),
        lambda data: data.replace(b'"version":1', b'"version":1e999'),
        lambda data: data.replace(b'"version":1', b'"version":' + b"9" * 5000),
        lambda data: data.replace(b"Fern", b"\xff\xfe"),
        lambda data: data.replace(b"Fern", b"\\ud800"),
        lambda data: data.replace(b"Fern", b"\\u0000"),
        lambda data: data.replace(b'"Fern"', b"[" * 100_000),
        lambda data: data.replace(b'"Fern"', b"[" * 40 + b"]" * 40),
        lambda data: data.replace(b'"Fern"', b'{"a":' * 40 + b"1" + b"}" * 40),
    ],
)
def test_bytes_that_are_not_strict_json_are_damage(spoil):
    with pytest.raises(PacketDamaged):
        read_packet(spoil(packet_bytes(packet())))


@pytest.mark.parametrize(
    "values",
    [
        {"question": "x" * 1_000_001},
        {"page": "x" * (12 << 20 | 1)},
    ],
)
def test_what_is_too_large_is_said_to_be(values):
    with pytest.raises(PacketTooLarge):
        read_packet(changed(packet_bytes(packet()), **values))


def test_an_entry_has_a_largest_size():
    third = "x" * (MOST_ENTRY // 3)
    fits, does_not = (
        PacketEntry("", "", "", "", (PacketPart("story", "", (third,) * n),)) for n in (3, 4)
    )
    assert read_packet(packet_bytes(packet(fits))).entries == (fits,)
    with pytest.raises(PacketTooLarge):
        packet_bytes(packet(does_not))


def test_nothing_larger_than_its_limit_is_looked_at():
    with pytest.raises(PacketTooLarge):
        read_packet(b"{" + b" " * MOST_BYTES)


@pytest.mark.parametrize("text", ["a\ud800"])
def test_what_is_written_holds_what_utf_8_can(text):
    with pytest.raises(BadText):
        packet_bytes(packet(sender=text))
    with pytest.raises(BadText):
        reply_bytes(reply().__class__("x", "y", date(2026, 3, 2), "", (Remark("", text),)))


def test_damage_tells_nothing_of_the_text():
    with pytest.raises(PacketDamaged) as told:
        read_packet(changed(packet_bytes(packet(entry())), people=["Kingfisher", 1]))
    assert "Kingfisher" not in str(told.value) + repr(told.value.__cause__)
    assert told.value.reason == "schema"


def test_every_field_stands_in_the_document():
    words = DOC.read_text("utf-8")
    fields = set(re.findall(r'"(\w+)":', packet_bytes(packet(), "x").decode()))
    fields |= set(re.findall(r'"(\w+)":', reply_bytes(reply()).decode()))
    assert not [name for name in fields if f"`{name}`" not in words]


def test_what_is_too_long_when_it_is_made_is_not_called_damaged():
    with pytest.raises(PacketTooLarge):
        packet_bytes(packet(sender="f" * 2001))
    with pytest.raises(PacketTooLarge):
        packet_bytes(
            packet(PacketEntry("", "", "", "", (PacketPart("story", "", ("",) * 10_001),)))
        )
    with pytest.raises(PacketTooLarge):
        reply_bytes(replace(reply(), remarks=(Remark("", "x"),) * 10_001))
