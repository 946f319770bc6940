"""What `age_child.py` does: seals and opens age files, and parses what was in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyrage  # type: ignore[import-untyped]  # noqa: TID253 only the child imports this module

from ally_journal.formats.age_header import SealKind, bare, seal_of
from ally_journal.formats.packet_json import (
    digest,
    packet_bytes,
    read_packet,
    read_reply,
    reply_bytes,
)
from ally_journal.packet_errors import (
    OtherCoachKey,
    PacketDamaged,
    PacketProblem,
    PacketTooLarge,
    WrongPacketPassphrase,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Answer = tuple[dict[str, Any], bytes]

_NO_KEY, _NO_WORDS, _TOO_MUCH_WORK = "No matching keys", "Decryption failed", "work parameter"
_SEALED = "sealed"


def answer(job: dict[str, Any], content: bytes) -> Answer:
    """Carry out a job (`age_process.Job`): what to tell of it, and what came of it."""
    try:
        return _WORKS[job["task"]](job, content)
    except MemoryError:
        return {"error": PacketTooLarge.__name__}, b""
    except PacketProblem as error:
        return {"error": type(error).__name__, "reason": getattr(error, "reason", "")}, b""


def _packet(job: dict[str, Any], content: bytes) -> Answer:
    plain, key = _opened(job, content)
    return {"digest": digest(plain), "key": key}, packet_bytes(read_packet(plain))


def _reply(job: dict[str, Any], content: bytes) -> Answer:
    plain, key = _opened(job, content)
    return {"digest": digest(plain), "key": key}, reply_bytes(read_reply(plain))


def _identity(job: dict[str, Any], content: bytes) -> Answer:
    return {}, _opened(job, content)[0]


def _seal(job: dict[str, Any], content: bytes) -> Answer:
    return {}, pyrage.passphrase.encrypt(content, job["passphrase"])


def _opened(job: dict[str, Any], content: bytes) -> tuple[bytes, int]:
    """What was sealed, and the number of the key that opened it."""
    content = bare(content)
    if seal_of(content).kind is SealKind.PASSPHRASE:
        return _by_passphrase(content, job["passphrase"]), 0
    return _by_key(content, job["identities"])


def _by_passphrase(content: bytes, passphrase: str) -> bytes:
    try:
        plain: bytes = pyrage.passphrase.decrypt(content, passphrase)
    except pyrage.DecryptError as error:
        if _NO_WORDS in str(error):
            raise WrongPacketPassphrase from None
        if _TOO_MUCH_WORK in str(error):
            raise PacketTooLarge from None
        raise PacketDamaged(_SEALED) from None
    return plain


def _by_key(content: bytes, identities: list[str]) -> tuple[bytes, int]:
    for number, identity in enumerate(identities):
        try:
            return pyrage.decrypt(content, [pyrage.x25519.Identity.from_str(identity)]), number
        except pyrage.IdentityError:
            continue
        except pyrage.DecryptError as error:
            if _NO_KEY not in str(error):
                raise PacketDamaged(_SEALED) from None
    raise OtherCoachKey


_WORKS: dict[str, Callable[[dict[str, Any], bytes], Answer]] = {
    "packet": _packet,
    "reply": _reply,
    "identity": _identity,
    "seal": _seal,
}
