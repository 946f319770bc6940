"""A packet or reply that was opened and checked, as values; `formats/unsealing.py` opens them."""

from __future__ import annotations

from dataclasses import dataclass

from ally_journal.domain.packet import Packet, Reply


@dataclass(frozen=True, slots=True)
class OpenedPacket:
    """A packet, and the SHA-256 of its bytes, which a reply names."""

    packet: Packet
    digest: str


@dataclass(frozen=True, slots=True)
class OpenedReply:
    """A reply, the number of the identity that opened it, and the SHA-256 of its own bytes."""

    reply: Reply
    key: int
    digest: str
