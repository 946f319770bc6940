"""What can go wrong with packets and replies, as data: a branch of the tree in `errors.py`.

JournalError
├── PacketProblem
│   ├── NotAPacket            the file is something else
│   ├── PacketTooLarge        it, or something in it, is larger than is taken
│   │   └── ReplyTooLarge     the same for a reply
│   ├── PacketNewer           written by a later version of the program
│   ├── PacketDamaged         it cannot be read, or what is in it does not fit: a code for why
│   ├── WrongPacketPassphrase the passphrase does not open it
│   ├── OtherCoachKey         it was sealed for somebody else
│   ├── PacketCostly          opening it takes much time and memory: its factor
│   ├── NotAReply             it opens, and is no reply
│   └── OtherReply            no key of this journal opens it, or it answers another packet
├── InputError
│   ├── BadCoachKey           this is no key of a coach
│   ├── BadField              there is no field of this name
│   └── SharingNothing        nothing was chosen that may go out
└── ExportError
    └── LeakFound             a name stands in what was about to go out: how many, and where
"""

from __future__ import annotations

from dataclasses import dataclass

from ally_journal.errors import ExportError, InputError, JournalError


class PacketProblem(JournalError):
    """A packet or reply could not be opened; nothing was changed."""


class NotAPacket(PacketProblem):
    """The file is not a packet, whatever else it is."""


class PacketTooLarge(PacketProblem):
    """The file, or something in it, is larger than is taken."""


class ReplyTooLarge(PacketTooLarge):
    """A reply, or something in it, is larger than is taken."""


class PacketNewer(PacketProblem):
    """The packet or reply was written by a later version of this program."""


@dataclass(eq=False)
class PacketDamaged(PacketProblem):
    """It cannot be read, or what is in it does not fit. `reason`: a code, for logs and tests."""

    reason: str = ""


class WrongPacketPassphrase(PacketProblem):
    """The passphrase does not open the packet, or the key file of a coach."""


class OtherCoachKey(PacketProblem):
    """The packet was sealed for somebody else."""


@dataclass(eq=False)
class PacketCostly(PacketProblem):
    """Opening takes 2 to the power of `factor` KiB of memory, and time to match: ask first."""

    factor: int


class NotAReply(PacketProblem):
    """It opens, and is no reply."""


class OtherReply(PacketProblem):
    """No key of this journal opens the reply, or it answers another packet."""


class BadCoachKey(InputError):
    """This is no key of a coach: mistyped, or something else."""


@dataclass(eq=False)
class BadField(InputError):
    """There is no field of this name to share."""

    name: str


class SharingNothing(InputError):
    """Nothing was chosen that may go out."""


@dataclass(eq=False)
class LeakFound(ExportError):
    """A name or word that was to stay stands in what was about to go out; nothing was written.

    `places` are words for where, such as "entry 2, What I learned"; never what stands there.
    """

    count: int
    places: tuple[str, ...]
