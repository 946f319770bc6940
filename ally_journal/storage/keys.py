"""Keys of a vault: what a passphrase is turned into, and what each key is for.

A vault has one random key of 32 bytes, its root. Each slot of `vault.json` holds the root sealed
under a key made from a secret; the key of the database and the key that authenticates the header
come from the root by HKDF (RFC 5869). Changing a passphrase seals the root anew, nothing else.
"""

from __future__ import annotations

import hmac
import secrets
import time
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ally_journal.errors import EmptyPassphrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Secret = bytes | bytearray
"""A bytearray wherever it can be, so that it can be overwritten."""
KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
_MEMORY = (19 * 1024, 1024 * 1024)
_PASSES = (1, 16)
_LANES = (1, 8)


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess costs with Argon2id (RFC 9106).

    Attributes:
        memory: KiB, 19 MiB to 1 GiB.
        passes: over that memory, 1 to 16.
        lanes: in parallel, 1 to 8.
    """

    memory: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        """Refuse what would be too cheap, or would stop the machine.

        Raises:
            ValueError: a figure is out of bounds.
        """
        for value, (least, most) in (
            (self.memory, _MEMORY),
            (self.passes, _PASSES),
            (self.lanes, _LANES),
        ):
            if not least <= value <= most:
                raise ValueError

    def at_least(self, other: KdfCost) -> KdfCost:
        """The greater of each figure."""
        return KdfCost(
            max(self.memory, other.memory),
            max(self.passes, other.passes),
            max(self.lanes, other.lanes),
        )


DEFAULT = KdfCost(memory=64 * 1024, passes=3, lanes=4)
"""What is the least today; a vault of less is raised to it when a passphrase opens it."""
_LONGEST = 0.75
_MOST_MEMORY = 256 * 1024


def calibrated(timer: Callable[[], float] = time.perf_counter) -> KdfCost:
    """Find the cost for this machine: `DEFAULT`, its memory doubled while 0.75 s are not passed.

    Args:
        timer: seconds from any beginning.
    """
    start = timer()
    stretch(b"calibration", bytes(SALT_BYTES), DEFAULT)
    spent = timer() - start
    cost = DEFAULT
    while cost.memory * 2 <= _MOST_MEMORY and spent * 2 <= _LONGEST:
        spent *= 2
        cost = replace(cost, memory=cost.memory * 2)
    return cost


def passphrase_bytes(passphrase: str) -> bytes:
    """Spell a passphrase the same way whichever system it was typed on (NFC, UTF-8)."""
    return unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass")


def new_passphrase_bytes(passphrase: str) -> bytes:
    """Spell a passphrase that is being chosen.

    Raises:
        EmptyPassphrase: it has no character.
    """
    if not passphrase:
        raise EmptyPassphrase
    return passphrase_bytes(passphrase)


def stretch(secret: Secret, salt: bytes, cost: KdfCost) -> bytes:
    """Make a key of 32 bytes from a secret by Argon2id, slowly; releases the GIL meanwhile."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        bytes(secret), salt, cost.passes, cost.memory, cost.lanes, KEY_BYTES, Type.ID
    )


def seal(key: Secret, nonce: bytes, content: Secret, context: bytes) -> bytes:
    """Encrypt and authenticate by ChaCha20-Poly1305 (RFC 8439)."""
    from cryptography.hazmat.primitives.ciphers.aead import (
        ChaCha20Poly1305,
    )

    return ChaCha20Poly1305(key).encrypt(nonce, content, context)


def unseal(key: Secret, nonce: bytes, sealed: bytes, context: bytes) -> bytes | None:
    """Undo `seal`; None where key, context or content do not belong together."""
    content = unseal_secret(key, nonce, sealed, context)
    return None if content is None else bytes(content)


def unseal_secret(key: Secret, nonce: bytes, sealed: bytes, context: bytes) -> bytearray | None:
    """The same for content that is to be overwritten after use."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import (
        ChaCha20Poly1305,
    )

    content = bytearray(max(0, len(sealed) - TAG_BYTES))
    try:
        ChaCha20Poly1305(key).decrypt_into(nonce, sealed, context, content)
    except InvalidTag:
        return None
    return content


def derived(root: Secret, purpose: str) -> bytearray:
    """Make the key for one purpose from the root: HKDF-SHA256 with "ally/v1/<purpose>"."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = f"ally/v1/{purpose}".encode()
    key = bytearray(KEY_BYTES)
    HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive_into(root, key)
    return key


def header_code(root: Secret, content: bytes) -> bytes:
    """Authenticate the header's content under the key for that purpose (HMAC-SHA256)."""
    key = derived(root, "header")
    try:
        return hmac.digest(key, content, "sha256")
    finally:
        wipe(key)


def new_root() -> bytearray:
    """Make the random key that a vault keeps until its keys are renewed."""
    return bytearray(secrets.token_bytes(KEY_BYTES))


class DatabaseKey:
    """Key and salt of the database, in bytes that can be overwritten."""

    def __init__(self, root: Secret, salt: bytes) -> None:
        self._key = derived(root, "db")
        self._salt = salt

    def spec(self) -> bytearray:
        """The key in the form SQLCipher takes; the caller overwrites it after use."""
        return keyspec(self._key, self._salt)

    def spec_without_salt(self) -> bytearray:
        """The same, with the salt left to the file: fits only where the file's own is whole."""
        return keyspec(self._key, b"")

    def derived(self, purpose: str) -> bytearray:
        """Make a key for one purpose from this one; the caller overwrites it.

        Raises:
            ValueError: the key was wiped.
        """
        key = derived(self._key, purpose)
        if not any(self._key):
            raise ValueError
        return key

    def is_of(self, salt: bytes) -> bool:
        """Whether this is the salt that goes with it."""
        return salt == self._salt

    def wipe(self) -> None:
        """Overwrite the key."""
        wipe(self._key)


def keyspec(key: Secret, salt: bytes) -> bytearray:
    """Spell key and salt as SQLCipher's `x'…'`: 96 hexadecimal digits, or 64 without a salt.

    A spelling of another length would be taken for a passphrase in silence.

    Raises:
        ValueError: key or salt has another length, or the key was wiped.
    """
    if len(key) != KEY_BYTES or len(salt) not in {0, SALT_BYTES}:
        raise ValueError
    # Of its full length from the beginning: one that grows leaves copies of itself behind.
    spec = bytearray(b"x'%b'" % bytes(2 * (len(key) + len(salt))))
    for at, byte in enumerate((*key, *salt)):
        spec[2 + 2 * at : 4 + 2 * at] = b"%02x" % byte
    # Last, because the lane may have wiped the key while another thread was spelling it.
    if not any(key):
        raise ValueError
    return spec


def wipe(secret: bytearray) -> None:
    """Overwrite bytes with zeros, in place."""
    secret[:] = bytes(len(secret))


@contextmanager
def wiping(secret: bytearray) -> Iterator[None]:
    """Overwrite a secret afterwards, whatever happens."""
    try:
        yield
    finally:
        wipe(secret)


@contextmanager
def wiping_on_error(secret: bytearray) -> Iterator[None]:
    """Overwrite a secret where what is done with it fails: nobody will be handed it."""
    try:
        yield
    except BaseException:
        wipe(secret)
        raise
