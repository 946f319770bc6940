"""Opening packets and replies: limits first, then a child process, then everything checked again.

Nothing that somebody else made is decrypted or parsed in this process: the head is looked at, a
child does the rest, and what comes back has to be what a packet or a reply may be.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ally_journal.domain.opened_packet import OpenedPacket, OpenedReply
from ally_journal.errors import EmptyPassphrase, SourceUnreadable
from ally_journal.formats.age_header import MOST_FILE, MOST_HEAD, Seal, SealKind, seal_of
from ally_journal.formats.age_process import Done, Job, carried_out
from ally_journal.formats.packet_json import read_packet, read_reply
from ally_journal.packet_errors import (
    NotAPacket,
    NotAReply,
    OtherCoachKey,
    OtherReply,
    PacketCostly,
    PacketDamaged,
    PacketTooLarge,
    ReplyTooLarge,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = [
    "OpenedPacket", "OpenedReply", "Seal", "SealKind", "Secret", "needs", "open_packet",
    "open_reply",
]  # fmt: skip
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Secret:
    """What may open a packet: its passphrase, or age identities."""

    passphrase: str = field(default="", repr=False)
    identities: tuple[str, ...] = field(default=(), repr=False)


def needs(path: Path) -> Seal:
    """What opens a file; only its head is read.

    Raises:
        SourceUnreadable, NotAPacket, PacketTooLarge, PacketDamaged.
    """
    return seal_of(_content(path, MOST_HEAD))


def open_packet(path: Path, secret: Secret, *, patient: bool = False) -> OpenedPacket:
    """Open a packet.

    Args:
        path: of its file, armoured or not.
        secret: what may open it.
        patient: the person agreed to wait for one that is costly to open.

    Raises:
        SourceUnreadable, NotAPacket, PacketTooLarge, PacketNewer, PacketDamaged, PacketCostly.
        WrongPacketPassphrase, EmptyPassphrase, OtherCoachKey: it stays shut.
        Stopped: it was asked for.
    """
    content = _content(path, MOST_FILE)
    seal = seal_of(content)
    if seal.is_costly and not patient:
        raise PacketCostly(seal.factor)
    if seal.kind is SealKind.PASSPHRASE and not secret.passphrase:
        raise EmptyPassphrase
    if seal.kind is SealKind.KEY and not secret.identities:
        raise OtherCoachKey
    done = carried_out(
        Job("packet", content, secret.passphrase, secret.identities, derivation=seal.memory)
    )
    return OpenedPacket(read_packet(done.content), _digest(done))


def open_reply(path: Path, identities: Sequence[str]) -> OpenedReply:
    """Open a reply with the one-time keys of the packets that went out.

    Raises:
        SourceUnreadable, NotAReply, ReplyTooLarge, PacketNewer, PacketDamaged.
        OtherReply: none of the keys opens it.
        Stopped: it was asked for.
    """
    try:
        content = _content(path, MOST_FILE)
        if seal_of(content).kind is SealKind.PASSPHRASE:
            raise NotAReply
        done = carried_out(Job("reply", content, identities=tuple(identities)))
    except PacketTooLarge:
        raise ReplyTooLarge from None
    except NotAPacket:
        raise NotAReply from None
    except OtherCoachKey:
        raise OtherReply from None
    if not 0 <= done.key < len(identities):
        raise PacketDamaged(_ANSWER)
    return OpenedReply(read_reply(done.content), done.key, _digest(done))


def _digest(done: Done) -> str:
    if not _DIGEST.fullmatch(done.digest):
        raise PacketDamaged(_ANSWER)
    return done.digest


def _content(path: Path, most: int) -> bytes:
    """A file's bytes, as many as are looked at; nothing but a file is ever opened."""
    try:
        size = path.stat()
        if not stat.S_ISREG(size.st_mode):
            raise SourceUnreadable
        if size.st_size > MOST_FILE:
            raise PacketTooLarge
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise SourceUnreadable from error
    if len(content) > MOST_FILE:
        raise PacketTooLarge
    return content
