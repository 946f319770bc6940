"""The head of an age file, read before anything is decrypted: what opens it, at what cost.

A head is a line with the version, stanzas (one for each way to open the file) and a line with a
check. A passphrase is turned into a key by scrypt, which takes 2 to the power of its factor KiB of
memory: whoever made the file chose the factor, so it is looked at first.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ally_journal.packet_errors import NotAPacket, PacketDamaged, PacketTooLarge

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC = b"age-encryption.org/v1\n"
ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_END = b"-----END AGE ENCRYPTED FILE-----"
MOST_FILE = 64 << 20
MOST_HEAD = 64 << 10
"""Of the bytes that are looked at; 16 stanzas of any kind that is in use take less than 40,000."""
MOST_STANZAS = 16
MOST_FACTOR = 22
CALM_FACTOR = 20
"""Above it the person is asked first; 1 GiB and about two seconds: what a laptop seals with."""

_STANZA = re.compile(rb"-> [!-~]+( [!-~]+)*")
_SCRYPT = re.compile(rb"-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)")
_BODY = re.compile(rb"[A-Za-z0-9+/]{0,64}")
_WHOLE_LINE = 64
_CHECK = re.compile(rb"--- [A-Za-z0-9+/]{43}")
_BAD_ARMOUR, _BAD_HEAD, _BAD_STANZAS = "armour", "head", "stanzas"


class SealKind(StrEnum):
    """What opens a file."""

    PASSPHRASE = "passphrase"  # noqa: S105 a kind, no secret
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Seal:
    """What opens a file; `factor` is that of scrypt, 0 for a key."""

    kind: SealKind
    factor: int = 0

    @property
    def is_costly(self) -> bool:
        """Whether the person is asked before it is opened."""
        return self.factor > CALM_FACTOR

    @property
    def memory(self) -> int:
        """What turning the passphrase into a key takes, in bytes."""
        return 1024 << self.factor if self.factor else 0


def seal_of(content: bytes) -> Seal:
    """What opens a file, by its bytes or the first `MOST_HEAD` of them.

    Raises:
        NotAPacket: it is no age file.
        PacketTooLarge: opening it takes more memory than is ever given.
        PacketDamaged: its head is not as age writes one, or has too many stanzas.
    """
    content = content[:MOST_HEAD]
    if content.lstrip().startswith(ARMOUR):
        content = _begin_of_armoured(content)
    if not content.startswith(MAGIC):
        raise NotAPacket
    stanzas = list(_stanzas(content))
    if not stanzas:
        raise PacketDamaged(_BAD_HEAD)
    if not any(line.split(b" ")[1] == b"scrypt" for line in stanzas):
        return Seal(SealKind.KEY)
    found = _SCRYPT.fullmatch(stanzas[0])
    if len(stanzas) > 1 or not found:
        raise PacketDamaged(_BAD_STANZAS)
    factor = int(found[1])
    if factor > MOST_FACTOR:
        raise PacketTooLarge
    return Seal(SealKind.PASSPHRASE, factor)


def bare(content: bytes) -> bytes:
    """A file without its armour, where it has one.

    Raises:
        PacketDamaged: the armour is not whole.
    """
    if content.startswith(MAGIC):
        return content
    inner = content.strip()
    if not (inner.startswith(ARMOUR) and inner.endswith(_END)):
        raise PacketDamaged(_BAD_ARMOUR)
    try:
        lines = b"".join(inner[len(ARMOUR) : -len(_END)].split())
        return binascii.a2b_base64(lines, strict_mode=True)
    except binascii.Error:
        raise PacketDamaged(_BAD_ARMOUR) from None


def _begin_of_armoured(content: bytes) -> bytes:
    """The first bytes behind an armour whose end may not be there."""
    lines = b"".join(content.lstrip()[len(ARMOUR) :].partition(_END)[0].split())
    try:
        return binascii.a2b_base64(lines[: len(lines) // 4 * 4], strict_mode=True)
    except binascii.Error:
        raise PacketDamaged(_BAD_ARMOUR) from None


def _stanzas(content: bytes) -> Iterator[bytes]:
    """The first line of each stanza; raises PacketDamaged where the head does not end well."""
    lines = iter(content[len(MAGIC) :].split(b"\n"))
    for number, line in enumerate(lines):
        if _CHECK.fullmatch(line):
            return
        if number == MOST_STANZAS or not _STANZA.fullmatch(line):
            raise PacketDamaged(_BAD_STANZAS)
        _skip_body(lines)
        yield line
    raise PacketDamaged(_BAD_HEAD)


def _skip_body(lines: Iterator[bytes]) -> None:
    """Go past the lines of a stanza's body; the last is shorter than the others."""
    for line in lines:
        if not _BODY.fullmatch(line):
            raise PacketDamaged(_BAD_STANZAS)
        if len(line) < _WHOLE_LINE:
            return
