"""`vault.json`: the key slots of a vault, public and authenticated, kept in two copies.

Canonical JSON, so every byte counts: a file that differs in one byte is not read, and its copy
`vault.json.bak` is. The copy is never read because a passphrase does not fit: after a kill between
the two writes of a new passphrase the old one would go on opening the journal.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NoReturn
from uuid import UUID

from ally_journal.errors import DamagedHeader, DiskTrouble, NewerVersion
from ally_journal.storage import keys
from ally_journal.storage.files import system_errors, write_durably
from ally_journal.storage.keys import KdfCost

if TYPE_CHECKING:
    from pathlib import Path

MAIN, COPY = "vault.json", "vault.json.bak"
LONGEST = 16 * 1024
VERSION = 1
PASS, RECOVERY = "pass", "recovery"
_FORMAT = "ally-vault"
_SEALED_BYTES = keys.KEY_BYTES + 16
_DIGEST_BYTES = 32
_MOST_SLOTS = 8
_MOST_DIGITS = 15


class Unreadable(Exception):
    """The bytes are not a header: the copy may be."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The root key, sealed under one secret.

    Attributes:
        kind: "pass" or "recovery".
        cost: of one guess.
        salt: 16 bytes for the stretching.
        nonce: 12 bytes for the sealing.
        sealed: 48 bytes.
    """

    kind: str
    cost: KdfCost
    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in `vault.json`.

    Attributes:
        id: of the vault.
        generation: raised at each writing.
        salt: 16 bytes, the database's own.
        slots: one of each kind at most.
        code: authenticates all the rest under a key from the root.
    """

    id: str
    generation: int
    salt: bytes
    slots: tuple[Slot, ...]
    code: bytes = b""

    def slot(self, kind: str) -> Slot | None:
        """The slot of this kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def unwrap(self, slot: Slot, secret: bytes) -> bytes | None:
        """The root key, or None where the secret does not fit the slot.

        Raises:
            DamagedHeader: the secret fits, and the header was changed by something else.
        """
        key = keys.stretch(secret, slot.salt, slot.cost)
        root = keys.unseal(key, slot.nonce, slot.sealed, _context(self.id, slot.kind, slot.cost))
        if root and not hmac.compare_digest(self.code, keys.header_code(root, _canonical(self))):
            raise DamagedHeader
        return root

    def with_slot(self, kind: str, secret: bytes, cost: KdfCost, root: bytes) -> Header:
        """The header of the next generation, with the root sealed under this secret."""
        slot = _new_slot(self.id, kind, secret, cost, root)
        others = tuple(other for other in self.slots if other.kind != kind)
        slots = tuple(sorted((*others, slot), key=lambda each: each.kind))
        header = replace(self, generation=self.generation + 1, slots=slots)
        return replace(header, code=keys.header_code(root, _canonical(header)))


@dataclass(frozen=True, slots=True)
class Found:
    """A header as it was found: `stale` where one of the two files has to be written anew."""

    header: Header
    stale: bool


def new_header(vault_id: str) -> Header:
    """A header without slots."""
    return Header(vault_id, 0, secrets.token_bytes(keys.SALT_BYTES), ())


def read_header(folder: Path) -> Found:
    """Read `vault.json`, or its copy where it is missing or not whole.

    Raises:
        DamagedHeader: neither can be used.
        NewerVersion: written by a later version.
    """
    main, copy = _bytes_of(folder / MAIN), _bytes_of(folder / COPY)
    for content in (main, copy):
        try:
            return Found(parse(content), stale=main != copy)
        except Unreadable:
            continue
    raise DamagedHeader


def write_header(folder: Path, header: Header) -> None:
    """Write both files, one after the other, each whole or not at all."""
    content = dump(header)
    with system_errors():
        write_durably(folder / MAIN, content)
        write_durably(folder / COPY, content)


def dump(header: Header) -> bytes:
    """Spell a header as the bytes of its file."""
    body = _body(header) | {"code": header.code.hex()}
    return _json(body | {"check": _check(body)}) + b"\n"


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


def _checked(content: bytes) -> dict[str, Any]:
    raw = json.loads(
        content.decode(),
        object_pairs_hook=_without_twins,
        parse_constant=_refuse,
        parse_float=_refuse,
        parse_int=_integer,
    )
    body = {key: value for key, value in raw.items() if key != "check"}
    if _json(raw) + b"\n" != content or raw["check"] != _check(body):
        raise Unreadable
    if body["format"] != _FORMAT:
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
    if _body(header) | {"code": body["code"]} != body or header.generation < 1:
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


def _new_slot(vault_id: str, kind: str, secret: bytes, cost: KdfCost, root: bytes) -> Slot:
    salt, nonce = secrets.token_bytes(keys.SALT_BYTES), secrets.token_bytes(keys.NONCE_BYTES)
    key = keys.stretch(secret, salt, cost)
    sealed = keys.seal(key, nonce, root, _context(vault_id, kind, cost))
    return Slot(kind, cost, salt, nonce, sealed)


def _context(vault_id: str, kind: str, cost: KdfCost) -> bytes:
    """What a sealed root is bound to: moved to another vault or cost, it does not open."""
    return _json({"version": VERSION, "id": vault_id, "kind": kind} | _cost(cost))


def _body(header: Header) -> dict[str, object]:
    return {
        "format": _FORMAT,
        "version": VERSION,
        "id": header.id,
        "generation": header.generation,
        "salt": header.salt.hex(),
        "slots": [
            {
                "kind": slot.kind,
                "salt": slot.salt.hex(),
                "nonce": slot.nonce.hex(),
                "sealed": slot.sealed.hex(),
            }
            | _cost(slot.cost)
            for slot in header.slots
        ],
    }


def _cost(cost: KdfCost) -> dict[str, object]:
    figures = {"memory": cost.memory, "passes": cost.passes, "lanes": cost.lanes}
    return {"kdf": "argon2id", "cost": figures}


def _canonical(header: Header) -> bytes:
    return _json(_body(header))


def _check(body: dict[str, Any]) -> str:
    """A checksum without a key: tells a damaged file from a wrong passphrase."""
    return hashlib.sha256(_json(body)).hexdigest()


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


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
