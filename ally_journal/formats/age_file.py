"""Sealing what goes out: age v1 files (age-encryption.org/v1), which any age program opens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ally_journal.errors import EmptyPassphrase, SourceUnreadable
from ally_journal.formats.age_header import ARMOUR, MAGIC
from ally_journal.formats.age_process import Job, carried_out
from ally_journal.packet_errors import BadCoachKey

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeyPair:
    """An X25519 key: the identity opens what was sealed for the recipient."""

    identity: str = field(repr=False)
    recipient: str


def seal_for_passphrase(data: bytes, passphrase: str) -> bytes:
    """Seal for whoever knows the passphrase; takes a second or two, as guessing does.

    Raises:
        EmptyPassphrase.
        PacketProblem: there was not enough memory for it.
        Stopped: it was asked for.
    """
    if not passphrase:
        raise EmptyPassphrase
    # Not here: the key derivation would hold up every thread of this process.
    return carried_out(Job("seal", data, passphrase, derivation=None)).content


def seal_for_key(data: bytes, recipient: str) -> bytes:
    """Seal for whoever has the other half of a key.

    Raises:
        BadCoachKey: the recipient is none.
    """
    age = _age()
    try:
        sealed: bytes = age.encrypt(data, [age.x25519.Recipient.from_str(recipient)])
    except (age.RecipientError, age.EncryptError, UnicodeEncodeError):
        raise BadCoachKey from None
    return sealed


def new_key() -> KeyPair:
    """A new key, made from the chance of the system."""
    identity = _age().x25519.Identity.generate()
    return KeyPair(str(identity), str(identity.to_public()))


def public_of(identity: str) -> str:
    """The recipient whose files an identity opens.

    Raises:
        BadCoachKey: it is no identity.
    """
    age = _age()
    try:
        return str(age.x25519.Identity.from_str(identity).to_public())
    except (age.IdentityError, UnicodeEncodeError):
        raise BadCoachKey from None


def checked_recipient(text: str) -> str:
    """A recipient whose letters and check are right, as age writes it.

    Raises:
        BadCoachKey.
    """
    age = _age()
    try:
        return str(age.x25519.Recipient.from_str(text))
    except (age.RecipientError, UnicodeEncodeError):
        raise BadCoachKey from None


def is_age(path: Path) -> bool:
    """Whether a file begins as age files do, armoured or not.

    Raises:
        SourceUnreadable.
    """
    try:
        with path.open("rb") as stream:
            begins = stream.read(1024)
    except (OSError, ValueError) as error:
        raise SourceUnreadable from error
    return begins.startswith(MAGIC) or begins.lstrip().startswith(ARMOUR)


def _age() -> Any:  # noqa: ANN401 it has no types
    import pyrage  # type: ignore[import-untyped]

    return pyrage
