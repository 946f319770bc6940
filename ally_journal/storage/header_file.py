"""The file of a header, in two copies, read strictly.

Canonical JSON, so every byte counts: a file that differs in one byte is not read, and its copy
`vault.json.bak` is. The copy is never read because a passphrase does not fit: after a kill between
the two writes of a new passphrase one that was never taken would open the journal.

While another database is put in its place (`swapping.py`), `next` stands beside today's header.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn
from uuid import UUID

from ally_journal.errors import DamagedHeader, DiskTrouble, NewerVersion
from ally_journal.storage import keys
from ally_journal.storage.files import system_errors, write_durably
from ally_journal.storage.header import FORMAT, VERSION, Header, Slot, body_of, spelled
from ally_journal.storage.keys import KdfCost

if TYPE_CHECKING:
    from pathlib import Path

MAIN, COPY = "vault.json", "vault.json.bak"
LONGEST = 16 * 1024
_SEALED_BYTES = keys.KEY_BYTES + 16
_DIGEST_BYTES = 32
_MOST_SLOTS = 8
_MOST_DIGITS = 15
_NEXT = "next"


class Unreadable(Exception):
    """The bytes are not a header: the copy may be."""


@dataclass(frozen=True, slots=True)
class Found:
    """A header as it was found.

    Attributes:
        header: today's.
        stale: one of the two files has to be written anew.
        following: the header of a database that is on its way in.
    """

    header: Header
    stale: bool
    following: Header | None = None


def read_header(folder: Path) -> Found:
    """Read `vault.json`, or its copy where it is missing or not whole.

    Raises:
        DamagedHeader: neither can be used.
        DiskTrouble: the system does not read them.
        NewerVersion: written by a later version.
    """
    given = _bytes_of(folder / MAIN), _bytes_of(folder / COPY)
    main, copy = given[0] or b"", given[1] or b""
    for content, other in ((main, copy), (copy, main)):
        try:
            header, following = _parse_both(content)
            return Found(header, main != copy, following)
        except Unreadable:
            if _says_later(content) and not _is_one_byte_off(content, other):
                raise NewerVersion from None
    raise DiskTrouble if None in given else DamagedHeader


def write_header(folder: Path, header: Header, following: Header | None = None) -> None:
    """Write both files, one after the other, each whole or not at all.

    The one that counts comes last: while this has not come to its end, what stood there holds.

    Args:
        folder: of the vault.
        header: of the database that stands there.
        following: of the one that is about to stand there.
    """
    content = dump(header, following)
    with system_errors():
        write_durably(folder / COPY, content)
        write_durably(folder / MAIN, content)


def dump(header: Header, following: Header | None = None) -> bytes:
    """Spell a header as the bytes of its file, with the one that is to follow it."""
    body = _whole(header)
    if following is not None:
        body[_NEXT] = _whole(following)
    return spelled(body | {"check": _check(body)}) + b"\n"


def parse(content: bytes) -> Header:
    """Read the bytes of a header, strictly.

    Raises:
        Unreadable: they are not exactly what `dump` writes.
        NewerVersion: a later version wrote them.
    """
    header, following = _parse_both(content)
    if following is not None:
        raise Unreadable
    return header


def _parse_both(content: bytes) -> tuple[Header, Header | None]:
    if len(content) > LONGEST:
        raise Unreadable
    try:
        body = _checked(content)
        following = _header(body.pop(_NEXT)) if _NEXT in body else None
        return _header(body), following
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Unreadable from None


def _whole(header: Header) -> dict[str, Any]:
    return body_of(header) | {"code": header.code.hex()}


def _says_later(content: bytes) -> bool:
    """Whether this claims to be of a later version, which may spell and check it otherwise."""
    try:
        raw = json.loads(content.decode())
    except (ValueError, RecursionError):
        return False
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        return False
    version = raw.get("version")
    return type(version) is int and version > VERSION


def _is_one_byte_off(content: bytes, other: bytes) -> bool:
    """Whether a single damaged byte tells them apart."""
    pairs = zip(content, other, strict=False)
    return len(content) == len(other) and sum(one != two for one, two in pairs) == 1


def _checked(content: bytes) -> dict[str, Any]:
    raw = json.loads(
        content.decode(),
        object_pairs_hook=_without_twins,
        parse_constant=_refuse,
        parse_float=_refuse,
        parse_int=_integer,
    )
    body = {key: value for key, value in raw.items() if key != "check"}
    if spelled(raw) + b"\n" != content or raw["check"] != _check(body):
        raise Unreadable
    if body["format"] != FORMAT:
        raise Unreadable
    if body["version"] > VERSION:
        raise NewerVersion
    return body


def _header(body: dict[str, Any]) -> Header:
    header = Header(
        id=body["id"],
        generation=body["generation"],
        salt=_bytes(body["salt"], keys.SALT_BYTES),
        slots=tuple(_slot(slot) for slot in body["slots"]),
        code=_bytes(body["code"], _DIGEST_BYTES),
    )
    kinds = [slot.kind for slot in header.slots]
    if not 0 < len(kinds) <= _MOST_SLOTS or len(set(kinds)) < len(kinds):
        raise Unreadable
    if _whole(header) != body or header.generation < 1:
        raise Unreadable
    UUID(header.id)
    return header


def _slot(body: dict[str, Any]) -> Slot:
    cost = body["cost"]
    return Slot(
        kind=body["kind"],
        cost=KdfCost(cost["memory"], cost["passes"], cost["lanes"]),
        salt=_bytes(body["salt"], keys.SALT_BYTES),
        nonce=_bytes(body["nonce"], keys.NONCE_BYTES),
        sealed=_bytes(body["sealed"], _SEALED_BYTES),
    )


def _check(body: dict[str, Any]) -> str:
    """A checksum without a key: tells a damaged file from a wrong passphrase."""
    return hashlib.sha256(spelled(body)).hexdigest()


def _bytes(text: str, length: int) -> bytes:
    content = bytes.fromhex(text)
    if len(content) != length:
        raise Unreadable
    return content


def _bytes_of(path: Path) -> bytes | None:
    """At most one byte more than a header may have; None where the disk does not give them."""
    try:
        with system_errors(), path.open("rb") as file:
            return file.read(LONGEST + 1)
    except DiskTrouble:
        return None if path.is_file() else b""


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable
    return found


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise Unreadable
    return int(digits)


def _refuse(_text: str) -> NoReturn:
    raise Unreadable
