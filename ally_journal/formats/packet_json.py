"""The JSON inside packets and replies, there and back; `docs/packet.md` has every field.

What is written is canonical: UTF-8, keys sorted, no blanks, so that its SHA-256 names it. What is
read may come from anybody: everything is checked before anything of it is used.
"""

from __future__ import annotations

import hashlib
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from ally_journal.domain.packet import (
    Packet,
    PacketEntry,
    PacketPart,
    Remark,
    RemarkKind,
    Reply,
    not_a_record,
)
from ally_journal.errors import BadText, SourceMalformed, SourceTooLarge
from ally_journal.formats.age_file import checked_recipient
from ally_journal.formats.json_values import Reason, Refused, check_json
from ally_journal.formats.packet_schema import MOST_ENTRY, MOST_PAGE, PacketFile, ReplyFile
from ally_journal.formats.strict_json import Feed
from ally_journal.packet_errors import (
    BadCoachKey,
    NotAPacket,
    NotAReply,
    PacketDamaged,
    PacketNewer,
    PacketTooLarge,
    ReplyTooLarge,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ally_journal.packet_errors import PacketProblem

File = TypeVar("File", PacketFile, ReplyFile)

PACKET, REPLY = "ally-journal-packet", "ally-journal-reply"
VERSION = 1
MOST_BYTES = 16 << 20
"""Of the JSON. What is made is never larger, so that what was made can be opened."""
# Each of [ { and , is one more value, or stands in a text: no text of this size has as many.
_MOST_SIGNS = 1 << 19
_BAD_KEY, _BAD_VERSION, _BAD_FIELD = "reply-key", "version", "schema"


def packet_bytes(packet: Packet, page: str = "") -> bytes:
    """A packet as it is sealed. `page` is the HTML that goes with it, for readers without us.

    Raises:
        BadText: a NUL or half of a surrogate pair in it.
        PacketTooLarge: more than a reader takes.
    """
    fields: dict[str, object] = {
        "id": packet.id,
        "created": packet.created.isoformat(),
        "sender": packet.sender,
        "question": packet.question,
        "people": packet.people,
        "entries": [_entry_fields(entry) for entry in packet.entries],
        "reply_key": packet.reply_key,
    }
    return _taken(_encoded(PACKET, fields, page), read_packet)


def reply_bytes(reply: Reply) -> bytes:
    """A reply as it is sealed.

    Raises:
        BadText: a NUL or half of a surrogate pair in it.
        ReplyTooLarge: more than a reader takes.
    """
    fields: dict[str, object] = {
        "packet": reply.packet,
        "hash": reply.digest,
        "created": reply.created.isoformat(),
        "sender": reply.sender,
        "remarks": [
            {"at": remark.at, "kind": remark.kind.value, "text": remark.text}
            for remark in reply.remarks
        ],
        "practices": reply.practices,
    }
    try:
        return _taken(_encoded(REPLY, fields), read_reply)
    except PacketTooLarge:
        raise ReplyTooLarge from None


def read_packet(data: bytes) -> Packet:
    """The packet that stands in the JSON.

    Raises:
        NotAPacket, PacketNewer, PacketTooLarge, PacketDamaged.
    """
    read = _read(data, PACKET, PacketFile, NotAPacket)
    if any(_size(entry) > MOST_ENTRY for entry in read.entries):
        raise PacketTooLarge
    try:
        key = checked_recipient(read.reply_key)
    except BadCoachKey:
        raise PacketDamaged(_BAD_KEY) from None
    entries = tuple(
        PacketEntry(
            one.title,
            one.practice,
            one.kind,
            one.when,
            tuple(PacketPart(part.field, part.label, part.paragraphs) for part in one.parts),
        )
        for one in read.entries
    )
    return Packet(read.id, read.created, read.sender, read.question, read.people, entries, key)


def read_reply(data: bytes) -> Reply:
    """The reply that stands in the JSON.

    Raises:
        NotAReply, PacketNewer, PacketTooLarge, PacketDamaged.
    """
    read = _read(data, REPLY, ReplyFile, NotAReply)
    remarks = tuple(Remark(one.at, one.text, RemarkKind(one.kind)) for one in read.remarks)
    return Reply(read.packet, read.hash, read.created, read.sender, remarks, read.practices)


def digest(data: bytes) -> str:
    """What names a packet's bytes: their SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _entry_fields(entry: PacketEntry) -> dict[str, object]:
    parts = [
        {"field": part.field, "label": part.label, "paragraphs": part.paragraphs}
        for part in entry.parts
    ]
    return {
        "title": entry.title,
        "practice": entry.practice,
        "kind": entry.kind,
        "when": entry.when,
        "parts": parts,
    }


def _encoded(name: str, fields: dict[str, object], page: str = "") -> bytes:
    whole = {"format": name, "version": VERSION, "notice": not_a_record()} | fields
    if page:
        whole["page"] = page
    try:
        return msgspec.json.encode(whole, order="sorted")
    except UnicodeEncodeError:
        raise BadText(Reason.SURROGATE) from None


def _taken(data: bytes, read: Callable[[bytes], object]) -> bytes:
    """What the other side will take; of what is ours, only lengths can be wrong."""
    try:
        read(data)
    except PacketDamaged as error:
        if error.reason == _BAD_FIELD:
            raise PacketTooLarge from None
        raise
    return data


def _read(data: bytes, name: str, kind: type[File], other: type[PacketProblem]) -> File:
    """Check what it is, then everything in it."""
    if len(data) > MOST_BYTES or sum(map(data.count, (b"[", b"{", b","))) > _MOST_SIGNS:
        raise PacketTooLarge
    whole = _parsed(data, other)
    if not isinstance(whole, dict) or whole.get("format") != name:
        raise other
    version = whole.get("version")
    if type(version) is not int or version < VERSION:
        raise PacketDamaged(_BAD_VERSION)
    if version > VERSION:
        raise PacketNewer
    _check_page(whole.pop("page", ""))
    try:
        check_json(whole, 1)
        return msgspec.convert(whole, kind)
    except Refused as error:
        if error.reason is Reason.TOO_LONG:
            raise PacketTooLarge from None
        raise PacketDamaged(error.reason) from None
    except msgspec.ValidationError:
        # Its words would carry text of the file.
        raise PacketDamaged(_BAD_FIELD) from None


def _parsed(data: bytes, other: type[PacketProblem]) -> Any:  # noqa: ANN401 whatever JSON can hold
    feed = Feed(TextIOWrapper(BytesIO(data), encoding="utf-8", newline=""), MOST_BYTES)
    try:
        if feed.next() != "{":
            raise other
        whole = feed.value()
        if feed.next():
            raise PacketDamaged(Reason.NOT_JSON)
    except SourceMalformed as error:
        raise PacketDamaged(error.reason) from None
    except SourceTooLarge:
        raise PacketTooLarge from None
    return whole


def _check_page(page: object) -> None:
    """The page is for readers without this program, and is never shown by it."""
    if not isinstance(page, str):
        raise PacketDamaged(Reason.WRONG_TYPE)
    if len(page) > MOST_PAGE:
        raise PacketTooLarge


def _size(entry: Any) -> int:  # noqa: ANN401 of a schema
    return sum(len(text) for part in entry.parts for text in part.paragraphs)
