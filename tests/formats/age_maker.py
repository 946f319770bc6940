"""Makes age files as the format says, with a factor of one's own: those of pyrage take seconds."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: TID253 tests
from cryptography.hazmat.primitives.hashes import SHA256  # noqa: TID253 tests
from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: TID253 tests

CHUNK = 64 << 10
QUICK = 2


def scrypt_age(data: bytes, passphrase: str, factor: int = QUICK) -> bytes:
    """Data sealed for a passphrase."""
    file_key = os.urandom(16)
    return with_header(data, file_key, scrypt_stanza(file_key, passphrase, factor))


def scrypt_stanza(file_key: bytes, passphrase: str, factor: int) -> bytes:
    """The stanza that a passphrase opens."""
    salt = os.urandom(16)
    key = hashlib.scrypt(
        passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + salt,
        n=1 << factor, r=8, p=1, dklen=32, maxmem=(1 << 31) - 1,
    )  # fmt: skip
    body = ChaCha20Poly1305(key).encrypt(bytes(12), file_key, None)
    return b"-> scrypt %b %d\n%b\n" % (plain64(salt), factor, plain64(body))


def with_header(data: bytes, file_key: bytes, *stanzas: bytes) -> bytes:
    """A whole file of these stanzas."""
    head = b"age-encryption.org/v1\n" + b"".join(stanzas) + b"---"
    mac = hmac.digest(derived(file_key, b"", b"header"), head, "sha256")
    nonce = os.urandom(16)
    key = derived(file_key, nonce, b"payload")
    return head + b" " + plain64(mac) + b"\n" + nonce + b"".join(sealed_chunks(data, key))


def sealed_chunks(data: bytes, key: bytes):
    """The payload: chunks of 64 KiB, the last one marked."""
    last = max(0, -(-len(data) // CHUNK) - 1)
    for number in range(last + 1):
        nonce = number.to_bytes(11) + bytes([number == last])
        part = data[number * CHUNK : (number + 1) * CHUNK]
        yield ChaCha20Poly1305(key).encrypt(nonce, part, None)


def derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA-256."""
    return HKDF(SHA256(), 32, salt or None, info).derive(key)


def plain64(data: bytes) -> bytes:
    """Base64 without padding, as in heads."""
    return base64.b64encode(data).rstrip(b"=")
