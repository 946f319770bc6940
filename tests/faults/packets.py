"""Row 45: packets and replies that were spoilt on the way, or made to do harm."""

from __future__ import annotations

import hashlib
import re
import resource
from functools import partial
from typing import TYPE_CHECKING, Any

import pyrage  # noqa: TID253 a test has time

from ally_journal.errors import JournalError
from ally_journal.formats.age_file import seal_for_key
from ally_journal.formats.age_header import CALM_FACTOR
from ally_journal.formats.packet_json import packet_bytes, read_packet, read_reply, reply_bytes
from ally_journal.formats.unsealing import Secret, open_packet, open_reply
from tests.faults.malforming import spoilt
from tests.faults.register import Outcome, fault
from tests.formats.age_maker import scrypt_age
from tests.formats.packets import KEY, OTHER, entry, packet, reply

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

LONGEST_S, MOST_KIB = 5.0, 512 * 1024
REFUSED = range(CALM_FACTOR + 1, 64)
"""Factors that are not tried unless the person agrees."""
WORDS = "moss fern slate"
SECRET = Secret(WORDS, (OTHER.identity, KEY.identity))
PACKET = packet_bytes(packet(*(entry(n) for n in range(20))), "<p>moss</p>")
REPLY = reply_bytes(reply())
BOMBS = (
    b'{"a":' + b"[" * (1 << 20), b'{"a":[' + b"1," * (6 << 20) + b"1]}", b'{"a":' * 400_000,
    b'{"a":"' + b"\\u0000" * (2 << 20) + b'"}', b'{"a":"' + "🌿".encode() * (3 << 20) + b'"}',
    b" " * (17 << 20) + b"{}", b'{"a":[' + b"{}," * (4 << 20) + b"1]}", b"",
)  # fmt: skip
NEWER = (b'"version":1', b'"version":2')
_FACTOR = re.compile(rb"(-> scrypt \S+) \d+\n")
_ALIKE = 40
_LAST = 0.9
"""After this share of the tries factors of any size are tried: they take memory as they say."""


class Spent:
    """What the children of this process took, one by one."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._before = resource.getrusage(resource.RUSAGE_CHILDREN)

    def wrong(self, factor: int = 0) -> list[str]:
        """What was too much since last asked; the key derivation takes what its factor says."""
        now, before = resource.getrusage(resource.RUSAGE_CHILDREN), self._before
        self._before = now
        seconds = now.ru_utime + now.ru_stime - before.ru_utime - before.ru_stime
        self._outcome.figure("most ms", seconds * 1000)
        wrong = [f"{seconds:.1f} s"] if seconds > LONGEST_S else []
        # A child is counted with what its parent held when it was begun, until its program runs.
        ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if now.ru_maxrss > max(before.ru_maxrss, ours):
            beside = now.ru_maxrss - (1 << factor if factor else 0)
            self._outcome.figure("most MiB beside the key derivation", beside / 1024)
            wrong += [f"{beside} KiB"] if beside > MOST_KIB else []
        return wrong


@fault("malformed packets", short=24, long=6000, parts=2)
def fault_45_malformed_packet(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Refused, or exactly what was sealed; nothing that is spoilt is read by half."""
    path, spent = place / "packet.age", Spent(outcome)
    for number in range(times):
        plain = inside(PACKET, chance)
        sealed, factor = outside(plain, chance, any_factor=number >= times * _LAST)
        path.write_bytes(sealed)
        opened, wrong = tried(partial(open_packet, path, SECRET))
        if opened is not None and not is_whole(plain, opened.digest, opened.packet, read_packet):
            wrong.append("it is not what was sealed")
        outcome.add("taken", opened is not None)
        outcome.case(*wrong, *spent.wrong(factor))


@fault("malformed replies", short=16, long=4000, parts=2)
def fault_45_malformed_reply(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Refused, or exactly what was sealed."""
    path, spent = place / "reply.age", Spent(outcome)
    for _ in range(times):
        plain = inside(REPLY, chance)
        path.write_bytes(outside(plain, chance, by_words=False)[0])
        opened, wrong = tried(partial(open_reply, path, [OTHER.identity, KEY.identity]))
        if opened is not None and not is_whole(plain, opened.digest, opened.reply, read_reply):
            wrong.append("it is not what was sealed")
        outcome.add("taken", opened is not None)
        outcome.case(*wrong, *spent.wrong())


@fault("malformed JSON in packets and replies", short=400, long=20_000, parts=2)
def fault_45_malformed_packet_json(
    place: Path, times: int, chance: Random, outcome: Outcome
) -> None:
    """Refused, or read so that it is written again the same."""
    works = ((PACKET, read_packet, packet_bytes), (REPLY, read_reply, reply_bytes))
    for number in range(times):
        sound, read, write = works[number % 2]
        content = spoilt(sound, chance)
        found, wrong = tried(partial(read, content))
        if found is not None and read(write(found)) != found:
            wrong.append("it is not read whole")
        outcome.add("taken", found is not None)
        outcome.case(*(f"{one} by {content[:60]!r}" for one in wrong))


def tried(call: Callable[[], Any]) -> tuple[Any, list[str]]:
    """What was read, if anything, and a crash where there was one. Errors of ours are well."""
    try:
        return call(), []
    except JournalError:
        return None, []
    except Exception as error:  # noqa: BLE001 any other is what is looked for
        return None, [f"crash: {type(error).__name__}: {error}"]


def is_whole(plain: bytes, digest: str, found: object, read: Callable[[bytes], object]) -> bool:
    """Whether what was opened is all that was sealed."""
    return hashlib.sha256(plain).hexdigest() == digest and read(plain) == found


def inside(sound: bytes, chance: Random) -> bytes:
    """What is sealed: sound, spoilt, newer, or made to take much."""
    kind = chance.choice(("sound", "spoilt", "spoilt", "spoilt", "newer", "bomb"))
    if kind == "spoilt":
        return spoilt(sound, chance)
    if kind == "newer":
        return sound.replace(*NEWER)
    return chance.choice(BOMBS) if kind == "bomb" and chance.random() < 0.3 else sound


def outside(
    plain: bytes, chance: Random, *, by_words: bool = True, any_factor: bool = False
) -> tuple[bytes, int]:
    """A sealed file that may be spoilt in its turn, and the factor that its head may ask for."""
    if by_words and chance.random() < 0.5:
        factor = chance.randrange(1, 8)
        sealed = scrypt_age(plain, WORDS, factor)
    else:
        factor, sealed = 0, seal_for_key(plain, KEY.recipient)
    kind = chance.choice(("sound", "sound", "bytes", "head", "cut", "splice", "flood", "factor"))
    if kind == "factor" and factor:
        high = chance.randrange(64) if any_factor else chance.choice((*range(10), *REFUSED))
        return _FACTOR.sub(rb"\1 %d\n" % high, sealed, count=1), high
    if kind == "flood":
        return _flooded(plain, sealed, chance), factor
    return _spoil(sealed, kind, chance), factor


def _spoil(sealed: bytes, kind: str, chance: Random) -> bytes:
    if kind == "bytes":
        return _flipped(sealed, 0, len(sealed), chance)
    if kind == "head":
        return _flipped(sealed, 0, sealed.index(b"\n---") + 50, chance)
    if kind == "cut":
        return sealed[: chance.randrange(len(sealed))]
    if kind == "splice":
        other = seal_for_key(REPLY, OTHER.recipient)
        # All of them begin the same: spliced there, it would be the other one, whole.
        at = chance.randrange(_ALIKE, min(len(sealed), len(other)))
        return sealed[:at] + other[at:]
    return sealed


def _flipped(sealed: bytes, first: int, end: int, chance: Random) -> bytes:
    content = bytearray(sealed)
    for _ in range(chance.choice((1, 1, 3, 30))):
        content[chance.randrange(first, end)] ^= 1 << chance.randrange(8)
    return bytes(content)


def _flooded(plain: bytes, sealed: bytes, chance: Random) -> bytes:
    """Many ways to open it: stanzas said over and over, and recipients that are really there."""
    if chance.random() < 0.3:
        many = [pyrage.x25519.Recipient.from_str(KEY.recipient)] * chance.choice((14, 20, 3000))
        return pyrage.encrypt(plain, many, armored=chance.random() < 0.5)
    head, line, rest = sealed.partition(b"\n---")
    version, _, stanzas = head.partition(b"\n")
    times = chance.choice((2, 15, 17, 40_000))
    return version + (b"\n" + stanzas) * times + line + rest
