"""What a coach does, without any journal: opens packets, answers them, makes a key of their own.

Nothing here touches a vault, and nothing is written but what the coach saves: a sealed reply, and a
key file that a passphrase locks. What is foreign is opened by `formats.unsealing` alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from dataclasses import replace as replaced
from typing import TYPE_CHECKING

from ally_journal.domain.packet import Remark, Reply
from ally_journal.domain.spoken_words import same_words
from ally_journal.domain.text import kept_text
from ally_journal.errors import EmptyPassphrase, SourceTooLarge, SourceUnreadable
from ally_journal.formats import coach_key, unsealing
from ally_journal.formats.age_file import is_age, public_of, seal_for_key
from ally_journal.formats.packet_json import reply_bytes
from ally_journal.formats.target import new_binary_file
from ally_journal.formats.unsealing import OpenedPacket

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

__all__ = [
    "Answer", "CoachKey", "Lock", "OpenedPacket", "fingerprint", "is_packet", "lock_of", "make_key",
    "open_by_key", "open_by_words", "open_key", "public_half", "reply_to", "save_reply",
    "seal_reply", "seconds_of",
]  # fmt: skip
MOST_KEY_BYTES = 65_536
"""A key file has some hundreds."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What opens a packet, as its head says: six words, or the coach's key.

    `is_costly`: its words take long to try, so the person is asked first; about `seconds` then.
    """

    by_key: bool
    is_costly: bool = False
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class CoachKey:
    """A coach's key, opened: `identity` opens packets and is never shown, `public` is given away.

    `fingerprint` is what client and coach compare by word of mouth.
    """

    identity: str = field(repr=False)
    public: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a coach has written to a packet so far; `practices` are ids of practices to suggest."""

    remarks: tuple[Remark, ...] = ()
    practices: tuple[str, ...] = ()
    sender: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that a reply could hold."""
        return not self.remarks and not self.practices


def is_packet(path: Path) -> bool:
    """Whether a file begins as an age file does; False where it cannot be read."""
    try:
        return path.is_file() and is_age(path)
    except (OSError, SourceUnreadable):
        return False


def lock_of(path: Path) -> Lock:
    """What opens a packet; only its head is read.

    Raises:
        NotAPacket, PacketTooLarge, PacketDamaged, SourceUnreadable: it is none that opens.
    """
    found = unsealing.needs(path)
    by_key = found.kind is unsealing.SealKind.KEY
    return Lock(by_key, found.is_costly, seconds_of(found.factor) if found.is_costly else 0)


def seconds_of(factor: int) -> int:
    """About how long it takes to try words once, where one more doubles it."""
    return 1 << max(0, factor - _ONE_SECOND)


def open_by_words(path: Path, words: str, *, patient: bool = False) -> OpenedPacket:
    """Open a packet by the words that the client gave; small slips of typing do not count.

    Args:
        path: of the packet.
        words: what was typed.
        patient: the person was asked whether to wait for a costly one.

    Raises:
        WrongPacketPassphrase, PacketCostly, OtherCoachKey, PacketDamaged, PacketNewer: as they say.
        EmptyPassphrase: nothing was typed.
        Stopped: the job was ended, and with it the process that tried.
    """
    if not words.strip():
        raise EmptyPassphrase
    secret = unsealing.Secret(passphrase=same_words(words))
    return unsealing.open_packet(path, secret, patient=patient)


def open_by_key(path: Path, key_file: Path, passphrase: str) -> OpenedPacket:
    """Open a packet that was sealed to a coach's key.

    Args:
        path: of the packet.
        key_file: as `make_key` wrote it.
        passphrase: of the key file.

    Raises:
        OtherCoachKey: it is for somebody else. And what `open_key` raises.
    """
    key = open_key(key_file, passphrase)
    return unsealing.open_packet(path, unsealing.Secret(identities=(key.identity,)))


def reply_to(opened: OpenedPacket, answer: Answer, today: date) -> Reply:
    """The reply to a packet, bound to its bytes; empty remarks and unknown places are left out."""
    cleaned = (Remark(one.at, kept_text(one.text), one.kind) for one in answer.remarks)
    return Reply(
        packet=opened.packet.id,
        digest=opened.digest,
        created=today,
        sender=kept_text(answer.sender),
        remarks=tuple(one for one in cleaned if one.text.strip() and opened.packet.has(one.at)),
        practices=answer.practices,
    )


def seal_reply(opened: OpenedPacket, reply: Reply) -> bytes:
    """The bytes of a reply file, which only the client can open."""
    return seal_for_key(reply_bytes(reply), opened.packet.reply_key)


def save_reply(opened: OpenedPacket, reply: Reply, target: Path, *, replace: bool = False) -> None:
    """Seal a reply and write it, whole or not at all.

    Raises:
        TargetExists, TargetUnwritable, DiskFull: as `formats.target` says.
    """
    _write(target, seal_reply(opened, reply), replace=replace)


def make_key(target: Path, passphrase: str, *, replace: bool = False) -> CoachKey:
    """Make a key for a coach and write its file, which the passphrase locks.

    Raises:
        EmptyPassphrase: there is none.
        TargetExists, TargetUnwritable, DiskFull: as `formats.target` says.
    """
    if not passphrase:
        raise EmptyPassphrase
    made = coach_key.make(passphrase)
    _write(target, made.file, replace=replace)
    return CoachKey("", made.public, coach_key.fingerprint(made.public))


def open_key(key_file: Path, passphrase: str) -> CoachKey:
    """Open a coach's key file; one that no passphrase locks, as `age-keygen` makes it, will do too.

    Raises:
        BadCoachKey: it is none.
        WrongPacketPassphrase, EmptyPassphrase: the passphrase does not open it.
        SourceUnreadable, SourceTooLarge: as they say.
        Stopped: the job was ended.
    """
    identity = coach_key.unlock(_read(key_file), passphrase)
    public = public_of(identity)
    return CoachKey(identity, public, coach_key.fingerprint(public))


def public_half(key_file: Path, passphrase: str) -> CoachKey:
    """What `make_key` gave, once more. Raises what `open_key` raises."""
    return replaced(open_key(key_file, passphrase), identity="")


def fingerprint(public: str) -> str:
    """The fingerprint of a public key: four groups of four.

    Raises:
        BadCoachKey: it is none.
    """
    return coach_key.fingerprint(coach_key.checked(public))


_ONE_SECOND = 18
"""The factor at which one try takes about a second, and memory of 256 MiB."""


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_KEY_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceUnreadable from error
    if len(data) > MOST_KEY_BYTES:
        raise SourceTooLarge
    return data


def _write(target: Path, data: bytes, *, replace: bool) -> None:
    with new_binary_file(target, replace=replace) as stream:
        stream.write(data)
