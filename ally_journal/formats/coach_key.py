"""The key of a coach: what packets are sealed for, and what opens them.

The public half is an age recipient (`age1…`), handed to clients. The other half is an age identity
file, itself encrypted with a passphrase, as `age-keygen | age -p` makes one: `age -d -i` takes it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from ally_journal.errors import EmptyPassphrase
from ally_journal.formats.age_file import (
    checked_recipient,
    new_key,
    public_of,
    seal_for_passphrase,
)
from ally_journal.formats.age_header import ARMOUR, MAGIC, seal_of
from ally_journal.formats.age_process import Job, carried_out
from ally_journal.packet_errors import BadCoachKey, PacketProblem, WrongPacketPassphrase

_DIGITS, _GROUP = 16, 4
_IDENTITY = re.compile(rb"AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}")


@dataclass(frozen=True, slots=True)
class CoachKey:
    """A new key: `file` is the encrypted identity file, `public` the half that is handed on."""

    file: bytes = field(repr=False)
    public: str


def make(passphrase: str) -> CoachKey:
    """Make a key whose file this passphrase opens."""
    key = new_key()
    text = f"# public key: {key.recipient}\n{key.identity}\n"
    return CoachKey(seal_for_passphrase(text.encode(), passphrase), key.recipient)


def unlock(data: bytes, passphrase: str) -> str:
    """The identity that stands in a key file: ours, or one in the clear as `age-keygen` writes.

    Raises:
        BadCoachKey: it is no key file.
        WrongPacketPassphrase, EmptyPassphrase: the passphrase does not open it.
        Stopped: it was asked for.
    """
    if data.lstrip().startswith((MAGIC, ARMOUR)):
        data = _opened(data, passphrase)
    lines = [line.strip() for line in data.splitlines()]
    keys = [line for line in lines if line and not line.startswith(b"#")]
    if len(keys) != 1 or not _IDENTITY.fullmatch(keys[0]):
        raise BadCoachKey
    identity = keys[0].decode()
    public_of(identity)
    return identity


def _opened(data: bytes, passphrase: str) -> bytes:
    if not passphrase:
        raise EmptyPassphrase
    try:
        job = Job("identity", data, passphrase, derivation=seal_of(data).memory)
        return carried_out(job).content
    except WrongPacketPassphrase:
        raise
    except PacketProblem:
        raise BadCoachKey from None


def checked(public: str) -> str:
    """A public key as it was typed or pasted, tidied.

    Raises:
        BadCoachKey: it is none.
    """
    return checked_recipient("".join(public.split()).lower())


def fingerprint(public: str) -> str:
    """What two people compare: the first 64 bits of SHA-256, as four groups of four digits."""
    digits = hashlib.sha256(checked(public).encode()).hexdigest()[:_DIGITS]
    return " ".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))
