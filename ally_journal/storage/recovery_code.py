"""The recovery code: 160 random bits a person can write down, as nine groups of four.

Thirty-two characters of Crockford's base32 (https://www.crockford.com/base32.html) carry the bits,
four more are a check: the first 20 bits of the SHA-256 of those bits. Reading takes any case,
blanks and dashes, and O for 0, I and L for 1.
"""

from __future__ import annotations

import hashlib
import secrets

from ally_journal.errors import MalformedRecoveryCode

BITS = 160
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BODY, _CHECK, _GROUP = 32, 4, 4
_ALIKE = str.maketrans("OIL", "011")
_DASHES = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212"


def new_code() -> str:
    """Make a recovery code: "XXXX-XXXX-…", nine groups of four."""
    return spell(secrets.token_bytes(BITS // 8))


def spell(bits: bytes) -> str:
    """Write 20 bytes as a code with its check."""
    whole = _characters(int.from_bytes(bits), _BODY) + _check(bits)
    return "-".join(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))


def read(text: str) -> bytes:
    """Read a code as a person types it into its 20 bytes.

    Raises:
        MalformedRecoveryCode: the length, a character or the check is off.
    """
    plain = "".join(text.split()).translate(dict.fromkeys(map(ord, _DASHES))).upper()
    plain = plain.translate(_ALIKE)
    if len(plain) != _BODY + _CHECK or not set(plain) <= set(_ALPHABET):
        raise MalformedRecoveryCode
    number = 0
    for character in plain[:_BODY]:
        number = number << 5 | _ALPHABET.index(character)
    bits = number.to_bytes(BITS // 8)
    if plain[_BODY:] != _check(bits):
        raise MalformedRecoveryCode
    return bits


def _check(bits: bytes) -> str:
    start = int.from_bytes(hashlib.sha256(bits).digest()[:3]) >> 4
    return _characters(start, _CHECK)


def _characters(number: int, length: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))
