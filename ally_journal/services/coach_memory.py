"""What a coach wrote and has not saved, while nobody may read it: sealed, and in memory only.

The key is made from the digest of the packet, which nobody has who cannot open the packet: it goes
when the packet is closed, and comes back with the same words or key that open it again.
"""

from __future__ import annotations

import os

_NONCE = 12
_ABOUT = b"ally-journal coach notes"


def put_away(data: bytes, digest: str) -> bytes:
    """Seal what was written to the packet with this digest (hex)."""
    from cryptography.hazmat.primitives.ciphers.aead import (
        AESGCM,
    )

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(_key(digest)).encrypt(nonce, data, _ABOUT)


def brought_back(sealed: bytes, digest: str) -> bytes | None:
    """What was put away under this digest; None where it was another one."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_key(digest)).decrypt(sealed[:_NONCE], sealed[_NONCE:], _ABOUT)
    except InvalidTag:
        return None


def _key(digest: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length=32, salt=None, info=_ABOUT).derive(bytes.fromhex(digest))
