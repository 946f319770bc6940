"""The file of a header, in two copies, read strictly.

Canonical JSON, so every byte counts: a file that differs in one byte is not read, and its copy
`vault.json.bak` is. The copy is never read because a passphrase does not fit: after a kill between
the two writes of a new passphrase the old one would go on opening the journal.
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


class Unreadable(Exception):
    """The bytes are not a header: the copy may be."""


@dataclass(frozen=True, slots=True)
class Found:
    """A header as it was found: `stale` where one of the two files has to be written anew."""

    header: Header
    stale: bool


def read_header(folder: Path) -> Found:
    """Read `vault.json`, or its copy where it is missing or not whole.

    Raises:
        DamagedHeader: neither can be used.
        NewerVersion: written by a later version.
    """
    main, copy = _bytes_of(folder / MAIN), _bytes_of(folder / COPY)
    for content, other in ((main, copy), (copy, main)):
        try:
            return Found(parse(content), stale=main != copy)
        except Unreadable:
            if _says_later(content) and not _is_one_byte_off(content, other):
                raise NewerVersion from None
    raise DamagedHeader


def write_header(folder: Path, header: Header) -> None:
    """Write both files, one after the other, each whole or not at all."""
    content = dump(header)
    with system_errors():
        write_durably(folder / MAIN, content)
        write_durably(folder / COPY, content)


def dump(header: Header) -> bytes:
    """Spell a header as the bytes of its file."""
    body = body_of(header) | {"code": header.code.hex()}
    return spelled(body | {"check": _check(body)}) + b"\n"


def parse(content: bytes) -> Header:
    """Read the bytes of a header, strictly.

    Raises:
        Unreadable: they are not exactly what `dump` writes.
        NewerVersion: a later version wrote them.
    """
    if len(content) > LONGEST:
        raise Unreadable
    try:
        return _header(_checked(content))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Unreadable from None


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
    if body_of(header) | {"code": body["code"]} != body or header.generation < 1:
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


def _bytes_of(path: Path) -> bytes:
    """At most one byte more than a header may have; nothing where there is no file."""
    try:
        with system_errors(), path.open("rb") as file:
            return file.read(LONGEST + 1)
    except DiskTrouble:
        return b""


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
