"""What stands in `vault.json`: the root key sealed in slots, public and authenticated."""

from __future__ import annotations

import hmac
import json
import secrets
from dataclasses import dataclass, replace

from ally_journal.errors import DamagedHeader
from ally_journal.storage import keys
from ally_journal.storage.keys import KdfCost, Secret

FORMAT = "ally-vault"
VERSION = 1
PASS, RECOVERY = "pass", "recovery"


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

    def unwrap(self, slot: Slot, secret: Secret) -> bytearray | None:
        """The root key, or None where the secret does not fit the slot.

        Raises:
            DamagedHeader: the secret fits, and the header was changed by something else.
        """
        key = keys.stretch(secret, slot.salt, slot.cost)
        context = _context(self.id, slot.kind, slot.cost)
        root = keys.unseal_secret(key, slot.nonce, slot.sealed, context)
        if root and not hmac.compare_digest(self.code, keys.header_code(root, _canonical(self))):
            keys.wipe(root)
            raise DamagedHeader
        return root

    def with_slot(self, kind: str, secret: Secret, cost: KdfCost, root: Secret) -> Header:
        """The header of the next generation, with the root sealed under this secret."""
        slot = _new_slot(self.id, kind, secret, cost, root)
        others = tuple(other for other in self.slots if other.kind != kind)
        slots = tuple(sorted((*others, slot), key=lambda each: each.kind))
        header = replace(self, generation=self.generation + 1, slots=slots)
        return replace(header, code=keys.header_code(root, _canonical(header)))


def new_header(vault_id: str, generation: int = 0) -> Header:
    """A header without slots, and with a new salt."""
    return Header(vault_id, generation, secrets.token_bytes(keys.SALT_BYTES), ())


def body_of(header: Header) -> dict[str, object]:
    """All of a header but its code, as it is authenticated."""
    return {
        "format": FORMAT,
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


def spelled(value: object) -> bytes:
    """The one spelling of a value in JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _new_slot(vault_id: str, kind: str, secret: Secret, cost: KdfCost, root: Secret) -> Slot:
    salt, nonce = secrets.token_bytes(keys.SALT_BYTES), secrets.token_bytes(keys.NONCE_BYTES)
    key = keys.stretch(secret, salt, cost)
    sealed = keys.seal(key, nonce, root, _context(vault_id, kind, cost))
    return Slot(kind, cost, salt, nonce, sealed)


def _context(vault_id: str, kind: str, cost: KdfCost) -> bytes:
    """What a sealed root is bound to: moved to another vault or cost, it does not open."""
    return spelled({"version": VERSION, "id": vault_id, "kind": kind} | _cost(cost))


def _cost(cost: KdfCost) -> dict[str, object]:
    figures = {"memory": cost.memory, "passes": cost.passes, "lanes": cost.lanes}
    return {"kdf": "argon2id", "cost": figures}


def _canonical(header: Header) -> bytes:
    return spelled(body_of(header))
