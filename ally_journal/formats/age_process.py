"""The other end of `age_child.py`: hands it a job, and ends it when it takes too long."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread, Timer
from typing import IO, Any

from ally_journal import stopping
from ally_journal.packet_errors import (
    NotAPacket,
    NotAReply,
    OtherCoachKey,
    PacketDamaged,
    PacketNewer,
    PacketProblem,
    PacketTooLarge,
    WrongPacketPassphrase,
)

_CHILD = Path(__file__).with_name("age_child.py")
_BESIDE = 512 << 20
"""Memory for everything but the key derivation, in bytes."""
_SECONDS = 4
_SECONDS_A_GIB = 60
_MOST_DERIVATION = 4 << 30
_PATIENCE = 4
"""How many times as long as its own time a child may take by the clock of the wall."""
_MOST_RESULT = 80 << 20
_REASON = re.compile(r"[a-z0-9-]{1,40}")
_ENDED = "ended"
_MOST_LINE = 500
# Rust gives up with an abort where it gets no memory; the system kills what goes beyond its limits.
_OUT_OF_MEMORY = {-signal.SIGABRT, -getattr(signal, "SIGKILL", signal.SIGABRT)}
_PROBLEMS: dict[str, type[PacketProblem]] = {
    kind.__name__: kind
    for kind in (
        NotAPacket,
        NotAReply,
        OtherCoachKey,
        PacketNewer,
        PacketTooLarge,
        WrongPacketPassphrase,
    )
}


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done: `task` is packet, reply, identity or seal.

    `derivation` is the memory that the key derivation takes, in bytes; None where nobody knows yet.
    """

    task: str
    content: bytes = field(repr=False)
    passphrase: str = field(default="", repr=False)
    identities: tuple[str, ...] = field(default=(), repr=False)
    derivation: int | None = 0


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it."""

    content: bytes = field(repr=False)
    digest: str = ""
    key: int = 0


def carried_out(job: Job) -> Done:
    """Let a child do a job.

    Raises:
        PacketProblem: as the child says; PacketTooLarge, PacketDamaged where it was ended; itself
            where the system starts no child.
        Stopped: it was asked for.
    """
    derivation = _MOST_DERIVATION if job.derivation is None else job.derivation
    seconds = _SECONDS + -(-derivation * _SECONDS_A_GIB >> 30)
    head = {
        "task": job.task,
        "memory": 0 if job.derivation is None else _BESIDE + job.derivation,
        "seconds": seconds,
        "passphrase": job.passphrase,
        "identities": list(job.identities),
    }
    child = _started()
    late = Timer(seconds * _PATIENCE, child.kill)
    late.daemon = True
    with child, stopping.interruptible(child.kill):
        late.start()
        try:
            result = _exchanged(child, json.dumps(head).encode() + b"\n", job.content)
        except BaseException:
            child.kill()
            raise
        finally:
            late.cancel()
    stopping.check()
    return _read(result, child.returncode)


def _started() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 a script of ours
            [sys.executable, "-I", str(_CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise PacketProblem from error


def _exchanged(child: subprocess.Popen[bytes], *parts: bytes) -> bytes:
    """Hand everything in while reading what comes out, up to what can be."""
    feeding = Thread(target=_feed, args=(child.stdin, parts), daemon=True)
    feeding.start()
    result = child.stdout.read(_MOST_RESULT + 1) if child.stdout else b""
    if len(result) > _MOST_RESULT:
        child.kill()
    child.wait()
    feeding.join()
    return result


def _feed(stream: IO[bytes], parts: tuple[bytes, ...]) -> None:
    # A child that was ended has closed the other end.
    with suppress(OSError, ValueError):
        for part in parts:
            stream.write(part)
    with suppress(OSError, ValueError):
        stream.close()


def _read(result: bytes, code: int) -> Done:
    """What the child says; nothing of it is believed before it is looked at."""
    if code in _OUT_OF_MEMORY:
        raise PacketTooLarge
    line, _, content = result.partition(b"\n")
    if code or len(result) > _MOST_RESULT or not line or len(line) > _MOST_LINE:
        raise PacketDamaged(_ENDED)
    try:
        told = json.loads(line)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise PacketDamaged(_ENDED)
    if "error" in told:
        raise _problem(told)
    digest, key = told.get("digest"), told.get("key")
    return Done(content, str(digest), key if type(key) is int else -1)


def _problem(told: dict[str, Any]) -> PacketProblem:
    kind = _PROBLEMS.get(str(told["error"]))
    if kind:
        return kind()
    reason = str(told.get("reason", ""))
    return PacketDamaged(reason if _REASON.fullmatch(reason) else _ENDED)
